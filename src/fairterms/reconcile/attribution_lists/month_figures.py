"""Which figures of a contract count member months, and what a changed list does to each.

A fee is often paid on the lists as they were sent, and corrected by months added or removed later;
a benchmark is worked out on the months as they stand at the end. So a month added in retrospect
changes other figures than a month still to come.
"""

from dataclasses import dataclass
from decimal import Decimal

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.figure_set import FigureSet, FigureValue
from fairterms.contract.performance_year import terms_in_force
from fairterms.payment.evaluation import survey
from fairterms.units.period import Period
from fairterms.units.quantity import MEMBER_MONTH, Quantity, Unit, count
from fairterms.units.refusal import Refusal

_MONTHS = count(MEMBER_MONTH)
_CORRECTED = "retroactive_changes"
"""The term by which a fee says that later corrections change it."""


@dataclass(frozen=True)
class Months:
    """Member months that a newer list adds and drops.

    Attributes
    ----------
    added_late, dropped_late
        In months that had begun when the newer list was received.
    added, dropped
        In months still to come.
    """

    added_late: int = 0
    dropped_late: int = 0
    added: int = 0
    dropped: int = 0


@dataclass(frozen=True)
class MonthFigures:
    """The figures of a contract that count member months, by what they count.

    Attributes
    ----------
    final
        Months as they stand after every correction.
    listed
        Months on the lists as they were sent, on which a fee was paid.
    added_late, dropped_late
        Months by which such a fee is corrected.
    """

    final: tuple[str, ...]
    listed: tuple[str, ...]
    added_late: tuple[str, ...]
    dropped_late: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.final, *self.listed, *self.added_late, *self.dropped_late)

    def changed(self, figures: FigureSet, months: Months) -> dict[str, FigureValue]:
        """Return the figures that changed lists change, as they then are.

        Parameters
        ----------
        figures
            As they were; one that is not given is left out, so that reading it is refused.
        months
            What the newer list adds and drops.
        """
        coming = months.added - months.dropped
        late = months.added_late - months.dropped_late
        moved = dict.fromkeys(self.final, coming + late)
        moved |= dict.fromkeys(self.listed, coming)
        moved |= dict.fromkeys(self.added_late, months.added_late)
        moved |= dict.fromkeys(self.dropped_late, months.dropped_late)
        found: dict[str, FigureValue] = {}
        for name, number in moved.items():
            before = figures.values.get(name)
            if isinstance(before, Quantity) and number:
                found[name] = before.with_amount(before.amount + Decimal(number))
        return found


def month_figures(contract: Contract, period: Period) -> MonthFigures:
    """Find the figures of a contract that count member months.

    Parameters
    ----------
    contract
        Terms without problems.
    period
        The performance year.

    Raises
    ------
    Refusal
        When several figures count months and a list does not tell which of them a month belongs
        to, or when one figure stands both for months as listed and for months as corrected.
    """
    terms = terms_in_force(contract, period)
    wanted = survey(terms).wanted
    names = [name for name, figure in wanted.items() if _counts_months(figure.unit)]
    strata = [name for name in names if "." in name]
    if strata:
        raise Refusal(
            ", ".join(strata),
            "counts the months of a part of the members",
            "a list does not say to which part a member belongs",
            "give the figures before and after the change, part by part",
        )
    fees = [clause for clause in terms.clauses if _CORRECTED in clause.terms]
    listed = _read(fees, "member_months", names)
    added, dropped = _read(fees, "months_added", names), _read(fees, "months_removed", names)
    _refuse_two_meanings(terms, fees, listed)
    special = {*listed, *added, *dropped}
    final = tuple(name for name in names if name not in special)
    if len(final) > 1:
        raise Refusal(
            " and ".join(final),
            "both count member months" if len(final) == 2 else "all count member months",
            "a list does not say which of them a month belongs to",
            "name the figure that every month of the list belongs to",
        )
    return MonthFigures(final, listed, added, dropped)


def _counts_months(unit: object) -> bool:
    return isinstance(unit, Unit) and unit == _MONTHS


def _read(fees: list[Clause], figure: str, names: list[str]) -> tuple[str, ...]:
    """Return the contract's own names of a figure that corrected fees read."""
    own = dict.fromkeys(clause.reads.get(figure, figure) for clause in fees)
    return tuple(name for name in own if name in names)


def _refuse_two_meanings(terms: Contract, fees: list[Clause], listed: tuple[str, ...]) -> None:
    """Stop when a figure of months as listed is also read where corrections are not added."""
    others = tuple(clause.id for clause in terms.clauses if clause not in fees)
    if not fees or not others:
        return
    asked = {(clause, name) for clause, name in survey(terms).asked if clause in others}
    for clause, own in sorted(asked):
        name = terms.clause(clause).reads.get(own, own)
        if name in listed:
            raise Refusal(
                name,
                f"stands for months as listed, and {clause} reads it as the months of the year",
                "a month added later would change the one and not the other",
                "give the two a figure of their own, as in reads = { member_months = "
                '"listed_months" }',
            )
