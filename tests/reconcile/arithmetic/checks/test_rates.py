"""Rates against what they are made of."""

from typing import Any

import pytest

from tests.reconcile.found import found, one, repairs
from tests.reconcile.made_report import coded, sent


def printed(rate: float, name: str = "a") -> Any:
    def change(bundle: dict[str, Any]) -> None:
        for entry in bundle["entry"]:
            if entry["resource"]["id"] == name:
                entry["resource"]["group"][0]["measureScore"]["value"] = rate

    return change


@pytest.mark.parametrize("rate", [0.6, 0.604])
def test_a_rate_of_its_counts_is_no_finding(rate: float) -> None:
    seen = found("rates", sent(change_quality=printed(rate)))
    assert bool(seen) is (rate == 0.604)


def test_a_rate_that_its_counts_do_not_give_is_told() -> None:
    seen = one("rates", sent(change_quality=printed(0.65)))
    assert seen.what == "a: 90 of 150 is 60 %, printed as 65 %"
    assert repairs(seen) == ["the rate is 60 %"]
    assert seen.people == 60


def test_a_part_may_have_another_denominator() -> None:
    def part(bundle: dict[str, Any]) -> None:
        counts = {"numerator": 30, "denominator": 40}
        bundle["entry"][0]["resource"]["group"][0]["stratifier"] = [
            {
                "stratum": [
                    {
                        "component": [{"value": {"text": "Region 1"}}],
                        "population": [
                            {"code": coded(code), "count": value} for code, value in counts.items()
                        ],
                        "measureScore": {"value": 0.3},
                    }
                ]
            }
        ]

    seen = one("rates", sent(change_quality=part))
    assert seen.what == "a, Region 1: 30 of 40 is 75 %, printed as 30 %"
    assert repairs(seen) == ["the rate is 75 %", "the denominator is about 100"]
    assert seen.people == 10


def test_exclusions_are_taken_off_the_denominator() -> None:
    def excluded(bundle: dict[str, Any]) -> None:
        counts = bundle["entry"][0]["resource"]["group"][0]["population"]
        counts.append({"code": coded("denominator-exclusion"), "count": 30})

    assert one("rates", sent(change_quality=excluded)).expected == "75 %"


def test_a_loss_ratio_is_cost_over_revenue() -> None:
    seen = one("rates", sent({("med-loss-ratio", ("hmo",)): 75}))
    assert seen.what == (
        "Medical loss ratio, hmo is 75 %; Medical pharmacy cost, hmo is $37,000.00 of "
        "$50,000.00 revenue, which is 74 %"
    )
