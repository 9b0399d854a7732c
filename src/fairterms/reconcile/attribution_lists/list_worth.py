"""Two lists of members in dollars: months added and dropped, before and after they began."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fairterms.population.list_difference import Lists, MonthDifference, compare
from fairterms.reconcile.attribution_lists.month_figures import (
    MonthFigures,
    Months,
    month_figures,
)
from fairterms.reconcile.restatement.effect import Basis, Effect, effect
from fairterms.records.engine.connection import Connection
from fairterms.settle.settlement import Settlement
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal

SORTS = ("added_late", "dropped_late", "added", "dropped")
"""As :class:`Months` calls them; late is what changes a month that had begun."""


@dataclass(frozen=True)
class ListChange:
    """One sort of change of a list.

    Attributes
    ----------
    sort
        One of :data:`SORTS`.
    months
        Member months.
    people
        How many people they belong to.
    alone
        What they move when nothing else changes; None when that cannot be worked out.
    """

    sort: str
    months: int
    people: int
    alone: Effect | None


@dataclass(frozen=True)
class ListWorth:
    """What a newer list changes, in members and dollars.

    Attributes
    ----------
    changes
        One for each sort, in the order of :data:`SORTS`.
    moved_months, moved_people
        Months and people that changed only the clinician; they move no dollars of the whole.
    months
        The change of each month.
    one_month
        What one more member month, added in retrospect, moves; None when it cannot be worked out.
    together
        What all changes move together; None when that cannot be worked out.
    why_not
        Why dollars are not known; empty when they are.
    """

    changes: tuple[ListChange, ...]
    moved_months: int
    moved_people: int
    months: tuple[MonthDifference, ...]
    one_month: Effect | None
    together: Effect | None
    why_not: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether anybody was added, dropped or moved."""
        return bool(self.moved_months or any(change.months for change in self.changes))

    @property
    def net_months(self) -> int:
        """Member months gained or lost."""
        return sum(
            change.months if change.sort.startswith("added") else -change.months
            for change in self.changes
        )


def weigh(
    connection: Connection, lists: Lists, basis: Basis, counted: MonthFigures | None = None
) -> ListWorth:
    """Compare two lists, and settle the year with the months each change adds or drops.

    Parameters
    ----------
    connection
        The store's, with both loads of enrolment.
    lists
        The two loads, and how a month is read from them.
    basis
        The terms, the year, and its figures on the older list.
    counted
        Which figures count the months of the lists; None to find them in the terms.

    Raises
    ------
    Refusal
        When there is no such load, or the year does not start with a month.

    Notes
    -----
    Only the months change. What the members cost is another figure, and moves with their bills.
    """
    _refuse_part_month(basis.period)
    months = compare(connection, lists, basis.period)
    late = [month.month for month in months if month.is_retroactive]
    counts = _counts(connection, lists, basis.period, late)
    pricing = _pricing(basis, counted)
    changes = tuple(
        ListChange(
            sort,
            *counts.get(sort, (0, 0)),
            pricing.effect(Months(**{sort: counts.get(sort, (0, 0))[0]})),
        )
        for sort in SORTS
    )
    every = Months(**{change.sort: change.months for change in changes})
    return ListWorth(
        changes,
        *counts.get("moved", (0, 0)),
        months,
        pricing.effect(Months(added_late=1)),
        pricing.effect(every),
        pricing.why_not,
    )


@dataclass(frozen=True)
class _Pricing:
    """How months are turned into dollars, or why they cannot be."""

    basis: Basis
    figures: MonthFigures | None
    before: Settlement | None
    why_not: str = ""

    def effect(self, months: Months) -> Effect | None:
        """Settle with some months more or fewer."""
        if self.figures is None or self.before is None:
            return None
        changed = self.figures.changed(self.basis.figures, months)
        return effect(self.before, self.basis.settled(changed), self.basis.contract)


def _pricing(basis: Basis, counted: MonthFigures | None) -> _Pricing:
    try:
        figures = counted or month_figures(basis.contract, basis.period)
        before = basis.settled()
    except Refusal as refusal:
        return _Pricing(basis, None, None, refusal.sentences)
    if not figures.names:
        words = "The terms read no member months, so a longer or shorter list moves no dollars."
        return _Pricing(basis, None, None, words)
    return _Pricing(basis, figures, before)


def _counts(
    connection: Connection, lists: Lists, period: Period, late: Sequence[date]
) -> Mapping[str, tuple[int, int]]:
    """Count months and people by sort of change."""
    begun = " OR ".join(f"month = DATE '{month}'" for month in late) or "FALSE"
    rows = connection.execute(
        "SELECT CASE WHEN change = 'moved' THEN change "  # noqa: S608
        f"WHEN {begun} THEN change || '_late' ELSE change END AS sort, "
        "count(*), count(DISTINCT person_id) FROM ("
        "SELECT coalesce(n.month, o.month) AS month, "
        "coalesce(n.person_id, o.person_id) AS person_id, "
        "CASE WHEN o.person_id IS NULL THEN 'added' WHEN n.person_id IS NULL THEN 'dropped' "
        "WHEN o.clinician_id = n.clinician_id THEN 'kept' ELSE 'moved' END AS change "
        f"FROM {lists.at(lists.newer, period)} n FULL JOIN {lists.at(lists.older, period)} o "
        "ON n.month = o.month AND n.person_id = o.person_id) "
        "WHERE change <> 'kept' GROUP BY sort ORDER BY sort"
    ).fetchall()
    return {sort: (months, people) for sort, months, people in rows}


def _refuse_part_month(period: Period) -> None:
    if period.first.day != 1:
        raise Refusal(
            "the year",
            f"starts on {period.first}, within a month",
            "a list is read month by month",
            "give a period from the first day of a month",
        )
