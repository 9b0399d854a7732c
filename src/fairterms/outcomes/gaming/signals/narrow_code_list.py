"""The plan’s code list leaves out patients who reached the measure."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence, present
from fairterms.outcomes.gaming.randomness import count_test
from fairterms.outcomes.gaming.signal import Measured, Side, Signal


def measure(evidence: Evidence) -> Measured:
    """Test whether patients the plan's list leaves out reached the measure more often.

    Notes
    -----
    The effect is the rate by the published list less the rate by the plan's.
    """
    lists = present(evidence.code_lists, "code_lists")
    published = lists.in_published
    is_out = ~lists.in_plan[published]
    reached = lists.is_reached[published]
    tail = count_test(is_out, reached, np.zeros(len(reached), np.int64))
    by_plan = float(lists.is_reached[lists.in_plan].mean()) if lists.in_plan.any() else np.nan
    return Measured(
        tail.statistic, tail.p_value, int(is_out.sum()), float(reached.mean()) - by_plan
    )


SIGNAL = Signal(
    name="narrow_code_list",
    title="Code list leaves out patients who got better",
    side=Side.PLAN,
    question="Which codes of the published list does the plan not use, and why?",
    reads=("code_lists",),
    test=measure,
    innocent=(
        "an older version of the list",
        "codes the plan does not pay",
        "milder illness under codes left out",
    ),
    settles="both lists with their dates, run on the same claims",
)
