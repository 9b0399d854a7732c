"""Risk scores: how much costlier than average a population is expected to be.

The average is weighted by member months: a person who left in March counts for three months.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from fairterms.population import member_months
from fairterms.population.member_months import Exposure
from fairterms.population.named_rows import first_rows
from fairterms.records.engine.connection import Connection
from fairterms.units.refusal import Refusal


class NoScore(Enum):
    """What becomes of member months without a risk score. A guessed 1 or 0 is no choice."""

    REFUSED = "refused"
    LEFT_OUT = "left out of the average"


@dataclass(frozen=True)
class RiskScore:
    """The average risk score of a population.

    Attributes
    ----------
    mean
        Times the average; exact.
    counted, counted_without
        Months (or days) that carry a score, and those that do not and were left out.

    Examples
    --------
    >>> RiskScore(Fraction(11, 10), 9, 1).share_without
    Fraction(1, 10)
    """

    mean: Fraction
    counted: int
    counted_without: int

    @property
    def share_without(self) -> Fraction:
        """Share of member months without a score."""
        return Fraction(self.counted_without, self.counted + self.counted_without)


def average(connection: Connection, exposure: Exposure, no_score: NoScore) -> RiskScore:
    """Average the risk scores of a period, weighted by member months.

    Parameters
    ----------
    connection
        The store's, with ``enrolment.risk_score``.
    exposure
        Who counts in which month. A month takes the score of the span that made the person count.
    no_score
        What becomes of months without a score.

    Notes
    -----
    mean = Σ score × months / Σ months.

    Raises
    ------
    Refusal
        When spans overlap, a score is missing and must not be, or there is none at all.
    """
    member_months.refuse_overlaps(connection, exposure)
    scored = (
        "(SELECT m.counted, e.risk_score, m.load_id, m.row "  # noqa: S608
        f"FROM {exposure.relation} m JOIN enrolment e USING (load_id, row))"
    )
    if no_score is NoScore.REFUSED:
        _refuse_missing(connection, scored)
    rows = connection.execute(
        f"SELECT risk_score, sum(counted) FROM {scored} GROUP BY risk_score"  # noqa: S608
    ).fetchall()
    # Multiplied here, not by the engine: engines round products of decimals in different places.
    months: dict[Decimal | None, int] = {score: int(counted) for score, counted in rows}
    without = months.pop(None, 0)
    with_score = sum(months.values())
    if not with_score:
        raise Refusal(
            "risk score",
            "no member month has one",
            "an average of nothing is not 1",
            "ask the plan for each member's risk score, its version and its coefficients",
        )
    total = sum((Fraction(score or 0) * counted for score, counted in months.items()), Fraction(0))
    return RiskScore(total / with_score, with_score, without)


def _refuse_missing(connection: Connection, scored: str) -> None:
    number, rows = first_rows(
        connection,
        f"(SELECT DISTINCT load_id, row FROM {scored} WHERE risk_score IS NULL)",  # noqa: S608
    )
    if number:
        raise Refusal(
            "risk score",
            f"{number} {'span has' if number == 1 else 'spans have'} none ({rows})",
            "a score of 0 or 1 in its place would move the benchmark",
            "ask the plan for the missing scores, or agree to leave those months out",
        )


def capped_ratio(now: Fraction, before: Fraction, cap: Fraction) -> Fraction:
    """Return how much the risk score grew since the baseline, held within a cap on both sides.

    Parameters
    ----------
    now, before
        Average risk scores of the same definition and version, above 0.
    cap
        The largest growth or fall that counts, as a fraction.

    Raises
    ------
    Refusal
        When the earlier score is not above 0.

    Examples
    --------
    >>> capped_ratio(Fraction("1.08"), Fraction("1.00"), Fraction("0.03"))
    Fraction(103, 100)
    >>> capped_ratio(Fraction("1.01"), Fraction("1.00"), Fraction("0.03"))
    Fraction(101, 100)
    """
    assert cap >= 0, "a cap is a share, not below 0"
    if before <= 0:
        raise Refusal(
            "risk score of the baseline",
            "is not above 0",
            "growth from nothing cannot be measured",
            "check the scores of the baseline period",
        )
    return min(max(now / before, 1 - cap), 1 + cap)


def normalised(score: Fraction, population_mean: Fraction) -> Fraction:
    """Return a risk score as a multiple of its declared population's mean, which becomes 1.

    Parameters
    ----------
    score
        A person's or a group's score.
    population_mean
        The mean, weighted by member months, of the population the contract names.

    Raises
    ------
    Refusal
        When the mean is not above 0.

    Examples
    --------
    >>> normalised(Fraction("1.2"), Fraction("0.96"))
    Fraction(5, 4)
    """
    if population_mean <= 0:
        raise Refusal(
            "mean risk score of the population",
            "is not above 0",
            "nothing can be compared with it",
            "check the scores of the population the contract names",
        )
    return score / population_mean
