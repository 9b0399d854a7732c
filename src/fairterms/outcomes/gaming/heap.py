"""A heap at a cut: more scores just above it, and fewer just below, than a smooth line gives."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.gaming.evidence import Lacking
from fairterms.outcomes.gaming.randomness import Tail, one_sided
from fairterms.outcomes.patient_change.scores import Floats, Whole

REACH = 6
"""Scores on each side of the cut that the smooth line is drawn through."""

FEWEST_SCORES = 100
"""Fewest scores around the cut: below, a line through 12 counts tells nothing."""

STEPS = 50


@dataclass(frozen=True)
class Heap:
    """What stands at a cut.

    Attributes
    ----------
    tail
        How far from smooth, and its chance.
    scores
        Scores around the cut.
    moved
        How many of those just above would lie below on the smooth line.
    """

    tail: Tail
    scores: int
    moved: float


def measure(scores: Floats, cut: float, lowest: int, highest: int) -> Heap:
    """Test for a heap at a cut.

    Parameters
    ----------
    scores
        All screening scores, also below the cut, whole numbers, shape (s,).
    cut
        The lowest score that enters, in points.
    lowest, highest
        Of the instrument.

    Raises
    ------
    Lacking
        Where nothing lies below the cut, or too few scores are near it.

    Notes
    -----
    Counts of the 6 scores on either side are Poisson with
    log mean = a + b·d + c·d² + δ·s, d the distance from the cut,
    s = −1 for the two scores below the cut and +1 for the two from it on. δ = 0 where the line is
    smooth; δ̂ over its standard error is the statistic.
    """
    start = math.ceil(cut)
    bins = np.arange(max(lowest, start - REACH), min(highest, start + REACH - 1) + 1)
    counts = np.array([(scores == at).sum() for at in bins], dtype=np.float64)
    if counts[bins < start].sum() == 0:
        raise Lacking("the screening scores of everybody, also below the cut")
    if counts.sum() < FEWEST_SCORES or (bins < start).sum() < 4 or (bins >= start).sum() < 4:
        raise Lacking(f"enough screening scores around the cut ({FEWEST_SCORES} or more)")
    slope, error = _fit(_design(bins, start), counts)
    near = float(counts[(bins >= start) & (bins < start + 2)].sum())
    moved = max(0.0, near * (1 - math.exp(-slope)))
    return Heap(one_sided(slope / error), int(counts.sum()), moved)


def _design(bins: Whole, start: int) -> Floats:
    """Return the columns of the line and, last, the step at the cut, shape (bins, 4)."""
    d = (bins - start + 0.5) / REACH
    below = (bins >= start - 2) & (bins < start)
    above = (bins >= start) & (bins < start + 2)
    return np.column_stack([np.ones_like(d), d, d * d, above.astype(float) - below.astype(float)])


def _fit(design: Floats, counts: Floats) -> tuple[float, float]:
    """Return the step's coefficient and its standard error, by Newton's steps."""
    coefficients = np.zeros(design.shape[1])
    coefficients[0] = math.log(counts.mean())
    for _ in range(STEPS):
        mean = np.exp(np.clip(design @ coefficients, -30, 30))
        curvature = design.T @ (design * mean[:, None]) + 1e-9 * np.eye(design.shape[1])
        step = np.linalg.solve(curvature, design.T @ (counts - mean))
        step *= min(1.0, 2.0 / max(1e-12, float(np.abs(step).max())))
        coefficients = coefficients + step
        if np.abs(step).max() < 1e-9:
            break
    return float(coefficients[-1]), math.sqrt(float(np.linalg.inv(curvature)[-1, -1]))
