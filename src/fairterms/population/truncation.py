"""Truncation: the cost of one person counts only up to a ceiling, and what was cut is shown."""

from dataclasses import dataclass
from enum import Enum

from fairterms.population.cost_of_care import CostRule
from fairterms.population.member_months import Exposure
from fairterms.records.engine.connection import Connection
from fairterms.units.refusal import Refusal


class PartYear(Enum):
    """What ceiling holds for a person who is a member for a part of the period."""

    WHOLE = "the whole ceiling"
    BY_MEMBER_MONTHS = "the share of the ceiling that the person's member months are"


@dataclass(frozen=True)
class Ceiling:
    """What a contract must say about truncation.

    Attributes
    ----------
    cents
        The most that one person's cost in the period counts for, in cents; None for no ceiling.
    part_year
        What holds for a person who is a member for a part of the period.

    Raises
    ------
    Refusal
        When the ceiling is 0 or less: all cost would be gone.
    """

    cents: int | None
    part_year: PartYear

    def __post_init__(self) -> None:
        if self.cents is not None and self.cents <= 0:
            raise Refusal(
                "ceiling of one person's cost",
                "is not above $0",
                "all cost would be cut away",
                "ask the plan for the amount in dollars, and whether it is for a whole year",
            )

    def of_person(self, exposure: Exposure) -> str:
        """Return SQL of a person's ceiling in whole cents, from the person's ``counted``."""
        assert self.cents is not None, "there is no ceiling"
        if self.part_year is PartYear.WHOLE:
            return f"CAST({self.cents} AS HUGEINT)"
        over, under = exposure.divisor.denominator, exposure.divisor.numerator * exposure.months
        share = f"(CAST({self.cents} AS HUGEINT) * coalesce(counted, 0) * {over}) // {under}"
        return f"least(CAST({self.cents} AS HUGEINT), {share})"


@dataclass(frozen=True)
class Truncation:
    """What the ceiling did.

    Attributes
    ----------
    people, people_cut
        People with any cost, and how many of them are above their ceiling.
    cents, cents_cut
        Cost before, and the part that was cut away.
    people_below_zero
        People whose lines add up to less than nothing: reversals without the bill they take back.
        Their cost counts as it stands.

    Examples
    --------
    >>> Truncation(3, 1, 9_000_00, 2_500_00, 0).cents_kept
    650000
    """

    people: int
    people_cut: int
    cents: int
    cents_cut: int
    people_below_zero: int

    @property
    def cents_kept(self) -> int:
        """Cost that counts."""
        return self.cents - self.cents_cut


def per_person(cost: CostRule, exposure: Exposure, ceiling: Ceiling) -> str:
    """Return SQL that stands after FROM: person_id, cents, kept.

    Parameters
    ----------
    cost, exposure, ceiling
        The contract's rules.

    Notes
    -----
    A person's cost is summed over the whole period first: two lines below the ceiling may be
    above it together.
    """
    spent = f"(SELECT person_id, sum(cents) AS cents FROM {cost.relation(exposure)} GROUP BY 1)"  # noqa: S608
    if ceiling.cents is None:
        return f"(SELECT person_id, cents, cents AS kept FROM {spent})"  # noqa: S608
    counted = f"(SELECT person_id, sum(counted) AS counted FROM {exposure.relation} GROUP BY 1)"  # noqa: S608
    return (
        "(SELECT spent.person_id, spent.cents, "  # noqa: S608
        f"least(spent.cents, {ceiling.of_person(exposure)}) AS kept "
        f"FROM {spent} spent LEFT JOIN {counted} counts ON counts.person_id = spent.person_id)"
    )


def truncate(
    connection: Connection, cost: CostRule, exposure: Exposure, ceiling: Ceiling
) -> Truncation:
    """Cut each person's cost at the ceiling, and say what was cut.

    Parameters
    ----------
    connection
        The store's, with ``claims`` and ``enrolment``.

    Raises
    ------
    Refusal
        When a line has no amount.
    """
    cost.refuse_gaps(connection, exposure.period)
    row = connection.execute(
        "SELECT count(*), count(*) FILTER (kept < cents), coalesce(sum(cents), 0), "  # noqa: S608
        "coalesce(sum(cents - kept), 0), count(*) FILTER (cents < 0) "
        f"FROM {per_person(cost, exposure, ceiling)}"
    ).fetchone()
    assert row is not None
    return Truncation(row[0], row[1], int(row[2]), int(row[3]), row[4])
