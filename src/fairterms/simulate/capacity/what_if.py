"""The standard questions: what if more ask, clinicians leave, more is missed, care takes longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from fairterms.simulate.capacity import stress
from fairterms.simulate.capacity.access_tiers import AccessTier
from fairterms.simulate.capacity.forecast import (
    YEARS,
    Spread,
    TierChance,
    chance,
    simulate_access,
    spread,
)
from fairterms.simulate.capacity.practice import Practice
from fairterms.simulate.results import statistic
from fairterms.simulate.results.estimate import Estimate

SHARE_MORE = 0.20
SHARE_LEAVING = 0.10
POINTS_MISSED = 0.05
SHARE_LONGER = 0.15
SURGE_WEEK, SURGE_WEEKS = 13, 8
"""What the standard questions change (our choice)."""


@dataclass(frozen=True)
class WhatIf:
    """A question and its answer.

    Attributes
    ----------
    name
        The question in words.
    share
        The contract's share of new patients in time.
    change
        How the mean year's share changes against the practice as it is, as a fraction, on the same
        simulated luck.
    tiers
        The chance of each tier.
    """

    name: str
    share: Spread
    change: Estimate
    tiers: tuple[TierChance, ...]


def standard_questions(practice: Practice) -> tuple[tuple[str, Practice], ...]:
    """Return the questions asked of every practice, and the practice each leads to."""
    leaving = max(1, ceil(SHARE_LEAVING * practice.staff.posts))
    missed = min(practice.care.no_show + POINTS_MISSED, 0.95)
    people = "clinician leaves" if leaving == 1 else "clinicians leave"
    return (
        (
            f"{SHARE_MORE:.0%} more people ask, all year".replace("%", " %"),
            stress.surge_in_demand(practice, SHARE_MORE),
        ),
        (
            f"Twice as many ask for {SURGE_WEEKS} weeks, from the fourth month on",
            stress.surge_in_demand(practice, 1.0, SURGE_WEEK, SURGE_WEEKS),
        ),
        (
            f"{leaving} {people} after two months",
            stress.loss_of_staff(practice, leaving, 8),
        ),
        (
            f"{100 * POINTS_MISSED:.0f} percentage points more appointments are missed",
            stress.missed_visits(practice, missed),
        ),
        (
            f"People need {100 * SHARE_LONGER:.0f} % more visits each",
            stress.longer_care(practice, 1 + SHARE_LONGER),
        ),
    )


def answer(
    practice: Practice,
    questions: Sequence[tuple[str, Practice]],
    tiers: Sequence[AccessTier],
    seed: int,
    years: int = YEARS,
) -> tuple[WhatIf, ...]:
    """Answer what-if questions on the same simulated luck.

    Parameters
    ----------
    practice
        As it is.
    questions
        Each with the practice it leads to.
    tiers
        Lowest first.
    seed, years
        As in a forecast.
    """
    uniforms = chance(seed, years)
    usual = simulate_access(practice, uniforms).share()
    block = np.zeros(years, dtype=np.int64)
    found = []
    for name, changed in questions:
        access = simulate_access(changed, uniforms)
        share = access.share()
        found.append(
            WhatIf(
                name,
                spread(share),
                statistic.paired_difference(share, usual, block),
                tuple(TierChance(tier, access.meets(tier.at)) for tier in tiers),
            )
        )
    return tuple(found)
