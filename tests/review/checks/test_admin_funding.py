"""Reporting, coordination and training are asked for, and nobody pays for them."""

import pytest

from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

WORK = "Provider shall coordinate care and report outcomes."
SOUND = "Plan shall pay a care coordination fee of $2.00 for each Member each month."


@pytest.mark.parametrize(
    "clause",
    [
        SOUND,
        "Plan shall pay $1.00 per Member per month for measurement and reporting.",
        "Plan pays $3.50 for each Member each month for measurement and care coordination.",
        "Plan shall pay Provider an infrastructure payment of $10,000.",
        "Plan shall reimburse Provider for the costs of data reporting.",
        "Plan shall provide training without charge.",
        "Plan shall fund start-up costs of the program.",
    ],
)
def test_money_for_the_work_clears_it(look: Look, clause: str) -> None:
    assert look("admin-funding", agreement(WORK, clause)) == ()


@pytest.mark.parametrize(
    "clause",
    [
        "",
        "Plan shall pay Provider for Covered Services within thirty (30) days.",
        "Plan shall not pay a care coordination fee.",
        "Provider shall pay a fee for each report to Plan.",
        "Each party bears its own cost of arbitration.",
    ],
)
def test_no_money_for_the_work_is_an_absence(look: Look, clause: str) -> None:
    (finding,) = look("admin-funding", agreement(WORK, clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, AbsenceEvidence)


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("Provider performs the reporting work at its own cost.", "own cost"),
        ("Provider shall attend training and meetings at its own expense.", "own expense"),
        ("Provider shall bear its own costs of quality improvement.", "own costs"),
        ("Provider shall administer surveys without additional compensation.", "without"),
        ("Scoring of outcome measures is included in the Fees.", "included in the Fees"),
        ("Care coordination is not separately reimbursed.", "not separately reimbursed"),
        ("Provider shall report outcomes at no cost to Plan.", "no cost to Plan"),
        ("No additional payment is made for screening.", "No additional payment"),
        ("Training is at the sole expense of Provider.", "sole expense"),
        ("The costs of the interface shall be borne by Provider.", "borne by"),
        (
            "Provider shall not be entitled to additional compensation for coordination.",
            "not be entitled",
        ),
        ("Reports shall not be separately reimbursed.", "separately reimbursed"),
    ],
)
def test_work_said_to_be_unpaid_is_quoted(look: Look, clause: str, words: str) -> None:
    (finding,) = look("admin-funding", agreement(WORK, clause, SOUND))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall maintain insurance at its own expense.",
        "Each party bears its own cost of sending reports.",
        "Plan shall provide reports at its own expense.",
        "Plan shall supply reports at no cost to Provider.",
        "Provider shall give copies of records for audits without charge.",
        "Provider shall report data for an audit at its own cost.",
    ],
)
def test_other_costs_are_not(look: Look, clause: str) -> None:
    assert look("admin-funding", agreement(WORK, clause, SOUND)) == ()


def test_doing_so_points_to_the_sentence_before(look: Look) -> None:
    clause = (
        "Provider shall attend trainings and meetings. Provider shall bear its cost of doing so."
    )
    (finding,) = look("admin-funding", agreement(clause, SOUND))
    assert isinstance(finding.evidence, QuoteEvidence)


def test_what_was_not_read_or_supplied_makes_it_unclear(look: Look) -> None:
    (unread,) = look("admin-funding", agreement(WORK), unread=1)
    assert unread.status is Status.UNCLEAR
    manual = "Provider shall comply with the Provider Manual."
    (outside,) = look("admin-funding", agreement(WORK, manual))
    assert outside.status is Status.UNCLEAR


def test_without_work_nothing_is_missing(look: Look) -> None:
    assert look("admin-funding", agreement(without=("data", "quality"))) == ()


@pytest.mark.parametrize(
    "clause",
    [
        "Plan shall pay Provider the Fees, less the Member's cost share.",
        "Plan shall pay the cost of Covered Services.",
    ],
)
def test_fees_and_cost_shares_are_no_money_for_the_work(look: Look, clause: str) -> None:
    (finding,) = look("admin-funding", agreement(WORK, clause))
    assert isinstance(finding.evidence, AbsenceEvidence)
