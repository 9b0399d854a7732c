"""Total cost of care per member per month: a ratio of two sums, never a mean of ratios."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from fairterms.population import member_months, truncation
from fairterms.population.cost_of_care import CostRule
from fairterms.population.member_months import Exposure, MemberMonths
from fairterms.population.truncation import Ceiling, Truncation
from fairterms.records.engine.connection import Connection
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class TotalCost:
    """Cost and exposure side by side.

    Attributes
    ----------
    cost
        What was spent, and what the ceiling cut.
    months
        Member months.
    """

    cost: Truncation
    months: MemberMonths

    @property
    def pmpm_cents(self) -> Fraction:
        """Cost that counts, in cents per member month, exact; round it where the contract says.

        Raises
        ------
        Refusal
            When there are no member months to divide by.
        """
        return self._per_month(self.cost.cents_kept)

    @property
    def pmpm_cents_untruncated(self) -> Fraction:
        """The same without a ceiling."""
        return self._per_month(self.cost.cents)

    def _per_month(self, cents: int) -> Fraction:
        if not self.months.counted:
            raise Refusal(
                "cost per member per month",
                "there are no member months",
                "nothing can be divided by none",
                "check the period and the products chosen against the list of members",
            )
        return cents / self.months.amount


def measure(
    connection: Connection, cost: CostRule, exposure: Exposure, ceiling: Ceiling
) -> TotalCost:
    """Work out the total cost of care of a population.

    Parameters
    ----------
    connection
        The store's, with ``claims`` and ``enrolment``.

    Raises
    ------
    Refusal
        When spans overlap or an amount is missing.
    """
    months = member_months.count(connection, exposure)
    return TotalCost(truncation.truncate(connection, cost, exposure, ceiling), months)


def measure_by(
    connection: Connection,
    rules: tuple[CostRule, Exposure, Ceiling],
    groups: str,
) -> Mapping[str, TotalCost]:
    """Work out the total cost of care of each part of a population.

    Parameters
    ----------
    connection
        The store's.
    rules
        Cost, exposure and ceiling.
    groups
        SQL that stands after FROM: person_id and one further column ``stratum``, each person once,
        such as :meth:`fairterms.population.strata.Strata.relation`. People it does not hold are
        in the part ``"unknown"``.

    Returns
    -------
    Mapping
        By part, in alphabetical order; their costs and months add up to :func:`measure`'s.

    Raises
    ------
    Refusal
        When spans overlap or an amount is missing.
    """
    cost, exposure, ceiling = rules
    member_months.refuse_overlaps(connection, exposure)
    cost.refuse_gaps(connection, exposure.period)
    rows = connection.execute(
        "SELECT coalesce(g.stratum, 'unknown') AS part, coalesce(sum(m.counted), 0), "  # noqa: S608
        "count(*) FILTER (m.counted > 0), "
        "count(s.cents), count(*) FILTER (s.kept < s.cents), coalesce(sum(s.cents), 0), "
        "coalesce(sum(s.cents - s.kept), 0), count(*) FILTER (s.cents < 0) "
        f"FROM (SELECT person_id, sum(counted) AS counted FROM {exposure.relation} GROUP BY 1) m "
        f"FULL JOIN {truncation.per_person(cost, exposure, ceiling)} s USING (person_id) "
        f"LEFT JOIN {groups} g USING (person_id) GROUP BY part ORDER BY part"
    ).fetchall()
    return {
        part: TotalCost(
            Truncation(people, cut, int(cents), int(gone), below),
            MemberMonths(int(counted), members, exposure.divisor),
        )
        for part, counted, members, people, cut, cents, gone, below in rows
    }
