"""Slogans where a paid duty should stand."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

CHECK = "slogan-rhetoric"


@pytest.mark.parametrize(
    "clause",
    [
        "The parties seek better, faster and cheaper care.",
        "Better outcomes and lower costs are within reach.",
        "This is a win-win for all.",
        "The parties act in a spirit of partnership.",
        "Provider is a valued partner of Plan.",
        "The parties pursue the triple aim.",
        "Members enjoy world-class care.",
        "Plan and Provider are committed to excellence.",
        "Together the parties transform health care.",
        "This is a mutually beneficial relationship.",
    ],
)
def test_a_slogan_is_found(look: Look, clause: str) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert finding.severity is Severity.LOW
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Plan shall pay $5 per Member for better outcomes at lower cost.",
        "Better outcomes at lower costs are measured by the PHQ-9.",
        "Nothing in this Agreement makes either party the partner of the other.",
        "Fern is a limited partnership of strategic partners.",
        "State-of-the-art encryption equipment is used.",
        "A better score earns 50% of the pool, and lower cost earns the rest.",
        "Better care at lower cost means what is set forth in Exhibit Q.",
        "Notices are sent by first class mail.",
    ],
)
def test_words_with_a_duty_or_of_law_are_not(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


def test_several_slogans_are_one_finding(look: Look) -> None:
    text = agreement("This is a win-win for all.", "The parties pursue the triple aim.")
    (finding,) = look(CHECK, text)
    assert len(finding.more_evidence) == 1
