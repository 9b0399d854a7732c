"""No right to check the plan's settlement."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    "clause",
    [
        "Provider's independent auditor may re-perform any settlement.",
        "Provider may audit Plan's calculation of shared savings.",
        "Either party may inspect the records behind a reconciliation.",
        "An independent accountant shall examine each settlement.",
        "The settlement is subject to audit by Provider.",
    ],
)
def test_a_right_to_check_clears_it(look: Look, clause: str) -> None:
    assert look("audit-of-plan", agreement(audit=clause)) == ()


@pytest.mark.parametrize(
    "trap",
    [
        "Provider may review its own claim records.",
        "Plan may audit Provider's calculation of shared savings.",
        "Plan shall review each settlement.",
    ],
)
def test_other_looks_do_not(look: Look, trap: str) -> None:
    (finding,) = look("audit-of-plan", agreement(audit=trap))
    assert finding.severity is Severity.CRITICAL
    assert isinstance(finding.evidence, AbsenceEvidence)
    assert finding.evidence.pages_read == 1


def test_a_blank_page_makes_it_unclear(look: Look) -> None:
    (finding,) = look("audit-of-plan", agreement(without=("audit",)), unread=1)
    assert finding.status is Status.UNCLEAR


def test_figures_said_to_be_final_are_quoted_whatever_was_read(look: Look) -> None:
    clause = "Plan's figures are conclusive."
    (finding,) = look("audit-of-plan", agreement(audit=clause), unread=1)
    assert finding.status is Status.FINDING
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


def test_without_a_settlement_there_is_nothing_to_check(look: Look) -> None:
    assert look("audit-of-plan", agreement(without=("audit",)), features=Features()) == ()


def test_figures_that_are_final_at_once_come_first(look: Look) -> None:
    asked = "A settlement is final unless Provider objects within thirty days."
    closed = "The arithmetic of a settlement is conclusive."
    (finding,) = look("audit-of-plan", agreement(asked, closed, without=("audit",)))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert closed in finding.evidence.text
    assert len(finding.more_evidence) == 1


@pytest.mark.parametrize(
    "clause",
    [
        "Plan determines whether a measure is met. Plan's determination is final and binding.",
        "Plan is not required to release the files behind a settlement.",
        "Provider shall not audit the reconciliation.",
    ],
)
def test_other_ways_to_close_the_figures_are_quoted(look: Look, clause: str) -> None:
    (finding,) = look("audit-of-plan", agreement(clause, without=("audit",)))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "A settlement that the accountant has examined is final.",
        "A calculation of Plan is not final until both parties agree.",
        "Plan's determination of a parking fee is final.",
    ],
)
def test_neutral_open_and_other_decisions_are_not_quoted(look: Look, clause: str) -> None:
    (finding,) = look("audit-of-plan", agreement(clause, without=("audit",)))
    assert isinstance(finding.evidence, AbsenceEvidence)
