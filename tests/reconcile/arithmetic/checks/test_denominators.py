"""Denominators of rates."""

from typing import Any

from tests.reconcile.found import found, one
from tests.reconcile.made_report import coded, sent


def rates(*units: str) -> Any:
    codes = ("ed-visit", "readmission", "inpatient-admission")

    def change(made: dict[str, Any]) -> None:
        made["group"].extend(
            {"id": code, "code": coded(code), "measureScore": {"value": 300, "unit": unit}}
            for code, unit in zip(codes, units, strict=True)
        )

    return change


def test_one_denominator_is_no_finding() -> None:
    assert found("denominators", sent(change=rates("/10*3", "/10*3", "/1000"))) == ()


def test_one_rate_per_100_among_rates_per_1000_is_told() -> None:
    seen = one("denominators", sent(change=rates("/100", "/10*3", "/10*3")))
    assert seen.what == (
        "ED visit is stated as events per 100 members, the other 2 rates as events per 1,000 "
        "members"
    )
    assert seen.note == "To compare them, ED visit is multiplied by 10 (3000 per 1,000)"


def test_one_rate_per_1000_among_rates_per_100_is_turned_the_other_way() -> None:
    seen = one("denominators", sent(change=rates("/1000", "/100", "/100")))
    assert seen.note == "To compare them, ED visit is divided by 10 (30 per 100)"
