"""Units against the definitions of the codes."""

from typing import Any

from tests.reconcile.found import found, one
from tests.reconcile.made_report import sent


def in_percent(code: str) -> Any:
    def change(made: dict[str, Any]) -> None:
        group = next(each for each in made["group"] if each["id"] == code)
        group["measureScore"] = {"value": 90, "unit": "%", "code": "%"}

    return change


def test_units_of_the_definitions_are_no_finding() -> None:
    assert found("code_units", sent()) == ()


def test_a_percentage_for_a_code_of_dollars_is_told_once() -> None:
    seen = one("code_units", sent(change=in_percent("revenue")))
    assert seen.what == (
        'Revenue is printed as 90 %; the code "revenue" is defined in dollars, and 7 lines have it'
    )
    assert (
        seen.advice == "Ask the plan for these numbers in dollars, or for the code that fits them."
    )


def test_a_target_may_be_a_share_of_the_revenue() -> None:
    assert found("code_units", sent(change=in_percent("med-rx-cost-target"))) == ()


def test_fractions_beside_per_cent_are_told_for_all_reports_at_once() -> None:
    def percent(bundle: dict[str, Any]) -> None:
        for entry in bundle["entry"][:2]:
            for threshold in entry["resource"]["extension"][1:]:
                quantity = threshold["extension"][0]["valueQuantity"]
                quantity |= {"value": quantity["value"] * 100, "unit": "%"}

    seen = one("code_units", sent(change_quality=percent))
    assert seen.what.startswith("2 quality reports give their rate as a fraction")


def test_rates_and_thresholds_that_are_both_in_per_cent_are_no_finding() -> None:
    def both(bundle: dict[str, Any]) -> None:
        for entry in bundle["entry"][:2]:
            entry["resource"]["group"][0]["measureScore"]["value"] *= 100
            for threshold in entry["resource"]["extension"][1:]:
                threshold["extension"][0]["valueQuantity"]["unit"] = "%"

    assert found("code_units", sent(change_quality=both)) == ()
