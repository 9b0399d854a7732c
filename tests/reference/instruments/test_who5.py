"""WHO-5: four times the sum, and higher is better."""

import pytest

from tests.reference.judged import band, is_case, is_refused, points


def test_the_raw_sum_is_multiplied_by_four() -> None:
    assert points("who5", [5, 5, 5, 5, 5]) == 100
    assert points("who5", [3, 2, 3, 2, 3]) == 52


def test_a_low_score_is_the_case_because_higher_is_better() -> None:
    assert is_case("who5", 48, "standard")
    assert not is_case("who5", 52, "standard")
    assert is_case("who5", 28, "strict")
    assert not is_case("who5", 32, "strict")


@pytest.mark.parametrize("raw_sum", [13, 25, 7])
def test_a_raw_sum_that_was_not_multiplied_is_refused(raw_sum: float) -> None:
    assert is_refused("who5", raw_sum)


def test_bands_end_at_28_and_50() -> None:
    names = [band("who5", total) for total in (28, 32, 48, 52)]
    assert names == [
        "very low well-being",
        "low well-being",
        "low well-being",
        "no sign of low well-being",
    ]
