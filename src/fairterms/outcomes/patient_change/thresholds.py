"""Thresholds without surprises from rounding: exactly at one is at it, to the last digit.

An index is a quotient of rounded numbers. One that equals the critical value on paper can lie a
hair above or below it in the machine, and two honest programs would then judge a patient otherwise.
"""

import numpy as np

from fairterms.outcomes.patient_change.scores import Flags, Floats

HAIR = 1e-9
"""Values closer to a threshold than this share of it (of 1, when it is smaller) are at it."""


def is_at_least(values: Floats, threshold: float) -> Flags:
    """Return which values reach a threshold; exactly at it counts; NaN does not.

    Examples
    --------
    >>> is_at_least(np.array([0.1 + 0.2, 0.7 - 0.4, 0.29]), 0.3).tolist()
    [True, True, False]
    """
    return np.asarray(values >= threshold - _hair(threshold), dtype=np.bool_)


def is_beyond(values: Floats, threshold: float) -> Flags:
    """Return which values pass a threshold; exactly at it does not count; NaN does not.

    Examples
    --------
    >>> is_beyond(np.array([0.1 + 0.2, 0.31]), 0.3).tolist()
    [False, True]
    """
    return np.asarray(values > threshold + _hair(threshold), dtype=np.bool_)


def _hair(threshold: float) -> float:
    return HAIR * max(1.0, abs(threshold))
