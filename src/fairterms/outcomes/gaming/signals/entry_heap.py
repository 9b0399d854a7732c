"""Intake scores heap just above the score that enters the measure."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming import heap
from fairterms.outcomes.gaming.evidence import Evidence, present
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test the screening scores for a heap at the entry cut.

    Notes
    -----
    The effect is the rate as it is, less the rate without as many patients as stand above the
    smooth line, taken out of those who entered at the cut or one point above.
    """
    terms, episodes = evidence.terms, evidence.episodes
    screens = present(evidence.screens, "screens")
    found = heap.measure(screens, terms.entry_cut, terms.lowest, terms.highest)
    reached = terms.reached(episodes.intake_score, episodes.last_score)
    followed = episodes.is_followed
    entered = (episodes.intake_score >= terms.entry_cut) & followed
    near = entered & (episodes.intake_score < terms.entry_cut + 2)
    effect = np.nan
    if near.any() and not near.all():
        share = min(1.0, found.moved / max(1, int((screens >= terms.entry_cut).sum())))
        rate, rate_near = float(reached[entered].mean()), float(reached[near].mean())
        effect = rate - (rate - share * rate_near) / (1 - share)
    return Measured(found.tail.statistic, found.tail.p_value, found.scores, effect)


SIGNAL = Signal(
    name="entry_heap",
    title="Heap of intake scores at the cut",
    side=Side.PROVIDER,
    question="How are screening scores near the cut taken and entered?",
    reads=("screens",),
    test=measure,
    innocent=(
        "clinicians look again at patients just below the cut who seem ill",
        "a rule of entry known to patients",
        "scores rounded to tens",
        "referral by the same cut elsewhere",
    ),
    settles=(
        "the filled-in forms of scores at and just below the cut, compared with what was entered"
    ),
)
