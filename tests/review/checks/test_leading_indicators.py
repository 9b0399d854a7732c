"""Results come at the end of the year only."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

CHECK = "leading-indicators"


def test_silence_is_found(look: Look) -> None:
    (finding,) = look(CHECK, agreement())
    assert isinstance(finding.evidence, AbsenceEvidence)
    assert finding.severity is Severity.MEDIUM


@pytest.mark.parametrize(
    "clause",
    [
        "Plan shall give reports about performance at such times as Plan considers appropriate.",
        "Plan may provide information on the program from time to time.",
        "Plan shall send Provider an annual performance report.",
        "Plan shall share data about results upon request.",
        "The statement is issued once a year.",
        "Reports on the incentive are made after the end of the year.",
    ],
)
def test_late_or_loose_reports_are_quoted(look: Look, clause: str) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        # What the group must report tells the group nothing.
        "Provider shall submit a quarterly performance report.",
        "Provider shall send an outcome file every month.",
        "Plan shall send a weekly remittance with claims data.",
        "Provider shall screen its staff monthly against the list of excluded individuals.",
    ],
)
def test_what_the_group_must_report_does_not_count(look: Look, clause: str) -> None:
    assert len(look(CHECK, agreement(clause))) == 1


@pytest.mark.parametrize(
    "clause",
    [
        "Plan shall provide quarterly performance reports to Provider.",
        "Plan shall report to the Committee each quarter on emergency visits and PMPM.",
        "Plan sends an interim performance report after six months.",
        "The parties share six leading indicators.",
        "A dashboard shows the results so far.",
        "Plan shall deliver claims data to Provider within 20 days after each month.",
        "Utilization reports are made available monthly.",
        "At least four times each year Plan shall share progress on each measure.",
    ],
)
def test_early_results_clear(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


def test_without_pay_by_results_it_is_silent(look: Look) -> None:
    assert look(CHECK, agreement(), features=Features()) == ()


def test_an_unread_page_makes_it_unclear(look: Look) -> None:
    (finding,) = look(CHECK, agreement(), unread=1)
    assert finding.status is Status.UNCLEAR


def test_a_document_not_supplied_makes_it_unclear(look: Look) -> None:
    (finding,) = look(CHECK, agreement("Provider shall comply with the Provider Manual."))
    assert finding.status is Status.UNCLEAR


@pytest.mark.parametrize(
    "clause",
    [
        "Plan shall pay Provider $2.00 PMPM each month.",
        '"PMPM" means for each member each month.',
        "The Daily questions contact and the Data files contact are named.",
    ],
)
def test_a_price_or_a_definition_is_no_early_result(look: Look, clause: str) -> None:
    (finding,) = look(CHECK, agreement(clause, without=("data",)))
    assert isinstance(finding.evidence, AbsenceEvidence)
