"""AUDIT: four zones."""

import pytest

from tests.reference.judged import band, is_case, is_refused, points


@pytest.mark.parametrize(
    ("total", "name"),
    [
        (0, "low risk"),
        (7, "low risk"),
        (8, "hazardous"),
        (15, "hazardous"),
        (16, "harmful"),
        (19, "harmful"),
        (20, "possible dependence"),
        (40, "possible dependence"),
    ],
)
def test_zones_change_at_8_16_and_20(total: float, name: str) -> None:
    assert band("audit", total) == name


def test_eight_points_are_a_case() -> None:
    assert is_case("audit", 8)
    assert not is_case("audit", 7)


def test_ten_answers_of_four_give_40_and_41_is_refused() -> None:
    assert points("audit", [4] * 10) == 40
    assert is_refused("audit", 41)
