"""Hierarchical linear model: a patient's slope against the average slope."""

import numpy as np

from fairterms.outcomes.patient_change import growth_slopes
from fairterms.outcomes.patient_change.change_declaration import Declaration
from fairterms.outcomes.patient_change.change_method import Method
from fairterms.outcomes.patient_change.scores import Floats, Scores


def find(declaration: Declaration, scores: Scores) -> Floats:
    """Return the deviation of the slope over its conditional SD; shape (patients,).

    Positive is better than the average patient, not better than no change. NaN for patients with
    fewer than three scores.

    Raises
    ------
    Refusal
        When the patients are too few to fit slopes.

    Notes
    -----
    û1 / √Var(u1 | scores), from y = (β0 + u0) + (β1 + u1)·t + ε.

    Sources
    -------
    Speer and Greenbaum 1995, Journal of Consulting and Clinical Psychology 63, 1044-1048.
    """
    assert scores.series is not None, "a method asks only for what it says it needs"
    slopes, n = growth_slopes.fit(scores.series), scores.first.size
    # Where slopes do not differ at all, everybody is average: 0, not 0 over 0.
    is_spread = slopes.conditional_sd != 0
    index = np.divide(slopes.deviation, slopes.conditional_sd, where=is_spread, out=np.zeros(n))
    return declaration.sign * index


METHOD = Method(
    title="Hierarchical linear model, slope against the average",
    needs=("critical", "series"),
    index=find,
    source="Speer and Greenbaum 1995, Journal of Consulting and Clinical Psychology 63, 1044-1048",
    caution="a patient is judged against the group's average slope: about as many are worse than "
    "average as better, however well all of them do",
)
