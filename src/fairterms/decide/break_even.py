"""The break-even: how far one figure may move before the gain of the deal is gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.performance_year import terms_in_force
from fairterms.payment.evaluation import run
from fairterms.payment.gain import gains
from fairterms.payment.given import stack
from fairterms.settle.pool import Axis, axes_of, moved
from fairterms.units.period import Period
from fairterms.units.quantity import Quantity, Unit
from fairterms.units.refusal import Refusal

GRID = 40
"""Points tried along a figure's range before the crossing is narrowed to one tick."""


@dataclass(frozen=True)
class BreakEven:
    """Where the net of the deal changes sign when one figure moves.

    Attributes
    ----------
    figure
        Its name.
    expected
        The figure in the expected scenario.
    at
        The last tick, going away from the expected figure, at which the sign is still the same.
    gains_above
        Whether the group gains when the figure is higher.
    """

    figure: str
    unit: Unit
    expected: Decimal
    at: Decimal
    gains_above: bool


@dataclass(frozen=True)
class _Bracket:
    """A stretch of one figure in which the sign changes: it is still alike at ``alike``."""

    axis: Axis
    expected: Decimal
    alike: Decimal
    other: Decimal


def break_evens(
    deal: Deal, contract: Contract, expected: FigureSet, period: Period
) -> tuple[BreakEven, ...]:
    """Find the break-even of every figure that has one, nearest first.

    Gates and caps make the net flat or let it turn back, so a grid is scanned outward from the
    expected figure and the nearest crossing on either side is narrowed to one tick.
    """
    in_force = terms_in_force(contract, period)
    axes = [
        axis
        for axis in axes_of(in_force, [expected, *deal.scenarios])
        if axis.name in expected.values
    ]
    start = _signs(deal, in_force, [expected])[0]
    if start is None:
        return ()
    brackets = _scan(deal, in_force, (expected, start), axes)
    narrow = _narrowed(deal, in_force, (expected, start), brackets)
    found = [_break_even(one, is_gain=start) for one in narrow]
    return tuple(sorted(found, key=_distance))


def _break_even(one: _Bracket, *, is_gain: bool) -> BreakEven:
    gains_above = is_gain == (one.other < one.alike)
    return BreakEven(one.axis.name, one.axis.unit, one.expected, one.alike, gains_above)


def _distance(one: BreakEven) -> Decimal:
    return abs(one.at - one.expected) / (abs(one.expected) or Decimal(1))


def _scan(
    deal: Deal, contract: Contract, origin: tuple[FigureSet, bool], axes: Sequence[Axis]
) -> list[_Bracket]:
    """Return, for each figure and direction, the first stretch in which the sign changes.

    All points of all figures are settled in one batch.
    """
    expected, start = origin
    walks = [
        (axis, _walk(axis, expected, end)) for axis in axes for end in (axis.lowest, axis.highest)
    ]
    tried = [moved(expected, {axis.name: at}) for axis, points in walks for at in points[1:]]
    signs = iter(_signs(deal, contract, tried))
    found = []
    for axis, points in walks:
        along = [next(signs) for _ in points[1:]]
        turn = next((at for at, sign in enumerate(along) if sign != start), None)
        if turn is not None and along[turn] is not None:
            found.append(_Bracket(axis, points[0], points[turn], points[turn + 1]))
    return found


def _walk(axis: Axis, expected: FigureSet, end: Decimal) -> list[Decimal]:
    """Return the points from the expected figure to one end of its range."""
    value = expected.values[axis.name]
    assert isinstance(value, Quantity), f"{axis.name} is one quantity"
    step = (end - value.amount) / GRID
    return [value.amount, *(axis.snap(value.amount + step * n) for n in range(1, GRID + 1))]


def _narrowed(
    deal: Deal,
    contract: Contract,
    origin: tuple[FigureSet, bool],
    brackets: Sequence[_Bracket],
) -> list[_Bracket]:
    """Halve every bracket until its ends are one tick apart; all brackets in one batch."""
    expected, start = origin
    current = list(brackets)
    while True:
        wide = [n for n, one in enumerate(current) if _middle(one) not in {one.alike, one.other}]
        if not wide:
            return current
        tried = [moved(expected, {current[n].axis.name: _middle(current[n])}) for n in wide]
        for n, sign in zip(wide, _signs(deal, contract, tried), strict=True):
            one, middle = current[n], _middle(current[n])
            is_alike = sign == start
            current[n] = _Bracket(
                one.axis,
                one.expected,
                middle if is_alike else one.alike,
                one.other if is_alike else middle,
            )


def _middle(one: _Bracket) -> Decimal:
    """Return the middle of a bracket on the figure's ticks, or an end when there is none."""
    if abs(one.other - one.alike) <= one.axis.unit.tick:
        return one.alike
    return one.axis.snap((one.alike + one.other) / 2)


def _signs(deal: Deal, contract: Contract, sets: Sequence[FigureSet]) -> list[bool | None]:
    """Say for each set whether the group gains after the work; None where it is refused."""
    if not sets:
        return []
    try:
        worksheet = run(contract, stack(sets), len(sets))
    except Refusal:
        if len(sets) == 1:
            return [None]
        half = len(sets) // 2
        return _signs(deal, contract, sets[:half]) + _signs(deal, contract, sets[half:])
    cost = deal.cost_to_comply
    return [bool(gain >= cost) for gain in gains(deal, contract, worksheet)]
