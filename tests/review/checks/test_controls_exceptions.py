"""Nothing says what happens when the rules do not fit a case."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, Status
from tests.review.conftest import Look, agreement

CHECK = "controls-exceptions"


def test_silence_is_found(look: Look) -> None:
    (finding,) = look(CHECK, agreement())
    assert isinstance(finding.evidence, AbsenceEvidence)


@pytest.mark.parametrize(
    "clause",
    [
        # The plan's guard against clinicians, or a word of another matter, is none of the deal's.
        "Plan may compare each Clinician, and an outlier shall give Plan a plan of correction.",
        "Providers who are outliers are excluded.",
        "No one excluded from a federal health care program may treat a Member.",
        "An exception to prior authorization may be requested by formulary exception request.",
        "A neutral mediator reviews extraordinary circumstances of a dispute.",
        "Group shall adjust its office hours.",
    ],
)
def test_controls_of_something_else_do_not_count(look: Look, clause: str) -> None:
    assert len(look(CHECK, agreement(clause))) == 1


@pytest.mark.parametrize(
    "clause",
    [
        "The Committee studies a list of patients who have not improved, without penalty.",
        "Members off track are listed, reviewed and grouped again by risk.",
        "Patients whose scores deteriorate are reviewed and excluded from the measure.",
        "Provider may submit an exception request for a measure that does not fit.",
        "An exception report is sent every month.",
        "Both parties sign test scripts of the calculation.",
        "A parallel run of one quarter comes before the first settlement.",
        "Results of a year with extraordinary events, such as a pandemic, are adjusted.",
        "Outliers are excluded from the result above the 99th percentile.",
        "Plan keeps internal controls over the calculation, which Provider may test.",
        "The guardrails in Exhibit G hold.",
    ],
)
def test_a_control_or_an_exception_clears(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


def test_without_pay_by_results_it_is_silent(look: Look) -> None:
    assert look(CHECK, agreement(), features=Features()) == ()


def test_an_unread_page_makes_it_unclear(look: Look) -> None:
    (finding,) = look(CHECK, agreement(), unread=1)
    assert finding.status is Status.UNCLEAR


def test_a_document_not_supplied_makes_it_unclear(look: Look) -> None:
    (finding,) = look(CHECK, agreement("Provider shall comply with the Provider Manual."))
    assert finding.status is Status.UNCLEAR
