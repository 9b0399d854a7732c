"""K6: two scorings, one cut of 13."""

import pytest

from fairterms.units.refusal import Refusal
from tests.reference.judged import band, is_case, points


def test_thirteen_points_from_zero_are_a_case() -> None:
    assert is_case("k6", 13, scoring="zero-to-four")
    assert not is_case("k6", 12, scoring="zero-to-four")


def test_moderate_distress_begins_at_five() -> None:
    names = [band("k6", total, scoring="zero-to-four") for total in (4, 5, 12, 13)]
    assert names == ["low", "moderate distress", "moderate distress", "serious distress"]


def test_the_two_scorings_differ_by_six() -> None:
    assert points("k6", [4] * 6, "zero-to-four") == 24
    assert points("k6", [5] * 6, "one-to-five") == 30


def test_the_cut_of_one_scoring_is_not_lent_to_the_other() -> None:
    with pytest.raises(Refusal, match="not recorded for this instrument"):
        is_case("k6", 20, "serious", scoring="one-to-five")
