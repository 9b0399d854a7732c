"""A payer's score from published coefficients: its equation, its fairness, its refusals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.comparison.payer_score import PublishedModel, find_effect, replicate
from fairterms.outcomes.comparison.random_intercept import fit
from fairterms.units.refusal import Refusal
from tests.outcomes.made_up_patients import make

MODEL = PublishedModel(-0.4, {"severity": -0.6, "housing": -0.3}, 0.5, 0.45)
SEVERITY = np.array([0.2, -1.0, 0.5, 1.4, -0.3])
HOUSING = np.array([0, 1, 1, 0, 0])
FACTS = {"severity": SEVERITY, "housing": HOUSING}


def test_every_provider_finds_its_score_of_the_joint_fit_with_own_patients_alone() -> None:
    patients = make()
    fitted = fit(*patients.columns, ["severity", "housing"])
    named = dict(zip(fitted.names[1:], fitted.coefficients[1:], strict=True))
    model = PublishedModel(fitted.coefficients[0], named, fitted.sigma, fitted.overall_rate)
    for at, provider in enumerate(fitted.providers):
        own = patients.providers == provider
        facts = dict(zip(named, patients.covariates[own].T, strict=True))
        score = replicate(model, patients.outcomes[own], facts)
        assert score.effect == pytest.approx(fitted.effects[at], abs=1e-9)
        assert score.standard_deviation == pytest.approx(np.sqrt(fitted.variances[at]), abs=1e-9)
        assert score.predicted == pytest.approx(fitted.predicted[at], abs=1e-8)
        assert score.expected == pytest.approx(fitted.expected[at], abs=1e-8)


@given(
    st.lists(st.integers(0, 1), min_size=1, max_size=20),
    st.floats(-20, 20),
    st.floats(0.01, 50),
)
def test_the_equation_holds_however_odd_the_model(
    outcomes: list[int], linear: float, sigma: float
) -> None:
    predictor = linear + np.linspace(-1, 1, len(outcomes))
    effect = find_effect(predictor, float(sum(outcomes)), sigma)
    left = sum(outcomes) - float((1 / (1 + np.exp(-predictor - effect))).sum())
    assert left == pytest.approx(effect / sigma**2, abs=1e-8)


def test_a_better_result_never_lowers_the_score() -> None:
    for case in range(32):
        outcomes = np.array([case >> bit & 1 for bit in range(5)])
        before = replicate(MODEL, outcomes, FACTS)
        for at in np.flatnonzero(outcomes == 0):
            better = outcomes.copy()
            better[at] = 1
            assert replicate(MODEL, better, FACTS).ratio > before.ratio


def test_shrinkage_lets_volume_move_the_score() -> None:
    """The same results of twice the patients: the price of shrinkage, and why it is shown."""
    once = replicate(MODEL, [1, 1, 1, 1, 0], FACTS)
    twice = replicate(MODEL, [1, 1, 1, 1, 0] * 2, {k: np.tile(v, 2) for k, v in FACTS.items()})
    assert twice.ratio > once.ratio > 1
    assert twice.standard_deviation < once.standard_deviation


def test_without_an_overall_rate_there_is_no_standardised_rate() -> None:
    model = PublishedModel(-0.4, {}, 0.5)
    assert replicate(model, [1, 0], {}).rate is None


def test_no_spread_published_is_refused_word_for_word() -> None:
    with pytest.raises(Refusal) as caught:
        PublishedModel(0, {}, 0.0)
    assert str(caught.value) == (
        "sigma: 0.0 is not above 0\n"
        "      why: without the spread between providers the shrinkage cannot be worked out\n"
        "      fix: ask the payer for the standard deviation of the provider effects, in logits"
    )


def test_a_missing_and_an_unknown_column_are_both_named() -> None:
    with pytest.raises(Refusal, match="without column: severity; without coefficient: age"):
        replicate(MODEL, [1, 0], {"housing": [0, 1], "age": [40, 50]})


@pytest.mark.parametrize("column", [[0.1], [0.1, np.nan, 1, 1, 1]])
def test_a_column_that_is_not_a_number_for_each_patient_is_refused(column: list[float]) -> None:
    with pytest.raises(Refusal, match="severity: not 5 numbers"):
        replicate(MODEL, [1, 0, 1, 0, 1], {"severity": column, "housing": HOUSING})
