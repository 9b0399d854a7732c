"""K10: the same answers, two totals ten points apart."""

import pytest

from fairterms.units.refusal import Refusal
from tests.reference.judged import band, is_refused, points


def test_a_contract_that_names_no_scoring_is_refused_with_both_ways() -> None:
    with pytest.raises(Refusal, match="can be scored in 2 ways") as caught:
        band("k10", 25)
    assert "one-to-five" in caught.value.fix
    assert "zero-to-four" in caught.value.fix


def test_the_same_answers_give_totals_ten_apart() -> None:
    middle = [3, 2, 3, 2, 3, 2, 3, 2, 3, 2]
    assert points("k10", middle, "one-to-five") == 25
    assert points("k10", [answer - 1 for answer in middle], "zero-to-four") == 15


@pytest.mark.parametrize(
    ("total", "survey", "clinical"),
    [
        (10, "low", "likely well"),
        (15, "low", "likely well"),
        (16, "moderate", "likely well"),
        (19, "moderate", "likely well"),
        (20, "moderate", "mild"),
        (22, "high", "mild"),
        (25, "high", "moderate"),
        (29, "high", "moderate"),
        (30, "very high", "severe"),
    ],
)
def test_two_published_divisions_differ(total: float, survey: str, clinical: str) -> None:
    assert band("k10", total, "one-to-five", "survey") == survey
    assert band("k10", total, "one-to-five", "clinical") == clinical
    assert band("k10", total - 10, "zero-to-four", "survey-from-zero") == survey
    assert band("k10", total - 10, "zero-to-four", "clinical-from-zero") == clinical


def test_a_total_of_eight_cannot_be_of_ten_to_fifty() -> None:
    assert is_refused("k10", 8, "one-to-five")
    assert not is_refused("k10", 8, "zero-to-four")
    assert is_refused("k10", 41, "zero-to-four")
