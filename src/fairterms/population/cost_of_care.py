"""The cost of care that counts: which amount, by which day, paid until when, of whom."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from fairterms.population.member_months import Exposure
from fairterms.population.named_rows import first_rows
from fairterms.records.engine.connection import Connection
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal


class Amount(Enum):
    """Which amount of a line is its cost; the value is the column."""

    PAID = "paid_cents"
    ALLOWED = "allowed_cents"


class ServiceDay(Enum):
    """Which day puts a line into a period; the value is SQL on the alias ``c``."""

    LINE = "c.starts"
    ADMISSION = "coalesce(c.admitted, c.starts)"


class Outsiders(Enum):
    """What happens to the cost of people in months in which they do not count as members."""

    COUNTED = "counted"
    LEFT_OUT = "left out"


@dataclass(frozen=True)
class CostRule:
    """What a contract must say about cost.

    Attributes
    ----------
    amount
        What the plan paid, or what it allowed: the second holds the member's share too.
    service_day
        Which day puts a line into the period.
    paid_through
        The last day of payment that counts; None counts every line received.
    outsiders
        What happens to cost in months outside membership.

    Notes
    -----
    A stay that begins in December and ends in January is one year's cost by the day of admission
    and may be the next year's by the day of the line.
    """

    amount: Amount
    service_day: ServiceDay
    paid_through: date | None
    outsiders: Outsiders

    def relation(self, exposure: Exposure) -> str:
        """Return SQL that stands after FROM: person_id, month, paid_month, cents, load_id, row.

        Parameters
        ----------
        exposure
            Who is a member, and of which period the costs are.
        """
        members = (
            f" SEMI JOIN {exposure.relation} members "
            f"ON members.person_id = c.person_id AND members.month = "
            f"CAST(date_trunc('month', {self.service_day.value}) AS DATE)"
            if self.outsiders is Outsiders.LEFT_OUT
            else ""
        )
        return (
            f"(SELECT c.person_id, CAST(date_trunc('month', {self.service_day.value}) AS DATE) "  # noqa: S608
            "AS month, CAST(date_trunc('month', c.paid_on) AS DATE) AS paid_month, "
            f"c.{self.amount.value} AS cents, c.load_id, c.row "
            f"FROM claims c{members} WHERE {self._inside(exposure.period)})"
        )

    def _inside(self, period: Period) -> str:
        day = self.service_day.value
        paid = f" AND c.paid_on <= DATE '{self.paid_through}'" if self.paid_through else ""
        return f"{day} BETWEEN DATE '{period.first}' AND DATE '{period.last}'{paid}"

    def refuse_gaps(self, connection: Connection, period: Period) -> None:
        """Stop when a line of the period has no amount, or no day of payment that is needed.

        Parameters
        ----------
        connection
            The store's.
        period
            The days of service looked at.

        Raises
        ------
        Refusal
            Naming the rows.
        """
        _refuse_empty(
            connection,
            f"c.{self.amount.value} IS NULL AND {self._inside(period)}",
            f"have no {self.amount.name.lower()} amount",
            "an empty amount is not known to be 0, and cost would come out too low",
            "ask the plan for the amounts, or agree on the other amount",
        )
        if self.paid_through:
            self.refuse_unpaid_days(connection, period)

    def refuse_unpaid_days(self, connection: Connection, period: Period) -> None:
        """Stop when a line of the period has no day of payment.

        Raises
        ------
        Refusal
            Naming the rows.
        """
        day = self.service_day.value
        _refuse_empty(
            connection,
            f"c.paid_on IS NULL AND {day} BETWEEN DATE '{period.first}' AND DATE '{period.last}'",
            "have no day of payment",
            "nobody can say whether they were paid in time to count",
            "ask the plan for the day of payment of every line",
        )


def _refuse_empty(connection: Connection, condition: str, what: str, why: str, fix: str) -> None:
    number, rows = first_rows(
        connection,
        f"(SELECT c.load_id, c.row FROM claims c WHERE {condition})",  # noqa: S608
    )
    if number:
        said = what if number > 1 else what.replace("have", "has")
        lines = "lines" if number > 1 else "line"
        raise Refusal("claims", f"{number} {lines} {said} ({rows})", why, fix)
