"""Columns of intervals: the payment formulas run on them as they run on numbers.

An :class:`Interval` holds, for every row, two floats between which the true number lies. A
comparison of intervals is a :class:`Truth`: it may hold, may fail, or either. Both answer to
NumPy's functions, so that a payment model needs no second formula to be bounded.

Notes
-----
Results of inexact arithmetic are widened by one step of the float outwards, so that rounding never
puts the true number outside. Sums that are exact, and products with 0 and ±1, stay as they are: a
term that pays nothing pays exactly nothing. 0 times infinity is 0, because an endpoint of infinity
means "as large as you like" and is not a number.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]


class Undecided(Exception):
    """A plain yes or no was wanted of a comparison that may go either way."""


_ANSWER: ContextVar[Callable[[], bool] | None] = ContextVar("_ANSWER", default=None)


@contextmanager
def answering(answer: Callable[[], bool]) -> Iterator[None]:
    """Give every undecided row of a mask one answer, mask by mask, while the block runs.

    A payment model that turns a comparison into a plain mask can take only one of two ways. Rows do
    not know of each other, so both answers, each given to all undecided rows, cover every case.
    """
    token = _ANSWER.set(answer)
    try:
        yield
    finally:
        _ANSWER.reset(token)


class Truth:
    """A yes, a no or a maybe for every row.

    Attributes
    ----------
    may_hold, may_fail
        Shape (rows,) or (); a comparison that is decided has just one of them true.
    """

    def __init__(self, may_hold: Any, may_fail: Any) -> None:
        self.may_hold: BoolArray = np.asarray(may_hold, dtype=bool)
        self.may_fail: BoolArray = np.asarray(may_fail, dtype=bool)

    @property
    def holds(self) -> BoolArray:
        """Where it is surely so."""
        return ~self.may_fail

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the rows."""
        return self.may_hold.shape

    def __and__(self, other: Any) -> "Truth":
        that = truth(other)
        return Truth(self.may_hold & that.may_hold, self.may_fail | that.may_fail)

    def __or__(self, other: Any) -> "Truth":
        that = truth(other)
        return Truth(self.may_hold | that.may_hold, self.may_fail & that.may_fail)

    __rand__, __ror__ = __and__, __or__

    def __invert__(self) -> "Truth":
        return Truth(self.may_fail, self.may_hold)

    def __array__(self, _dtype: object = None, *, copy: bool | None = None) -> BoolArray:
        is_open = self.may_hold & self.may_fail
        if not is_open.any():
            return self.may_hold
        answer = _ANSWER.get()
        if answer is None:
            raise Undecided
        return np.where(is_open, answer(), self.may_hold)

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **_more: Any) -> Any:
        if method != "__call__":
            return NotImplemented
        if ufunc in (np.bitwise_and, np.logical_and):
            return truth(inputs[0]) & inputs[1]
        if ufunc in (np.bitwise_or, np.logical_or):
            return truth(inputs[0]) | inputs[1]
        return ~self if ufunc in (np.invert, np.logical_not) else NotImplemented

    def __array_function__(
        self, function: Callable[..., Any], _types: object, args: Sequence[Any], _more: object
    ) -> Any:
        if function is np.ones_like:
            return Truth(np.ones(self.shape, dtype=bool), np.zeros(self.shape, dtype=bool))
        plain = [np.asarray(item, dtype=bool) if isinstance(item, Truth) else item for item in args]
        return function(*plain)


def truth(value: Any) -> Truth:
    """Return a mask, or a yes or no, as a truth."""
    if isinstance(value, Truth):
        return value
    mask = np.asarray(value, dtype=bool)
    return Truth(mask, ~mask)


class Interval:
    """For every row, the lowest and highest a number can be; shape (rows,) or ()."""

    __hash__ = None  # type: ignore[assignment]  # two equal intervals need not be the same number

    def __init__(self, low: Any, high: Any) -> None:
        self.low: FloatArray = np.asarray(low, dtype=np.float64)
        self.high: FloatArray = np.asarray(high, dtype=np.float64)

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the rows."""
        return np.broadcast_shapes(self.low.shape, self.high.shape)

    @property
    def dtype(self) -> np.dtype[np.float64]:
        """The type of the endpoints."""
        return self.low.dtype

    def __add__(self, other: Any) -> "Interval":
        that = interval(other)
        return Interval(_add(self.low, that.low, -np.inf), _add(self.high, that.high, np.inf))

    def __neg__(self) -> "Interval":
        return Interval(-self.high, -self.low)

    def __sub__(self, other: Any) -> "Interval":
        return self + (-interval(other))

    def __rsub__(self, other: Any) -> "Interval":
        return interval(other) + (-self)

    def __mul__(self, other: Any) -> "Interval":
        that = interval(other)
        pairs = [(one, two) for one in (self.low, self.high) for two in (that.low, that.high)]
        low = _multiply(*pairs[0], -np.inf)
        high = _multiply(*pairs[0], np.inf)
        for one, two in pairs[1:]:
            low = np.minimum(low, _multiply(one, two, -np.inf))
            high = np.maximum(high, _multiply(one, two, np.inf))
        return Interval(low, high)

    __radd__, __rmul__ = __add__, __mul__

    def __truediv__(self, other: Any) -> "Interval":
        return self * interval(other).inverse()

    def __rtruediv__(self, other: Any) -> "Interval":
        return interval(other) * self.inverse()

    def __floordiv__(self, other: Any) -> "Interval":
        found = self / other
        return Interval(np.floor(found.low), np.floor(found.high))

    def __mod__(self, other: Any) -> "Interval":
        size = interval(other)
        none = np.zeros(self.shape)
        return Interval(np.minimum(size.low, none), np.maximum(size.high, none))

    def inverse(self) -> "Interval":
        """Return 1 ÷ the interval; unbounded where it holds zero."""
        with np.errstate(divide="ignore"):
            low = np.nextafter(1.0 / self.high, -np.inf)
            high = np.nextafter(1.0 / self.low, np.inf)
        below = (self.low < 0) & (self.high > 0)
        low = np.where(below | (self.high == 0), -np.inf, low)
        high = np.where(below | (self.low == 0), np.inf, high)
        return Interval(low, high)

    def __ge__(self, other: Any) -> Truth:
        that = interval(other)
        return Truth(self.high >= that.low, self.low < that.high)

    def __gt__(self, other: Any) -> Truth:
        that = interval(other)
        return Truth(self.high > that.low, self.low <= that.high)

    def __le__(self, other: Any) -> Truth:
        return interval(other) >= self

    def __lt__(self, other: Any) -> Truth:
        return interval(other) > self

    def __eq__(self, other: object) -> Truth:  # type: ignore[override]
        that = interval(other)
        is_one = (self.low == self.high) & (that.low == that.high) & (self.low == that.low)
        return Truth((self.low <= that.high) & (self.high >= that.low), ~is_one)

    def __ne__(self, other: object) -> Truth:  # type: ignore[override]
        return ~(self == other)

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **_more: Any) -> Any:
        found = _UFUNCS.get(ufunc)
        if method != "__call__" or found is None:
            return NotImplemented
        return found(*(interval(item) for item in inputs))


def interval(value: Any) -> Interval:
    """Return a number, or a column of numbers, as intervals of no width."""
    if isinstance(value, Interval):
        return value
    plain = np.asarray(value, dtype=np.float64)
    return Interval(plain, plain)


def hull(one: Interval, two: Interval) -> Interval:
    """Return the smallest intervals that hold both."""
    return Interval(np.minimum(one.low, two.low), np.maximum(one.high, two.high))


def maximum(one: Interval, two: Interval) -> Interval:
    """Return the larger of two numbers, row by row."""
    return Interval(np.maximum(one.low, two.low), np.maximum(one.high, two.high))


def minimum(one: Interval, two: Interval) -> Interval:
    """Return the smaller of two numbers, row by row."""
    return Interval(np.minimum(one.low, two.low), np.minimum(one.high, two.high))


def absolute(one: Interval) -> Interval:
    """Return the size of a number, row by row."""
    return maximum(maximum(one, -one), interval(0.0))


def choose(mask: Any, then: Interval, otherwise: Interval) -> Interval:
    """Return ``then`` where the mask holds, ``otherwise`` where it fails, both where it may."""
    where = truth(mask)
    both = hull(then, otherwise)
    low = np.where(where.holds, then.low, np.where(where.may_hold, both.low, otherwise.low))
    high = np.where(where.holds, then.high, np.where(where.may_hold, both.high, otherwise.high))
    return Interval(low, high)


_UFUNCS: dict[np.ufunc, Callable[..., Any]] = {
    np.add: lambda one, two: one + two,
    np.subtract: lambda one, two: one - two,
    np.multiply: lambda one, two: one * two,
    np.true_divide: lambda one, two: one / two,
    np.floor_divide: lambda one, two: one // two,
    np.remainder: lambda one, two: one % two,
    np.negative: lambda one: -one,
    np.absolute: absolute,
    np.maximum: maximum,
    np.minimum: minimum,
    np.greater_equal: lambda one, two: one >= two,
    np.greater: lambda one, two: one > two,
    np.less_equal: lambda one, two: one <= two,
    np.less: lambda one, two: one < two,
    np.equal: lambda one, two: one == two,
    np.not_equal: lambda one, two: one != two,
}


def _add(one: FloatArray, two: FloatArray, towards: float) -> FloatArray:
    """Return a sum, one float step further out unless it is exact."""
    with np.errstate(invalid="ignore"):
        total = one + two
        back = total - one
        lost = (one - (total - back)) + (two - back)
    # Infinity less infinity: the endpoint is as far out as it can be.
    total = np.where(np.isnan(total), towards, total)
    return np.where((lost == 0) | np.isinf(total), total, np.nextafter(total, towards))


def _multiply(one: FloatArray, two: FloatArray, towards: float) -> FloatArray:
    """Return a product, one float step further out unless it is exact."""
    with np.errstate(invalid="ignore", over="ignore"):
        found = one * two
    is_nothing = (one == 0) | (two == 0)
    is_exact = (np.abs(one) == 1) | (np.abs(two) == 1) | np.isinf(one) | np.isinf(two)
    return np.where(is_nothing, 0.0, np.where(is_exact, found, np.nextafter(found, towards)))
