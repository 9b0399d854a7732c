"""Resampling providers: how far chance moves the difference between two rates.

Patients of one provider resemble each other, so whole providers are drawn, with all their patients.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison import intake
from fairterms.outcomes.comparison.cells import Floats, number
from fairterms.units.refusal import Refusal

FEWEST_PROVIDERS = 5
"""With fewer there is nothing to resample; even ten leave an interval rough. A choice of ours."""

FEWEST_REPLICATES = 199


@dataclass(frozen=True)
class Difference:
    """A difference between the results of two groups of patients.

    Attributes
    ----------
    gap
        Observed less expected rate inside, less the same outside; fractions.
    standard_error
        Of the gap, from how providers scatter.
    low, high
        The 95 % interval.
    p_value
        How often so large a gap comes by chance, either way.
    inside, outside
        Patients in and out of the group.
    providers
        Providers with at least one patient inside.
    replicates
        How often providers were resampled.
    """

    gap: float
    standard_error: float
    low: float
    high: float
    p_value: float
    inside: int
    outside: int
    providers: int
    replicates: int


@dataclass(frozen=True, eq=False)
class ProviderSums:
    """What each provider's patients add up to, inside and outside; shapes (J, 2).

    Attributes
    ----------
    excess
        Observed less expected.
    patients
        Their number.
    """

    excess: Floats
    patients: Floats


def resample_gap(
    outcomes: npt.ArrayLike,
    expected: npt.ArrayLike,
    is_inside: npt.ArrayLike,
    providers: npt.ArrayLike,
    *,
    seed: int,
    replicates: int = 1_999,
) -> Difference:
    """Compare a group of patients with the others, beyond what was expected of each.

    Parameters
    ----------
    outcomes
        1 where the patient reached the outcome and 0 where not, shape (n,).
    expected
        Each patient's expected chance, shape (n,); all 0 for a difference of plain rates.
    is_inside
        Whether each patient belongs to the group, shape (n,).
    providers
        Each patient's provider, shape (n,).
    seed
        The same seed gives the same interval.
    replicates
        How often to resample, 199 or more.

    Raises
    ------
    Refusal
        Where lengths differ, one side has no patient, or fewer than five providers treat the group.

    Notes
    -----
    d = Σ_in(y − p)/n_in − Σ_out(y − p)/n_out. J providers are drawn with replacement, t* =
    (d* − d)/s*, s² = J/(J − 1)·Σ_j e_j², e_j provider j's part of d; the
    interval is d − s·t*_{.975} to d − s·t*_{.025} and p the share of |t*| ≥ |d/s|, the data counted
    as one. Scaling by s* keeps the interval honest with few providers better than the plain
    percentiles do.

    Examples
    --------
    >>> draws = np.random.default_rng(1)
    >>> providers, inside = np.repeat(np.arange(30), 40), draws.random(1200) < 0.3
    >>> outcomes = draws.random(1200) < np.where(inside, 0.5, 0.3)
    >>> found = resample_gap(outcomes, np.zeros(1200), inside, providers, seed=1)
    >>> bool(found.low < 0.2 < found.high), found.p_value < 0.01
    (True, True)
    """
    if replicates < FEWEST_REPLICATES:
        raise Refusal(
            "replicates",
            f"{replicates} are too few",
            "the ends of a 95 % interval would be the luck of the draw",
            "ask for 1,999",
        )
    sums = add_up(outcomes, expected, is_inside, providers)
    treated = int((sums.patients[:, 0] > 0).sum())
    if treated < FEWEST_PROVIDERS:
        raise Refusal(
            "providers",
            f"{treated} treat patients of the group",
            "a gap at so few may be theirs alone, and resampling cannot tell",
            "wait for more providers, or compare with a wider population",
        )
    gap, error = _gap(sums, np.ones((1, len(sums.patients))))
    weights = _weights(len(sums.patients), replicates, np.random.default_rng(seed))
    drawn, errors = _gap(sums, weights)
    is_usable = np.isfinite(drawn) & (errors > 0)
    steps = (drawn[is_usable] - gap[0]) / errors[is_usable]
    low, high = np.quantile(steps, [0.025, 0.975]) if len(steps) else (-np.inf, np.inf)
    # Replicates without a patient inside count against the finding.
    far = int((np.abs(steps) * error[0] >= abs(gap[0])).sum()) + replicates - len(steps)
    return Difference(
        gap=float(gap[0]),
        standard_error=float(error[0]),
        low=float(gap[0] - error[0] * high),
        high=float(gap[0] - error[0] * low),
        p_value=(1 + far) / (1 + replicates),
        inside=int(sums.patients[:, 0].sum()),
        outside=int(sums.patients[:, 1].sum()),
        providers=treated,
        replicates=replicates,
    )


def add_up(
    outcomes: npt.ArrayLike,
    expected: npt.ArrayLike,
    is_inside: npt.ArrayLike,
    providers: npt.ArrayLike,
) -> ProviderSums:
    """Add up patients by provider; parameters as in :func:`resample_gap`."""
    results, chances = intake.outcome_column(outcomes), np.asarray(expected, dtype=np.float64)
    inside, ids = np.asarray(is_inside, dtype=np.bool_), np.asarray(providers)
    if not results.shape == chances.shape == inside.shape == ids.shape:
        raise Refusal(
            "columns",
            "outcomes, expectations, group and providers differ in length",
            "each patient needs one of each",
            "give columns of the same length",
        )
    if inside.all() or not inside.any():
        raise Refusal(
            "group",
            "all patients belong to it" if inside.all() else "no patient belongs to it",
            "there is nobody to compare with",
            "check how membership is coded",
        )
    known, place = number(ids)
    key, count = 2 * place + ~inside, 2 * len(known)
    excess = np.bincount(key, weights=results - chances, minlength=count).reshape(-1, 2)
    patients = np.bincount(key, minlength=count).reshape(-1, 2)
    return ProviderSums(excess.astype(np.float64), patients.astype(np.float64))


def _weights(providers: int, replicates: int, generator: np.random.Generator) -> Floats:
    """Return how often each provider is drawn in each replicate, shape (replicates, J)."""
    even = np.full(providers, 1 / providers)
    return generator.multinomial(providers, even, size=replicates).astype(np.float64)


def _gap(sums: ProviderSums, weights: Floats) -> tuple[Floats, Floats]:
    """Return the gap and its standard error under weights, shape (R, J); both (R,)."""
    number_of = sums.patients.shape[0]
    with np.errstate(divide="ignore", invalid="ignore"):  # a draw may leave a side empty
        total = weights @ sums.patients
        rates = (weights @ sums.excess) / total
        parts = np.zeros_like(weights)
        for side, sign in enumerate((1, -1)):
            own = sums.excess[:, side] - rates[:, side, None] * sums.patients[:, side]
            parts += sign * own / total[:, side, None]
        square = (weights * parts**2).sum(axis=1)
    gap = rates[:, 0] - rates[:, 1]
    return gap, np.sqrt(square * number_of / (number_of - 1))
