"""The offer a report weighs: each term as it stands in the text, and as it would be."""

from fairterms.contract.clause import Contract
from fairterms.contract.offer import Change
from fairterms.contract.value import show
from fairterms.decide.basis import Basis
from fairterms.decide.wording import spoken
from fairterms.payment.loading import load
from fairterms.publish.blocks import Block, Heading, Prose
from fairterms.publish.number_blocks import Column, Row, Table


def offer_section(basis: Basis) -> list[Block]:
    """Show an offer's changes; nothing where the report is about the text as it stands."""
    offer = basis.deal.offer
    if offer is None:
        return []
    stands = load(basis.deal.terms).contract
    assert stands is not None, "the terms were sound when the basis was gathered"
    return [
        Heading(2, "The offer this report weighs", "offer"),
        Prose(
            f"{offer.title}. The money, the forecast and the answer are those of the changed "
            "terms. The findings in the text are those of the contract as received."
        ),
        Table(
            "What would change",
            (Column("Clause"), Column("Term"), Column("Now"), Column("Offered"), Column("Why")),
            tuple(_row(change, stands) for change in offer.changes),
        ),
    ]


def _row(change: Change, stands: Contract) -> Row:
    clause = stands.clause(change.clause)
    term = clause.terms.get(change.term)
    now = "not there" if term is None else _over_time(term.history, show(term.value))
    title = clause.title or spoken(clause.id)
    return Row((title, spoken(change.term), now, show(change.value), change.why))


def _over_time(history: tuple[object, ...], latest: str) -> str:
    return f"{latest} (latest of {len(history)} dated values)" if len(history) > 1 else latest
