"""Calibration: whether a case mix model's expectations come true, for the case-mix report.

Three questions: do patients expected to do so well do so well (calibration by tenths), are patients
who reach the outcome told from those who do not (discrimination), and what is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison import intake
from fairterms.outcomes.comparison.cells import Floats
from fairterms.outcomes.comparison.chance import normal_probability, wilson_limits
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Tenth:
    """Patients with neighbouring expectations.

    Attributes
    ----------
    patients, observed
        How many, and how many of them reached the outcome.
    expected
        How many were expected to.
    low, high
        The 95 % interval of the observed rate.
    """

    patients: int
    observed: int
    expected: float
    low: float
    high: float

    @property
    def observed_rate(self) -> float:
        """Share who reached the outcome."""
        return self.observed / self.patients

    @property
    def expected_rate(self) -> float:
        """Share expected to."""
        return self.expected / self.patients

    @property
    def is_off(self) -> bool:
        """Whether the expected rate lies outside the interval of the observed one."""
        return not self.low <= self.expected_rate <= self.high


@dataclass(frozen=True)
class LeftOut:
    """A value of a fact the model does not have, and what its patients did beyond expectation.

    Attributes
    ----------
    fact, value
        In words.
    patients, observed
        How many, and how many of them reached the outcome.
    expected
        How many were expected to.
    p_value
        How often chance alone, patients taken as independent, gives as large a departure. Providers
        who differ make it too small: a sign to look closer, not a proof.
    """

    fact: str
    value: str
    patients: int
    observed: int
    expected: float
    p_value: float

    @property
    def rate_gap(self) -> float:
        """Observed less expected rate."""
        return (self.observed - self.expected) / self.patients


@dataclass(frozen=True)
class Calibration:
    """How well expectations hold.

    Attributes
    ----------
    tenths
        From the lowest expected to the highest; fewer than ten where expectations are tied.
    observed_rate, expected_rate
        Over all patients.
    discrimination
        The chance that, of a patient who reached the outcome and one who did not, the first was
        expected likelier to; 0.5 is a coin, ties count half.
    brier, brier_without
        Mean squared error of the expectations, and of the overall rate given to everybody.
    patients
        How many.
    """

    tenths: tuple[Tenth, ...]
    observed_rate: float
    expected_rate: float
    discrimination: float
    brier: float
    brier_without: float
    patients: int

    @property
    def explained(self) -> float:
        """Share of the squared error of the overall rate that the expectations take away."""
        return 1 - self.brier / self.brier_without

    @property
    def tenths_off(self) -> int:
        """How many tenths are off; chance alone puts about one in twenty off."""
        return sum(tenth.is_off for tenth in self.tenths)


def calibrate(outcomes: npt.ArrayLike, expected: npt.ArrayLike) -> Calibration:
    """Compare expectations with outcomes.

    Parameters
    ----------
    outcomes
        1 where the patient reached the outcome and 0 where not, shape (n,).
    expected
        Each patient's expected chance, 0 to 1, shape (n,).

    Raises
    ------
    Refusal
        Where lengths differ, an expectation is no chance, or all outcomes are the same.

    Notes
    -----
    Best on patients the model was not fitted to: on its own patients a model flatters itself.
    Patients with equal expectations stay in one tenth.

    Examples
    --------
    >>> found = calibrate([0, 0, 1, 0, 1, 1], [0.1, 0.2, 0.4, 0.3, 0.9, 0.8])
    >>> found.discrimination, round(found.explained, 2)
    (1.0, 0.63)
    """
    results, chances = _columns(outcomes, expected)
    rate = float(results.mean())
    if rate in {0.0, 1.0}:
        raise Refusal(
            "outcomes",
            f"{'all' if rate else 'none'} of the patients reached it",
            "where outcomes do not differ no expectation can be tested",
            "compare over a longer time",
        )
    return Calibration(
        tenths=_tenths(results, chances),
        observed_rate=rate,
        expected_rate=float(chances.mean()),
        discrimination=discriminate(results, chances),
        brier=float(np.mean((results - chances) ** 2)),
        brier_without=rate * (1 - rate),
        patients=len(results),
    )


def discriminate(outcomes: Floats, expected: Floats) -> float:
    """Return the chance that a patient with the outcome was expected likelier than one without.

    Notes
    -----
    (Σ ranks of those with it − n₁(n₁ + 1)/2)/(n₁n₀), ties sharing their mean rank.

    Examples
    --------
    >>> discriminate(np.array([1.0, 0.0, 1.0]), np.array([0.5, 0.5, 0.9]))
    0.75
    """
    _, place, counts = np.unique(expected, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    reached = float(outcomes.sum())
    others = len(outcomes) - reached
    return float((ranks @ outcomes - reached * (reached + 1) / 2) / (reached * others))


def find_left_out(
    outcomes: npt.ArrayLike,
    expected: npt.ArrayLike,
    facts: Sequence[tuple[str, Sequence[str]]],
) -> tuple[LeftOut, ...]:
    """Say what expectations leave out, value by value, the largest departure first.

    Parameters
    ----------
    outcomes, expected
        As in :func:`calibrate`, shape (n,).
    facts
        Facts the model does not have: the name, and each patient's value in words, n of them.

    Raises
    ------
    Refusal
        Where lengths differ.

    Notes
    -----
    z = (O − E)/√Σp(1 − p), two-sided.

    Examples
    --------
    >>> stays = ["yes"] * 50 + ["no"] * 50
    >>> found = find_left_out([1] * 35 + [0] * 50 + [1] * 15, [0.5] * 100, [("stay", stays)])
    >>> [(one.value, round(one.rate_gap, 2), round(one.p_value, 4)) for one in found]
    [('no', -0.2, 0.0047), ('yes', 0.2, 0.0047)]
    """
    results, chances = _columns(outcomes, expected)
    found = []
    for fact, values in facts:
        if len(values) != len(results):
            raise Refusal(
                fact,
                f"{len(values)} values for {len(results)} patients",
                "each patient needs one value",
                "write ‘not recorded’ where nothing is known",
            )
        found += [_left_out(fact, value, values, results, chances) for value in sorted(set(values))]
    return tuple(sorted(found, key=lambda one: (one.p_value, one.fact, one.value)))


def _left_out(
    fact: str, value: str, values: Sequence[str], results: Floats, chances: Floats
) -> LeftOut:
    """Describe the patients with one value."""
    is_in = np.array([own == value for own in values])
    own, likely = results[is_in], chances[is_in]
    spread = np.sqrt(np.sum(likely * (1 - likely)))
    excess = float(own.sum() - likely.sum())
    z = abs(excess) / spread if spread else (np.inf if excess else 0.0)
    p_value = 2 * float(normal_probability(-z))
    return LeftOut(fact, value, len(own), int(own.sum()), float(likely.sum()), p_value)


def _columns(outcomes: npt.ArrayLike, expected: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Return both columns as floats, shape (n,), or refuse."""
    results, chances = intake.outcome_column(outcomes), np.asarray(expected, dtype=np.float64)
    if chances.shape != results.shape or not np.all((chances >= 0) & (chances <= 1)):
        raise Refusal(
            "expected",
            "some patients have no chance from 0 to 1, or the column has another length",
            "an expectation is tested against the patient’s own outcome",
            "give the model’s chance for each patient",
        )
    return results, chances


def _tenths(results: Floats, chances: Floats) -> tuple[Tenth, ...]:
    """Cut patients into tenths of rising expectation, equal expectations together."""
    edges = np.unique(np.quantile(chances, np.arange(1, 10) / 10))
    place = np.searchsorted(edges, chances, side="left")
    found = []
    for at in np.unique(place):
        own, likely = results[place == at], chances[place == at]
        low, high = wilson_limits(float(own.sum()), len(own))
        found.append(Tenth(len(own), int(own.sum()), float(likely.sum()), low, high))
    return tuple(found)
