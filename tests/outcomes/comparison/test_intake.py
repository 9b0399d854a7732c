"""Columns that cannot be compared are refused by name, and never with a patient's facts."""

import numpy as np
import pytest

from fairterms.outcomes.comparison import intake
from fairterms.outcomes.comparison.cells import gather
from fairterms.units.refusal import Refusal

FACTS = np.array([[0.1, 1.0], [0.4, 0.0], [0.2, 1.0], [0.9, 0.0]])


def test_columns_of_the_same_length_pass() -> None:
    results, ids, facts, labels = intake.check([1, 0, 1, 1], list("abab"), FACTS, None)
    assert results.tolist() == [1, 0, 1, 1]
    assert ids.tolist() == list("abab")
    assert facts.shape == (4, 2)
    assert labels == ("x1", "x2")


def test_columns_of_different_length_are_refused() -> None:
    with pytest.raises(Refusal, match="4 outcomes, 3 providers"):
        intake.check([1, 0, 1, 1], list("aba"), FACTS, None)


def test_a_single_column_that_is_not_a_table_is_refused() -> None:
    with pytest.raises(Refusal, match=r"shape \(4,\)"):
        intake.check([1, 0, 1, 1], list("abab"), FACTS[:, 0], None)


def test_no_patients_are_refused() -> None:
    with pytest.raises(Refusal, match="outcomes: none given"):
        intake.check([], [], np.empty((0, 1)), None)


@pytest.mark.parametrize("wrong", [2, -1, 0.5, np.nan])
def test_an_outcome_is_0_or_1(wrong: float) -> None:
    with pytest.raises(Refusal, match="neither 0 nor 1"):
        intake.check([1, 0, 1, wrong], list("abab"), FACTS, None)


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
def test_a_missing_fact_is_refused_by_the_covariate_s_name(wrong: float) -> None:
    facts = FACTS.copy()
    facts[2, 1] = wrong
    with pytest.raises(Refusal, match="housing has missing or infinite values"):
        intake.check([1, 0, 1, 1], list("abab"), facts, ["severity", "housing"])


def test_a_patient_without_a_provider_is_refused() -> None:
    with pytest.raises(Refusal, match="providers: some patients have none"):
        intake.check([1, 0, 1, 1], [1.0, np.nan, 2.0, 1.0], FACTS, None)


@pytest.mark.parametrize("names", [["one"], ["same", "same"], ["a", "b", "c"]])
def test_each_covariate_has_its_own_name(names: list[str]) -> None:
    with pytest.raises(Refusal, match="different names"):
        intake.check([1, 0, 1, 1], list("abab"), FACTS, names)


@pytest.mark.parametrize("value", [0.0, 7.3, 1e9])
def test_a_covariate_that_never_varies_is_refused(value: float) -> None:
    facts = FACTS.copy()
    facts[:, 1] = value
    with pytest.raises(Refusal, match="housing is the same for every patient"):
        gather([1, 0, 1, 1], list("abab"), facts, ["severity", "housing"])


def test_covariates_that_say_the_same_are_refused_and_others_not_blamed() -> None:
    draws = np.random.default_rng(2)
    facts = draws.normal(size=(50, 3))
    facts = np.column_stack([facts, 100 - 3 * facts[:, 1]])
    with pytest.raises(Refusal, match=r"covariates: age, youth say the same thing twice"):
        gather(np.arange(50) % 2, np.arange(50) % 5, facts, ["severity", "age", "need", "youth"])


def test_the_message_says_what_why_and_what_to_do() -> None:
    with pytest.raises(Refusal) as caught:
        intake.outcome_column([0, 3])
    assert str(caught.value) == (
        "outcomes: some are neither 0 nor 1\n"
        "      why: the model compares how often an outcome was reached\n"
        "      fix: give 1 where the patient reached the outcome and 0 where not"
    )
