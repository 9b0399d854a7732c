"""What the contract pays for work, apart from what it pays for results."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.deal import Deal
from fairterms.document import quotes
from fairterms.prepare.cost_to_comply.kind import Family, words
from fairterms.review.context import Reading
from fairterms.settle.settlement import Line, Settlement
from fairterms.units.quantity import Kind

_BY_MODEL = {
    "care_coordination": (Family.COORDINATION,),
    "pay_for_reporting": (Family.REPORTING,),
    "per_gap": (Family.COORDINATION,),
}
_TO_START = words(
    r"\bstart-?up\b", r"\binfrastructure\b", r"\bimplementation\b", r"\btransformation\b",
    r"\bpractice support\b", r"\breadiness\b", r"\btechnology\b", r"\bmeasurement (?:and|payment)",
)  # fmt: skip
_TAKES_BACK = "advance"
"""The model of a clause by which money paid early is taken back."""
_SAYS_FOR_WHAT = words(r"\bpays? for\b", r"\bshall use\b", r"\bto (?:pay for|fund|support)\b")
_FAMILIES: Mapping[Family, "re.Pattern[str]"] = {
    Family.MEASURING: words(r"\bmeasur(?:ing|ement)\b(?! software)", r"\bsurveys?\b"),
    Family.REPORTING: words(r"\bdata files?\b", r"\breport(?:s|ing)\b"),
    Family.COORDINATION: words(r"\bcoordinat", r"\bcase management\b", r"\bhousing\b"),
    Family.SYSTEMS: words(r"\bsoftware\b", r"\binterfaces?\b", r"\btechnology\b", r"\bsystems?\b"),
    Family.PEOPLE: words(r"\btraining\b", r"\bcommittee\b", r"\bstaff\b", r"\bmeetings?\b"),
}
_A_FORM = words(r"\binstrument\b", r"\bscreening\b", r"\bquestionnaire\b", r"\boutcome measure\b")


@dataclass(frozen=True)
class Funding:
    """Money the contract pays for work.

    Attributes
    ----------
    clause, title
        The clause that pays it.
    amount
        Dollars in the year that was settled.
    families
        The sorts of work it pays for.
    is_lent
        Whether a later clause takes it back, so that it pays for nothing in the end.
    is_paid_anyway
        Whether the group would have it without this contract.
    """

    clause: str
    title: str
    amount: Decimal
    families: tuple[Family, ...]
    is_lent: bool = False
    is_paid_anyway: bool = False

    @property
    def is_pay(self) -> bool:
        """Whether it pays for work that this contract makes."""
        return not self.is_lent and self.amount > 0


def find(
    deal: Deal, contract: Contract, settlement: Settlement, reading: Reading
) -> tuple[Funding, ...]:
    """Find what a contract pays for work in one settled year.

    Parameters
    ----------
    deal
        Says what the group would be paid anyway.
    contract
        The terms in force in that year.
    settlement
        Of the expected scenario.
    reading
        The contract's text, which may say what a payment is for.
    """
    found: list[Funding] = []
    for clause in contract.clauses:
        found += _of_clause(deal, contract, clause, settlement, reading)
    return tuple(found)


def _of_clause(
    deal: Deal, contract: Contract, clause: Clause, settlement: Settlement, reading: Reading
) -> Iterator[Funding]:
    title = clause.title or clause.id.replace("_", " ")
    is_anyway = clause.id in deal.without_deal.clauses
    for line in settlement.lines:
        if clause.model == "fee_schedule" and _pays_a_form(line, clause, reading):
            code = line.name.rpartition(".")[2]
            name, measuring = f"{title}, code {code}", (Family.MEASURING,)
            yield Funding(clause.id, name, line.value, measuring, is_paid_anyway=is_anyway)
    is_start = clause.model != _TAKES_BACK and _TO_START.search(f"{title} {clause.id}") is not None
    if clause.model not in _BY_MODEL and not is_start:
        return
    amount = settlement.line(clause.id)
    if amount.unit.kind is not Kind.MONEY:
        return
    lent = _is_lent(contract, title)
    families = _named_families(clause, title, reading) or _BY_MODEL.get(clause.model, ())
    yield Funding(clause.id, title, amount.value, families or (Family.SYSTEMS,), lent, is_anyway)


def _pays_a_form(line: Line, clause: Clause, reading: Reading) -> bool:
    """Say whether a line pays for giving a form, as the document's own list of fees has it."""
    code = line.name.rpartition(".")[2]
    if line.clause != clause.id or not line.name.startswith("code."):
        return False
    rows = re.compile(rf"^[^\n]*\b{re.escape(code)}\b[^\n]*$", re.MULTILINE)
    return any(
        _A_FORM.search(row[0])
        for document in reading.documents
        for row in rows.finditer(document.text)
    )


def _is_lent(contract: Contract, title: str) -> bool:
    takes_back = any(clause.model == _TAKES_BACK for clause in contract.clauses)
    return takes_back and _TAKES_BACK in title.lower()


def _named_families(clause: Clause, title: str, reading: Reading) -> tuple[Family, ...]:
    """Return the sorts of work that the cited section says a payment is for."""
    said = [title]
    for cite in clause.cites:
        for document in reading.documents:
            for quote in quotes.find(document, cite.quote) if cite.quote else ():
                said += _for_what(reading, document.name, quote.start)
    text = " ".join(said)
    return tuple(family for family, pattern in _FAMILIES.items() if pattern.search(text))


def _for_what(reading: Reading, name: str, start: int) -> Iterator[str]:
    """Return the sentences of the section around a place that say what a payment is for."""
    for passage in reading.passages:
        sentence = passage.sentence
        if passage.document.name == name and sentence.start <= start < sentence.end:
            for other in reading.same_section(passage):
                if _SAYS_FOR_WHAT.search(other.text):
                    yield other.text
