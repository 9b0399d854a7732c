"""Two kinds of number, one formula: exact decimals to settle, floats to simulate.

A *column* is a one-dimensional NumPy array with one entry per settlement (a row). Its
dtype is ``object`` holding :class:`~decimal.Decimal` (exact) or ``float64`` (float). A formula
written with NumPy functions and whole-number literals runs on both; mixing the two kinds raises
``TypeError``, which is wanted: a float must never slip into a settlement.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal, localcontext
from typing import Any

import numpy as np
import numpy.typing as npt

Column = npt.NDArray[Any]
"""One number per row: dtype ``object`` of Decimal, or ``float64``."""

Mask = npt.NDArray[np.bool_]
"""One yes or no per row."""

EXACT_DIGITS = 40
"""Significant digits kept by exact arithmetic; only divisions and interpolations ever need them."""

_MODES = {
    "half up": ROUND_HALF_UP,
    "half even": ROUND_HALF_EVEN,
    "down": ROUND_DOWN,
    "up": ROUND_UP,
}
ROUNDING_MODES = tuple(_MODES)
"""The rounding modes a contract may name."""


@contextmanager
def exact_arithmetic() -> Iterator[None]:
    """Give Decimal arithmetic room for :data:`EXACT_DIGITS` digits while the block runs."""
    with localcontext() as context:
        context.prec = EXACT_DIGITS
        yield


def round_exactly(value: Decimal, unit: Decimal, mode: str) -> Decimal:
    """Round one Decimal to a multiple of ``unit``.

    Parameters
    ----------
    value
        Any number, in the unit of ``unit``.
    unit
        The smallest step, for example ``Decimal("0.01")`` for a cent; positive.
    mode
        One of :data:`ROUNDING_MODES`. "half up" and "up" move away from zero, "down" towards it.

    Returns
    -------
    Decimal
        The multiple of ``unit`` chosen by ``mode``.

    Examples
    --------
    >>> round_exactly(Decimal("2.675"), Decimal("0.01"), "half up")
    Decimal('2.68')
    >>> round_exactly(Decimal("-2.675"), Decimal("0.01"), "half even")
    Decimal('-2.68')
    >>> round_exactly(Decimal("0.125"), Decimal("0.01"), "half even")
    Decimal('0.12')
    """
    with exact_arithmetic():
        return _to_multiple(value, unit, _MODES[mode])


def _to_multiple(value: Decimal, unit: Decimal, rounding: str) -> Decimal:
    return (value / unit).quantize(Decimal(1), rounding=rounding) * unit


def _floor_half_up(steps: Column, nudge: float) -> Column:
    """Round non-negative floats half up; ``steps`` is used up, which saves a third of the time."""
    steps += 0.5
    steps += nudge
    return np.asarray(np.floor(steps))


@dataclass(frozen=True)
class NumberKind:
    """A kind of number: how a column of it is made and rounded.

    Attributes
    ----------
    name
        "exact" or "float".
    is_exact
        Whether columns hold Decimals.
    """

    name: str
    is_exact: bool

    def scalar(self, value: Decimal) -> Any:
        """Turn one Decimal into a number of this kind."""
        return value if self.is_exact else float(value)

    def column(self, values: Iterable[Decimal]) -> Column:
        """Turn Decimals into a column of this kind, shape (number of values,)."""
        listed = list(values)
        if not self.is_exact:
            return np.array([float(value) for value in listed], dtype=np.float64)
        column = np.empty(len(listed), dtype=object)
        column[:] = listed
        return column

    def full(self, rows: int, value: Decimal) -> Column:
        """Make a column of ``rows`` entries that all hold ``value``."""
        if self.is_exact:
            column = np.empty(rows, dtype=object)
            column[:] = value
            return column
        return np.full(rows, float(value))

    def spread(self, value: Any, rows: int) -> Column:
        """Spread a number over ``rows`` rows; a column stays as it is."""
        if not self.is_exact and isinstance(value, np.ndarray) and value.shape == (rows,):
            return np.asarray(value + 0.0)  # as adding to zeros does, in one pass
        return np.asarray(self.full(rows, Decimal(0)) + value)

    def choose(self, mask: Any, then: Any, otherwise: Any, rows: int) -> Column:
        """Return ``then`` where the mask is true, else ``otherwise``; shape (rows,)."""
        if self.is_exact:
            return np.where(mask, self.spread(then, rows), self.spread(otherwise, rows))
        return self.spread(np.where(mask, then, otherwise), rows)

    def round(self, values: Column, unit: Decimal, mode: str) -> Column:
        """Round a column to multiples of ``unit``.

        In floats a tie cannot be told from its neighbours, so a value within a millionth of a
        unit of a tie counts as one: the answer is then at most one unit from the exact one.
        """
        if self.is_exact:
            with exact_arithmetic():
                rounding = _MODES[mode]
                return self.column([_to_multiple(value, unit, rounding) for value in values])
        steps = np.abs(values) / float(unit)
        nudge = 1e-6
        ways: dict[str, Callable[[], Column]] = {
            "half up": lambda: _floor_half_up(steps, nudge),
            "half even": lambda: np.where(
                np.abs(steps - np.floor(steps) - 0.5) < nudge,
                np.floor(steps) + np.floor(steps) % 2,
                np.floor(steps + 0.5),
            ),
            "down": lambda: np.floor(steps + nudge),
            "up": lambda: np.ceil(steps - nudge),
        }
        whole = ways[mode]()
        whole *= np.sign(values)
        whole *= float(unit)
        return np.asarray(whole)


EXACT = NumberKind("exact", is_exact=True)
FLOAT = NumberKind("float", is_exact=False)
