"""Where the last score used is not the one the rule points to, it is a better one."""

from __future__ import annotations

from fairterms.outcomes.gaming.departures import compare_last
from fairterms.outcomes.gaming.evidence import Evidence, present
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test whether departures from the rule of the last score go down more often than up."""
    episodes = evidence.episodes
    by_rule = present(episodes.rule_last_score, "episodes.rule_last_score")
    return compare_last(episodes.last_score, by_rule, episodes.intake_score, evidence.terms)


SIGNAL = Signal(
    name="best_score_in_window",
    title="The best score of the window reported",
    side=Side.PROVIDER,
    question="How was the last score chosen where several lay in the window?",
    reads=("episodes.rule_last_score",),
    test=measure,
    innocent=(
        "a form that could not be scored",
        "a later form that was lost",
        "a rule that can be read in two ways",
    ),
    settles="all scores in the window, with the rule run again by both sides",
)
