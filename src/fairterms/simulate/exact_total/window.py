"""Where the total of many patients lies but for a chance too small to matter.

Notes
-----
For every t > 0, P(total ≥ b) ≤ M(t)ⁿ ÷ exp(t b) with M(t) = E[exp(t × part)] (Chernoff's bound),
and the same with −t below. Setting the right side to :data:`OUTSIDE` gives an end for each t; the
best of some is taken. The Fourier transform then needs no more points than the window has, because
what lies a whole transform's length away, and would wrap around into it, has at most that chance.
"""

import math

import numpy as np

from fairterms.simulate.exact_total.cost_law import FloatArray
from fairterms.simulate.exact_total.grid import moments

OUTSIDE = 1e-12
"""Chance that the total lies beyond one end of its window."""

TILTS = 48
"""How many values of t are tried."""


def window(dollars: FloatArray, chance: FloatArray, patients: int) -> tuple[float, float]:
    """Return the least and the greatest total that need points, in dollars.

    Parameters
    ----------
    dollars, chance
        One patient's law, or one on a coarser grid, shape (points,); the first point is 0.
    patients
        How many; at least 1.
    """
    # Points without chance would leave nothing of the others beside them; round-off is no chance.
    can_be = chance > 0
    dollars, chance = dollars[can_be], chance[can_be]
    _, sd = moments(dollars, chance)
    most = patients * float(dollars[-1])
    if sd == 0:
        return 0.0, most
    room = -math.log(OUTSIDE)
    # The best for a normal total, and the least a few patients at the top may call for.
    usual, least = math.sqrt(2 * room / patients) / sd, 4 / float(dollars[-1])
    tilts = np.geomspace(min(usual / 8, least), 4 * usual, TILTS)
    above = (patients * _cumulants(tilts, dollars, chance) + room) / tilts
    below = -(patients * _cumulants(-tilts, dollars, chance) + room) / tilts
    return max(0.0, float(below.max())), min(most, float(above.min()))


def _cumulants(tilts: FloatArray, dollars: FloatArray, chance: FloatArray) -> FloatArray:
    """Return log E[exp(t × part)] for each t, shape (tilts,)."""
    powers = np.outer(tilts, dollars)
    # The greatest is taken out so that no exponential overflows.
    greatest = powers.max(axis=1)
    return np.asarray(greatest + np.log(np.exp(powers - greatest[:, None]) @ chance))
