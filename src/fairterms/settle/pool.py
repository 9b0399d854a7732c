"""Scenarios worth trying: every threshold from both sides, both signs, and exact half-cents.

Random figures rarely lie on a threshold, where two readings of a contract part. So each figure is
moved until a threshold or cap of the contract flips, and the last tick before, the flip itself and
one tick after are kept, crossed with one another.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, combinations, islice

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet, FigureValue
from fairterms.payment.evaluation import paying_clauses, run, survey
from fairterms.payment.given import stack
from fairterms.payment.worksheet import PAYABLE, Worksheet
from fairterms.settle.ratios import ratio_settings
from fairterms.units.number import Mask
from fairterms.units.quantity import FRACTION, MONEY, Quantity, Unit
from fairterms.units.refusal import Refusal

GRID = 25
"""Points tried along each figure's range to find where a threshold flips."""

PAIRS = 1_200
"""Most scenarios kept in which two figures stand at a threshold at once."""


NEAR = 50
"""Amounts tried on either side of a figure to find one that ends in exactly half a cent."""

COARSE = 25
"""Ticks between amounts tried on a wider grid: 2.6 % of a figure ends in half a cent only at $2.50,
$7.50 and so on, which single cents around the figure may miss."""

HALVES = 4
"""Such scenarios kept for each rounded amount and seed."""

_Amounts = frozenset[tuple[str, FigureValue]]


@dataclass(frozen=True)
class Axis:
    """One figure that can be moved, and how far."""

    name: str
    unit: Unit
    lowest: Decimal
    highest: Decimal

    def snap(self, amount: Decimal) -> Decimal:
        """Return the nearest amount on the figure's ticks, within its range."""
        ticks = (amount / self.unit.tick).to_integral_value()
        return min(max(ticks * self.unit.tick, self.lowest), self.highest)


@dataclass(frozen=True)
class _Bracket:
    """A stretch of one figure, moved in one seed, in which a gate flips."""

    seed: int
    axis: Axis
    low: Decimal
    high: Decimal
    gate: int


def pool(contract: Contract, seeds: Sequence[FigureSet]) -> tuple[FigureSet, ...]:
    """Build scenarios around seeds.

    Parameters
    ----------
    contract
        Terms in force, without problems.
    seeds
        At least one set of figures that settles: the deal's scenarios and scripts.

    Returns
    -------
    tuple of FigureSet
        The seeds first; every set settles without refusal.
    """
    usable = [seed for seed in seeds if settles(contract, seed)]
    axes = axes_of(contract, usable)
    found: dict[_Amounts, FigureSet] = {}
    boundaries = _boundaries(contract, usable, axes)
    _keep(found, usable)
    for place, seed in enumerate(usable):
        corners = [moved(seed, {axis.name: end}) for axis in axes for end in _ends(axis)]
        _keep(found, [moved(seed, {name: at}) for name, at in boundaries[place]])
        # Ends of ranges are refused most often; here, few sets are halved to find the culprits.
        _keep(found, settling(contract, corners))
        # The levels of the measures are the same in every seed: the first tries them all.
        levels = islice(ratio_settings(contract, seed), place, None, len(usable) if place else 1)
        _keep(found, [moved(seed, setting) for setting in levels])
        _keep(found, _half_cents(contract, seed, axes))
    for seed, singles in zip(usable, boundaries, strict=True):
        _keep(found, islice(_pairs(seed, singles), PAIRS // len(usable)))
    return tuple(settling(contract, list(found.values())))


def settles(contract: Contract, figures: FigureSet) -> bool:
    """Say whether a set of figures settles without refusal."""
    try:
        run(contract, stack([figures]), 1)
    except Refusal:
        return False
    return True


def settling(contract: Contract, sets: list[FigureSet]) -> list[FigureSet]:
    """Return the sets that settle; a refused batch is halved until its culprits are alone."""
    if not sets:
        return []
    try:
        run(contract, stack(sets), len(sets))
    except Refusal:
        if len(sets) == 1:
            return []
        half = len(sets) // 2
        return settling(contract, sets[:half]) + settling(contract, sets[half:])
    return sets


def _keep(found: dict[_Amounts, FigureSet], sets: Iterable[FigureSet]) -> None:
    for figures in sets:
        found.setdefault(frozenset(figures.values.items()), figures)


def moved(seed: FigureSet, amounts: dict[str, Decimal]) -> FigureSet:
    """Return a set of figures with some of them at other amounts."""
    values = dict(seed.values)
    for name, amount in amounts.items():
        before = values[name]
        assert isinstance(before, Quantity), f"{name} is one quantity"
        values[name] = before.with_amount(amount)
    return replace(seed, values=values)


def axes_of(contract: Contract, seeds: Sequence[FigureSet]) -> tuple[Axis, ...]:
    """List the figures a contract reads that can be moved, with their ranges.

    The range is the declared one, else 0 to 100 % for a percentage, else half the smallest to
    twice the largest figure of the seeds.
    """
    declared = {figure.id: figure for figure in contract.figures}
    axes = []
    for name in survey(contract).wanted:
        given = [seed.values[name] for seed in seeds if name in seed.values]
        amounts = [value.amount for value in given if isinstance(value, Quantity)]
        if not amounts or len(amounts) < len(given) or not isinstance(given[0], Quantity):
            continue
        unit = given[0].unit
        low, high = _range(amounts, unit)
        figure = declared.get(name)
        if figure and figure.lowest and figure.highest:
            low, high = figure.lowest.amount, figure.highest.amount
        axes.append(Axis(name, unit, low, high))
    return tuple(axes)


def _range(amounts: list[Decimal], unit: Unit) -> tuple[Decimal, Decimal]:
    """Return how far a figure may move when the contract does not declare its range."""
    if unit == FRACTION:
        return Decimal(0), Decimal(1)
    half = Decimal("0.5")
    low, high = min(amounts), max(amounts)
    return (low * half if low > 0 else low * 2), (high * 2 if high > 0 else high * half)


def _ends(axis: Axis) -> tuple[Decimal, Decimal]:
    return axis.lowest, axis.highest


def _boundaries(
    contract: Contract, seeds: Sequence[FigureSet], axes: tuple[Axis, ...]
) -> list[list[tuple[str, Decimal]]]:
    """Return (figure, amount) pairs around every place where a threshold flips, for each seed."""
    brackets = [bracket for axis in axes for bracket in _brackets(contract, seeds, axis)]
    found: list[dict[tuple[str, Decimal], None]] = [{} for _ in seeds]
    for one, low, high in _narrowed(contract, seeds, brackets):
        tick = one.axis.unit.tick
        around = [at for at in (low - tick, low, high, high + tick) if at >= 0]
        found[one.seed].update(dict.fromkeys((one.axis.name, at) for at in around))
    return [list(pairs) for pairs in found]


def _brackets(contract: Contract, seeds: Sequence[FigureSet], axis: Axis) -> Iterable[_Bracket]:
    """Yield the stretches of one figure's range in which a threshold flips, for each seed."""
    step = (axis.highest - axis.lowest) / (GRID - 1)
    points = sorted({axis.snap(axis.lowest + step * at) for at in range(GRID)})
    having = [n for n, seed in enumerate(seeds) if axis.name in seed.values]
    sets = [[moved(seeds[n], {axis.name: at}) for at in points] for n in having]
    together = _gates(contract, list(chain.from_iterable(sets)))
    for place, n in enumerate(having):
        rows = slice(place * len(points), (place + 1) * len(points))
        # One seed may be refused where another is not.
        masks = [mask[rows] for mask in together] if together else _gates(contract, sets[place])
        for gate, mask in enumerate(masks or []):
            for at in np.flatnonzero(mask[1:] != mask[:-1]):
                yield _Bracket(n, axis, points[at], points[at + 1], gate)


def _narrowed(
    contract: Contract, seeds: Sequence[FigureSet], brackets: Sequence[_Bracket]
) -> list[tuple[_Bracket, Decimal, Decimal]]:
    """Halve every bracket until its ends are one tick apart; all brackets in one batch."""
    lows, highs = [one.low for one in brackets], [one.high for one in brackets]
    names = [one.axis.name for one in brackets]
    start = _gates(contract, [moved(seeds[b.seed], {b.axis.name: b.low}) for b in brackets])
    while start is not None:
        wide = [n for n, b in enumerate(brackets) if highs[n] - lows[n] > b.axis.unit.tick]
        if not wide:
            break
        middles = {n: brackets[n].axis.snap((lows[n] + highs[n]) / 2) for n in wide}
        tried = [moved(seeds[brackets[n].seed], {names[n]: middles[n]}) for n in wide]
        masks = _gates(contract, tried)
        if masks is None:
            break
        for row, n in enumerate(wide):
            gate = brackets[n].gate
            stuck = middles[n] in {lows[n], highs[n]}
            if masks[gate][row] == start[gate][n] and not stuck:
                lows[n] = middles[n]
            else:
                highs[n] = middles[n] if not stuck else lows[n]
    return list(zip(brackets, lows, highs, strict=True))


def _gates(contract: Contract, sets: list[FigureSet]) -> list[Mask] | None:
    worksheet = _worksheet(contract, sets)
    return None if worksheet is None else [gate.bites for gate in worksheet.gates]


def _worksheet(contract: Contract, sets: list[FigureSet]) -> Worksheet | None:
    """Return the worksheet of sets of figures; None when there are none, or one is refused."""
    try:
        return run(contract, stack(sets), len(sets)) if sets else None
    except Refusal:
        return None


def _pairs(seed: FigureSet, singles: list[tuple[str, Decimal]]) -> Iterable[FigureSet]:
    """Yield scenarios with two figures near a threshold at once, spread over all pairs."""
    mixed = sorted(
        combinations(range(len(singles)), 2),
        key=lambda pair: (pair[0] * 7919 + pair[1] * 104729) % 9973,
    )
    for one, other in mixed:
        (name, at), (second, there) = singles[one], singles[other]
        if name != second:
            yield moved(seed, {name: at, second: there})


def unrounded_payable(contract: Contract, worksheet: Worksheet) -> list[Decimal]:
    """Return the sum of what is payable before it is rounded, one a row."""
    total = sum(worksheet.result(name).values for name in paying_clauses(contract))
    return list(np.atleast_1d(np.asarray(total)))


def unrounded(contract: Contract, worksheet: Worksheet) -> dict[str, list[Decimal]]:
    """Return every rounded amount before it is rounded, in units of its rounding, one a row.

    Returns
    -------
    dict
        The clause with a rounding of its own, or "payable", to its amounts: 12.5 is 12.5 cents.
    """
    found = {
        PAYABLE: [at / contract.rounding.unit for at in unrounded_payable(contract, worksheet)]
    }
    steps = {step.id: step for step in worksheet.steps}
    for clause in contract.clauses:
        rounded = steps.get(f"{clause.id}.rounded")
        before = steps.get(rounded.figures[0]) if rounded and rounded.figures else None
        if clause.rounding and before:
            found[clause.id] = [at / clause.rounding.unit for at in before.values]
    return found


def _half_cents(contract: Contract, seed: FigureSet, axes: tuple[Axis, ...]) -> list[FigureSet]:
    """Return scenarios in which a rounded amount ends in half a cent above an even one.

    There, half up and half even differ; above an odd cent both go up.
    """
    found: dict[str, list[FigureSet]] = {}
    for axis in [axis for axis in axes if axis.unit == MONEY] or axes:
        if found and all(len(kept) >= HALVES for kept in found.values()):
            break
        tried = [moved(seed, {axis.name: at}) for at in _near(seed, axis)]
        worksheet = _worksheet(contract, tried)
        if worksheet is None:
            continue
        for name, amounts in unrounded(contract, worksheet).items():
            halves = [n for n, at in enumerate(amounts) if abs(at) % 2 == Decimal("0.5")]
            kept = found.setdefault(name, [])
            kept += [tried[n] for n in halves[: HALVES - len(kept)]]
    return [figures for kept in found.values() for figures in kept]


def _near(seed: FigureSet, axis: Axis) -> list[Decimal]:
    """Return amounts around a figure of a seed: every tick, and every 25th further away."""
    value = seed.values.get(axis.name)
    if not isinstance(value, Quantity):
        return []
    tick, wide = axis.unit.tick, axis.unit.tick * COARSE
    start = (value.amount // wide) * wide
    steps = range(-NEAR, NEAR + 1)
    near = [value.amount + tick * n for n in steps] + [start + wide * n for n in steps]
    return [at for at in near if at >= 0]
