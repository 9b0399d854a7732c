"""Improvement as a share of the first score, and what a share of nothing is.

A public program calls every rise from 0 an improvement, even where lower is better. Here the sign
is always the direction's.
"""

import numpy as np

from fairterms.outcomes.patient_change.change_declaration import ZeroBaseline, sign_of
from fairterms.outcomes.patient_change.scores import Floats, Scores
from fairterms.reference.instrument_facts import Direction


def improvement_share(
    scores: Scores, direction: Direction, zero_point: float, zero_baseline: ZeroBaseline
) -> Floats:
    """Return the improvement as a fraction of the first score; negative for the worse.

    Parameters
    ----------
    scores
        In points.
    direction
        Which way is better.
    zero_point
        The score from which a share is taken, in points; not 0 on a scale that starts at 10.
    zero_baseline
        What a first score at the zero point counts as.

    Returns
    -------
    Floats
        NaN where there is no share; infinite for a change from nothing; shape (patients,).

    Notes
    -----
    d·(x2 − x1) / |x1 − zero point|.

    Examples
    --------
    >>> from fairterms.outcomes.patient_change.scores import scores
    >>> rise = scores([20, 0, 0], [10, 3, 0])
    >>> improvement_share(rise, Direction.HIGHER_IS_WORSE, 0, ZeroBaseline.BY_DIRECTION)
    array([ 0.5, -inf,  0. ])
    """
    change = sign_of(direction) * (scores.last - scores.first)
    base = np.abs(scores.first - zero_point)
    is_zero = base == 0
    share: Floats = np.where(
        is_zero, _of_nothing(zero_baseline, change), change / np.where(is_zero, 1.0, base)
    )
    return share


def _of_nothing(rule: ZeroBaseline, change: Floats) -> Floats:
    match rule:
        case ZeroBaseline.BY_DIRECTION:
            far: Floats = np.copysign(np.inf, change)
            return np.where(change == 0, 0.0, np.where(np.isnan(change), np.nan, far))
        case ZeroBaseline.UNCHANGED:
            return np.where(np.isnan(change), np.nan, 0.0)
        case ZeroBaseline.LEFT_OUT:
            return np.full_like(change, np.nan)
