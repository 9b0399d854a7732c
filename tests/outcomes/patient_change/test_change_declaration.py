"""What a contract must declare before change is judged."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.patient_change.change_declaration import (
    AtCutOff,
    CutOff,
    CutOffKind,
    Reliability,
    Sample,
    describe,
)
from fairterms.units.refusal import Refusal
from tests.outcomes.one_declaration import DECLARATION, HEARSAY, HERE, declared


@pytest.mark.parametrize("value", [0.0, 1.0, 1.2, -0.5])
def test_a_reliability_lies_between_zero_and_one(value: float) -> None:
    with pytest.raises(Refusal, match="is not between 0 and 1"):
        Reliability(value, HERE)
    with pytest.raises(Refusal, match="is not between 0 and 1"):
        Reliability(0.8, HERE, last=value)


@pytest.mark.parametrize("sd", [0.0, -1.0, float("nan"), float("inf")])
def test_a_sample_without_spread_is_refused(sd: float) -> None:
    with pytest.raises(Refusal, match="standard deviation"):
        Sample(10, sd, HERE)


@pytest.mark.parametrize("name", ["critical", "improvement", "deterioration"])
def test_a_size_of_change_is_above_zero(name: str) -> None:
    with pytest.raises(Refusal, match=f"{name}: 0 is not above 0"):
        declared("jacobson_truax", **{name: 0.0})


def test_a_correlation_is_below_one() -> None:
    with pytest.raises(Refusal, match="correlation"):
        replace(DECLARATION, correlation=1.0)


def test_a_cut_off_has_a_value_if_and_only_if_it_is_declared() -> None:
    with pytest.raises(AssertionError):
        CutOff(CutOffKind.DECLARED, AtCutOff.CLINICAL)
    with pytest.raises(AssertionError):
        CutOff(CutOffKind.C, AtCutOff.CLINICAL, 10)


def test_the_spread_is_that_of_a_sample_and_leaves_missing_scores_out() -> None:
    found = describe(np.array([10.0, np.nan, 14.0, 18.0]), HERE)
    assert (found.mean, found.sd) == (14.0, 4.0)


def test_one_patient_has_no_spread() -> None:
    with pytest.raises(Refusal, match="made-up figures"):
        describe(np.array([10.0, np.nan]), HERE)


def test_what_is_unconfirmed_is_named() -> None:
    doubtful = replace(DECLARATION, functional=Sample(4, 3, HEARSAY))
    assert doubtful.unconfirmed == ("functional",)


def test_the_standard_error_of_measurement_is_in_points() -> None:
    assert DECLARATION.standard_error == pytest.approx(2.0)
