"""Goals are slogans: nothing says whose they are or how they are measured."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

CHECK = "shared-objectives"


def test_silence_is_found(look: Look) -> None:
    (finding,) = look(CHECK, agreement())
    assert isinstance(finding.evidence, AbsenceEvidence)
    assert finding.severity is Severity.HIGH


@pytest.mark.parametrize(
    "clause",
    [
        "The parties will collaborate to deliver better care.",
        "Plan and Provider share the conviction that good care lowers costs.",
        "Plan and Provider desire to collaborate to improve the quality of care.",
        "The parties agree to work together for the health of Members.",
        "The parties share the mutual goal of better outcomes.",
        "The parties' common objectives are quality and value.",
    ],
)
def test_goals_without_a_measure_are_quoted(look: Look, clause: str) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "The parties adopt the shared objectives in Table 1, each with an owner and a measure.",
        "Exhibit G lists shared values and objectives with a target for each.",
        "The joint goals are these. Eighty percent (80%) of new patients are seen in ten days.",
        "The Committee sets the objectives of the year, and each has an owner and a metric.",
        "The parties have agreed on goals: ninety percent of files on time by December 31.",
    ],
)
def test_objectives_with_a_measure_are_not(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


def test_goals_of_a_dispute_do_not_count(look: Look) -> None:
    clause = "In mediation the parties set joint goals, such as 90% of disputes settled."
    (finding,) = look(CHECK, agreement(clause))
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_without_pay_by_results_there_is_nothing_to_share(look: Look) -> None:
    assert look(CHECK, agreement(), features=Features()) == ()


def test_an_unread_page_makes_it_unclear(look: Look) -> None:
    (finding,) = look(CHECK, agreement(), unread=1)
    assert finding.status is Status.UNCLEAR


def test_a_document_not_supplied_makes_it_unclear(look: Look) -> None:
    text = agreement("Provider shall comply with the Provider Manual.")
    (finding,) = look(CHECK, text)
    assert finding.status is Status.UNCLEAR
