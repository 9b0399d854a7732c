"""Is a group's effect as good as a published benchmark? A test of equivalence, after Minami.

"Not significantly worse" is no proof of being as good: a small group is never significantly worse.
The test therefore asks the group to show that its effect lies above the benchmark less a margin.
"""

import math
from dataclasses import dataclass

from scipy import special  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.comparison.chance import normal_probability, normal_quantile
from fairterms.outcomes.group_effects.effect_size import EffectSize, correction
from fairterms.reference.evidence import Basis, Evidence
from fairterms.units.refusal import Refusal

_MINAMI = "Minami et al. 2007, Journal of Consulting and Clinical Psychology 75, 232-243"


@dataclass(frozen=True)
class EffectBenchmark:
    """A published effect size.

    Attributes
    ----------
    value
        δ_B, in standard deviations at intake.
    of
        Whom and what it is for.
    basis
        Where it is from.
    """

    value: float
    of: str
    basis: Basis


DEPRESSION_TREATED = EffectBenchmark(
    0.795,
    "adults treated for depression in trials, self-report of low reactivity and specificity",
    Basis(_MINAMI, Evidence.GENERAL),
)
"""Treated adults; the value still awaits a check at its source."""

DEPRESSION_WAITING = EffectBenchmark(
    0.149,
    "adults with depression on waiting lists of trials, same kind of self-report",
    Basis(_MINAMI, Evidence.GENERAL),
)
"""What happens without treatment; the value still awaits a check at its source."""

MARGIN = 0.2
"""Differences below this are taken to be without clinical meaning, in standard deviations."""


@dataclass(frozen=True)
class EquivalenceTest:
    """Whether an effect is shown to exceed a threshold.

    Attributes
    ----------
    effect
        The group's, without the small-sample correction.
    threshold
        What must be exceeded, in standard deviations.
    critical
        The smallest effect that shows it, in standard deviations.
    p_value
        The chance of such an effect or a larger one, were the truth just at the threshold.
    is_shown
        Whether the effect reaches ``critical``.
    is_unconfirmed
        Whether the benchmark or the reference still awaits a check at its source.
    """

    effect: float
    threshold: float
    critical: float
    p_value: float
    is_shown: bool
    is_unconfirmed: bool


def as_good_as(
    effect: EffectSize, benchmark: EffectBenchmark, correlation: float, margin: float = MARGIN
) -> EquivalenceTest:
    """Test whether a group does as well as treatment in trials, less a margin.

    Parameters
    ----------
    effect
        Of the group.
    benchmark
        The published effect δ_B.
    correlation
        ρ of first and last scores.
    margin
        What counts as no difference, in standard deviations.

    Notes
    -----
    Rejects δ ≤ δ_B − margin when the effect passes the 95th percentile. In units of its error,
    T = √n·d/√(2(1 − ρ)), it follows a non-central t with n − 1 degrees of freedom and
    λ = √n·(δ_B − margin)/√(2(1 − ρ)) when SD_ref is the group's own, and a normal when it is known.
    It takes first and last scores to vary equally.

    Sources
    -------
    Minami et al. 2008, Behavior Research and Therapy 46, 116-124 (method).
    """
    return _test(effect, benchmark, correlation, benchmark.value - margin)


def better_than(
    effect: EffectSize, benchmark: EffectBenchmark, correlation: float, margin: float = MARGIN
) -> EquivalenceTest:
    """Test whether a group does better than patients without treatment, by more than a margin.

    Notes
    -----
    Rejects δ ≤ δ_B + margin, with the distribution of :func:`as_good_as`.
    """
    return _test(effect, benchmark, correlation, benchmark.value + margin)


def _test(
    effect: EffectSize, benchmark: EffectBenchmark, correlation: float, threshold: float
) -> EquivalenceTest:
    if not -1 < correlation < 1:
        raise Refusal(
            "correlation",
            f"{correlation:g} of first and last scores",
            "without any scatter of the changes there is nothing to test",
            "check the scores; a copy of the first in place of the last gives 1",
        )
    unit = math.sqrt(2 * (1 - correlation) / effect.n)
    plain = effect.value / (correction(effect.spread.n) if effect.is_corrected else 1.0)
    critical, p_value = _tail(plain / unit, threshold / unit, effect.spread.n)
    return EquivalenceTest(
        effect=plain,
        threshold=threshold,
        critical=critical * unit,
        p_value=p_value,
        is_shown=plain >= critical * unit,
        is_unconfirmed=benchmark.basis.is_unconfirmed or effect.is_unconfirmed,
    )


def _tail(statistic: float, shift: float, n: int | None) -> tuple[float, float]:
    """Return the 95th percentile at this shift, and the chance of the statistic or more."""
    if n is None:
        beyond = 1 - float(normal_probability(statistic - shift))
        return shift + float(normal_quantile(0.95)), beyond
    critical = float(special.nctdtrit(n - 1, shift, 0.95))
    return critical, 1 - float(special.nctdtr(n - 1, shift, statistic))
