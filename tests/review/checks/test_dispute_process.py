"""The way to settle a dispute is missing, short, endless, or judged by the plan."""

import pytest

from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "why"),
    [
        ("Plan's decision on a dispute is final and binding.", "The plan's own decision is final."),
        ("Each dispute is decided by Plan, whose determination shall be conclusive.", "is final."),
        ("Provider must submit an appeal within ten (10) days.", "fewer than 30 days"),
        ("Within fifteen (15) business days Provider may file a grievance.", "fewer than 30 days"),
    ],
)
def test_a_short_or_partial_process_is_found(look: Look, clause: str, why: str) -> None:
    (finding,) = look("dispute-process", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert why in finding.why
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Provider may submit an appeal within thirty (30) days.",
        "Provider may file an appeal within thirty (30) business days.",
        "Plan shall answer an appeal within ten (10) days.",
        "Plan shall answer Provider's appeal within ten (10) days.",
        "Within ten (10) days after Provider files a dispute, Plan shall answer it.",
        "The decision of the arbitrator on a dispute with Plan is final.",
        "Plan's decision on a dispute is not final.",
        "Provider shall pass on Member appeals within two (2) days.",
    ],
)
def test_a_fair_process_is_not(look: Look, clause: str) -> None:
    assert look("dispute-process", agreement(clause)) == ()


def test_a_missing_process_is_found_and_a_blank_page_makes_it_unclear(look: Look) -> None:
    text = agreement(without=("dispute", "recovery"))
    (finding,) = look("dispute-process", text)
    assert isinstance(finding.evidence, AbsenceEvidence)
    assert finding.why.startswith("No formal way to settle a dispute was found.")
    (unclear,) = look("dispute-process", text, unread=1)
    assert unclear.status is Status.UNCLEAR


def test_a_process_without_an_end_is_found(look: Look) -> None:
    endless = "Either party may start the dispute resolution process."
    (finding,) = look("dispute-process", agreement(dispute=endless))
    assert finding.why.startswith("No date by which a dispute must be decided was found.")


def test_a_final_word_on_disputes_leads(look: Look) -> None:
    other = "Plan's determination of a result is final."
    dispute = "Plan's decision at the last level of the dispute is conclusive."
    (finding,) = look("dispute-process", agreement(other, dispute))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert dispute in finding.evidence.text
    assert len(finding.more_evidence) == 1
