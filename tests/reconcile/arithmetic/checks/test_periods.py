"""Periods against the contract's term."""

from typing import Any

from fairterms.reconcile.arithmetic.outcome import Verdict
from tests.reconcile.found import found, one
from tests.reconcile.made_report import GUIDE, sent


def year(number: int) -> Any:
    def change(made: dict[str, Any]) -> None:
        made["period"] = {"start": f"{number}-01-01", "end": f"{number}-12-31"}

    return change


def test_a_year_of_the_contract_is_no_finding() -> None:
    assert found("periods", sent()) == ()


def test_a_year_outside_the_contract_is_told() -> None:
    seen = found("periods", sent(change=year(2026)))
    assert seen[0].what == (
        "The statement is about 2026-01-01 to 2026-12-31; the contract runs 2027-01-01 to "
        "2029-12-31"
    )
    assert seen[1].what.startswith("Measure a is measured over") or seen[1].what.startswith("a is")


def test_a_period_that_begins_a_day_too_early_is_outside() -> None:
    def early(made: dict[str, Any]) -> None:
        made["period"]["start"] = "2026-12-31"

    assert one("periods", sent(change=early)).lines == ("report.json",)


def test_services_that_end_before_the_year_are_told_once_for_all_their_metrics() -> None:
    def eleven_months(made: dict[str, Any]) -> None:
        service = {"start": "2027-01-01", "end": "2027-11-30"}
        for group in made["group"][:3]:
            url = f"{GUIDE}/StructureDefinition/service-period"
            group["extension"].append({"url": url, "valuePeriod": service})

    seen = one("periods", sent(change=eleven_months))
    assert seen.what.startswith("3 metrics count services of 2027-01-01 to 2027-11-30")
    assert seen.verdict is Verdict.CANNOT_TELL


def test_without_a_header_the_term_is_not_compared() -> None:
    def termless(head: dict[str, Any]) -> None:
        del head["effectivePeriod"]

    seen = found("periods", sent(change=year(2026), change_header=termless))
    assert all("contract" not in each.what for each in seen)
