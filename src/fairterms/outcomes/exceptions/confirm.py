"""Confirming: a subgroup found in one period is looked for in the next period's patients.

What was searched for is always found; only patients who had no part in the search can say whether
it is there. Several candidates share one allowance for false claims.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from fairterms.outcomes.comparison import plain_logistic
from fairterms.outcomes.comparison.bootstrap import Difference, resample_gap
from fairterms.outcomes.comparison.many_comparisons import q_values
from fairterms.outcomes.exceptions.cohort import Cohort
from fairterms.outcomes.exceptions.null_worlds import chance
from fairterms.outcomes.exceptions.provider_slopes import SlopeSpread, spread_slopes
from fairterms.outcomes.exceptions.scan import Direction, Found
from fairterms.outcomes.exceptions.score_curve import Floats
from fairterms.outcomes.exceptions.subgroup import require_intake
from fairterms.outcomes.targets.minimum_count import MinimumCount
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal


@dataclass(frozen=True, kw_only=True)
class ConfirmationRules:
    """What it takes to confirm; agreed before the next period's results are known.

    Attributes
    ----------
    found_in, confirmed_in
        The period searched, and a later one.
    minimum
        The fewest patients of the subgroup with which a result counts.
    false_discovery_rate
        The share of confirmed candidates that may be false, such as 0.05.
    seed
        The same seed gives the same answer.
    replicates
        How often providers are resampled.
    """

    found_in: Period
    confirmed_in: Period
    minimum: MinimumCount
    false_discovery_rate: float
    seed: int
    replicates: int = 1_999

    def __post_init__(self) -> None:
        assert 0 < self.false_discovery_rate < 1, "a share between 0 and 1"
        if self.confirmed_in.first <= self.found_in.last:
            raise Refusal(
                "periods",
                f"{self.confirmed_in} is not after {self.found_in}",
                "patients who took part in the search cannot confirm what it found",
                "wait for the next period’s patients",
            )


@dataclass(frozen=True)
class Confirmation:
    """Whether a candidate is there again.

    Attributes
    ----------
    candidate
        As it was found.
    rules
        What it took.
    patients
        Patients of the subgroup in the next period.
    difference
        The gap with its interval and p-value; None where it could not be worked out.
    adjusted_p
        The p-value adjusted for all candidates; 1 where there is none.
    slopes
        How the gap differs between providers; None where it could not be worked out.
    objections
        Why it is not confirmed, in words; none where it is.
    """

    candidate: Found
    rules: ConfirmationRules
    patients: int
    difference: Difference | None
    adjusted_p: float
    slopes: SlopeSpread | None
    objections: tuple[str, ...]

    @property
    def is_confirmed(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.objections

    @property
    def caution(self) -> str:
        """What to ask where the gap differs between providers; empty where it does not."""
        if self.slopes is None:
            return "Whether the gap is the same at every provider could not be tested."
        if self.slopes.p_value > 0.05:
            return ""
        return (
            "The gap differs between providers: an estimated "
            f"{self.slopes.share_alike:.0%} have it in this direction. "
            "Ask what the others do before calling it case mix."
        )


def carry_over(earlier: Cohort, later: Cohort) -> Floats:
    """Return what the case mix of an earlier period expects of later patients.

    Parameters
    ----------
    earlier, later
        With the same covariates, in the same order; n later patients.

    Returns
    -------
    Floats
        Chances, shape (n,).

    Raises
    ------
    Refusal
        Where the covariates differ, or the earlier fit fails.
    """
    if earlier.names != later.names:
        raise Refusal(
            "covariates",
            "the two periods have other ones",
            "an expectation carries over only to patients described the same way",
            "use the case mix of the contract in both periods",
        )
    cells = earlier.cells()
    coefficients = cells.unscaled(plain_logistic.fit_cells(cells))
    logits = coefficients[0] + later.covariates @ coefficients[1:]
    return chance(logits)


def confirm(
    candidates: Sequence[Found], later: Cohort, expected: Floats, rules: ConfirmationRules
) -> tuple[Confirmation, ...]:
    """Look for candidates among the next period's patients.

    Parameters
    ----------
    candidates
        Every candidate taken forward, also those nobody now believes in.
    later
        The patients of the next period, n of them.
    expected
        What the agreed case mix expects of each, shape (n,); from :func:`carry_over` or as
        published. Not fitted to the later patients themselves.
    rules
        What it takes.

    Returns
    -------
    tuple of Confirmation
        One a candidate, in the order given.

    Raises
    ------
    Refusal
        Where a candidate rests on facts not known at intake, or the later patients lack one.

    Notes
    -----
    The gap is observed less expected inside, less the same outside, so a period that is worse for
    everybody confirms nothing. It is confirmed where it has the direction found, its p-value
    adjusted over all candidates is at most the false discovery rate, and at least the minimum
    count of patients belongs.
    """
    for candidate in candidates:
        require_intake(candidate.subgroup)
    looked = [_look(candidate, later, expected, rules) for candidate in candidates]
    p_values = [1.0 if seen.difference is None else seen.difference.p_value for seen in looked]
    found = q_values(p_values).tolist()
    return tuple(
        _conclude(candidate, rules, seen, adjusted)
        for candidate, seen, adjusted in zip(candidates, looked, found, strict=True)
    )


@dataclass(frozen=True)
class _Seen:
    """What the later patients show of one candidate, and what kept it from being worked out."""

    patients: int
    difference: Difference | None
    slopes: SlopeSpread | None
    obstacle: str


def _look(candidate: Found, later: Cohort, expected: Floats, rules: ConfirmationRules) -> _Seen:
    """Work out the gap of one candidate and its spread."""
    inside = candidate.subgroup.members(later.attributes, later.codes)
    count = int(inside.sum())
    try:
        difference = resample_gap(
            later.outcomes,
            expected,
            inside,
            later.providers,
            seed=rules.seed,
            replicates=rules.replicates,
        )
    except Refusal as refusal:
        return _Seen(count, None, None, f"{refusal.subject}: {refusal.what}")
    try:
        slopes = spread_slopes(later.outcomes, expected, inside, later.providers, seed=rules.seed)
    except Refusal:
        slopes = None
    return _Seen(count, difference, slopes, "")


def _conclude(
    candidate: Found, rules: ConfirmationRules, seen: _Seen, adjusted_p: float
) -> Confirmation:
    """Say whether a candidate is confirmed, and what speaks against it."""
    objections = []
    if seen.obstacle:
        objections.append(f"The gap could not be worked out ({seen.obstacle}).")
    if seen.patients < rules.minimum.count:
        objections.append(
            f"Fewer than {rules.minimum.count} patients belong, the minimum count agreed."
        )
    if seen.difference is not None:
        sign = 1 if candidate.direction is Direction.MORE else -1
        if seen.difference.gap * sign <= 0:
            objections.append("The gap has the other direction, or none.")
        elif adjusted_p > rules.false_discovery_rate:
            objections.append(
                f"Chance gives as large a gap too often (adjusted p {adjusted_p:.3f}, "
                f"at most {rules.false_discovery_rate:g} agreed)."
            )
    return Confirmation(
        candidate, rules, seen.patients, seen.difference, adjusted_p, seen.slopes, tuple(objections)
    )
