"""Null worlds: what they keep of the data and what they redraw."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.comparison import plain_logistic, random_intercept
from fairterms.outcomes.exceptions.null_worlds import fit
from tests.outcomes.exceptions.made_up_cohort import World, make


def test_the_model_is_the_fit_of_the_comparison_room() -> None:
    cohort = make(World(sigma=0.6), 1)
    model = fit(cohort)
    plain = plain_logistic.fit(
        cohort.outcomes, cohort.providers, cohort.covariates, cohort.names
    ).coefficients
    mixed = random_intercept.fit(cohort.outcomes, cohort.providers, cohort.covariates, cohort.names)
    logits = plain[0] + cohort.covariates[:, 0] * plain[1]
    assert np.allclose(model.expected, 1 / (1 + np.exp(-logits)), atol=1e-6)
    linear = mixed.coefficients[0] + cohort.covariates[:, 0] * mixed.coefficients[1]
    assert np.allclose(model.linear, linear)
    assert model.sigma == pytest.approx(mixed.sigma)
    assert model.expected.sum() == pytest.approx(cohort.outcomes.sum(), abs=1e-3)


def test_a_refit_is_the_plain_fit_to_the_new_outcomes() -> None:
    cohort = make(World(sigma=0.6), 2)
    model = fit(cohort)
    drawn = model.draw(np.random.default_rng(1))
    again = fit(replace(cohort, outcomes=drawn))
    assert np.allclose(model.refit(drawn), again.expected, atol=1e-5)


def test_providers_differ_in_the_worlds_as_in_the_data() -> None:
    cohort = make(World(sigma=0.7, each=60), 3)
    model = fit(cohort)
    generator = np.random.default_rng(1)
    spreads = [
        random_intercept.fit(
            model.draw(generator), cohort.providers, cohort.covariates, cohort.names
        ).sigma
        for _ in range(12)
    ]
    assert np.mean(spreads) == pytest.approx(model.sigma, rel=0.2)


def test_in_naive_worlds_providers_are_alike() -> None:
    cohort = make(World(sigma=0.7, each=60), 4)
    model = fit(cohort)
    drawn = model.draw_naive(np.random.default_rng(1))
    fitted = random_intercept.fit(drawn, cohort.providers, cohort.covariates, cohort.names)
    assert fitted.sigma < 0.25 < model.sigma
