"""An intercept for each provider: its equations, the median one, providers without contrast."""

import numpy as np
import pytest

from fairterms.outcomes.comparison.fixed_effects import fit
from fairterms.units.refusal import Refusal
from tests.outcomes.made_up_patients import make


@pytest.mark.parametrize("coarse", [False, True])
def test_the_score_equations_hold_for_every_provider_and_covariate(coarse: bool) -> None:
    patients = make(coarse=coarse)
    fitted = fit(*patients.columns)
    linear = patients.covariates @ fitted.coefficients
    mu = 1 / (1 + np.exp(-linear - fitted.intercepts[patients.providers]))
    left = patients.outcomes - mu
    np.testing.assert_allclose(patients.covariates.T @ left, 0, atol=1e-6)
    np.testing.assert_allclose(np.bincount(patients.providers, left), 0, atol=1e-6)
    at_median = 1 / (1 + np.exp(-linear - np.median(fitted.intercepts)))
    expected = np.bincount(patients.providers, at_median)
    np.testing.assert_allclose(fitted.expected, expected, atol=1e-6)


def test_half_of_the_providers_do_better_than_the_median_one() -> None:
    fitted = fit(*make(providers=31).columns)
    assert (fitted.ratio > 1 + 1e-9).sum() == 15
    assert (fitted.ratio < 1 - 1e-9).sum() == 15


def test_a_provider_without_contrast_moves_no_coefficient() -> None:
    patients = make()
    keep = patients.providers != 3
    without = fit(patients.outcomes[keep], patients.providers[keep], patients.covariates[keep])
    outcomes = patients.outcomes.copy()
    outcomes[~keep] = 1
    fitted = fit(outcomes, patients.providers, patients.covariates)
    np.testing.assert_allclose(fitted.coefficients, without.coefficients, atol=1e-7)
    assert fitted.intercepts[3] == np.inf
    assert fitted.ratio[3] == fitted.patients[3] / fitted.expected[3]
    assert fitted.scores[3] == fitted.scores.max() > 3


def test_scores_rise_with_the_result() -> None:
    fitted = fit(*make().columns)
    order = np.argsort(fitted.ratio)
    assert np.corrcoef(fitted.scores[order], np.arange(30))[0, 1] > 0.9
    assert np.isfinite(fitted.scores).all()


def test_no_contrast_within_any_provider_is_refused() -> None:
    patients = make()
    with pytest.raises(Refusal, match="outcomes are the same within each of them"):
        fit(patients.providers % 2, patients.providers, patients.covariates)


def test_a_median_provider_where_everyone_succeeds_is_refused() -> None:
    patients = make()
    outcomes = np.where(patients.providers < 20, 1, patients.outcomes)
    with pytest.raises(Refusal, match="no finite median provider"):
        fit(outcomes, patients.providers, patients.covariates)


def test_a_covariate_that_is_the_provider_is_refused() -> None:
    patients = make()
    facts = np.column_stack([patients.covariates, patients.providers % 2])
    with pytest.raises(Refusal, match="urban is the same for all patients of each"):
        fit(patients.outcomes, patients.providers, facts, ["severity", "housing", "urban"])
