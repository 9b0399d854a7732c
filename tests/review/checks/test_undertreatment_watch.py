"""Controls look only for too much care, and never for too little."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    "clause",
    [
        "Access and signs of under-treatment are tracked monthly.",
        "The parties review each quarter whether Members receive too little care.",
        "Reviews look for over- and underutilization.",
        "Waiting times for a first visit are measured each month.",
        "Plan and Provider monitor drop-outs and retention in care quarterly.",
        "The access measure counts new patients seen within ten days; its target is 80%.",
    ],
)
def test_a_watch_clears_it(look: Look, clause: str) -> None:
    assert look("undertreatment-watch", agreement(clause)) == ()


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall accept new Members.",
        "A stop-loss covers high-cost claims over $100,000.",
        "Members have access to Provider's directory entry.",
        "Plan shall pay for covered services.",
    ],
)
def test_other_words_do_not(look: Look, clause: str) -> None:
    (finding,) = look("undertreatment-watch", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_a_blank_page_or_a_missing_document_makes_it_unclear(look: Look) -> None:
    (blank,) = look("undertreatment-watch", agreement(), unread=1)
    (manual,) = look(
        "undertreatment-watch", agreement("Provider shall comply with the Provider Manual.")
    )
    assert blank.status is manual.status is Status.UNCLEAR


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            "Plan may review clinicians whose number of visits is above the average of peers.",
            "number of visits",
        ),
        ("Plan reviews overutilization and may ask for a plan of correction.", "overutilization"),
        (
            "High utilization is reported to Provider each quarter for explanation.",
            "High utilization",
        ),
        ("Outliers in sessions per patient are audited by Plan.", "Outliers"),
        ("Plan monitors excessive use of therapy.", "excessive"),
        (
            "Plan compares the visits per Member of each clinician with the norm.",
            "visits per Member",
        ),
    ],
)
def test_reviews_of_high_use_only_are_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("undertreatment-watch", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert finding.status is Status.FINDING
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


def test_without_pay_by_results_it_says_nothing(look: Look) -> None:
    assert look("undertreatment-watch", agreement(), features=Features()) == ()


def test_the_review_of_visits_leads(look: Look) -> None:
    vague = "Outlier reports are sent to Provider."
    exact = "Plan reviews the number of visits of each clinician."
    (finding,) = look("undertreatment-watch", agreement(vague, exact))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert exact in finding.evidence.text


def test_a_cost_outlier_under_a_stop_loss_is_no_review_of_care(look: Look) -> None:
    clause = "The stop-loss report lists each outlier above $100,000."
    (finding,) = look("undertreatment-watch", agreement(clause))
    assert isinstance(finding.evidence, AbsenceEvidence)
