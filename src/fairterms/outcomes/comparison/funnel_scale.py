"""Scales of a funnel: transformations after which chance has the same spread at every rate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from fairterms.outcomes.comparison.chance import Floats


@dataclass(frozen=True)
class Scale:
    """A transformation after which chance has the same spread at every rate.

    Attributes
    ----------
    name
        What it is called.
    is_proportion
        Whether it is for rates (its size is the patients) or for ratios (the expected events).
    there, back
        The transformation, and its inverse; `back` never leaves the values that can be.
    standard_error
        From the size to the spread by chance on the transformed scale.
    """

    name: str
    is_proportion: bool
    there: Callable[[Floats], Floats]
    back: Callable[[Floats], Floats]
    standard_error: Callable[[Floats], Floats]


def _arcsine(rate: Floats) -> Floats:
    return np.arcsin(np.sqrt(rate))


def _from_arcsine(y: Floats) -> Floats:
    # Beyond its ends the sine turns back: a limit would grow again instead of staying at 0 or 1.
    turned: Floats = np.sin(np.clip(y, 0.0, np.pi / 2)) ** 2
    return turned


def _from_root(y: Floats) -> Floats:
    squared: Floats = np.maximum(y, 0.0) ** 2
    return squared


def _logarithm(ratio: Floats) -> Floats:
    with np.errstate(divide="ignore"):
        return np.log(ratio)


def _half_root(size: Floats) -> Floats:
    half: Floats = 0.5 / np.sqrt(size)
    return half


def _one_root(size: Floats) -> Floats:
    one: Floats = 1.0 / np.sqrt(size)
    return one


ARCSINE: Final = Scale("arcsine", True, _arcsine, _from_arcsine, _half_root)
"""Proportions: y = arcsin √p, s = 1/(2√n)."""
SQUARE_ROOT: Final = Scale("square root", False, np.sqrt, _from_root, _half_root)
"""Ratios observed to expected: y = √(O/E), s = 1/(2√E)."""
LOGARITHM: Final = Scale("logarithm", False, _logarithm, np.exp, _one_root)
"""Ratios observed to expected: y = ln(O/E), s = 1/√E."""
