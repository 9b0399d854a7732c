"""Nothing says who does which task and who pays for it."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Status
from tests.review.conftest import Look, agreement

CHECK = "responsibility-split"


def test_silence_is_found(look: Look) -> None:
    (finding,) = look(CHECK, agreement())
    assert isinstance(finding.evidence, AbsenceEvidence)
    assert finding.more_evidence == ()


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall coordinate care with hospitals.",
        "Provider agrees to perform care coordination.",
        "Provider is responsible for case management.",
        "Provider shall cooperate fully with quality review and care coordination activities.",
        "Provider must do outreach to new Members.",
        "Provider will coordinate with other treating clinicians.",
    ],
)
def test_a_duty_of_the_group_is_shown_with_the_absence(look: Look, clause: str) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert isinstance(finding.evidence, AbsenceEvidence)
    (shown,) = finding.more_evidence
    assert isinstance(shown, QuoteEvidence)
    assert clause in shown.text


@pytest.mark.parametrize(
    "clause",
    [
        "Plan shall coordinate care with hospitals.",
        "Provider shall comply with rules on coordination of benefits.",
        "Provider shall coordinate benefits with other payers.",
        "Provider gives a list of the services that it does not deliver.",
        "If tasks are delegated, Plan gives a list of delegated activities and responsibilities.",
    ],
)
def test_other_duties_are_not_shown_and_do_not_clear(look: Look, clause: str) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert finding.more_evidence == ()


@pytest.mark.parametrize(
    "clause",
    [
        "The division of financial responsibility (DOFR) is Exhibit F.",
        "The responsibility matrix in Exhibit F binds both parties.",
        "Exhibit E states who carries out each task and who pays for it.",
        "Table 3 lists the responsibilities of each party.",
        "Tasks are assigned as set out in Exhibit E, a Division of Responsibilities.",
        "The duties of care management are divided between the parties in Exhibit E.",
    ],
)
def test_a_table_of_tasks_clears(look: Look, clause: str) -> None:
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
        "Exhibit H says which party does each task and which one pays for it.",
        "Table 4 shows who performs each function.",
        "This table assigns each task and says who pays: outreach, Plan; intake, Provider.",
        "Task, done by, paid by: discharge planning, Provider, Plan.",
    ],
)
def test_a_table_in_plain_words_clears(look: Look, clause: str) -> None:
    assert look("responsibility-split", agreement(clause)) == ()
