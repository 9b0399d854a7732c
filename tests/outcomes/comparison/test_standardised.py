"""SRR and RSRR follow from the fit; intervals hold what they should and are the same each time."""

from functools import cache

import numpy as np
import pytest

from fairterms.outcomes.comparison import standardised
from fairterms.outcomes.comparison.random_intercept import climb_from, fit
from fairterms.outcomes.comparison.standardised import Intervals, resample, standardise
from fairterms.units.refusal import Refusal
from tests.outcomes.made_up_patients import make


@cache
def intervals(seed: int = 1, replicates: int = 60) -> Intervals:
    return resample(*make().columns, seed=seed, replicates=replicates)


def test_ratios_and_rates_follow_from_the_fit() -> None:
    patients = make()
    found = standardise(fit(*patients.columns))
    linear = found.fit.coefficients[0] + patients.covariates @ found.fit.coefficients[1:]
    own = linear + found.fit.effects[patients.providers]
    predicted = np.bincount(patients.providers, 1 / (1 + np.exp(-own)))
    expected = np.bincount(patients.providers, 1 / (1 + np.exp(-linear)))
    np.testing.assert_allclose(found.ratio, predicted / expected, atol=1e-9)
    np.testing.assert_allclose(found.rate, found.ratio * patients.outcomes.mean(), atol=1e-9)


def test_an_effect_above_zero_is_a_ratio_above_one() -> None:
    found = standardise(fit(*make().columns))
    np.testing.assert_array_equal(found.ratio > 1, found.fit.effects > 0)


def test_where_providers_do_not_differ_every_ratio_is_one() -> None:
    outcomes, ids = np.tile([1, 0, 0, 1], 10), np.repeat(np.arange(10), 4)
    found = standardise(fit(outcomes, ids, np.tile([0.1, 0.5, 0.2, 0.9], 10)[:, None]))
    assert found.ratio.tolist() == [1.0] * 10
    np.testing.assert_allclose(found.rate, 0.5)


def test_intervals_hold_the_results_and_are_wider_for_small_providers() -> None:
    found = intervals()
    assert (found.ratio_low < found.standardised.ratio).all()
    assert (found.standardised.ratio < found.ratio_high).all()
    assert found.failed == 0
    np.testing.assert_allclose(
        found.rate_high, found.ratio_high * found.standardised.fit.overall_rate
    )
    patients = make(providers=12, each=100)
    keep = (patients.providers >= 4) | (np.arange(1200) % 10 == 0)
    mixed = resample(
        patients.outcomes[keep],
        patients.providers[keep],
        patients.covariates[keep],
        seed=1,
        replicates=60,
    )
    width = np.log(mixed.ratio_high / mixed.ratio_low)
    assert np.median(width[:4]) > 1.5 * np.median(width[4:])


def test_the_same_seed_gives_the_same_bytes() -> None:
    again = resample(*make().columns, seed=1, replicates=60)
    assert again.ratio_low.tobytes() == intervals().ratio_low.tobytes()
    assert intervals(seed=2).ratio_low.tobytes() != intervals().ratio_low.tobytes()


def test_a_replicate_is_the_fit_of_the_drawn_providers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A weight counts a provider as often as a copy of its patients under a new id would."""
    patients, seen = make(providers=12), []

    def watched(*arguments: object) -> object:
        found = climb_from(*arguments)  # type: ignore[arg-type]
        seen.append((arguments[2], found))
        return found

    monkeypatch.setattr(standardised, "climb_from", watched)
    resample(*patients.columns, seed=1, replicates=20)
    weights, found = seen[0]
    rows, ids = [], []
    for provider, times in enumerate(np.asarray(weights).astype(int)):
        own = np.flatnonzero(patients.providers == provider)
        for copy in range(times):
            rows.append(own)
            ids.append(np.full(len(own), 100 * provider + copy))
    chosen = np.concatenate(rows)
    slow = fit(patients.outcomes[chosen], np.concatenate(ids), patients.covariates[chosen])
    assert found.log_likelihood == pytest.approx(slow.log_likelihood, abs=1e-6)
    assert found.sigma == pytest.approx(slow.sigma, abs=1e-4)


def test_providers_that_do_not_differ_still_get_intervals() -> None:
    found = resample(*make(sigma=0).columns, seed=1, replicates=20)
    assert np.isfinite(found.ratio_low).all()
    assert (found.ratio_low < 1).all()
    assert (found.ratio_high > 1).all()


def test_too_few_replicates_are_refused() -> None:
    with pytest.raises(Refusal, match="replicates: 19 are too few"):
        resample(*make().columns, seed=1, replicates=19)


def test_replicates_that_cannot_be_fitted_are_counted_and_then_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    turns = iter(range(1_000))

    def failing(*arguments: object) -> object:
        if next(turns) % 25 == 0:
            raise Refusal("fit", "it did not settle", "", "")
        return climb_from(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(standardised, "climb_from", failing)
    assert resample(*make().columns, seed=1, replicates=50).failed == 2
    turns = iter([0, 0, *range(1, 1_000)])
    with pytest.raises(Refusal, match="intervals: 2 of 20 resampled sets"):
        resample(*make().columns, seed=1, replicates=20)
