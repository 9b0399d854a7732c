"""No way to put a model right that turns out to be wrong."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

CHECK = "recalibration-process"


@pytest.mark.parametrize(
    "clause",
    [
        "Either party may call for recalibration when results move over 5% from forecast.",
        "The parties shall renegotiate the benchmark if benefits change.",
        "If membership falls by a fifth, the cost target is adjusted by the Committee.",
        "Provider may ask to reopen the payment model after a public health emergency.",
        "The Joint Committee reviews the methodology yearly and recommends changes.",
        "In the event of a change in benefits, the parties will equitably adjust the target.",
        "Group may request a reset of the baseline when the risk model is withdrawn.",
    ],
)
def test_a_way_that_the_group_may_call_for_clears_it(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("Plan may recalibrate the benchmark each year.", "may recalibrate"),
        ("Payor will review program components and update them as necessary.", "will review"),
        ("If results differ from forecast, HMO may adjust the cost target.", "may adjust"),
        ("Plan reserves the right to rebase the budget.", "reserves the right"),
        ("Health Plan shall reset the thresholds when it finds them wrong.", "shall reset"),
        ("Company may revise the methodology to account for new benefits.", "may revise"),
    ],
)
def test_a_right_of_the_plan_alone_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert finding.severity is Severity.HIGH
    assert "Only the plan" in finding.why
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "trap",
    [
        "Targets are not reset by reference to the result.",
        "If costs rise, targets are not reset.",
        "If a claim is wrong, its overpayment is adjusted by calculations of Plan.",
        "The treatment plan is revised when measures show no gain.",
    ],
)
def test_other_uses_of_the_words_do_not_clear_it(look: Look, trap: str) -> None:
    (finding,) = look(CHECK, agreement(trap))
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_without_any_way_it_is_absent_or_unclear(look: Look) -> None:
    (finding,) = look(CHECK, agreement())
    assert finding.status is Status.FINDING
    (unread,) = look(CHECK, agreement(), unread=1)
    assert unread.status is Status.UNCLEAR
    (outside,) = look(CHECK, agreement("Provider shall comply with the Provider Manual."))
    assert outside.status is Status.UNCLEAR
    assert look(CHECK, agreement(), features=Features()) == ()
