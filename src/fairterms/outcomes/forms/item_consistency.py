"""How well the items of a form agree with each other in one's own data."""

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.patient_change.scores import Floats
from fairterms.units.refusal import Refusal


def alpha(answers: npt.ArrayLike) -> float:
    """Give Cronbach's alpha of complete forms.

    Parameters
    ----------
    answers
        Points, items that run the other way already turned, NaN where missing; shape (forms,
        items). Forms with a missing answer are left out.

    Returns
    -------
    float
        At most 1; negative when items contradict each other.

    Raises
    ------
    Refusal
        When there are fewer than two items or two complete forms, or every form has one total.

    Notes
    -----
    α = k/(k − 1) · (1 − Σ s_i² / s_X²), with k items, their variances s_i², and the variance of
    the totals s_X². It belongs to the sample: a reliability read in a paper is another sample's.

    Sources
    -------
    Cronbach 1951, Psychometrika 16:297-334.

    Examples
    --------
    Two items that always agree, and two of which one is always the other turned about:

    >>> alpha([[0, 0], [1, 1], [3, 3]])
    1.0
    >>> alpha([[0, 1], [1, 3], [3, 3], [2, 0]]) < 0.5
    True
    """
    points: Floats = np.array(answers, dtype=np.float64)
    complete = points[~np.isnan(points).any(axis=1)]
    k = int(complete.shape[1])
    spread = float(complete.sum(axis=1).var(ddof=1)) if len(complete) > 1 else 0.0
    if k < 2 or spread == 0:
        raise Refusal(
            "internal consistency",
            "cannot be worked out from these forms",
            "it compares items with each other over forms that differ",
            "give at least two items and two complete forms with different totals",
        )
    within = float(complete.var(axis=0, ddof=1).sum())
    return k / (k - 1) * (1 - within / spread)
