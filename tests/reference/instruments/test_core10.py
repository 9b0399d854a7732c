"""CORE-10: two items turned, cut 11."""

import math

from fairterms.reference.instruments.core10 import INSTRUMENT
from tests.reference.judged import change, is_case, is_refused, points


def test_items_2_and_3_run_the_other_way() -> None:
    assert points("core10", [0, 4, 4, 0, 0, 0, 0, 0, 0, 0]) == 0
    assert points("core10", [4, 0, 0, 4, 4, 4, 4, 4, 4, 4]) == 40
    assert points("core10", [0] * 10) == 8


def test_eleven_points_are_a_case_and_thirteen_suggest_depression() -> None:
    assert is_case("core10", 11, "standard")
    assert not is_case("core10", 10, "standard")
    assert is_case("core10", 13, "depression")
    assert not is_case("core10", 12, "depression")


def test_one_missing_answer_is_filled_in_and_two_are_not() -> None:
    assert points("core10", [2, 2, 2, 2, 2, 2, 2, 2, 2, math.nan]) == 20
    assert math.isnan(points("core10", [2, 2, 2, 2, 2, 2, 2, 2, math.nan, math.nan]))


def test_item_6_bears_on_suicide_and_41_is_refused() -> None:
    assert INSTRUMENT.suicide_items == (6,)
    assert is_refused("core10", 41)


def test_its_reliable_change_is_six() -> None:
    assert change("core10", "barkham-2013") == 6
