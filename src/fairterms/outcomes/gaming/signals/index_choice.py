"""Where the intake score used is not the one the rule points to, it is a higher one."""

from __future__ import annotations

from fairterms.outcomes.gaming.departures import compare_index
from fairterms.outcomes.gaming.evidence import Evidence, present
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test whether departures from the index rule go up more often than down."""
    episodes = evidence.episodes
    by_rule = present(episodes.rule_index_score, "episodes.rule_index_score")
    return compare_index(episodes.intake_score, by_rule, episodes.last_score, evidence.terms)


SIGNAL = Signal(
    name="index_choice",
    title="A higher score chosen as the index",
    side=Side.PROVIDER,
    question="How was the intake score chosen where several were there?",
    reads=("episodes.rule_index_score",),
    test=measure,
    innocent=(
        "a form redone because it was incomplete",
        "an episode that truly began later",
        "a rule that can be read in two ways",
    ),
    settles="the rule run again on all dated scores by both sides",
)
