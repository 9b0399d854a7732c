"""Fines and damages that the plan must pay are passed down to the group."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall reimburse Plan for any penalty assessed on Plan by the State.",
        "Provider shall be responsible for all fines and sanctions imposed upon Plan by CMS.",
        "Plan may recover from Provider any liquidated damages assessed against Plan.",
        "Plan may deduct from sums due to Provider any fine imposed on Plan by a regulator.",
        "Any monetary penalties levied against Plan shall be passed through to Provider.",
        "A fine imposed on Plan by a regulator shall be borne by Provider.",
        "Provider agrees to pay its share of any sanctions imposed on Plan by the Agency.",
    ],
)
def test_fines_passed_down_are_found(look: Look, clause: str) -> None:
    (finding,) = look("penalty-pass-through", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "If Provider fails to meet a standard, Plan may assess any penalty assessed against Plan.",
        "Plan may recover from Provider any penalties that result from Provider's false data.",
    ],
)
def test_fines_for_the_groups_own_failure_are_of_low_severity(look: Look, clause: str) -> None:
    (finding,) = look("penalty-pass-through", agreement(clause))
    assert finding.severity is Severity.LOW


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall pay a fine imposed on Plan to the extent that Provider's breach caused it.",
        "Neither party bears a penalty that a regulator imposes on the other.",
        "Civil monetary penalties may be imposed against Providers who employ excluded persons.",
        "Plan shall reimburse Provider for any penalty assessed on Provider by the State.",
        "Plan shall not pass fines imposed on Plan to Provider.",
        "A Member pays a deductible, copayment or penalty as the benefit plan states.",
        "Any fine imposed on Plan or Provider shall be borne by either party for its own acts.",
        "Provider shall be responsible for health assessments required by Plan.",
        "Plan may charge Provider any taxes and penalties assessed on wages of Provider's staff.",
        "Provider may leave this Agreement without penalty.",
    ],
)
def test_own_fines_and_protections_are_not(look: Look, clause: str) -> None:
    assert look("penalty-pass-through", agreement(clause)) == ()
