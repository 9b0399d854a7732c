"""What a restated statement moves: each changed figure alone, then all of them together.

A changed figure is put into the terms by itself, so that its dollars are its own. What several do
only together is the rest. Lines that the terms work out must follow from the figures; one that
moved otherwise is told apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet, FigureValue
from fairterms.contract.performance_year import terms_in_force
from fairterms.payment.evaluation import survey
from fairterms.payment.worksheet import PAYABLE
from fairterms.reconcile.restatement.effect import Basis, Effect, effect
from fairterms.reconcile.restatement.line_change import LineChange, compare_lines
from fairterms.reconcile.statement.statement import Statement
from fairterms.settle.settlement import Settlement
from fairterms.units.period import Period
from fairterms.units.quantity import Quantity
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class FigureChange:
    """A changed line that gives a figure of the terms.

    Attributes
    ----------
    change
        The line before and after.
    figure
        The figure it gives.
    alone
        What it moves when nothing else changes; None when that cannot be worked out.
    why_not
        Why it cannot, in words; empty when it can.
    """

    change: LineChange
    figure: str
    alone: Effect | None
    why_not: str = ""


@dataclass(frozen=True)
class StepChange:
    """A changed line that shows a result which the terms work out.

    Attributes
    ----------
    change
        The line before and after.
    expected
        By how much it should have moved with the changed figures, in its own unit; None when the
        terms cannot say.
    stated
        By how much it moved; None when it is new, gone or in another unit.
    """

    change: LineChange
    expected: Decimal | None
    stated: Decimal | None

    @property
    def unexplained(self) -> Decimal | None:
        """What of its move the changed figures do not explain, in its own unit."""
        if self.expected is None or self.stated is None:
            return None
        return self.stated - self.expected

    @property
    def follows(self) -> bool:
        """Whether it moved as the changed figures move it, to within one cent or one tick."""
        rest = self.unexplained
        return rest is not None and abs(rest) <= self.change.line.value.unit.tick


@dataclass(frozen=True)
class Restatement:
    """Two statements of one year, compared.

    Attributes
    ----------
    older, newer
        The statements.
    figures
        Changed figures, the largest move first; those without an amount last.
    steps
        Changed results, in the order of the statement.
    others
        Changed lines that stand for nothing in the terms, or for a part of the panel.
    together
        What all changed figures move together; None when that cannot be worked out.
    """

    older: Statement
    newer: Statement
    figures: tuple[FigureChange, ...]
    steps: tuple[StepChange, ...]
    others: tuple[LineChange, ...]
    together: Effect | None

    @property
    def is_changed(self) -> bool:
        """Whether any line is not as it was."""
        return bool(self.figures or self.steps or self.others)

    @property
    def only_together(self) -> Decimal | None:
        """Dollars that the changed figures move together and none of them moves alone."""
        alone = [one.alone for one in self.figures]
        if self.together is None or None in alone:
            return None
        parts = (one.dollars for one in alone if one is not None)
        return self.together.dollars - sum(parts, Decimal(0))

    @property
    def unexplained(self) -> tuple[StepChange, ...]:
        """Results that moved otherwise than the changed figures move them."""
        return tuple(one for one in self.steps if not one.follows)

    @property
    def payable(self) -> StepChange | None:
        """The change of the amount payable as the plan states it; None when it is the same."""
        return next((one for one in self.steps if one.change.line.ours == PAYABLE), None)


def restate(
    older: Statement, newer: Statement, contract: Contract, period: Period, figures: FigureSet
) -> Restatement:
    """Compare two statements of one year and price what changed.

    Parameters
    ----------
    older, newer
        The statements, in the order in which they were issued.
    contract
        Terms without problems.
    period
        The year settled.
    figures
        The group's own figures of the year; they stand where a statement gives none.

    Returns
    -------
    Restatement
        Every changed line in one of its three lists.

    Raises
    ------
    Refusal
        When the statements are not of this year and of one contract, or not in order.
    """
    _refuse_other_year(newer, period)
    names = _figure_names(contract, period, figures)
    sorts = _sorts(compare_lines(older, newer), older, newer, names)
    basis = Basis(contract, period, replace(figures, values=_stated(older, names, figures)))
    before = _settled(basis)
    # A figure that the newer statement no longer gives stays as it was.
    moved = {
        one.line.ours: _plain(one.newer.value) for one in sorts["figure"] if one.newer is not None
    }
    after = _settled(basis, moved)
    priced = sorted((_price(one, basis, before) for one in sorts["figure"]), key=_by_dollars)
    return Restatement(
        older,
        newer,
        tuple(priced),
        tuple(_step(one, before, after) for one in sorts["step"]),
        tuple(sorts["other"]),
        effect(before, after, contract) if before and after else None,
    )


def _figure_names(contract: Contract, period: Period, figures: FigureSet) -> frozenset[str]:
    """Return the figures that the terms of the year read, and those given to them."""
    wanted = survey(terms_in_force(contract, period)).wanted
    return frozenset(wanted) | frozenset(figures.values)


def _sorts(
    changes: tuple[LineChange, ...], older: Statement, newer: Statement, names: frozenset[str]
) -> Mapping[str, list[LineChange]]:
    """Sort changes into those of figures, of results, and of neither."""
    found: dict[str, list[LineChange]] = {"figure": [], "step": [], "other": []}
    for change in changes:
        ours = change.line.ours
        shown = (older.showing(ours), newer.showing(ours)) if ours else ()
        # Where two lines show the same, it cannot be told which of them counts.
        is_one = change.line in shown
        sort = ("figure" if ours in names else "step") if is_one else "other"
        found[sort].append(change)
    return found


def _stated(
    statement: Statement, names: frozenset[str], figures: FigureSet
) -> dict[str, FigureValue]:
    """Lay the figures that a statement gives over the group's own."""
    values = dict(figures.values)
    for line in statement.lines:
        if line.ours in names and statement.showing(line.ours) is line:
            values[line.ours] = _plain(line.value)
    return values


def _plain(value: Quantity) -> Quantity:
    """Return a quantity as a figure: without the base or the strictness of a threshold."""
    return Quantity(value.amount, value.unit)


def _settled(basis: Basis, changed: Mapping[str, FigureValue] | None = None) -> Settlement | None:
    try:
        return basis.settled(changed)
    except Refusal:
        return None


def _price(change: LineChange, basis: Basis, before: Settlement | None) -> FigureChange:
    """Put one changed figure into the terms, and nothing else."""
    figure = change.line.ours
    if change.newer is None:
        words = "the newer statement no longer gives it, so what it is now is not known"
        return FigureChange(change, figure, None, words)
    if change.older is None and figure not in basis.figures.values:
        return FigureChange(change, figure, None, "what it was before is not known")
    if before is None:
        words = "the older figures cannot be settled: one is missing, or in another unit"
        return FigureChange(change, figure, None, words)
    try:
        after = basis.settled({figure: _plain(change.newer.value)})
    except Refusal as refusal:
        return FigureChange(change, figure, None, f"{refusal.subject} {refusal.what}")
    return FigureChange(change, figure, effect(before, after, basis.contract))


def _by_dollars(found: FigureChange) -> tuple[bool, Decimal]:
    return found.alone is None, -abs(found.alone.dollars) if found.alone else Decimal(0)


def _step(change: LineChange, before: Settlement | None, after: Settlement | None) -> StepChange:
    """Say by how much a result moved, and by how much the changed figures move it."""
    expected, stated = None, None
    if change.older and change.newer and change.older.value.unit == change.newer.value.unit:
        stated = change.newer.value.amount - change.older.value.amount
    if before is not None and after is not None:
        expected = _expected(change, before, after)
    return StepChange(change, expected, stated)


def _expected(change: LineChange, before: Settlement, after: Settlement) -> Decimal | None:
    try:
        then, now = before.line(change.line.ours), after.line(change.line.ours)
    except KeyError:
        return None
    return now.value - then.value if now.unit == change.line.value.unit else None


def _refuse_other_year(statement: Statement, period: Period) -> None:
    if statement.period and statement.period != period:
        raise Refusal(
            statement.file,
            f"is of {statement.period}, and {period} is settled",
            "the terms of one year say nothing of another",
            "name the year of the statement, or give the statements of this year",
        )
