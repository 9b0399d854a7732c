"""Reports without end, without a list of fields, or at once."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("Provider shall submit any report that Plan requests.", "any report"),
        ("Provider shall furnish such data as Plan may require from time to time.", "such data"),
        ("Provider shall submit all reports and outcome data required by Plan.", "all reports"),
        ("Provider must provide additional information upon Plan's request.", "additional"),
        (
            (
                "Provider shall report outcome data in the format and at the frequency that Plan "
                "specifies."
            ),
            "format",
        ),
        ("Provider shall submit data as specified by Plan.", "as specified by Plan"),
        ("Provider shall provide data as set forth in Plan's policies.", "policies"),
        ("Plan may change the format, the fields and the frequency of reports.", "frequency"),
        (
            (
                "Provider shall submit a quality report within ten (10) days after the end of each "
                "month."
            ),
            "ten (10) days",
        ),
        ("A file is due within five (5) business days after the end of the month.", "five (5)"),
        ("Provider shall send the report by the fifth day of each month.", "fifth day"),
        (
            "Provider shall furnish, in the form prescribed by Plan, its encounter data.",
            "form prescribed",
        ),
        ("Provider shall supply outcome data upon request.", "upon request"),
        ("Provider shall comply with the reporting requirements set by Plan.", "requirements"),
        (
            "Provider will submit outcome measures, in a format determined by Plan.",
            "determined by Plan",
        ),
    ],
)
def test_open_changing_and_hasty_reports_are_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("reporting-burden", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Reports, their fields and their dates are fixed in Exhibit R.",
        "Provider shall submit the report in Exhibit R within thirty (30) days after each quarter.",
        "Provider shall submit the report by the 20th day of each month.",
        "Plan shall provide any report that Provider requests.",
        "Plan shall send a report within ten (10) days after the end of each month.",
        "Provider shall submit all information that Plan needs to adjudicate a claim.",
        "Provider shall submit all reports required by law.",
        "Provider shall give Plan any information about its license that Plan requests.",
        "Each party shall send a report within ten (10) days after the end of each month.",
        "Provider may change the format of its reports.",
        "Provider shall notify Plan of any adverse incident within two days of the report.",
        "Provider shall submit all data that Plan requires for CMS.",
        "Provider shall give Plan all data that Plan requests and that Provider already has.",
    ],
)
def test_fixed_reports_and_other_matters_are_not(look: Look, clause: str) -> None:
    assert look("reporting-burden", agreement(clause)) == ()


def test_what_is_open_leads_and_all_is_told(look: Look) -> None:
    hasty = "Provider shall send the report within three (3) days after the end of each month."
    any_report = "Provider shall submit any other report that Plan requests."
    (finding,) = look("reporting-burden", agreement(hasty, any_report))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert any_report in finding.evidence.text
    assert len(finding.more_evidence) == 1
    assert "less than thirty days" in finding.why
