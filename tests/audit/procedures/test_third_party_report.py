"""A report supports a control only in its scope and its period, and only where it tested it."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.audit.procedures import third_party_report
from fairterms.audit.procedures.third_party_report import (
    CarveOut,
    ReportedException,
    ThirdPartyReport,
    UserControl,
)
from fairterms.units.period import Period
from tests.audit.procedures.made_up import YEAR, codes, read_one

TEXT = """
[[third_party_report]]
name = "claims"
kind = "SOC 1 type 2"
from = 2027-01-01
to = 2027-09-30
opinion = "unmodified"
scope = "claims payment"
supports = ["intake", "pricing"]
carve_outs = [{ supplier = "centre", covered_by = "centre, 2027" }]
exceptions = [{ what = "one change", control = "pricing", answer = "priced again" }]
user_controls = [{ theirs = "check the files", ours = "intake" }]
"""
REPORT = ThirdPartyReport(
    *("claims", "SOC 1 type 2", Period(date(2027, 1, 1), date(2027, 9, 30)), "unmodified"),
    *("claims payment", ("intake", "pricing"), (CarveOut("centre", "centre, 2027"),)),
    *((ReportedException("one change", "pricing", "priced again"),),),
    *((UserControl("check the files", "intake"),),),
)
MAY = date(2027, 5, 1)


def test_it_is_read() -> None:
    assert read_one(TEXT, "third_party_report", third_party_report.read) == (REPORT, ())


def test_it_supports_a_control_in_its_scope_and_period_alone() -> None:
    assert REPORT.supports_on("intake", MAY)
    assert REPORT.supports_on("intake", date(2027, 9, 30))
    assert not REPORT.supports_on("intake", date(2027, 10, 1))
    assert not REPORT.supports_on("intake", date(2026, 12, 31))
    assert not REPORT.supports_on("other", MAY)
    assert not REPORT.supports_on("pricing", MAY), "an exception touches it"


@pytest.mark.parametrize(
    ("change", "supports"),
    [
        ({"kind": "SOC 1 type 1"}, False),
        ({"kind": "SAS 70"}, False),
        ({"kind": "SOC 2 type 2"}, True),
        ({"opinion": "adverse"}, False),
        ({"opinion": "disclaimer"}, False),
        ({"opinion": "qualified"}, True),
    ],
)
def test_its_type_and_opinion_decide(change: dict[str, str], supports: bool) -> None:
    # Fields by name.
    # Fields by name.
    assert replace(REPORT, **change).supports_on("intake", MAY) is supports  # type: ignore[arg-type]


def test_sas_70_is_superseded() -> None:
    assert replace(REPORT, kind="SAS 70").is_superseded
    assert not REPORT.is_superseded


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2027, 1, 1), date(2027, 12, 31), 0),
        (date(2026, 10, 1), date(2028, 3, 31), 0),
        (date(2027, 1, 2), date(2027, 12, 30), 2),
        (date(2026, 1, 1), date(2026, 12, 31), 365),
        (date(2028, 1, 1), date(2028, 12, 31), 365),
    ],
)
def test_the_days_it_does_not_cover_are_counted(first: date, last: date, days: int) -> None:
    assert replace(REPORT, period=Period(first, last)).days_uncovered(YEAR) == days


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TEXT.replace("type 2", "type 1"), "not-one-day"),
        (TEXT.replace('supplier = "centre", ', ""), "missing"),
        (TEXT.replace('what = "one change", ', ""), "missing"),
        (TEXT.replace('theirs = "check the files", ', ""), "missing"),
        (TEXT.replace("unmodified", "good"), "no-such-choice"),
        (TEXT.replace("answer", "reply"), "unknown-key"),
    ],
)
def test_what_is_half_said_is_a_problem(text: str, code: str) -> None:
    _, problems = read_one(text, "third_party_report", third_party_report.read)
    assert codes(problems) == [code]
