"""Run a test script, and say which step differs first, by how much, and from which clause."""

from dataclasses import dataclass

from fairterms.contract.canonical import terms_hash
from fairterms.contract.clause import Contract
from fairterms.contract.performance_year import whole_period
from fairterms.settle.script import Script
from fairterms.settle.settlement import Bite, Line, Settlement, settle
from fairterms.units.period import Period, calendar_year
from fairterms.units.quantity import Quantity, write
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Difference:
    """One thing a run did otherwise than the script says, in words.

    Attributes
    ----------
    subject
        The step, threshold or refusal.
    expected, got
        As written.
    by
        How far apart two amounts are; empty when they are not amounts.
    source
        The clause and where the contract says it.
    """

    subject: str
    expected: str
    got: str
    by: str = ""
    source: str = ""

    def __str__(self) -> str:
        by = f", {self.by} apart" if self.by else ""
        source = f" (clause {self.source})" if self.source else ""
        said = f"the script says {self.expected}, the terms give {self.got}"
        return f"{self.subject}: {said}{by}{source}"


@dataclass(frozen=True)
class Trial:
    """The outcome of one script.

    Attributes
    ----------
    differences
        In the order of the arithmetic: the first is where the run went another way.
    terms_changed
        Whether the terms are no longer those the script was agreed on.
    """

    script: Script
    differences: tuple[Difference, ...]
    terms_changed: bool = False

    @property
    def passed(self) -> bool:
        """Whether the script holds; a script with problems of its own never does."""
        return not self.differences and not self.script.problems


def try_script(contract: Contract, script: Script) -> Trial:
    """Run one script against a contract."""
    changed = bool(script.terms) and script.terms != terms_hash(contract)
    if script.problems:
        return Trial(script, (), changed)
    known = {clause.id for clause in contract.clauses}
    unknown = [name for name in script.clauses if name not in known]
    if unknown:
        absent = Difference("clauses", ", ".join(unknown), "no clause of that name")
        return Trial(script, (absent,), changed)
    try:
        settlement = settle(restricted(contract, script), script.given, period_of(contract, script))
    except Refusal as refusal:
        return Trial(script, tuple(_refused(script, refusal)), changed)
    return Trial(script, tuple(_compare(script, settlement)), changed)


def restricted(contract: Contract, script: Script) -> Contract:
    """Return the contract with only the clauses a script runs."""
    return contract.only(script.clauses) if script.clauses else contract


def period_of(contract: Contract, script: Script) -> Period:
    """Return the period a script is about."""
    return calendar_year(script.year) if script.year else whole_period(contract)


def agrees(expected: Quantity, line: Line) -> bool:
    """Say whether a line is written just as expected."""
    return write(expected.amount, expected.unit) == line.written


def _refused(script: Script, refusal: Refusal) -> list[Difference]:
    for subject, what in script.refuse.items():
        if subject in {refusal.subject, refusal.subject.partition(".")[2]}:
            if what in refusal.what:
                return []
            return [Difference(subject, f'a refusal: "{what}"', f'a refusal: "{refusal.what}"')]
    return [Difference(refusal.subject, "an amount", f'a refusal: "{refusal.what}"')]


def _compare(script: Script, settlement: Settlement) -> list[Difference]:
    found = [
        Difference(subject, f'a refusal: "{what}"', f"${settlement.payable:,}")
        for subject, what in script.refuse.items()
    ]
    order = {line.id: place for place, line in enumerate(settlement.lines)}
    placed: list[tuple[int, Difference]] = []
    for name, expected in script.expect.items():
        try:
            line = settlement.line(name)
        except KeyError:
            unknown = Difference(name, write(expected.amount, expected.unit), "no one step")
            placed.append((-1, unknown))
            continue
        if not agrees(expected, line):
            placed.append((order[line.id], _difference(name, expected, line)))
    found += [difference for _, difference in sorted(placed, key=lambda pair: pair[0])]
    return found + _bitten(script, settlement)


def _difference(name: str, expected: Quantity, line: Line) -> Difference:
    by = ""
    if expected.unit == line.unit:
        by = write(abs(expected.amount - line.value), line.unit)
    cite = f", {line.cites[0]}" if line.cites else ""
    source = f"{line.clause}{cite}" if line.clause else ""
    return Difference(name, write(expected.amount, expected.unit), line.written, by, source)


def _bitten(script: Script, settlement: Settlement) -> list[Difference]:
    found = []
    for name, reason in script.not_applied.items():
        bite = _find_bite(settlement, name)
        if bite is None:
            found.append(Difference(name, "a threshold or cap", "nothing of that name"))
        elif bite.bit:
            found.append(Difference(name, "does not bite", "bites", source=bite.clause))
        elif reason and reason.strip(". ").lower() != bite.reason.strip(". ").lower():
            found.append(Difference(name, f'"{reason}"', f'"{bite.reason}"', source=bite.clause))
    return found


def _find_bite(settlement: Settlement, name: str) -> Bite | None:
    for key in ("id", "name", "clause"):
        found = [bite for bite in settlement.bites if getattr(bite, key) == name]
        if len(found) == 1:
            return found[0]
    return None
