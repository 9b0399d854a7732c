"""Gaps to a threshold, rounded up."""

from typing import Any

import pytest

from tests.reconcile.found import found, one
from tests.reconcile.made_report import sent


def gap(printed: int, numerator: int = 90, at: int = 3) -> Any:
    def change(bundle: dict[str, Any]) -> None:
        report = bundle["entry"][0]["resource"]
        report["group"][0]["population"][0]["count"] = numerator
        report["extension"][at]["extension"].append(
            {"url": "gapToThreshold", "valueDecimal": printed}
        )

    return change


@pytest.mark.parametrize(
    ("numerator", "needed"),
    # 65 % of 150 is 97.5, so 98 must reach it.
    [(90, 8), (97, 1), (98, 0), (120, 0)],
)
def test_only_a_gap_rounded_up_is_right(numerator: int, needed: int) -> None:
    for printed in {max(0, needed - 1), needed, needed + 1}:
        seen = found("gaps", sent(change_quality=gap(printed, numerator)))
        assert (seen == ()) is (printed == needed)


def test_a_gap_rounded_to_the_nearest_is_told() -> None:
    seen = one("gaps", sent(change_quality=gap(7)))
    assert seen.what == "a: 90 of 150 needs 8 more to reach 65 %, printed as 7"
    assert str(seen.difference) == "1 member"


def test_a_threshold_met_by_a_whole_number_needs_no_rounding() -> None:
    # 50 % of 150 is 75 exactly.
    assert found("gaps", sent(change_quality=gap(1, 74, at=2))) == ()


def test_a_gap_is_rounded_up_even_where_the_nearest_is_below() -> None:
    # 40 % of 151 is 60.4: 60 do not reach it.
    def one_more(bundle: dict[str, Any]) -> None:
        gap(1, 59, at=1)(bundle)
        bundle["entry"][0]["resource"]["group"][0]["population"][1]["count"] = 151

    assert one("gaps", sent(change_quality=one_more)).expected == "2 members"
