"""Where the plan used another intake score than the rule points to, it is a lower one."""

from __future__ import annotations

from fairterms.outcomes.gaming.departures import compare_index
from fairterms.outcomes.gaming.evidence import Evidence, present
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test whether the plan's departures from the index rule go down more often than up.

    Notes
    -----
    The effect is the rate by the rule less the rate by the plan's scores.
    """
    episodes = evidence.episodes
    by_rule = present(episodes.rule_index_score, "episodes.rule_index_score")
    used = present(episodes.plan_index_score, "episodes.plan_index_score")
    return compare_index(by_rule, used, episodes.last_score, evidence.terms)


SIGNAL = Signal(
    name="index_lowered",
    title="A lower score used as the index",
    side=Side.PLAN,
    question="How did the plan choose the intake score where several were there?",
    reads=("episodes.rule_index_score", "episodes.plan_index_score"),
    test=measure,
    innocent=(
        "a form that came late",
        "an episode that began earlier",
        "a rule that can be read in two ways",
    ),
    settles="the rule run again on all dated scores by both sides",
)
