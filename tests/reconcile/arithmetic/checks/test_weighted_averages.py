"""Averages against those of their parts."""

import pytest

from tests.reconcile.found import found, one, repairs
from tests.reconcile.made_report import sent

CODE = "avg-risk-score"


def test_a_true_average_is_no_finding() -> None:
    assert found("weighted_averages", sent()) == ()


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        (0.7, "lies below each of its parts"),
        (1.3, "lies above each of its parts"),
        (1.0, "differs from the average of its parts"),
    ],
)
def test_an_average_that_its_parts_do_not_give_is_told(printed: float, place: str) -> None:
    seen = one("weighted_averages", sent({(CODE, ()): printed}))
    assert place in seen.what
    assert "weighted by member-months they give 0.96" in seen.what
    assert repairs(seen) == ["Average risk score is 0.96"]


def test_what_the_last_digit_hides_is_no_finding() -> None:
    # With 1.11 the average of hmo is 1.044, printed as 1.04.
    assert found("weighted_averages", sent({(CODE, ("hmo", "Region 2")): 1.11})) == ()


def test_a_market_average_is_not_one_of_these_parts() -> None:
    def market(made: dict[str, object]) -> None:
        groups = made["group"]
        assert isinstance(groups, list)
        risk = next(each for each in groups if each["id"] == CODE)
        risk["code"]["coding"][0]["code"] = "avg-risk-score-market"

    assert found("weighted_averages", sent({(CODE, ()): 0.5}, change=market)) == ()


def test_without_member_months_nothing_is_compared() -> None:
    numbers = {(CODE, ()): 0.7, ("member-months", ("hmo",)): None}
    assert found("weighted_averages", sent(numbers)) == ()
