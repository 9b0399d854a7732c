"""Plain logistic regression: known answers, its equations, and O/E with exact tails."""

import numpy as np
import pytest
from scipy.optimize import linprog  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.comparison.plain_logistic import fit
from fairterms.units.refusal import Refusal
from tests.outcomes.made_up_patients import Patients, make


def test_without_covariates_the_intercept_is_the_log_odds() -> None:
    fitted = fit([1, 1, 1, 0], [1, 1, 2, 2], np.empty((4, 0)))
    assert fitted.coefficients[0] == pytest.approx(np.log(3))
    assert fitted.standard_errors[0] == pytest.approx(1 / np.sqrt(4 * 0.75 * 0.25))
    assert fitted.log_likelihood == pytest.approx(3 * np.log(0.75) + np.log(0.25))


def test_a_table_of_two_by_two_gives_its_log_odds_ratio() -> None:
    # 30 of 50 exposed and 20 of 60 others: (30/20)/(20/40) = 3.
    outcomes = np.repeat([1, 0, 1, 0], [30, 20, 20, 40])
    exposed = np.repeat([1.0, 1, 0, 0], [30, 20, 20, 40])[:, None]
    fitted = fit(outcomes, np.zeros(110), exposed)
    assert fitted.coefficients[1] == pytest.approx(np.log(3), abs=1e-8)
    error = np.sqrt(1 / 30 + 1 / 20 + 1 / 20 + 1 / 40)
    assert fitted.standard_errors[1] == pytest.approx(error, abs=1e-7)


@pytest.mark.parametrize("coarse", [False, True])
def test_the_score_equations_hold(coarse: bool) -> None:
    patients = make(coarse=coarse)
    fitted = fit(*patients.columns)
    design = np.column_stack([np.ones(len(patients.outcomes)), patients.covariates])
    mu = 1 / (1 + np.exp(-design @ fitted.coefficients))
    np.testing.assert_allclose(design.T @ (patients.outcomes - mu), 0, atol=1e-6)
    assert fitted.expected.sum() == pytest.approx(fitted.observed.sum())
    assert fitted.variance.sum() == pytest.approx((mu * (1 - mu)).sum())


@pytest.mark.parametrize("seed", [11, 56, 116])
def test_steps_that_overshoot_are_halved(seed: int) -> None:
    """Heavy-tailed covariates, such as earlier costs; a full Newton step would fall behind."""
    draws = np.random.default_rng(seed)
    facts = np.exp(draws.normal(0, 2, (int(draws.integers(20, 400)), int(draws.integers(1, 4)))))
    linear = np.log(facts) @ draws.normal(0, 1, facts.shape[1]) - 2 * (seed % 3)
    outcomes = (draws.random(len(facts)) < 1 / (1 + np.exp(-linear))).astype(int)
    fitted = fit(outcomes, np.zeros(len(facts)), facts)
    mu = 1 / (1 + np.exp(-fitted.coefficients[0] - facts @ fitted.coefficients[1:]))
    np.testing.assert_allclose(facts.T @ (outcomes - mu), 0, atol=1e-4)


def test_the_ratio_is_above_one_for_a_better_provider() -> None:
    patients = make(sigma=0)
    outcomes = patients.outcomes.copy()
    outcomes[patients.providers == 4] = 1
    fitted = fit(outcomes, patients.providers, patients.covariates)
    assert fitted.ratio[4] == fitted.ratio.max() > 1.3
    assert fitted.p_high[4] < 1e-6
    assert fitted.p_low[4] == pytest.approx(1)


def test_tails_are_those_of_each_provider_s_own_patients() -> None:
    patients = make(providers=3, each=6, coarse=True)
    fitted = fit(*patients.columns)
    design = np.column_stack([np.ones(18), patients.covariates])
    mu = 1 / (1 + np.exp(-design @ fitted.coefficients))
    for at in range(3):
        own = mu[patients.providers == at]
        low = 0.0
        for case in range(64):
            drawn = np.array([case >> bit & 1 for bit in range(6)])
            if drawn.sum() <= fitted.observed[at]:
                low += float(np.prod(np.where(drawn == 1, own, 1 - own)))
        assert fitted.p_low[at] == pytest.approx(low)


def test_equal_outcomes_are_refused_word_for_word() -> None:
    with pytest.raises(Refusal) as caught:
        fit([0, 0, 0], [1, 1, 2], np.empty((3, 0)))
    assert str(caught.value) == (
        "outcomes: none of the patients reached it\n"
        "      why: where outcomes do not differ there is nothing to explain or to compare\n"
        "      fix: check how the outcome is counted, or compare over a longer time"
    )


@pytest.mark.parametrize("flipped", [0, 1])
def test_separation_is_refused_until_one_patient_contradicts_it(flipped: int) -> None:
    severity = np.linspace(-1, 1, 40)
    outcomes = (severity > 0).astype(int)
    outcomes[5] = flipped
    if flipped:
        assert np.isfinite(fit(outcomes, np.zeros(40), severity[:, None]).coefficients).all()
        return
    with pytest.raises(Refusal, match="outcomes follow for certain from severity"):
        fit(outcomes, np.zeros(40), severity[:, None], ["severity"])


def is_separated(patients: Patients) -> bool:
    """Ask a linear programme: does a direction point every patient to its own outcome?"""
    design = np.column_stack([np.ones(len(patients.outcomes)), patients.covariates])
    turned = (2 * patients.outcomes - 1)[:, None] * design
    found = linprog(-turned.sum(axis=0), -turned, np.zeros(len(turned)), bounds=[(-1, 1)] * 3)
    return bool(-found.fun > 1e-7)


@pytest.mark.slow
def test_separation_is_found_exactly_where_a_linear_programme_finds_it() -> None:
    seen = {True: 0, False: 0}
    for seed in range(120):
        patients = make(3, (4, 6, 9)[seed % 3], seed=seed, coarse=seed % 2 == 1)
        if not patients.covariates.std(axis=0).all() or not patients.outcomes.std():
            continue
        try:
            fit(*patients.columns)
            found = False
        except Refusal as refusal:
            found = "for certain" in refusal.what
        assert found == is_separated(patients), seed
        seen[found] += 1
    assert min(seen.values()) >= 20
