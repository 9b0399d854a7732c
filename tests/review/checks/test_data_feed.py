"""No duty of the plan to send member-level data."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

CHECK = "data-feed"
SOUND = (
    "Plan shall deliver to Provider member-level claims data each month in the format of Exhibit "
    "D. If a file is late, downside is suspended."
)
EXHIBIT = "\nEXHIBIT D\nThe fields are these.\n"


@pytest.mark.parametrize(
    "clause",
    [
        SOUND,
        (
            "Payor will provide Group with monthly claims files in FHIR. A missed monthly file "
            "suspends the downside."
        ),
        (
            "Health Plan agrees to furnish claims lines for attributed Members by the 20th day of "
            "each "
            "month in the layout of Exhibit D. Provider does not owe a shared loss where data are "
            "late."
        ),
        (
            "Claims data shall be provided to Provider monthly as delimited files; a corrected "
            "file "
            "follows within five days."
        ),
    ],
)
def test_a_duty_with_schedule_format_and_remedy_clears_it(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause) + EXHIBIT) == ()


@pytest.mark.parametrize(
    "clause",
    [
        "Plan shall provide quarterly performance reports to Provider.",
        (
            "Plan shall make reports available to Provider about its performance at such times as "
            "Plan "
            "considers appropriate."
        ),
        "HMO shall provide to Provider such utilization reports, if any, as it has.",
        "Payor will furnish an annual scorecard of quality results.",
        "shall provide quarterly performance reports to the Provider.",
        "Company may give Provider a dashboard of program results.",
    ],
)
def test_reports_in_place_of_data_are_found(look: Look, clause: str) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert finding.severity is Severity.CRITICAL
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("Plan shall deliver claims data when reasonably available.", "when reasonably"),
        ("Plan may provide claims files to Provider each month.", "may provide"),
        ("Plan may, but is not required to, share cost data with Provider.", "not required"),
        ("Plan will use reasonable efforts to supply member-level data.", "reasonable efforts"),
        ("Plan shall send data files in the layout that Plan then uses.", "then uses"),
    ],
)
def test_a_soft_promise_of_data_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert "left to the plan" in finding.why
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


def test_what_a_firm_duty_leaves_out_is_told(look: Look) -> None:
    (bare,) = look(CHECK, agreement("Plan shall deliver claims data to Provider."))
    assert bare.severity is Severity.HIGH
    assert "how often" in bare.why
    (no_remedy,) = look(
        CHECK, agreement("Plan shall deliver claims data monthly in FHIR format to Provider.")
    )
    assert no_remedy.severity is Severity.MEDIUM


@pytest.mark.parametrize(
    "trap",
    [
        "Provider shall deliver member-level data to Plan monthly in the format of Exhibit D.",
        "Plan shall supply data to regulatory agencies such as CMS.",
        "Plan shall provide remittance data with each payment.",
        "Plan shall provide training on the claims data.",
    ],
)
def test_data_to_the_plan_or_to_others_are_no_feed(look: Look, trap: str) -> None:
    (finding,) = look(CHECK, agreement(trap) + EXHIBIT)
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_without_any_data_it_is_absent_or_unclear(look: Look) -> None:
    (finding,) = look(CHECK, agreement())
    assert finding.status is Status.FINDING
    (unread,) = look(CHECK, agreement(), unread=1)
    assert unread.status is Status.UNCLEAR
    (outside,) = look(CHECK, agreement("Provider shall comply with the Provider Manual."))
    assert outside.status is Status.UNCLEAR
    assert look(CHECK, agreement(), features=Features()) == ()
