"""From one patient's cost to the year's total, by fast Fourier transform.

Notes
-----
One patient's chances on a grid (``grid``) are transformed, each frequency is raised to the power of
the number of patients, and transformed back. The transform knows a total only modulo its own
length; it is chosen as long as the window outside which the total has no chance to speak of
(``window``), so that nothing wraps around into another total's place, and no longer.
"""

import math

import numpy as np
from scipy.fft import irfft, next_fast_len, rfft  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.exact_total.cost_law import CostLaw, FloatArray
from fairterms.simulate.exact_total.grid import COARSE_POINTS, choose_step, coarse, moments, split
from fairterms.simulate.exact_total.part import Part
from fairterms.simulate.exact_total.total_law import TotalLaw
from fairterms.simulate.exact_total.window import window
from fairterms.units.refusal import Refusal

MOST_POINTS = 2**23
"""Grid points beyond which a step is too fine for the range (64 MB a column)."""

VANISHING = 1e-30
"""Size of a frequency after raising to the power below which it counts as nothing."""


def aggregate(
    law: CostLaw,
    patients: int,
    attachment: float | None = None,
    present: float = 1.0,
    scale: float = 1.0,
    step: float | None = None,
) -> TotalLaw:
    """Return the exact law of what all patients together cost in a year.

    Parameters
    ----------
    law
        One patient's yearly cost, in dollars; patients are independent of each other.
    patients
        How many are on the roster.
    attachment
        Stop-loss: each patient counts with at most so many dollars; None for no such limit.
    present
        Chance that a patient of the roster is in the list; one who is not costs nothing.
    scale
        What the year multiplies every patient's cost by, before the stop-loss.
    step
        Dollars between grid points; None for our choice (:func:`grid.choose_step`).

    Returns
    -------
    TotalLaw
        Its mean is exact but for round-off and the tail beyond the top (``part``).

    Raises
    ------
    Refusal
        When a number means nothing, or the step is too fine for the range.
    """
    return total_of(Part(law, scale, present, attachment), patients, step)


def aggregate_above(
    law: CostLaw,
    patients: int,
    attachment: float,
    present: float = 1.0,
    scale: float = 1.0,
    step: float | None = None,
) -> TotalLaw:
    """Return the exact law of what lies above the stop-loss, summed over all patients.

    The arguments are those of :func:`aggregate`. The two totals are not independent of each other:
    never add their laws.
    """
    return total_of(Part(law, scale, present, attachment, is_above=True), patients, step)


def total_of(part: Part, patients: int, step: float | None = None) -> TotalLaw:
    """Return the exact law of a part of each patient's cost, summed over ``patients``."""
    if patients < 0:
        raise Refusal(
            "patients", f"is {patients}", "a total is over people", "give a number from 0 up"
        )
    step = chosen_step(part, patients) if step is None else step
    if not step > 0:
        raise Refusal("step", f"is {step}", "a grid rises by it", "give a number above 0")
    # A top between two points is split like every other cost, so the grid has one point more.
    points = math.ceil(part.top(max(patients, 1)) / step) + 1
    if patients == 0 or points == 1:
        return TotalLaw(step, np.ones(1))
    _demand_room(points, step)
    low, high = _ends(part, patients, points, step)
    _demand_room(high - low, step)
    length = next_fast_len(max(high - low + 1, points), real=True)
    chance = _power(split(np.arange(points, dtype=np.float64) * step, part), patients, length)
    kept = np.roll(chance, -(low % length))[: high - low + 1]
    return TotalLaw(step, kept / kept.sum(), low)


def chosen_step(part: Part, patients: int) -> float:
    """Return the step taken when none is asked for, in dollars."""
    top = part.top(max(patients, 1))
    dollars = coarse(top)
    _, sd = moments(dollars, split(dollars, part))
    return choose_step(sd, max(patients, 1), top)


def _ends(part: Part, patients: int, points: int, step: float) -> tuple[int, int]:
    """Return the first and the last multiple of the step that the total needs."""
    # Points of the grid itself, so that the bound holds for the law on the grid.
    places = np.unique(np.geomspace(1, points - 1, COARSE_POINTS).round())
    dollars = np.concatenate([[0.0], places * step])
    low, high = window(dollars, split(dollars, part), patients)
    return max(0, math.floor(low / step) - 1), min(
        patients * (points - 1), math.ceil(high / step) + 1
    )


def _power(chance: FloatArray, patients: int, length: int) -> FloatArray:
    """Return the chances of the sum, modulo ``length`` points."""
    waves = rfft(chance, length)
    # Of thousands of patients all but the slowest waves cancel.
    counts = np.abs(waves) > VANISHING ** (1 / patients)
    waves[counts] **= patients
    waves[~counts] = 0
    found = irfft(waves, length)
    assert found.min() > -1e-9, "only round-off lies below zero"
    return np.asarray(np.maximum(found, 0))


def _demand_room(points: int, step: float) -> None:
    if points > MOST_POINTS:
        raise Refusal(
            "step",
            f"of ${step:,.2f} needs {points:,} grid points",
            f"the totals that can come lie far apart, and more than {MOST_POINTS:,} take too long",
            "give a greater step, or a stop-loss attachment where there is one",
        )
