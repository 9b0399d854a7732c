"""The report of an audit as both sides read it."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.audit.auditing import Audited, of_reading
from fairterms.audit.engagement.reader import AuditReading, read, read_text
from fairterms.audit.page import page
from fairterms.document.school_grade import grade
from fairterms.publish import html
from fairterms.publish.json_export import render
from tests.audit.engagement.made_up import FINDING, WHOLE

JUNIPER = Path(__file__).parents[2] / "examples" / "juniper"


def audited(reading: AuditReading) -> Audited:
    return of_reading("Cedar", date(2029, 1, 1), reading, {}, ())


def test_a_draft_stands_in_no_report() -> None:
    draft = FINDING.replace('"order"', '"secret"').replace("out of order", "not yet told")
    text = render(page(audited(read_text(WHOLE + draft))))
    assert "The lines are taken out of order" in text
    assert "not yet told" not in text


def test_a_deal_without_an_audit_says_how_to_begin_one() -> None:
    said = render(page(audited(AuditReading(is_written=False))))
    assert "There is no audit.toml" in said


def test_it_is_a_page_with_its_day_and_what_it_is_not() -> None:
    report = page(audited(read_text(WHOLE)))
    assert report.made_on == "2029-01-01"
    assert "not legal advice" in " ".join(report.footer)
    assert "<!doctype html>" in html.render(report)


@pytest.mark.parametrize("page_of", ["audit.md"])
def test_the_page_of_the_verb_is_plain(page_of: str) -> None:
    folder = Path(__file__).parents[2] / "src" / "fairterms" / "cli"
    text = (folder / page_of).read_text(encoding="utf-8")
    prose = "\n".join(one for one in text.splitlines() if not one.startswith(("#", "    ")))
    assert grade(prose) <= 9


def test_the_report_of_the_example_can_be_made() -> None:
    said = render(page(audited(read(JUNIPER))))
    assert "We do not share this view." in said
    assert "Two Risk Ratios" not in said
