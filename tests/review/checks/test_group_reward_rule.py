"""A reward that ranks single clinicians, or that can be gamed."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

CHECK = "group-reward-rule"


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("Each clinician is ranked by outcome.", "ranked"),
        ("Plan may rate participating providers and publish the ratings.", "may rate"),
        ("Individual physicians will be tiered by efficiency.", "tiered"),
        (
            "Payor compares the visits of each clinician: it may compare those of each Clinician.",
            "com",
        ),
        ("The bonus of each therapist depends on the individual therapist score.", "score"),
        ("The report shows how it is performing relative to other groups.", "relative to other"),
        ("Profiling of individual practitioners is done yearly.", "Profiling"),
    ],
)
def test_a_ranking_of_clinicians_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert finding.severity is Severity.MEDIUM
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Reward is group-level, with a bad-actor rule and an anti-gaming review.",
        "Results are measured at the practice level.",
        "Group may distribute payments among its clinicians as it sees fit.",
        "Provider shall not refuse or transfer a Member because of expected cost.",
        "All Members are settled together, as one pool.",
        "The parties review whether measures are gamed.",
    ],
)
def test_a_rule_of_the_group_or_against_gaming_clears_it(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


@pytest.mark.parametrize(
    "trap",
    [
        "Plan shall not rank each clinician.",
        "Plan shall pay each provider the rate of the fee schedule, tiered by code.",
        "Results of each clinician are compared with a goal, without penalty.",
    ],
)
def test_other_uses_of_the_words_are_no_ranking(look: Look, trap: str) -> None:
    (finding,) = look(CHECK, agreement(trap))
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_without_any_rule_it_is_absent_or_unclear(look: Look) -> None:
    (finding,) = look(CHECK, agreement())
    assert finding.status is Status.FINDING
    (unread,) = look(CHECK, agreement(), unread=1)
    assert unread.status is Status.UNCLEAR
    (outside,) = look(CHECK, agreement("Provider shall comply with the Provider Manual."))
    assert outside.status is Status.UNCLEAR
    assert look(CHECK, agreement(), features=Features(has_target=True)) == ()
