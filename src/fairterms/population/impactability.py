"""Impactability: whether cost, quality or access of these people can change, and visibly so.

A change that chance would hide proves nothing for either side, and pays or punishes by luck.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, sqrt
from statistics import NormalDist

from fairterms.population.care_elsewhere import check
from fairterms.population.care_rules import CostChange, Proof, RateChange
from fairterms.population.care_settings import Settings
from fairterms.population.care_tables import CareTables, laid_out
from fairterms.population.regression import Regression, follow
from fairterms.records.engine.connection import Connection
from fairterms.records.staged import literal


@dataclass(frozen=True)
class Moments:
    """Sums over people from which a rate per member month and its chance follow; all exact.

    Attributes
    ----------
    people
        People who count.
    months, months_squared
        Sums of each person's months, and of their squares.
    cents, cents_squared, cents_by_months
        Sums of each person's cents, of their squares, and of cents times months.
    divisor
        What months are divided by; see :class:`fairterms.population.member_months.Exposure`.
    people_with_cost
        People with any bill that counts here.
    """

    people: int
    months: int
    months_squared: int
    cents: int
    cents_squared: int
    cents_by_months: int
    divisor: Fraction
    people_with_cost: int

    @property
    def member_months(self) -> Fraction:
        """Member months, exact."""
        return self.months / self.divisor

    @property
    def pmpm_cents(self) -> Fraction:
        """Cents per member month, exact."""
        return self.cents / self.member_months

    @property
    def variance(self) -> float:
        """The variance of the PMPM of one year, in cents squared; nan for fewer than 2 people.

        Notes
        -----
        R = Σc / Σm and V(R) = n / (n − 1) · Σ (c − R m)² / (Σm)², the linearised variance of a
        ratio of sums over n people. One person's months and bills stay together, so that years of
        illness are not taken for many small chances.

        Examples
        --------
        Four people of 12 months, one of whom cost 4800 cents:

        >>> Moments(4, 48, 576, 4800, 4800**2, 4800 * 12, Fraction(1), 1).variance
        10000.0
        """
        if self.people < 2:
            return float("nan")
        ratio = Fraction(self.cents, self.months)
        squares = (
            self.cents_squared - 2 * ratio * self.cents_by_months + ratio**2 * self.months_squared
        )
        scale = Fraction(self.people, self.people - 1) * self.divisor**2
        return float(scale * squares / self.months**2)


@dataclass(frozen=True)
class Seen:
    """Whether a change would be told from chance between two years of equal size.

    Attributes
    ----------
    change
        Its size, above 0; cents PMPM, or a difference of rates.
    chance_range
        How far chance alone moves a year from the year before, up or down, in all but
        ``false_alarm`` of cases; in the same unit.
    exposure
        What one year has: member months, or people.
    needed
        What one year would need to tell the change from chance; None where the change is nothing.
    chance_of_seeing
        The chance that a real change of this size passes the proof with what one year has.

    Notes
    -----
    With V the variance of one year, the difference of two years has variance 2 V. A change δ is
    seen with the declared power when δ ≥ (z(1 − α/2) + z(power)) √(2 V); V falls with the exposure.
    The years count as two draws of people who cost as unlike each other as this year's. The same
    people staying makes years somewhat more alike, new prices and codes make them less so.
    """

    change: float
    chance_range: float
    exposure: float
    needed: int | None
    chance_of_seeing: float

    @property
    def is_seen(self) -> bool:
        """Whether one year is large enough."""
        return self.needed is not None and self.needed <= self.exposure

    @property
    def times(self) -> float | None:
        """How many times what one year has would be needed."""
        return None if self.needed is None else self.needed / self.exposure


def judge(change: float, variance_of_difference: float, exposure: float, proof: Proof) -> Seen:
    """Tell whether a change would be seen.

    Parameters
    ----------
    change
        Above or equal to 0.
    variance_of_difference
        Variance of the difference of two years without any change, in the unit of change squared.
    exposure
        Member months or people of one year.
    proof
        How sure it must be.

    Examples
    --------
    >>> seen = judge(2.8, 1.0, 1000, Proof(0.05, 0.80))
    >>> seen.needed, seen.is_seen, round(seen.chance_of_seeing, 2), round(seen.chance_range, 2)
    (1002, False, 0.8, 1.96)
    """
    normal, deviation = NormalDist(), sqrt(variance_of_difference)
    tail, sure = normal.inv_cdf(1 - proof.false_alarm / 2), normal.inv_cdf(proof.power)
    if change == 0:
        return Seen(0.0, tail * deviation, exposure, None, proof.false_alarm)
    if deviation == 0:
        return Seen(change, 0.0, exposure, 1, 1.0)
    needed = ceil(exposure * ((tail + sure) * deviation / change) ** 2)
    # The other tail, seeing a fall as a rise, is part of a false alarm and no success.
    chance = normal.cdf(change / deviation - tail)
    return Seen(change, tail * deviation, exposure, needed, chance)


@dataclass(frozen=True)
class CostImpact:
    """What a declared change of cost would come to.

    Attributes
    ----------
    change
        As declared.
    people
        People with any bill of that sort of care.
    pmpm_cents
        Cents per member month saved; exact.
    share_of_total
        Of the cost of all care; None where there is none.
    in_total, in_part
        Whether it would be seen in the cost of all care, and in that sort of care looked at alone.
    """

    change: CostChange
    people: int
    pmpm_cents: Fraction
    share_of_total: Fraction | None
    in_total: Seen
    in_part: Seen


@dataclass(frozen=True)
class RateImpact:
    """What a declared change of a rate would come to.

    Attributes
    ----------
    change
        As declared.
    seen
        Whether it would be seen; in people.
    """

    change: RateChange
    seen: Seen


@dataclass(frozen=True)
class Impact:
    """Whether anything here can change visibly.

    Attributes
    ----------
    total
        The sums behind the cost of all care.
    costs, rates
        The declared changes.
    regression
        What fell among the dearest without anyone's doing; None where nobody was followed.
    proof
        How sure a change must be; None where none is declared.
    """

    total: Moments
    costs: tuple[CostImpact, ...]
    rates: tuple[RateImpact, ...]
    regression: Regression | None
    proof: Proof | None


def weigh(connection: Connection, settings: Settings) -> Impact:
    """Weigh the declared changes against chance.

    Parameters
    ----------
    connection
        The store's.
    settings
        What the deal declares.

    Raises
    ------
    Refusal
        As :func:`fairterms.population.care_elsewhere.find`.
    """
    check(connection, settings)
    with laid_out(connection, settings) as tables:
        sums = moments(connection, settings, tables)
    costs = tuple(_weigh_cost(change, settings, sums) for change in settings.scenarios)
    rates = tuple(_weigh_rate(change, settings.proof) for change in settings.rates)
    found = follow(connection, settings) if settings.dearest else None
    return Impact(sums[""], costs, rates, found, settings.proof)


def moments(
    connection: Connection, settings: Settings, tables: CareTables
) -> Mapping[str, Moments]:
    """Sum over people, for all care under the empty name and for each part under its own.

    Parameters
    ----------
    connection
        The store's.
    settings
        What the deal declares.
    tables
        The people and their bills.

    Notes
    -----
    People without a bill count with 0 cents. All sums are whole numbers, so their order is nothing.
    """
    names = ("", *settings.parts.names)
    columns = ", ".join(
        f"CAST(sum(k.cents){_of(name)} AS HUGEINT) AS c{place}, count(*){_of(name)} AS n{place}"
        for place, name in enumerate(names)
    )
    sums = ", ".join(
        f"coalesce(sum(c{place}), 0), coalesce(sum(c{place} * c{place}), 0), "
        f"coalesce(sum(c{place} * m), 0), count(*) FILTER (n{place} > 0)"
        for place in range(len(names))
    )
    row = connection.execute(
        f"SELECT count(*), sum(m), sum(m * m), {sums} FROM "  # noqa: S608
        f"(SELECT person_id, sum(counted) AS m FROM {tables.months} GROUP BY person_id) "
        f"LEFT JOIN (SELECT k.person_id, {columns} FROM {tables.lines} k GROUP BY k.person_id) "
        "USING (person_id)"
    ).fetchone()
    assert row is not None
    people, months, squared, *rest = (int(number) for number in row)
    found = {}
    for place, name in enumerate(names):
        cents, cents_squared, by_months, with_cost = rest[4 * place : 4 * place + 4]
        found[name] = Moments(
            people,
            months,
            squared,
            cents,
            cents_squared,
            by_months,
            settings.exposure.divisor,
            with_cost,
        )
    return found


def _of(name: str) -> str:
    return f" FILTER (k.part = {literal(name)})" if name else ""


def _weigh_cost(change: CostChange, settings: Settings, sums: Mapping[str, Moments]) -> CostImpact:
    assert settings.proof is not None, "checked when built"
    total, part = sums[""], sums[change.part]
    saved = part.pmpm_cents * change.avoidable * change.falls_by
    size, months = max(float(saved), 0.0), float(total.member_months)
    return CostImpact(
        change,
        part.people_with_cost,
        saved,
        saved / total.pmpm_cents if total.cents > 0 else None,
        judge(size, 2 * total.variance, months, settings.proof),
        judge(size, 2 * part.variance, months, settings.proof),
    )


def _weigh_rate(change: RateChange, proof: Proof | None) -> RateImpact:
    assert proof is not None, "checked when built"
    variance = (change.now * (1 - change.now) + change.then * (1 - change.then)) / change.people
    return RateImpact(
        change, judge(abs(change.then - change.now), variance, float(change.people), proof)
    )
