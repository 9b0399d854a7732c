"""Hageman-Arrindell."""

import math

import pytest

from fairterms.outcomes.patient_change.change import classify
from fairterms.outcomes.patient_change.change_declaration import (
    AtCutOff,
    CutOff,
    CutOffKind,
    Reliability,
    Sample,
)
from fairterms.outcomes.patient_change.scores import scores
from fairterms.units.refusal import Refusal
from tests.outcomes.one_declaration import HERE, classes, declared, index

BETWEEN = CutOff(CutOffKind.C, AtCutOff.NEITHER)


def test_the_index_draws_each_change_towards_the_average() -> None:
    # q = (25·0.84 + 36·r2 − 2·5·6·0.3)/(25 + 36 − 18) with r2 = 1 − 4/36.
    q = (21 + 32 - 18) / 43
    true_change = 6 * q + 6 * (1 - q)
    expected = true_change / (math.sqrt(q) * math.sqrt(2) * 2)
    assert index(declared("hageman_arrindell"), 20, 14) == pytest.approx(expected)


def test_a_patient_who_stays_is_credited_with_the_groups_change() -> None:
    assert index(declared("hageman_arrindell"), 20, 20) > 0


def test_the_cut_off_is_one_of_true_scores() -> None:
    # s1·√r1 = √(25 − 4), s0·√r0 = √(9 − 4).
    true_intake, true_functional = math.sqrt(21), math.sqrt(5)
    c = (true_intake * 4 + true_functional * 15) / (true_intake + true_functional)
    found = classify(declared("hageman_arrindell", cut_off=BETWEEN), scores([20], [2]))
    assert found.cut_off == pytest.approx(c)


def test_the_end_state_must_lie_beyond_the_cut_off_by_more_than_error() -> None:
    # One point below the border is not shown to be below it.
    by_true_score = declared("hageman_arrindell", critical=1.645)
    assert classes(by_true_score, (20, 9), (20, 3)) == ["IMPROVED", "RECOVERED"]
    assert classes(declared("jacobson_truax"), (20, 9)) == ["RECOVERED"]


def test_a_change_that_is_all_error_is_refused() -> None:
    noisy = declared(
        "hageman_arrindell", reliability=Reliability(0.2, HERE), last=Sample(9, 5, HERE)
    )
    with pytest.raises(Refusal, match="reliability of the change"):
        index(noisy, 20, 14)


def test_a_functional_group_that_varies_less_than_the_error_is_refused() -> None:
    alike = declared("hageman_arrindell", cut_off=BETWEEN, functional=Sample(4, 1.5, HERE))
    with pytest.raises(Refusal, match="none is left"):
        index(alike, 20, 14)
