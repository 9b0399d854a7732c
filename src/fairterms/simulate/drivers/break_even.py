"""The break-even of terms and figures: how far one may move until a goal is just met.

The same simulated years are settled again and again with one number turned, so that chance plays
no part in the search. Gates and caps make the curve flat or let it turn back: a grid is scanned
first, and every crossing of it is narrowed. What is then uncertain is the level of the curve:
error of the break-even = error of the figure there ÷ slope.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from fairterms.contract.deal import Deal
from fairterms.simulate.drivers.goal import Goal
from fairterms.simulate.drivers.knob import Knob, knobs
from fairterms.simulate.drivers.resettle import Resettled
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.years import Years
from fairterms.units.refusal import Refusal

GRID = 8
"""Stretches a range is cut into at first."""

YEARS = 2_048
"""Years a break-even is narrowed on."""

SCANNED = 256
"""Years the grid is scanned on."""

NARROW = 1e-6
"""A crossing is narrowed to this part of the range, unless the goal is met before."""

ENOUGH = 0.05
"""The goal is met when the distance from it is this part of its own simulation error."""

EDGE_STEPS = 20
"""Halvings that find where a flat stretch ends."""

FLAT = 1e-4
"""Dollars, or share of years: a distance from the goal below this is none."""


@dataclass(frozen=True)
class Root:
    """A value at which the goal is just met.

    Attributes
    ----------
    at
        In the knob's unit.
    error
        One standard error from having simulated only so many years; infinite at a jump or where
        the curve is flat, and 0 where the simulation knows it exactly.
    is_good_above
        Whether the goal is met above it.
    is_jump
        Whether the figure jumps over the goal there (a gate, a tier), so that no value meets it
        exactly.
    """

    at: float
    error: float
    is_good_above: bool
    is_jump: bool = False


@dataclass(frozen=True)
class Flat:
    """An interval in which the figure lies on the goal itself, and turning changes nothing."""

    low: float
    high: float


@dataclass(frozen=True)
class BreakEvens:
    """What turning one number can do.

    Attributes
    ----------
    knob
        The number.
    goal
        What must be met.
    roots
        Every crossing in the range, nearest to the present value first.
    flats
        Intervals that lie on the goal.
    gaps
        Pairs of value and distance from the goal, from the scan.
    """

    knob: Knob
    goal: Goal
    roots: tuple[Root, ...]
    flats: tuple[Flat, ...]
    gaps: tuple[tuple[float, float], ...]


Curve = Callable[[float], float | None]
"""From a value of the knob to the distance from the goal; None where nothing can be settled."""

Point = tuple[float, float]
"""A value of the knob, and the distance from the goal there."""


@dataclass(frozen=True)
class _Search:
    """What the searches of all knobs share: the contract settled on few years and on many."""

    few: Resettled
    many: Resettled
    goal: Goal

    def curve(self, knob: Knob, on: Resettled) -> Curve:
        def gap(at: float) -> float | None:
            try:
                return self.goal.gap(knob.net(on, at))
            except Refusal:
                return None

        return gap

    @property
    def enough(self) -> float:
        """How near to the goal counts as meeting it."""
        found = self.goal.estimated_gap(self.many.net, self.many.years.blocks)
        return max(ENOUGH * found.error, FLAT)


def break_evens(
    deal: Deal,
    plan: Plan,
    years: Years,
    goal: Goal | None = None,
    *,
    terms_only: bool = False,
    most: int = YEARS,
) -> tuple[BreakEvens, ...]:
    """Find every number of terms and figures that has a break-even, nearest first.

    Parameters
    ----------
    deal
        It says what the group would be paid anyway, and what the contract's work costs.
    plan, years
        What was simulated, and the years it gave.
    goal
        What must be met; by default a mean net margin of nothing.
    terms_only
        Whether figures are left out.
    most
        Years the crossings are narrowed on.

    Raises
    ------
    Refusal
        When the contract cannot be settled as it is.
    """
    search = _search(deal, plan, years, goal or Goal(), most)
    chosen = [one for one in knobs(plan, years) if one.is_term or not terms_only]
    found = [_turned(search, knob) for knob in chosen]
    return tuple(sorted((one for one in found if one.roots or one.flats), key=_distance))


def break_even(
    deal: Deal, plan: Plan, years: Years, knob: Knob, goal: Goal, most: int = YEARS
) -> BreakEvens:
    """Search one number's range for every value at which the goal is just met.

    Parameters
    ----------
    deal, plan, years
        As in :func:`break_evens`.
    knob
        What is turned.
    goal
        What must be met.
    most
        Years the crossings are narrowed on.
    """
    return _turned(_search(deal, plan, years, goal, most), knob)


def _search(deal: Deal, plan: Plan, years: Years, goal: Goal, most: int) -> _Search:
    few, many = (
        Resettled(deal, plan.contract, years.part(0, min(number, len(years))))
        for number in (SCANNED, most)
    )
    return _Search(few, many, goal)


def _turned(search: _Search, knob: Knob) -> BreakEvens:
    seen = _scanned(search, knob)
    # Few years stand for many when the difference at the present value is taken off.
    few, many = (search.goal.gap(on.net) for on in (search.few, search.many))
    likely = [(at, gap + many - few) for at, gap in seen]
    still = [_is_met(gap) for _, gap in seen]
    brackets = [
        (likely[n][0], likely[n + 1][0])
        for n in range(len(seen) - 1)
        if not (still[n] or still[n + 1]) and (likely[n][1] > 0) != (likely[n + 1][1] > 0)
    ]
    roots = [found for one in brackets if (found := _root(search, knob, one))]
    flats = list(_flats(search, knob, seen))
    least = 2 * NARROW * (knob.high - knob.low)
    roots += [_met(search, knob, one.low) for one in flats if one.high - one.low <= least]
    roots.sort(key=lambda one: abs(one.at - knob.now))
    wide = tuple(one for one in flats if one.high - one.low > least)
    return BreakEvens(knob, search.goal, tuple(roots), wide, tuple(likely))


def _is_met(gap: float | None) -> bool:
    return gap is not None and abs(gap) < FLAT


def _scanned(search: _Search, knob: Knob) -> list[Point]:
    """Return the grid with its distances; empty where the ends show that nothing moves."""
    scan = search.curve(knob, search.few)
    points = sorted({*np.linspace(knob.low, knob.high, GRID + 1).tolist(), knob.now})
    base = search.goal.gap(search.few.net)
    ends = {at: scan(at) for at in (knob.low, knob.high)}
    if all(gap is None or gap == base for gap in ends.values()) and not _is_met(base):
        return []
    known: dict[float, float | None] = {knob.now: base, **ends}
    found = [(at, known[at] if at in known else scan(at)) for at in points]
    return [(at, gap) for at, gap in found if gap is not None]


def _flats(search: _Search, knob: Knob, seen: Sequence[Point]) -> Iterator[Flat]:
    """Yield the intervals on the goal itself, each as far as it reaches."""
    curve = search.curve(knob, search.many)
    before: Point | None = None
    low = None
    for point in (*seen, (knob.high, float("nan"))):
        is_end = point[1] != point[1]
        if not is_end and _is_met(point[1]) and _is_met(curve(point[0])):
            if low is None:
                low = point[0] if before is None else _edge(curve, point[0], before[0])
        elif low is not None and before is not None:
            yield Flat(low, before[0] if is_end else _edge(curve, before[0], point[0]))
            low = None
        before = point


def _edge(curve: Curve, inside: float, outside: float) -> float:
    """Return how far an interval on the goal reaches, between a value in it and one beyond."""
    for _ in range(EDGE_STEPS):
        middle = (inside + outside) / 2
        if _is_met(curve(middle)):
            inside = middle
        else:
            outside = middle
    return inside


def _root(search: _Search, knob: Knob, ends: tuple[float, float]) -> Root | None:
    """Narrow a crossing; None where more years show that there is none."""
    curve = search.curve(knob, search.many)
    start = [(at, gap) for at in ends if (gap := curve(at)) is not None]
    if len(start) < 2 or (start[0][1] > 0) == (start[1][1] > 0):
        return None
    last = start[1]
    for point in _narrowing(curve, start[0], start[1], NARROW * (knob.high - knob.low)):
        last = point
        if abs(last[1]) <= search.enough:
            break
    found = search.goal.estimated_gap(knob.net(search.many, last[0]), search.many.years.blocks)
    if abs(last[1]) > max(search.enough, found.error):
        return Root(last[0], float("inf"), start[1][1] > 0, is_jump=True)
    return _met(search, knob, last[0], is_good_above=start[1][1] > 0)


def _met(search: _Search, knob: Knob, at: float, *, is_good_above: bool | None = None) -> Root:
    """Return the root at a value that meets the goal, with its error."""
    found = search.goal.estimated_gap(knob.net(search.many, at), search.many.years.blocks)
    slope = _slope(search.curve(knob, search.many), knob, at)
    error = found.error / abs(slope) if slope else float("inf")
    return Root(at, error, slope > 0 if is_good_above is None else is_good_above)


def _narrowing(curve: Curve, low: Point, high: Point, least: float) -> Iterator[Point]:
    """Yield points of an ever smaller bracket: on its chord and in its middle by turns.

    The chord finds a straight crossing at once; the middle halves the bracket whatever the curve.
    """
    is_chord = True
    while high[0] - low[0] > least:
        at = (low[0] + high[0]) / 2
        if is_chord:
            at = low[0] - low[1] * (high[0] - low[0]) / (high[1] - low[1])
        gap = curve(at)
        if gap is None or not low[0] < at < high[0]:
            return
        if (gap > 0) == (high[1] > 0):
            high = (at, gap)
        else:
            low = (at, gap)
        is_chord = not is_chord
        yield at, gap


def _slope(curve: Curve, knob: Knob, at: float) -> float:
    """Return how fast the distance from the goal changes around a value, per unit of the knob."""
    step = (knob.high - knob.low) / 100
    low, high = max(at - step, knob.low), min(at + step, knob.high)
    below, above = curve(low), curve(high)
    return 0.0 if below is None or above is None else (above - below) / (high - low)


def _distance(one: BreakEvens) -> float:
    now, reach = one.knob.now, one.knob.high - one.knob.low
    nearest = [abs(root.at - now) for root in one.roots]
    nearest += [min(abs(flat.low - now), abs(flat.high - now)) for flat in one.flats]
    return min(nearest) / reach
