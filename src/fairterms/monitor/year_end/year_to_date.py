"""What is known of a year, with the day each number came: nobody in it, only totals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from fairterms.monitor.year_end.month import later, months_from, named
from fairterms.units.problem import Problem
from fairterms.units.quantity import Quantity
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class PaidCell:
    """What was paid in one month for care given in another, as one feed tells it.

    Attributes
    ----------
    incurred, paid
        The month of care and the month of payment.
    dollars
        Their sum; negative where more was taken back than paid.
    feed
        The feed that says so. A later feed's word on the same two months replaces an earlier one.
    """

    incurred: date
    paid: date
    dollars: Decimal
    feed: date


@dataclass(frozen=True)
class MonthRow:
    """What a month's lists say: figures by name, and the day they came.

    A later row on the same month replaces an earlier one from the day it came.
    """

    month: date
    received: date
    values: Mapping[str, Quantity]
    note: str = ""


@dataclass(frozen=True)
class Feed:
    """One delivery of claims data.

    Attributes
    ----------
    month
        The month of payment it is about.
    due, received
        When it should have come, and when it did; None as long as it has not.
    members, rows
        Its control totals; None where it has none.
    restates
        The first month of payment that it tells anew; None where it only adds.
    """

    month: date
    due: date
    received: date | None
    members: int | None = None
    rows: int | None = None
    restates: date | None = None

    def days_late(self, day: date) -> int:
        """Return how many days after it was due it came, or is out on ``day``; 0 in time."""
        came = self.received if self.received is not None and self.received <= day else day
        return max((came - self.due).days, 0)


@dataclass(frozen=True)
class Report:
    """Figures that are not monthly: totals of the year through a month, and the day they came."""

    through: date
    received: date
    values: Mapping[str, Quantity]


@dataclass(frozen=True)
class Seen:
    """What was known of the year on one day.

    Attributes
    ----------
    day
        That day.
    paid_until
        The last month of payment that is known without a gap.
    paid
        Month of care and month of payment to dollars.
    months
        Month to its latest figures.
    totals
        Figure to the month it is known through, and its total of the year until then.
    waiting
        Feeds that were due and have not come, in order.
    unused
        Feeds that came and cannot be used before an earlier one has come.
    """

    day: date
    paid_until: date
    paid: Mapping[tuple[date, date], Decimal]
    months: Mapping[date, Mapping[str, Quantity]]
    totals: Mapping[str, tuple[date, Quantity]]
    waiting: tuple[Feed, ...] = ()
    unused: tuple[Feed, ...] = ()


@dataclass(frozen=True)
class YearToDate:
    """A year as the files of ``year/`` tell it.

    Attributes
    ----------
    year
        The performance year; a calendar year.
    paid_through
        The last month whose payments count in the final settlement.
    held
        Figures that are known and do not grow with the year.
    """

    year: int
    paid_through: date
    paid: tuple[PaidCell, ...] = ()
    months: tuple[MonthRow, ...] = ()
    feeds: tuple[Feed, ...] = ()
    reports: tuple[Report, ...] = ()
    held: Mapping[str, Quantity] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def first(self) -> date:
        """The first month of care of the year."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The last month of care of the year."""
        return date(self.year, 12, 1)

    @property
    def monthly(self) -> tuple[str, ...]:
        """The figures that come month by month."""
        return tuple(sorted({name for row in self.months for name in row.values}))

    def as_of(self, day: date) -> Seen:
        """Return what was known on a day.

        Raises
        ------
        Refusal
            When no feed had come by then.
        """
        came = [one for one in self.feeds if one.received is not None and one.received <= day]
        until = _without_gap(self.feeds, came)
        if until is None:
            raise Refusal(
                "year/feeds.csv",
                f"names no feed that came by {day}",
                "a forecast begins with the claims paid in earlier years",
                "name the first feed with the day it came, or ask for a later day",
            )
        used = {one.month for one in came if one.month <= until}
        return Seen(
            day,
            until,
            _latest_cells(self.paid, used),
            _latest_months(self.months, day),
            _latest_totals(self.reports, day),
            tuple(one for one in self.feeds if one not in came and one.due < day),
            tuple(one for one in came if one.month > until),
        )

    def days(self, until: date | None = None) -> tuple[date, ...]:
        """Return the days to look: the ends of the months from the first feed's coming on.

        Parameters
        ----------
        until
            The last day to look, itself among them; None looks to the month of the last feed.
        """
        came = [one.received for one in self.feeds if one.received is not None]
        if not came:
            return ()
        first, last = min(came).replace(day=1), max(came).replace(day=1)
        ends = tuple(_last_day(month) for month in months_from(first, last))
        if until is None:
            return ends
        before = tuple(day for day in ends if day < until)
        return (*before, until) if until >= min(came) else before


def _last_day(month: date) -> date:
    return date.fromordinal(later(month, 1).toordinal() - 1)


def _without_gap(feeds: tuple[Feed, ...], came: list[Feed]) -> date | None:
    """Return the last month up to which every feed has come."""
    until = None
    for feed in sorted(feeds, key=lambda one: one.month):
        if feed not in came:
            break
        until = feed.month
    return until


def _latest_cells(cells: tuple[PaidCell, ...], used: set[date]) -> dict[tuple[date, date], Decimal]:
    found = {}
    for cell in sorted(cells, key=lambda one: one.feed):
        if cell.feed in used:
            found[cell.incurred, cell.paid] = cell.dollars
    return found


def _latest_months(rows: tuple[MonthRow, ...], day: date) -> dict[date, Mapping[str, Quantity]]:
    came = sorted((row for row in rows if row.received <= day), key=lambda row: row.received)
    return {row.month: row.values for row in came}


def _latest_totals(reports: tuple[Report, ...], day: date) -> dict[str, tuple[date, Quantity]]:
    came = sorted(
        (one for one in reports if one.received <= day), key=lambda one: (one.through, one.received)
    )
    return {name: (one.through, value) for one in came for name, value in one.values.items()}


def feed_name(feed: Feed) -> str:
    """Name a feed for a reader: ``"the feed of April 2027"``."""
    return f"the feed of {named(feed.month)}"
