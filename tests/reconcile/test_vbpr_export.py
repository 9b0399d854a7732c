"""Our settlement as a report, and read back."""

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fairterms.contract import figure_set
from fairterms.contract.clause import Contract
from fairterms.contract.reader import read
from fairterms.reconcile.statement.vbpr import read_report, read_submission
from fairterms.reconcile.vbpr_export import Issue, export, missing
from fairterms.settle.settlement import Settlement, settle
from fairterms.units.period import calendar_year
from tests.reconcile.made_report import report

JUNIPER = Path(__file__).parents[2] / "examples" / "juniper"
ISSUE = Issue(
    "https://summit.example/Measure/juniper",
    "Juniper Psychotherapy Partners",
    "Summit Example Health Plan",
    "Organization/juniper",
    "Organization/summit",
    date(2028, 8, 31),
    date(2028, 6, 30),
)


@cache
def contract() -> Contract:
    found = read(JUNIPER / "terms.toml").contract
    assert found is not None
    return found


@cache
def settled() -> Settlement:
    figures = figure_set.read(JUNIPER / "scenarios" / "expected.toml")
    return settle(contract(), figures, calendar_year(2027))


def exported() -> str:
    return export(settled(), contract(), ISSUE)


def test_our_own_report_reads_back_to_the_same_amounts() -> None:
    settlement = settled()
    statement = read_report(exported(), "ours.json")
    assert statement.problems == ()
    read_back = {line.id: str(line.value) for line in statement.lines}
    assert {line.id: read_back[line.id] for line in settlement.lines} == {
        line.id: line.written for line in settlement.lines
    }
    assert read_back["payable"] == settlement.lines[-1].written


def test_figures_read_back_too_and_name_themselves() -> None:
    statement = read_report(exported(), "ours.json")
    line = statement.showing("member_months")
    assert line is not None
    assert str(line.value) == str(settled().figures.values["member_months"])
    assert line.code == "member-months"
    assert statement.showing("payable") is not None


def test_the_report_names_both_sides_the_year_and_the_days() -> None:
    made = read_submission(exported(), "ours.json")
    statement = made.statement
    assert (statement.plan, statement.group) == (ISSUE.plan, ISSUE.group)
    assert statement.period == calendar_year(2027)
    assert (statement.issued, statement.paid_through) == (ISSUE.issued, ISSUE.paid_through)


def test_each_line_names_the_payment_its_clause_belongs_to() -> None:
    streams = {group.id: group.stream for group in read_submission(exported(), "o").groups}
    assert streams["care_coordination.fee"] == "ccf"
    assert streams["payable"] == ""


def test_our_own_report_has_every_required_element() -> None:
    assert missing(exported()) == ()


def test_the_same_settlement_gives_the_same_bytes() -> None:
    assert exported() == exported()


def without(*path: str | int) -> Callable[[dict[str, Any]], None]:
    def change(made: dict[str, Any]) -> None:
        where: Any = made
        for step in path[:-1]:
            where = where[step]
        del where[path[-1]]

    return change


REQUIRED: dict[str, tuple[str | int, ...]] = {
    "resourceType MeasureReport": ("resourceType",),
    "meta.profile of the guide": ("meta",),
    "category extension vbp": ("extension",),
    "status (complete, pending, error)": ("status",),
    "type summary": ("type",),
    "measure": ("measure",),
    "subject's organization extension": ("subject", "extension"),
    "date": ("date",),
    "reporter": ("reporter",),
    "period": ("period", "end"),
    "group[0].id": ("group", 0, "id"),
    "group[0].code": ("group", 0, "code"),
}


def test_the_made_up_report_lacks_nothing() -> None:
    assert missing(json.dumps(report())) == ()


@pytest.mark.parametrize(("element", "path"), REQUIRED.items())
def test_each_required_element_is_missed(element: str, path: tuple[str | int, ...]) -> None:
    made = report()
    without(*path)(made)
    assert missing(json.dumps(made)) == (element,)


def test_a_report_without_its_subject_misses_both_of_its_parts() -> None:
    made = report()
    del made["subject"]
    assert missing(json.dumps(made)) == ("subject", "subject's organization extension")


def test_an_element_the_profile_forbids_is_told() -> None:
    assert missing(json.dumps({**report(), "improvementNotation": {"text": "up"}})) == (
        "no improvementNotation",
    )


def test_money_without_its_currency_and_a_payment_without_its_sort_are_missed() -> None:
    made = report()
    money = {"url": "x/alternate-measurescore", "valueMoney": {"value": 5}}
    made["group"][0]["measureScore"] = {"extension": [money]}
    made["group"][0]["extension"][0]["extension"] = []
    assert missing(json.dumps(made)) == (
        "group[0] payment stream's type",
        "group[0] money with its currency",
    )


def test_a_text_that_is_no_json_lacks_everything() -> None:
    assert missing("<xml/>") == ("a JSON text (line 1: Expecting value)",)


def test_a_report_without_the_address_of_its_header_is_not_issued() -> None:
    with pytest.raises(AssertionError):
        Issue("", "g", "p", "Organization/g", "Organization/p", date(2028, 1, 1))
