"""The break-even: how far one figure may move before the gain of the deal is gone."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.figure_set import FigureSet
from fairterms.decide.money import paid_anyway
from fairterms.settle.pool import Axis, axes_of
from fairterms.settle.settlement import settle
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


def break_evens(
    deal: Deal, contract: Contract, expected: FigureSet, period: Period
) -> tuple[BreakEven, ...]:
    """Find the break-even of every figure that has one, nearest first.

    Gates and caps make the net flat or let it turn back, so a grid is scanned outward from the
    expected figure and the nearest crossing on either side is narrowed to one tick.
    """
    found = []
    for axis in axes_of(contract, [expected, *deal.scenarios]):
        if axis.name in expected.values:
            found.extend(_crossings(deal, contract, expected, (axis, period)))
    return tuple(sorted(found, key=_distance))


def _distance(one: BreakEven) -> Decimal:
    return abs(one.at - one.expected) / (abs(one.expected) or Decimal(1))


def _crossings(
    deal: Deal, contract: Contract, expected: FigureSet, where: tuple[Axis, Period]
) -> list[BreakEven]:
    axis, period = where
    value = expected.values[axis.name]
    assert isinstance(value, Quantity), f"{axis.name} is one quantity"

    def is_gain(amount: Decimal) -> bool | None:
        figures = replace(
            expected, values={**expected.values, axis.name: value.with_amount(amount)}
        )
        return _is_gain(deal, contract, figures, period)

    start = is_gain(value.amount)
    found = []
    for end in (axis.lowest, axis.highest):
        at = _last_alike(axis, value.amount, end, start, is_gain)
        if at is not None and start is not None:
            gains_above = start == (end < value.amount)
            found.append(BreakEven(axis.name, axis.unit, value.amount, at, gains_above))
    return found


def _last_alike(
    axis: Axis,
    start: Decimal,
    end: Decimal,
    sign: bool | None,
    is_gain: Callable[[Decimal], bool | None],
) -> Decimal | None:
    """Return the last tick with the start's sign before the first crossing towards ``end``."""
    step = (end - start) / GRID
    alike = start
    for number in range(1, GRID + 1):
        point = axis.snap(start + step * number)
        if is_gain(point) is None:
            return None
        if is_gain(point) != sign:
            other = point
            while abs(other - alike) > axis.unit.tick:
                middle = axis.snap((alike + other) / 2)
                if middle in {alike, other}:
                    break
                alike, other = (middle, other) if is_gain(middle) == sign else (alike, middle)
            return alike
        alike = point
    return None


def _is_gain(deal: Deal, contract: Contract, figures: FigureSet, period: Period) -> bool | None:
    """Say whether the group gains after the cost to comply; None when it cannot be settled."""
    try:
        settlement = settle(contract, figures, period)
    except Refusal:
        return None
    gain = settlement.payable - paid_anyway(deal, contract, settlement)
    return gain - deal.cost_to_comply >= 0
