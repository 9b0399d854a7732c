"""A value-based performance report as a statement."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from fairterms.reconcile.statement.vbpr import read_report, read_submission
from fairterms.units.period import calendar_year
from tests.reconcile.made_report import GUIDE, coded, group, report, sent

Change = Callable[[dict[str, Any]], None]


def test_every_number_becomes_a_line_with_part_unit_and_payment() -> None:
    statement = sent().statement
    assert len(statement.lines) == 12 * 7 + 1 + 3 * 3 + 2
    line = statement.line("med-rx-cost/ppo/Region 2")
    assert str(line.value) == "$19,000.00"
    assert (line.code, line.stream, line.scope) == ("med-rx-cost", "ssq", ("ppo", "Region 2"))
    assert line.place == "group[4].stratifier[0].stratum[5].measureScore"
    assert line.label == "Medical pharmacy cost"
    assert str(statement.line("med-loss-ratio/hmo").value) == "74 %"


def test_incentives_of_one_payment_are_told_apart() -> None:
    statement = sent().statement
    line = statement.line("earned-incentive/condition-count 2")
    assert line.stream == "qip/chronic-care-mgmt"
    assert line.scope == ("condition-count 2",)


def test_the_head_of_the_statement_is_read() -> None:
    statement = sent().statement
    assert statement.period == calendar_year(2027)
    assert statement.issued == date(2028, 5, 2)
    assert (statement.plan, statement.group) == ("Larch Plan", "Willow Group")
    assert statement.contract == "Larch Plan and Willow Group"
    assert statement.problems == ()


def test_a_report_alone_is_a_statement_too() -> None:
    statement = read_report(json.dumps(report()), "report.json")
    assert statement.plan == "Organization/larch"
    assert statement.contract == "https://larch.example/Measure/contract"


def test_parts_add_up_to_their_whole_as_the_statement_says() -> None:
    statement = sent().statement
    parts = statement.parts(statement.line("revenue"))
    assert [part.id for part in parts] == ["revenue/hmo", "revenue/ppo"]


def score(value: dict[str, Any]) -> Change:
    def change(made: dict[str, Any]) -> None:
        made["group"] = [{**group("ccf"), "measureScore": value, "stratifier": []}]

    return change


def alternate(**value: Any) -> dict[str, Any]:
    return {"extension": [{"url": f"{GUIDE}/StructureDefinition/alternate-measurescore", **value}]}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (alternate(valueMoney={"value": 500, "currency": "USD"}), "$500.00"),
        (alternate(valueDecimal=500.25), "$500.25"),
        (alternate(valueInteger=500), "$500.00"),
        (alternate(valueQuantity={"value": 50, "unit": "%"}), "50 %"),
        ({"value": 500}, "$500.00"),
    ],
)
def test_a_score_may_take_any_of_its_forms(value: dict[str, Any], said: str) -> None:
    assert str(sent(change=score(value)).statement.line("ccf").value) == said


def test_a_yes_or_no_is_kept_and_is_no_line() -> None:
    made = sent(change=score(alternate(valueBoolean=False)))
    assert made.groups[0].flag is False
    assert made.statement.lines == ()
    assert made.statement.problems == ()


def test_baseline_service_and_payment_days_are_kept() -> None:
    def change(made: dict[str, Any]) -> None:
        year = {"start": "2026-01-01", "end": "2026-12-31"}
        made["group"][0]["extension"] += [
            {
                "url": "x/baseline",
                "extension": [
                    {"url": "baseline", "valueQuantity": {"value": 2900}},
                    {"url": "period", "valuePeriod": year},
                ],
            },
            {"url": "x/service-period", "valuePeriod": {"start": "2027-01", "end": "2027-11"}},
            {"url": "x/paid-through-date", "valueDate": "2028-03-31"},
        ]

    made = sent(change=change)
    first = made.groups[0]
    assert str(first.baseline) == "2,900 member-months"
    assert first.baseline_period == calendar_year(2026)
    assert first.service is not None
    assert first.service.last == date(2027, 11, 30)
    assert made.statement.paid_through == date(2028, 3, 31)


def test_two_days_of_payment_are_no_one_day() -> None:
    def change(made: dict[str, Any]) -> None:
        for one, day in zip(made["group"][:2], ("2028-03-31", "2028-06-30"), strict=True):
            one["extension"].append({"url": "x/paid-through-date", "valueDate": day})

    assert sent(change=change).statement.paid_through is None


def without_code(made: dict[str, Any]) -> None:
    del made["group"][0]["code"]


def without_number(made: dict[str, Any]) -> None:
    made["group"][0]["measureScore"] = {"unit": "%"}


def without_unit(made: dict[str, Any]) -> None:
    next(one for one in made["group"] if one["id"] == "med-loss-ratio")["measureScore"] = {
        "value": 0.85
    }


def with_a_part_twice(made: dict[str, Any]) -> None:
    strata = made["group"][0]["stratifier"][0]["stratum"]
    strata.append({**strata[0], "measureScore": {"value": 999}})


def with_a_foreign_currency(made: dict[str, Any]) -> None:
    score(alternate(valueMoney={"value": 500, "currency": "EUR"}))(made)


@pytest.mark.parametrize(
    ("change", "what", "code"),
    [
        (without_code, 'the group "member-months" names no metric', "no-metric"),
        (
            without_number,
            'group[0].measureScore of "Member months" holds no number of at most 18 digits',
            "no-number",
        ),
        (
            without_unit,
            (
                'group[6].measureScore: "med-loss-ratio" is a share and has no unit: 0.85 and 85 '
                "could both be meant"
            ),
            "no-unit",
        ),
        (
            with_a_part_twice,
            'group[0].stratifier[0].stratum[6].measureScore: "member-months/hmo" is stated twice',
            "stated-twice",
        ),
        (
            with_a_foreign_currency,
            'group[0].measureScore: the unit "EUR" is not one this reader knows',
            "no-unit",
        ),
    ],
)
def test_what_is_wrong_with_the_text_is_told_with_its_place(
    change: Change, what: str, code: str
) -> None:
    problems = sent(change=change).statement.problems
    assert [(one.what, one.code) for one in problems] == [(what, code)]
    assert all((problems[0].why, problems[0].fix))


def test_the_first_of_two_numbers_of_one_part_is_used() -> None:
    line = sent(change=with_a_part_twice).statement.line("member-months/hmo")
    assert str(line.value) == "1,000 member-months"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "the file is no JSON: line 1: Expecting value"),
        ('{"resourceType": "Patient"}', "the file is no MeasureReport, so it is no statement"),
        ("[]", "the file is no MeasureReport, so it is no statement"),
    ],
)
def test_a_file_that_is_no_report_says_what_to_ask_for(text: str, what: str) -> None:
    statement = read_report(text, "report.json")
    assert [one.what for one in statement.problems] == [what]
    assert statement.lines == ()


def test_quality_reports_that_cannot_be_read_are_told() -> None:
    made = read_submission(json.dumps(report()), "report.json", None, "no json")
    assert [one.code for one in made.statement.problems] == ["no-quality-reports"]


def test_a_stratifier_of_another_sort_keeps_its_name() -> None:
    def change(made: dict[str, Any]) -> None:
        stratum = {"value": {"text": "18 to 64"}, "measureScore": {"value": 7}}
        made["group"][0]["stratifier"] = [{"code": [coded("age")], "stratum": [stratum]}]

    assert sent(change=change).statement.line("member-months/age 18 to 64").scope == (
        "age 18 to 64",
    )
