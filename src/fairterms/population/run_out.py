"""Run-out: how much of a month's cost had been paid after each further month.

Bills arrive late. A year settled too early looks cheap, and the next statement takes it back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fairterms.population.cost_of_care import CostRule
from fairterms.population.member_months import Exposure
from fairterms.records.engine.connection import Connection
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Triangle:
    """Cents by month of service and months waited until payment.

    Attributes
    ----------
    observed_until
        The last month whose payments are all known, as its first day.
    cents
        Cents by month of service, each by months waited from 0; a month not yet observed is not
        there.
    before_service
        Lines paid in a month before their service: a sign of wrong days, counted as waited 0.
    """

    observed_until: date
    cents: Mapping[date, tuple[int, ...]]
    before_service: int

    def paid_by(self, month: date, waited: int) -> int:
        """Return the cents of a month paid within so many months.

        Raises
        ------
        Refusal
            When so long a wait has not been observed for that month.
        """
        known = self.cents[month]
        if waited >= len(known):
            raise Refusal(
                f"cost of the month {month:%Y-%m}",
                f"was observed for {len(known) - 1} months after it, not {waited}",
                "payments that may still come are not 0",
                "wait for the later payments, or choose a shorter run-out",
            )
        return sum(known[: waited + 1])

    def growth(self, waited: int) -> Fraction:
        """Return by what factor cost grows from one month's wait to the next.

        Parameters
        ----------
        waited
            Months waited before the step.

        Notes
        -----
        f(k) = Σ paid by k + 1 / Σ paid by k, over the months of service observed for both: a
        ratio of sums, so that a month with little cost weighs little.

        Raises
        ------
        Refusal
            When no month was observed that long, or nothing was paid.
        """
        both = [month for month, known in self.cents.items() if len(known) > waited + 1]
        before = sum(self.paid_by(month, waited) for month in both)
        if before <= 0:
            raise Refusal(
                f"payments after {waited} months",
                "no month of service was observed longer, or nothing was paid",
                "how much is still to come cannot be known from these records",
                "use older months of service, or wait",
            )
        return Fraction(sum(self.paid_by(month, waited + 1) for month in both), before)

    def completeness(self, waited: int, final: int) -> Fraction:
        """Return the share of a month's cost that is paid after so many months.

        Parameters
        ----------
        waited
            Months waited.
        final
            Months after which a month of service is taken as complete; a term of the contract.

        Notes
        -----
        1 / (f(waited) · … · f(final − 1)).

        Raises
        ------
        Refusal
            When a step between the two was never observed.

        Examples
        --------
        >>> paid = {date(2027, 1, 1): (60, 30, 10), date(2027, 2, 1): (60, 30)}
        >>> Triangle(date(2027, 3, 1), paid, 0).completeness(0, 2)
        Fraction(3, 5)
        """
        assert 0 <= waited <= final, "a month is complete after the wait, not before"
        share = Fraction(1)
        for step in range(waited, final):
            share /= self.growth(step)
        return share


def triangle(
    connection: Connection, cost: CostRule, exposure: Exposure, observed_until: date
) -> Triangle:
    """Lay cost out by month of service and month of payment.

    Parameters
    ----------
    connection
        The store's, with ``claims``.
    cost
        Which amount and day count. Its last day of payment must be open, or a triangle would show
        a wait that the rule itself cut off.
    exposure
        The months of service, and who is a member.
    observed_until
        A day in the last month whose payments are all in the records.

    Raises
    ------
    Refusal
        When a line has no amount or no day of payment.
    """
    assert cost.paid_through is None, "the triangle sees every payment"
    until = observed_until.replace(day=1)
    cost.refuse_gaps(connection, exposure.period)
    cost.refuse_unpaid_days(connection, exposure.period)
    rows = connection.execute(
        "SELECT month, greatest(date_diff('month', month, paid_month), 0) AS waited, sum(cents), "  # noqa: S608
        "count(*) FILTER (paid_month < month) "
        f"FROM {cost.relation(exposure)} WHERE paid_month <= DATE '{until}' "
        "GROUP BY 1, 2 ORDER BY 1, 2"
    ).fetchall()
    found = {(month, waited): int(cents) for month, waited, cents, _ in rows}
    months = [month for month in _months(exposure) if month <= until]
    cents = {
        month: tuple(found.get((month, k), 0) for k in range(_between(month, until) + 1))
        for month in months
    }
    return Triangle(until, cents, sum(early for *_, early in rows))


def _between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _months(exposure: Exposure) -> list[date]:
    first = exposure.period.first
    return [
        date(first.year + (first.month - 1 + k) // 12, (first.month - 1 + k) % 12 + 1, 1)
        for k in range(exposure.months)
    ]
