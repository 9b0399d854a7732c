"""Member months: the exposure that every amount per member per month is divided by.

Four rules are in use, and they disagree. A contract must name one.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from fairterms.population.named_rows import first_rows
from fairterms.population.selection import Selection
from fairterms.records.engine.connection import Connection
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal

FAR_AWAY = "DATE '9999-12-31'"
"""The last day of a span that has not ended."""


class MonthRule(Enum):
    """When a person counts in a month."""

    FIRST_DAY = "a member on the first day of the month"
    FIFTEENTH = "a member on the fifteenth of the month"
    ANY_DAY = "a member on any day of the month"
    DAYS = "days of membership divided by a number of days a month"


@dataclass(frozen=True)
class Exposure:
    """What a contract must say about member months.

    Attributes
    ----------
    rule
        When a person counts in a month.
    period
        Whole calendar months, from the first day of one to the last day of another.
    selection
        Which spans count.
    days_a_month
        Days that make one month; only for :attr:`MonthRule.DAYS`, and then it must be given.

    Raises
    ------
    Refusal
        When the period is not whole months, or the days a month are missing.
    """

    rule: MonthRule
    period: Period
    selection: Selection
    days_a_month: Decimal | None = None

    def __post_init__(self) -> None:
        first, last = self.period.first, self.period.last
        if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
            raise Refusal(
                "member months",
                f"the period {self.period} is not whole months",
                "a month of which only a part counts is a month for one side and none for the "
                "other",
                "give a period from the first day of a month to the last day of one",
            )
        if (self.rule is MonthRule.DAYS) != (self.days_a_month is not None):
            raise Refusal(
                "days a month",
                "given for a rule that has none" if self.days_a_month else "missing",
                "only the rule by days divides by a number, and 30, 30.4 and 30.42 differ by "
                "one in a hundred",
                "ask the plan which number of days makes a month, such as 30.4",
            )
        assert self.days_a_month is None or self.days_a_month > 0, "a month has days"

    @property
    def divisor(self) -> Fraction:
        """What the count is divided by: 1, or the days a month."""
        return Fraction(self.days_a_month) if self.days_a_month else Fraction(1)

    @property
    def months(self) -> int:
        """Calendar months in the period."""
        first, last = self.period.first, self.period.last
        return (last.year - first.year) * 12 + last.month - first.month + 1

    @property
    def relation(self) -> str:
        """SQL that stands after FROM: person_id, month, load_id, row, counted.

        ``counted`` is 1, or days; ``row`` is the span that made the person count. Where two spans
        touch one month, the rule by any day takes the later span.
        """
        until = f"coalesce(e.ends, {FAR_AWAY})"
        first = "m.on_day" if self.rule is MonthRule.FIFTEENTH else "m.first"
        last = first if self.rule in _ON_ONE_DAY else "m.last"
        days = f"date_diff('day', greatest(e.starts, m.first), least({until}, m.last)) + 1"
        counted = days if self.rule is MonthRule.DAYS else "1"
        once = _LATEST_SPAN if self.rule is MonthRule.ANY_DAY else ""
        return (
            f"(SELECT e.person_id, m.first AS month, e.load_id, e.row, "  # noqa: S608
            f"CAST({counted} AS BIGINT) AS counted "
            f"FROM {months_of(self.period)} m JOIN enrolment e "
            f"ON e.starts <= {last} AND {until} >= {first} "
            f"WHERE e.starts <= {until} AND {self.selection.condition('e')}{once})"
        )


_ON_ONE_DAY = (MonthRule.FIRST_DAY, MonthRule.FIFTEENTH)
_LATEST_SPAN = (
    " QUALIFY row_number() OVER (PARTITION BY e.person_id, m.first "
    "ORDER BY e.starts DESC, e.load_id DESC, e.row DESC) = 1"
)


def months_of(period: Period, day_of_month: int = 15) -> str:
    """Return the months of a period, as SQL after FROM: first, on_day, last.

    Parameters
    ----------
    period
        Whole months.
    day_of_month
        Which day of each month ``on_day`` is, 1 to 28.

    Examples
    --------
    >>> print(months_of(Period(date(2027, 2, 1), date(2027, 2, 28))))
    (SELECT day AS first, day + 14 AS on_day, last_day(day) AS last FROM \
(SELECT unnest([DATE '2027-02-01']) AS day))
    """
    first, days = period.first, []
    while first <= period.last:
        days.append(f"DATE '{first}'")
        first += timedelta(days=monthrange(first.year, first.month)[1])
    return (
        f"(SELECT day AS first, day + {day_of_month - 1} AS on_day, last_day(day) AS last "  # noqa: S608
        f"FROM (SELECT unnest([{', '.join(days)}]) AS day))"
    )


@dataclass(frozen=True)
class MemberMonths:
    """Member months as counted.

    Attributes
    ----------
    counted
        Months, or days where the rule is by days.
    members
        People who counted in at least one month.
    divisor
        What `counted` is divided by.

    Examples
    --------
    >>> MemberMonths(365, 1, Fraction("30.4")).amount
    Fraction(1825, 152)
    """

    counted: int
    members: int
    divisor: Fraction

    @property
    def amount(self) -> Fraction:
        """Member months, exact."""
        return self.counted / self.divisor


def refuse_overlaps(connection: Connection, exposure: Exposure) -> None:
    """Stop when two spans of one person hold the same day of the period.

    Parameters
    ----------
    connection
        The store's.
    exposure
        The rule, whose period and selection are looked at.

    Raises
    ------
    Refusal
        Naming the rows of the later spans.
    """
    period = exposure.period
    until = f"coalesce(e.ends, {FAR_AWAY})"
    count, rows = first_rows(
        connection,
        "(SELECT load_id, row FROM (SELECT e.load_id, e.row, "  # noqa: S608
        f"greatest(e.starts, DATE '{period.first}') AS since, "
        f"max({until}) OVER (PARTITION BY e.person_id ORDER BY e.starts, e.load_id, e.row "
        "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS held_until FROM enrolment e "
        f"WHERE e.starts <= DATE '{period.last}' AND {until} >= DATE '{period.first}' "
        f"AND e.starts <= {until} AND {exposure.selection.condition('e')}) "
        "WHERE since <= held_until)",
    )
    if count:
        raise Refusal(
            "enrolment",
            f"{count} {'span overlaps' if count == 1 else 'spans overlap'} an earlier span of the "
            f"same member ({rows})",
            "one person would be counted twice on the same day, and every amount per member "
            "would come out too low",
            "ask the plan which of the spans holds, or choose one product, and load the list again",
        )


def count(connection: Connection, exposure: Exposure) -> MemberMonths:
    """Count the member months of a period.

    Parameters
    ----------
    connection
        The store's, with the table ``enrolment``.
    exposure
        The rule.

    Raises
    ------
    Refusal
        When spans of one person overlap.
    """
    refuse_overlaps(connection, exposure)
    row = connection.execute(
        "SELECT coalesce(sum(counted), 0), count(DISTINCT person_id) "  # noqa: S608
        f"FROM {exposure.relation}"
    ).fetchone()
    assert row is not None
    return MemberMonths(int(row[0]), row[1], exposure.divisor)


def by_month(connection: Connection, exposure: Exposure) -> Mapping[date, MemberMonths]:
    """Count the member months of each month; months without a member are 0.

    Returns
    -------
    Mapping
        By the first day of each month of the period, in order.

    Raises
    ------
    Refusal
        When spans of one person overlap.
    """
    refuse_overlaps(connection, exposure)
    rows = connection.execute(
        "SELECT m.first, coalesce(sum(c.counted), 0), count(DISTINCT c.person_id) "  # noqa: S608
        f"FROM {months_of(exposure.period)} m LEFT JOIN {exposure.relation} c ON c.month = m.first "
        "GROUP BY m.first ORDER BY m.first"
    ).fetchall()
    return {month: MemberMonths(int(n), who, exposure.divisor) for month, n, who in rows}


def every_reading(
    connection: Connection, period: Period, selection: Selection, days_a_month: Decimal
) -> Mapping[MonthRule, MemberMonths]:
    """Count by every rule, to show what a silent contract leaves open.

    Parameters
    ----------
    days_a_month
        For the rule by days.
    """
    found = {}
    for rule in MonthRule:
        divisor = days_a_month if rule is MonthRule.DAYS else None
        found[rule] = count(connection, Exposure(rule, period, selection, divisor))
    return found
