"""No joint meetings at fixed times."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Status
from tests.review.conftest import Look, agreement

CHECK = "meeting-cadence"


def test_silence_is_found(look: Look) -> None:
    (finding,) = look(CHECK, agreement())
    assert isinstance(finding.evidence, AbsenceEvidence)


@pytest.mark.parametrize(
    "clause",
    [
        "The parties shall meet as needed.",
        "The parties will meet from time to time to discuss the program.",
        "Representatives of both parties meet annually.",
        "Provider shall take part in such meetings of the program as Plan reasonably requests.",
        "The parties hold periodic meetings.",
        "The committee shall convene upon request.",
    ],
)
def test_loose_meetings_are_quoted(look: Look, clause: str) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "The board of directors meets quarterly.",
        "If there is a dispute, the parties shall meet twice.",
        "Records must meet the standards of the committee every month.",
    ],
)
def test_other_meetings_do_not_count(look: Look, clause: str) -> None:
    assert len(look(CHECK, agreement(clause))) == 1


@pytest.mark.parametrize(
    "clause",
    [
        "The Committee shall meet at least once in each calendar quarter.",
        "The parties meet quarterly and keep minutes.",
        "Representatives of the parties shall hold monthly calls.",
        "The joint operating committee convenes at least four times a year.",
        "Provider shall send two people to Plan's quarterly performance meeting.",
        "Medical directors of both parties meet every six (6) months.",
        "A semi-annual meeting of the contacts reviews the program.",
    ],
)
def test_meetings_at_fixed_times_clear(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


def test_without_pay_by_results_it_is_silent(look: Look) -> None:
    assert look(CHECK, agreement(), features=Features()) == ()


def test_an_unread_page_makes_it_unclear(look: Look) -> None:
    (finding,) = look(CHECK, agreement(), unread=1)
    assert finding.status is Status.UNCLEAR


def test_a_document_not_supplied_makes_it_unclear(look: Look) -> None:
    (finding,) = look(CHECK, agreement("Provider shall comply with the Provider Manual."))
    assert finding.status is Status.UNCLEAR
