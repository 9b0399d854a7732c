"""Percentage of the first score."""

import math

import pytest

from fairterms.outcomes.patient_change.change import classify
from fairterms.outcomes.patient_change.change_declaration import ZeroBaseline
from fairterms.outcomes.patient_change.scores import scores
from tests.outcomes.one_declaration import classes, declared, index, mirrored

HALF = declared("percentage", cut_off=None)


def test_exactly_the_declared_share_counts() -> None:
    assert classes(HALF, (20, 10), (20, 11), (10, 15), (10, 14)) == [
        "IMPROVED",
        "UNCHANGED",
        "DETERIORATED",
        "UNCHANGED",
    ]


@pytest.mark.parametrize("first", range(1, 28))
def test_a_third_less_is_judged_without_rounding(first: int) -> None:
    tenth = declared("percentage", cut_off=None, improvement=0.1, deterioration=0.1)
    for last in range(28):
        reached = 10 * (first - last) >= first
        assert (classes(tenth, (first, last)) == ["IMPROVED"]) == reached


def test_a_rise_from_zero_is_never_an_improvement_where_lower_is_better() -> None:
    # A public program divides by 0, gets infinity, and calls it an improvement.
    by_direction = declared("percentage", cut_off=None, zero_baseline=ZeroBaseline.BY_DIRECTION)
    unchanged = declared("percentage", cut_off=None, zero_baseline=ZeroBaseline.UNCHANGED)
    assert classes(by_direction, (0, 5), (0, 0)) == ["DETERIORATED", "UNCHANGED"]
    assert classes(unchanged, (0, 5)) == ["UNCHANGED"]
    assert classes(HALF, (0, 5)) == ["NOT_JUDGED"]


def test_a_patient_without_a_share_is_told_why() -> None:
    assert classify(HALF, scores([0], [5])).reason(0) == "not judged: a percentage of nothing"


def test_where_higher_is_better_a_rise_from_zero_is_an_improvement() -> None:
    higher = mirrored(declared("percentage", cut_off=None, zero_baseline=ZeroBaseline.BY_DIRECTION))
    assert index(higher, 27, 20) == -math.inf


def test_on_a_scale_from_ten_the_share_is_taken_from_ten() -> None:
    distress = declared("percentage", cut_off=None, lowest=10, highest=50, zero_point=10)
    naive = declared("percentage", cut_off=None, lowest=10, highest=50)
    assert index(distress, 30, 20) == pytest.approx(0.5)
    assert index(naive, 30, 20) == pytest.approx(1 / 3)
