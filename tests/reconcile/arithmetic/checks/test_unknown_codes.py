"""Codes against the guide's list."""

from typing import Any

from tests.reconcile.found import found, one
from tests.reconcile.made_report import coded, sent


def add(*groups: dict[str, Any]) -> Any:
    return lambda made: made["group"].extend(groups)


def local(name: str, score: dict[str, Any]) -> dict[str, Any]:
    code = {**coded("closed-gaps", "urn:larch"), "text": name}
    return {"id": name, "code": code, "measureScore": score}


def test_codes_of_the_guide_are_no_finding() -> None:
    assert found("unknown_codes", sent()) == ()


def test_a_code_of_the_plan_s_own_is_told_with_its_words() -> None:
    seen = one("unknown_codes", sent(change=add(local("Closed gaps", {"value": 2}))))
    assert seen.what == (
        'the code "closed-gaps" (“Closed gaps”) is not in the guide\'s list of metrics'
    )
    assert seen.advice == "Ask the plan to define “Closed gaps” in writing, with the unit."


def test_one_code_for_a_count_and_an_amount_is_told() -> None:
    money = {
        "extension": [
            {"url": "x/alternate-measurescore", "valueMoney": {"value": 900, "currency": "USD"}}
        ]
    }
    groups = (local("Total", money), local("Closed", {"value": 2}))
    seen = found("unknown_codes", sent(change=add(*groups)))
    assert len(seen) == 2
    assert seen[1].what == (
        'the code "closed-gaps" is used for “Total” ($900.00) and for “Closed” (2 units)'
    )
