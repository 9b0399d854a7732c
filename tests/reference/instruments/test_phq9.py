"""PHQ-9: bands, cuts, change, and the words and codes of its items."""

import math

import pytest

from fairterms.reference.instruments.phq9 import INSTRUMENT
from tests.reference.judged import band, change, is_case, is_refused, points


@pytest.mark.parametrize(
    ("total", "name"),
    [
        (0, "minimal"),
        (4, "minimal"),
        (5, "mild"),
        (9, "mild"),
        (10, "moderate"),
        (14, "moderate"),
        (15, "moderately severe"),
        (19, "moderately severe"),
        (20, "severe"),
        (27, "severe"),
    ],
)
def test_bands_change_at_5_10_15_and_20(total: float, name: str) -> None:
    assert band("phq9", total) == name


def test_ten_points_are_a_case_and_nine_are_not() -> None:
    assert is_case("phq9", 10, "standard")
    assert not is_case("phq9", 9, "standard")


def test_a_total_of_300_is_refused_and_27_is_not() -> None:
    assert is_refused("phq9", 300)
    assert is_refused("phq9", 28)
    assert not is_refused("phq9", 27)


def test_the_mean_of_seven_answers_times_nine_stands_for_nine() -> None:
    assert points("phq9", [2] * 7 + [math.nan] * 2) == 18


def test_three_missing_answers_give_no_score() -> None:
    assert math.isnan(points("phq9", [2] * 6 + [math.nan] * 3))


def test_a_measure_that_wants_whole_scores_gets_them() -> None:
    form = [1, 1, 1, 1, 1, 1, 1, 2, math.nan]  # 9 / 8 × 9 = 10.125
    assert points("phq9", form) == 10.125
    assert points("phq9", form, missing="prorate-up-to-2-rounded") == 10


def test_reliable_change_differs_from_what_patients_notice() -> None:
    assert change("phq9", "nhs") == 6
    assert change("phq9", "loewe-2004") == 5
    assert change("phq9", "kounali-2022-points") == 1.7
    assert change("phq9", "kounali-2022") == 0.21


def test_only_item_9_bears_on_suicide() -> None:
    assert INSTRUMENT.suicide_items == (9,)
    assert "dead" in INSTRUMENT.item_texts[8]


def test_panel_and_total_have_their_codes() -> None:
    assert INSTRUMENT.loinc is not None
    assert INSTRUMENT.loinc.codes == ("44249-1", "44261-6")
    assert len(set(INSTRUMENT.loinc.items)) == 9


def test_the_retest_reliability_is_marked_as_unconfirmed_and_alpha_is_not() -> None:
    assert "test-retest 0.84" in INSTRUMENT.unconfirmed
    assert "internal consistency 0.89" not in INSTRUMENT.unconfirmed
