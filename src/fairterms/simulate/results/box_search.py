"""Search the ranges of figures for the lowest result, with proof: halve boxes, keep their bounds.

Every box gives a range that holds the results of all its years (``interval_settlement``), so no
year gives less than the lowest end of the boxes that cover them all. Halving the boxes with the
lowest ends brings that bound up to what a real year reaches. For each of them, every figure and
every step of the worksheet is tried as the one to halve, and the best is kept.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from fairterms.contract.clause import Contract
from fairterms.contract.deal import WithoutDeal
from fairterms.payment.evaluation import paying_clauses
from fairterms.payment.worksheet import PAYABLE, Worksheet
from fairterms.simulate.results.interval import Interval, interval
from fairterms.simulate.results.interval_settlement import Boxes, settle_boxes

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

TRIED = 8
"""Boxes for which every way to halve them is tried in one round."""

FOLLOWING = 1_024
"""Boxes that are then halved in the way most of those were."""

FLOOR = -1e12
"""A bound that proves nothing counts as this many dollars when halvings are compared."""

FAR = 1e6
"""Where a range without an end is first cut."""


@dataclass(frozen=True)
class Question:
    """What is bounded: an amount that follows from the figures of a year.

    Attributes
    ----------
    of
        ``payable``, or the id of a clause for its result.
    without
        What the group would be paid anyway; it is taken off.
    ranges
        Figure name to its lowest and highest value; infinite where it has none.
    """

    contract: Contract
    of: str
    without: WithoutDeal
    ranges: Mapping[str, tuple[float, float]]

    def lowest(self, boxes: Boxes) -> FloatArray:
        """Return the lower end of the amount in every box, shape (boxes,)."""
        total = interval(-float(self.without.amount))
        for name, times in self.parts.items():
            total = total + times * boxes.named(name)
        if self.of == PAYABLE:
            cent = self.contract.rounding.unit  # the sum is rounded once more
            total = total - float(cent)
        return np.asarray(np.broadcast_to(total.low, boxes.is_empty.shape))

    def amount(self, sheet: Worksheet) -> FloatArray:
        """Return the amount in settled years, shape (years,)."""
        total = np.float64(-self.without.amount) + np.zeros(len(sheet.payable.values))
        if self.of == PAYABLE:
            total = total + sheet.payable.values
        names = self.parts if self.of != PAYABLE else self._taken_off
        for name, times in names.items():
            total = total + times * sheet.step(name).values
        return np.asarray(total)

    @cached_property
    def _taken_off(self) -> Mapping[str, int]:
        found: Counter[str] = Counter()
        for name in self.without.clauses:
            found[name] -= 1
            found.update(self.contract.clause(name).of)
        return {name: times for name, times in found.items() if times}

    @cached_property
    def parts(self) -> Mapping[str, int]:
        """Clauses whose results make up the amount, and how often each counts.

        A clause that is paid anyway, and is a part of the payment as it stands, drops out.
        """
        found = Counter(paying_clauses(self.contract) if self.of == PAYABLE else (self.of,))
        for name, times in self._taken_off.items():
            found[name] += times
        return {name: times for name, times in found.items() if times}


@dataclass
class Cover:
    """Boxes that together cover every year that could lie lower than what was reached.

    Attributes
    ----------
    low, high
        Ranges, shape (boxes, figures + steps); a step that is not cut runs from −∞ to ∞.
    bound
        No year of the box gives less, in dollars; shape (boxes,).
    steps
        The lowest and highest each step comes to, shape (boxes, steps).
    """

    low: FloatArray
    high: FloatArray
    bound: FloatArray
    steps: tuple[FloatArray, FloatArray]

    def take(self, rows: IntArray | npt.NDArray[np.bool_]) -> "Cover":
        """Return some of the boxes."""
        steps = self.steps[0][rows], self.steps[1][rows]
        return Cover(self.low[rows], self.high[rows], self.bound[rows], steps)

    def and_also(self, other: "Cover") -> "Cover":
        """Return the boxes of both."""
        pairs = zip(
            (self.low, self.high, self.bound, *self.steps),
            (other.low, other.high, other.bound, *other.steps),
            strict=True,
        )
        low, high, bound, lowest, highest = (np.concatenate(pair) for pair in pairs)
        return Cover(low, high, bound, (lowest, highest))


class BoxSearch:
    """The state of one search.

    Attributes
    ----------
    cover
        Boxes still of interest.
    first
        How wide the ranges were at first, shape (figures + steps,).
    is_tried
        Which figures and steps are tried as the one to halve, shape (figures + steps,).
    settled_at
        The lowest bound of boxes that were put away because they lie above what was reached.
    """

    def __init__(self, question: Question) -> None:
        self.question = question
        self.figures = tuple(question.ranges)
        ends = np.array([question.ranges[name] for name in self.figures]).reshape(-1, 2)
        root = self._settle(ends[:, 0][None], ends[:, 1][None], ())
        self.names = tuple(
            name for name in root.steps if not name.endswith((".rounded", "payable"))
        )
        self.settled_at = np.inf
        self.is_tried = np.ones(len(self.figures) + len(self.names), dtype=bool)
        wide = np.full((1, len(self.names)), np.inf)
        self.cover = self._measure(
            np.hstack([ends[:, 0][None], -wide]), np.hstack([ends[:, 1][None], wide])
        )
        low, high = self._extent(self.cover)
        self.first = (high - low)[0]

    @property
    def proved(self) -> float:
        """No year gives less than this, in dollars; −∞ when nothing is proved."""
        return float(min(self.cover.bound.min(initial=np.inf), self.settled_at))

    def halve(self, reached: float, tolerance: float) -> bool:
        """Halve the lowest boxes once; say whether there was anything left to do.

        Parameters
        ----------
        reached
            What a real year gives, in dollars; boxes above it are put away.
        tolerance
            How near to it a box need not be looked at any more, in dollars.
        """
        done = self.cover.bound >= reached - tolerance
        self.settled_at = min(self.settled_at, self.cover.bound[done].min(initial=np.inf))
        self.cover = self.cover.take(~done)
        order = np.argsort(self.cover.bound, kind="stable")
        worst, rest = self.cover.take(order[:TRIED]), self.cover.take(order[TRIED:])
        box, axis, halves = self._best_halves(worst, reached)
        if not len(box):
            return False
        usual = int(np.bincount(axis).argmax())
        more, others = (
            rest.take(np.arange(len(rest.bound)) < FOLLOWING),
            rest.take(np.arange(len(rest.bound)) >= FOLLOWING),
        )
        every = np.arange(len(more.bound))
        followed = self._halves(more, every, np.full(len(every), usual))
        self.cover = others.and_also(halves).and_also(followed)
        return True

    def lowest_boxes(self) -> tuple[FloatArray, FloatArray]:
        """Return the ranges of the figures in the lowest boxes, shape (boxes, figures) each."""
        worst = self.cover.take(np.argsort(self.cover.bound, kind="stable")[:TRIED])
        number = len(self.figures)
        low, high = worst.low[:, :number], worst.high[:, :number]
        low = np.where(np.isfinite(low), low, np.minimum(high, -FAR))
        return low, np.where(np.isfinite(high), high, np.maximum(low, FAR))

    def _best_halves(self, worst: Cover, reached: float) -> tuple[IntArray, IntArray, Cover]:
        """Try every way to halve each box; return those that raise its two bounds most."""
        low, high = self._extent(worst)
        size = (high - low) / np.where(np.isinf(low), 1.0, np.maximum(np.abs(low), 1.0))
        box, axis = np.nonzero((size > 1e-9) & self.is_tried)
        if not len(box):
            box, axis = np.nonzero(size > 1e-9)
        both = self._halves(worst, box, axis)
        # A bound above what was reached is as good as any other, and none is worse than FLOOR.
        pair = np.clip(both.bound, FLOOR, max(reached, FLOOR)).reshape(2, -1)
        before = np.maximum(worst.bound[box], FLOOR)
        gain = pair - before
        raised = gain.max(axis=0) > 1e-6 * np.abs(before)
        # What raised nothing need not be tried again, until nothing that is tried raises anything.
        is_useful = np.zeros_like(self.is_tried)
        is_useful[axis[raised]] = True
        self.is_tried = is_useful | ~is_useful.any()
        # What raises both halves brings the whole nearer; raising one of them only helps later.
        weight = self._weight(high - low)[box, axis]
        chosen = _best_of_each(box, gain.min(axis=0) + 1e-3 * (gain.sum(axis=0) + 1e-6) * weight)
        return box[chosen], axis[chosen], both.take(np.concatenate([chosen, chosen + len(box)]))

    def _weight(self, width: FloatArray) -> FloatArray:
        """Return ranges as shares of what they were at first.

        A gain counts by it: else a range would be peeled for ever at a threshold, where one half
        gains much each time and the other nothing.
        """
        with np.errstate(invalid="ignore"):
            share = width / self.first
        return np.where(np.isfinite(self.first), share, np.minimum(width / FAR, 1.0))

    def _halves(self, cover: Cover, box: IntArray, axis: IntArray) -> Cover:
        """Return the lower halves, then the upper ones, of boxes cut along their axes."""
        low, high = self._extent(cover)
        at = _middle(low[box, axis], high[box, axis])
        lower, upper, row = cover.take(box), cover.take(box), np.arange(len(box))
        lower.high[row, axis] = np.minimum(lower.high[row, axis], at)
        upper.low[row, axis] = np.maximum(upper.low[row, axis], at)
        both = self._measure(
            np.concatenate([lower.low, upper.low]), np.concatenate([lower.high, upper.high])
        )
        both.bound = np.maximum(both.bound, np.tile(cover.bound[box], 2))
        return both

    def _extent(self, cover: Cover) -> tuple[FloatArray, FloatArray]:
        """Return how far figures and steps reach in every box."""
        number = len(self.figures)
        lowest, highest = cover.steps
        return (
            np.hstack([cover.low[:, :number], lowest]),
            np.hstack([cover.high[:, :number], highest]),
        )

    def _measure(self, low: FloatArray, high: FloatArray) -> Cover:
        """Settle boxes; those that hold no year get a bound of infinity."""
        found = self._settle(low, high, self.names)
        bound = np.where(found.is_empty, np.inf, self.question.lowest(found))
        rows = len(low)
        lowest, highest = np.empty((rows, len(self.names))), np.empty((rows, len(self.names)))
        for at, name in enumerate(self.names):
            lowest[:, at], highest[:, at] = found.steps[name].low, found.steps[name].high
        return Cover(low, high, bound, (lowest, highest))

    def _settle(self, low: FloatArray, high: FloatArray, cut: tuple[str, ...]) -> Boxes:
        number = len(self.figures)
        ranges = {name: Interval(low[:, at], high[:, at]) for at, name in enumerate(self.figures)}
        cuts = {
            name: Interval(low[:, number + at], high[:, number + at]) for at, name in enumerate(cut)
        }
        return settle_boxes(self.question.contract, ranges, len(low), cuts)


def _middle(low: FloatArray, high: FloatArray) -> FloatArray:
    """Return where to halve: at zero when it lies inside, and far out where there is no end."""
    with np.errstate(invalid="ignore"):
        middle = low / 2 + high / 2
    middle = np.where(np.isposinf(high), np.maximum(2 * np.abs(low), FAR), middle)
    middle = np.where(np.isneginf(low), np.minimum(-2 * np.abs(high), -FAR), middle)
    return np.where((low < 0) & (high > 0), 0.0, middle)


def _best_of_each(box: IntArray, score: FloatArray) -> IntArray:
    """Return, for each box, the halving with the highest score.

    Parameters
    ----------
    box
        Which box a halving belongs to, ascending, shape (halvings,).
    score
        Shape (halvings,).
    """
    order = np.lexsort((score, box))
    last = np.append(np.diff(box[order]) > 0, np.ones(min(len(box), 1), dtype=bool))
    return np.asarray(order[last])
