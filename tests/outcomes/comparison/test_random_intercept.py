"""The fit finds the top, is the same for the same patients, and refuses what it cannot tell."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.comparison import plain_logistic
from fairterms.outcomes.comparison.cells import gather
from fairterms.outcomes.comparison.laplace import Surface
from fairterms.outcomes.comparison.random_intercept import RandomInterceptFit, estimate, fit
from fairterms.units.refusal import Refusal
from tests.outcomes.made_up_patients import Patients, make

Floats = npt.NDArray[np.float64]


def assert_same(first: RandomInterceptFit, second: RandomInterceptFit, within: float) -> None:
    assert first.log_likelihood == pytest.approx(second.log_likelihood, abs=1e-6)
    assert first.sigma == pytest.approx(second.sigma, abs=within)
    np.testing.assert_allclose(first.coefficients, second.coefficients, atol=within)
    np.testing.assert_allclose(first.effects, second.effects, atol=within)
    np.testing.assert_allclose(first.variances, second.variances, atol=within)


@pytest.mark.parametrize("sigma", [0.3, 0.8, 2.5])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_place_near_by_is_higher(sigma: float, seed: int) -> None:
    cells = gather(*make(sigma=sigma, seed=seed).columns)
    found = estimate(cells)
    surface = Surface(cells, None, found.modes)
    top = np.append(found.coefficients, np.log(found.sigma))
    draws = np.random.default_rng(seed)
    for size in (1e-3, 1e-2, 0.1, 1):
        for _ in range(10):
            place = top + size * draws.normal(size=len(top))
            value, _ = surface.height(place[:-1], float(place[-1]))
            assert value < found.log_likelihood


def test_planted_truths_are_found_again() -> None:
    fitted = fit(*make(providers=200, each=150, sigma=0.6).columns, ["severity", "housing"])
    assert fitted.names == ("intercept", "severity", "housing")
    off = np.abs(fitted.coefficients - [-0.3, -0.6, -0.4]) / fitted.standard_errors
    assert (off < 3).all()
    assert fitted.sigma == pytest.approx(0.6, abs=0.1)
    assert not fitted.is_boundary


def test_the_same_patients_give_the_same_bytes() -> None:
    first, second = fit(*make().columns), fit(*make().columns)
    for name in ("coefficients", "standard_errors", "effects", "variances", "predicted"):
        assert getattr(first, name).tobytes() == getattr(second, name).tobytes()
    assert first.log_likelihood == second.log_likelihood


def test_the_order_of_the_patients_does_not_matter() -> None:
    patients = make()
    order = np.random.default_rng(9).permutation(len(patients.outcomes))
    outcomes, providers, covariates = patients.columns
    shuffled = fit(outcomes[order], providers[order], covariates[order])
    assert_same(fit(*patients.columns), shuffled, 1e-6)


def test_units_and_origins_of_covariates_do_not_matter() -> None:
    patients = make()
    other = patients.covariates * [1_000.0, 0.02] + [5e5, -3.0]
    first = fit(*patients.columns)
    second = fit(patients.outcomes, patients.providers, other)
    np.testing.assert_allclose(first.effects, second.effects, atol=1e-6)
    np.testing.assert_allclose(
        first.coefficients[1:], second.coefficients[1:] * [1_000, 0.02], atol=1e-6
    )
    np.testing.assert_allclose(first.standard_errors[1:], second.standard_errors[1:] * [1e3, 0.02])


def test_patients_alike_count_together_without_changing_the_fit() -> None:
    patients = make(coarse=True)
    # A covariate of tiny noise leaves no two patients alike, and explains nothing.
    noise = 1e-7 * np.random.default_rng(3).normal(size=(len(patients.outcomes), 2))
    apart = fit(patients.outcomes, patients.providers, patients.covariates + noise)
    assert_same(fit(*patients.columns), apart, 1e-5)


def test_counting_failures_turns_every_sign() -> None:
    patients = make()
    first = fit(*patients.columns)
    second = fit(1 - patients.outcomes, patients.providers, patients.covariates)
    np.testing.assert_allclose(first.coefficients, -second.coefficients, atol=1e-6)
    np.testing.assert_allclose(first.effects, -second.effects, atol=1e-6)
    assert first.sigma == pytest.approx(second.sigma, abs=1e-6)


def test_the_equations_of_the_fit_hold() -> None:
    fitted = fit(*make().columns)
    left = fitted.observed - fitted.predicted - fitted.effects / fitted.sigma**2
    np.testing.assert_allclose(left, 0, atol=1e-6)
    weights = 1 / fitted.variances - fitted.sigma**-2
    assert (weights > 0).all()
    assert ((fitted.reliability > 0) & (fitted.reliability < 1)).all()


def test_effects_are_drawn_towards_the_average() -> None:
    patients = make(each=15, sigma=1)
    fitted = fit(patients.outcomes, patients.providers, np.empty((len(patients.outcomes), 0)))
    rate = fitted.observed / fitted.patients
    inside = (rate > 0) & (rate < 1)
    own = np.log(rate[inside] / (1 - rate[inside])) - fitted.coefficients[0]
    assert (np.abs(fitted.effects[inside]) < np.abs(own) + 1e-9).all()


def test_providers_where_all_or_none_succeed_have_finite_effects() -> None:
    patients = make(each=12, sigma=1)
    outcomes = patients.outcomes.copy()
    outcomes[patients.providers == 0] = 0
    outcomes[patients.providers == 1] = 1
    fitted = fit(outcomes, patients.providers, patients.covariates)
    assert np.isfinite(fitted.effects).all()
    assert fitted.effects[0] == fitted.effects.min()
    assert fitted.effects[1] == fitted.effects.max()


def test_providers_that_do_not_differ_give_a_spread_of_nothing() -> None:
    # Every provider has the very same patients and results.
    outcomes = np.tile([1, 0, 0, 1, 1, 0, 1, 0], 10)
    severity = np.tile([0.1, 0.5, 0.9, 0.3, 0.2, 0.4, 0.6, 0.8], 10)[:, None]
    providers = np.repeat(np.arange(10), 8)
    fitted = fit(outcomes, providers, severity)
    plain = plain_logistic.fit(outcomes, providers, severity)
    assert fitted.is_boundary
    assert fitted.sigma == 0
    assert (fitted.effects == 0).all()
    assert (fitted.variances == 0).all()
    assert (fitted.reliability == 0).all()
    np.testing.assert_array_equal(fitted.predicted, fitted.expected)
    np.testing.assert_allclose(fitted.coefficients, plain.coefficients, atol=1e-8)
    np.testing.assert_allclose(fitted.standard_errors, plain.standard_errors, rtol=1e-8)
    assert fitted.log_likelihood == pytest.approx(plain.log_likelihood, abs=1e-8)


@settings(max_examples=16, deadline=None)
@given(seed=st.integers(0, 10_000), sigma=st.floats(0, 3), each=st.integers(3, 30))
def test_every_fit_ends_with_an_answer_or_a_refusal(seed: int, sigma: float, each: int) -> None:
    patients = make(providers=8, each=each, sigma=sigma, seed=seed)
    try:
        fitted = fit(*patients.columns)
    except Refusal:
        return
    assert np.isfinite(fitted.coefficients).all()
    assert np.isfinite(fitted.standard_errors).all()
    plain = plain_logistic.fit(*patients.columns)
    assert fitted.log_likelihood >= plain.log_likelihood - 1e-9


def small(outcomes: list[int], providers: list[str], severity: list[float]) -> Patients:
    column = np.array(severity, dtype=np.float64)[:, None]
    _, codes = np.unique(providers, return_inverse=True)
    return Patients(np.array(outcomes), codes, column)


@pytest.mark.parametrize("outcome", [0, 1])
def test_equal_outcomes_are_refused(outcome: int) -> None:
    patients = make()
    with pytest.raises(Refusal, match=r"(all|none) of the patients reached it"):
        fit(np.full(len(patients.outcomes), outcome), patients.providers, patients.covariates)


def test_one_provider_is_refused() -> None:
    patients = make()
    with pytest.raises(Refusal, match="providers: there is only one"):
        fit(patients.outcomes, np.zeros(len(patients.outcomes)), patients.covariates)


def test_providers_with_a_patient_each_are_refused() -> None:
    patients = make()
    with pytest.raises(Refusal, match="none has two patients"):
        fit(patients.outcomes, np.arange(len(patients.outcomes)), patients.covariates)


def test_a_covariate_that_tells_the_outcome_is_refused_by_name() -> None:
    patients = make()
    told = np.column_stack([patients.covariates, patients.outcomes])
    with pytest.raises(Refusal, match="follow for certain from leak"):
        fit(patients.outcomes, patients.providers, told, ["severity", "housing", "leak"])


def test_a_covariate_that_tells_some_outcomes_is_refused_by_name() -> None:
    patients = make()
    succeeded = np.flatnonzero(patients.outcomes)[:40]
    rare = np.zeros(len(patients.outcomes))
    rare[succeeded] = 1  # all of these few succeed: no finite coefficient
    told = np.column_stack([patients.covariates, rare])
    with pytest.raises(Refusal, match="follow for certain from rare"):
        fit(patients.outcomes, patients.providers, told, ["severity", "housing", "rare"])


def test_a_rare_covariate_that_tells_nothing_is_no_separation() -> None:
    patients = make()
    rare = np.zeros(len(patients.outcomes))
    rare[np.flatnonzero(patients.outcomes)[:1]] = 1
    rare[np.flatnonzero(patients.outcomes == 0)[:1]] = 1
    fitted = fit(
        patients.outcomes, patients.providers, np.column_stack([patients.covariates, rare])
    )
    assert np.isfinite(fitted.coefficients).all()


def test_outcomes_equal_within_each_provider_are_refused() -> None:
    patients = make(providers=30, each=40)
    with pytest.raises(Refusal, match="outcomes are nearly the same within each of them"):
        fit(patients.providers % 2, patients.providers, patients.covariates)
