"""Money is taken back while the dispute about it is open."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    "clause",
    [
        "An appeal shall not suspend Plan's right to recoup the overpayment.",
        "A dispute does not delay offset by Plan.",
        "Plan may offset the amount during the appeal.",
        "Plan may recover the sum notwithstanding any pending dispute.",
        "While an appeal is pending, Plan may withhold the amount.",
        "Provider shall repay the amount regardless of any objection.",
        "Plan may offset an overpayment against any sums due from Plan under any other agreement.",
        "shall be entitled to offset overpayments against payments under any Health Benefit Plan.",
        "Recoupment by Plan will not be suspended pending an appeal.",
        "No request for review shall delay an offset by Plan.",
        "Plan may deduct an overpayment from sums due under any other agreement.",
        "Plan may recover overpayments across all products.",
    ],
)
def test_taking_back_during_a_dispute_is_found(look: Look, clause: str) -> None:
    (finding,) = look("recoup-during-dispute", agreement(clause))
    assert finding.severity is Severity.CRITICAL
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Plan shall not recoup any amount during an appeal.",
        "Plan may not offset while a dispute is pending.",
        "No offset is made until the dispute is resolved.",
        "An appeal suspends recoupment.",
        "Provider may offset its costs during a dispute.",
        "Care shall not be interrupted during a dispute.",
        "Plan may offset an overpayment against the next payment to Provider.",
    ],
)
def test_protections_and_other_offsets_are_not(look: Look, clause: str) -> None:
    assert look("recoup-during-dispute", agreement(clause)) == ()


LATER = "If Provider disagrees, it may appeal within thirty (30) days."


def test_what_is_taken_at_once_and_disputed_afterwards_is_found(look: Look) -> None:
    clause = f"Plan shall have the ability to recoup, or immediately recover, the sum. {LATER}"
    (finding,) = look("recoup-during-dispute", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "immediately recover" in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        f"Provider may immediately recover the sum from Plan. {LATER}",
        (
            f"Plan may immediately recover the sum after the appeal. {LATER} Recovery is suspended "
            "until the appeal is decided."
        ),
    ],
)
def test_what_waits_for_the_dispute_is_not_taken_first(look: Look, clause: str) -> None:
    assert look("recoup-during-dispute", agreement(clause)) == ()
