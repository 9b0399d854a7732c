"""The run rules: which values of a chart stand out, for one chart or for many at once."""

from enum import StrEnum

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison.chance import Floats

Marks = npt.NDArray[np.bool_]

ON_ONE_SIDE = 8
"""So many values in a row on one side of the usual level stand out."""

IN_ONE_WAY = 6
"""So many values in a row, each above (or each below) the one before, stand out."""


class Rule(StrEnum):
    """Why a value stands out.

    Attributes
    ----------
    OUTSIDE
        It lies outside the limits.
    ONE_SIDE
        It is the eighth, or a later one, in a row on one side of the usual level.
    ONE_WAY
        It is the sixth, or a later one, in a row that rises, or that falls.
    """

    OUTSIDE = "outside the limits"
    ONE_SIDE = "eight in a row on one side"
    ONE_WAY = "six in a row one way"


def rings(values: Floats, centre: Floats, is_outside: Marks, is_next: Marks) -> dict[Rule, Marks]:
    """Apply the rules.

    Parameters
    ----------
    values
        Shape (charts, values), in the order of time.
    centre
        The usual level of each chart, shape (charts, 1).
    is_outside
        Which values lie outside the limits, shape (charts, values).
    is_next
        Which values follow directly on the one before, shape (values,): a row ends at a gap.

    Returns
    -------
    dict of Rule to Marks
        Which values stand out by each rule, shape (charts, values). A row is marked from the value
        that completes it.

    Notes
    -----
    A value at the usual level lies on neither side and ends a row; so does one equal to the one
    before it.
    """
    side = np.sign(values - centre)
    step = np.zeros_like(values)
    step[:, 1:] = np.sign(np.diff(values, axis=1))
    return {
        Rule.OUTSIDE: is_outside,
        Rule.ONE_SIDE: _row_lengths(side, is_next) >= ON_ONE_SIDE,
        # Six values in a row make five steps.
        Rule.ONE_WAY: _row_lengths(step * is_next, is_next) >= IN_ONE_WAY - 1,
    }


def _row_lengths(way: Floats, is_next: Marks) -> Floats:
    """Count how many values in a row, up to each, go the same way; 0 where a value goes no way."""
    lengths = np.abs(way)
    for at in range(1, way.shape[1]):
        goes_on = is_next[at] & (way[:, at] == way[:, at - 1]) & (way[:, at] != 0)
        lengths[:, at] += lengths[:, at - 1] * goes_on
    return lengths
