"""Columns of intervals hold every number their parts could make."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.simulate.results import interval as room
from fairterms.simulate.results.interval import Interval, Truth, Undecided, answering, interval

NUMBERS = st.one_of(
    st.integers(-1_000, 1_000).map(float),
    st.floats(-1e9, 1e9, allow_subnormal=False),
    st.sampled_from([0.0, 1.0, -1.0, 0.1, 1e-9, 1e12]),
)


@st.composite
def holding(draw: st.DrawFn) -> tuple[Interval, float]:
    """Draw an interval and a number in it."""
    low, number, high = sorted(draw(st.tuples(NUMBERS, NUMBERS, NUMBERS)))
    return Interval(np.array([low]), np.array([high])), number


def of_numpy(ufunc: np.ufunc, *of: object) -> Any:
    """Call a function of NumPy as the payment models do."""
    return ufunc(*of)


def holds(found: Interval, truth: Fraction) -> bool:
    low, high = float(found.low.reshape(-1)[0]), float(found.high.reshape(-1)[0])
    above = low == -np.inf or Fraction(low) <= truth
    return above and (high == np.inf or truth <= Fraction(high))


@settings(max_examples=16, deadline=None)
@given(holding(), holding())
def test_arithmetic_holds_the_exact_result(
    first: tuple[Interval, float], second: tuple[Interval, float]
) -> None:
    (one, x), (two, y) = first, second
    a, b = Fraction(x), Fraction(y)
    assert holds(one + two, a + b)
    assert holds(one - two, a - b)
    assert holds(one * two, a * b)
    assert holds(-one, -a)
    assert holds(of_numpy(np.maximum, one, two), max(a, b))
    assert holds(of_numpy(np.minimum, one, two), min(a, b))
    assert holds(of_numpy(np.absolute, one), abs(a))
    assert holds(room.choose(one > two, one, two), a if a > b else b)
    if b:
        assert holds(one / two, a / b)
        assert holds(3 / two, 3 / b)


@settings(max_examples=16, deadline=None)
@given(holding(), holding())
def test_a_comparison_never_rules_out_what_is_so(
    first: tuple[Interval, float], second: tuple[Interval, float]
) -> None:
    (one, x), (two, y) = first, second
    for truth, is_so in (
        (one > two, x > y), (one >= two, x >= y), (one < two, x < y), (one <= two, x <= y),
        (one == two, x == y), (one != two, x != y),
    ):  # fmt: skip
        assert bool((truth.may_hold if is_so else truth.may_fail)[0])
        both = truth & True
        assert bool((both.may_hold if is_so else both.may_fail)[0])


def test_comparisons_of_apart_intervals_are_decided() -> None:
    low, high = Interval([0.0], [1.0]), Interval([2.0], [3.0])
    assert (low < high).holds[0]
    assert (~(low > high)).holds[0]
    assert not (low == high).may_hold[0]
    assert (interval(5.0) == interval(5.0)).holds
    assert not (Interval([0.0], [2.0]) > interval(1.0)).holds[0]


def test_nothing_stays_exactly_nothing_and_exact_sums_stay_exact() -> None:
    none = interval(0.0) * Interval([-np.inf], [np.inf])
    assert none.low[0] == none.high[0] == 0
    total = interval(0.5) + interval(0.25)
    assert total.low == total.high == 0.75
    rough = interval(0.1) + interval(0.2)
    assert rough.low < rough.high
    assert holds(rough, Fraction(0.1) + Fraction(0.2))


def test_dividing_by_what_may_be_zero_has_no_end() -> None:
    found = interval(1.0) / Interval([0.0, -1.0, 2.0], [4.0, 1.0, 4.0])
    assert found.low[0] == pytest.approx(0.25)
    assert found.high[0] == np.inf
    assert (found.low[1], found.high[1]) == (-np.inf, np.inf)
    assert (found.low[2], found.high[2]) == (pytest.approx(0.25), pytest.approx(0.5))


def test_infinity_less_infinity_reaches_as_far_as_it_can() -> None:
    wide = Interval([0.0], [np.inf])
    found = wide - wide
    assert (found.low[0], found.high[0]) == (-np.inf, np.inf)


def test_where_either_may_be_chosen_both_are_held() -> None:
    masks = Truth([True, True, False], [True, False, True])
    for then, otherwise in ((1.0, 5.0), (5.0, 1.0)):
        found = room.choose(masks, interval(then), interval(otherwise))
        assert found.low.tolist() == [1, then, otherwise]
        assert found.high.tolist() == [5, then, otherwise]


def test_numpy_and_plain_masks_mix_with_truths() -> None:
    maybe = Interval([0.0, 0.0], [2.0, 0.5]) > 1.0
    plain = np.array([True, False])
    for both in (plain & maybe, maybe & plain, of_numpy(np.logical_and, plain, maybe)):
        assert isinstance(both, Truth)
        assert both.may_hold.tolist() == [True, False]
    assert of_numpy(np.bitwise_or, plain, maybe).holds.tolist() == [True, False]
    assert (True | maybe).holds.all()
    like: Any = np.ones_like(maybe, dtype=bool)
    assert like.holds.all()
    assert (~maybe).may_hold.tolist() == [True, True]


def test_a_maybe_gives_no_plain_answer_unless_one_is_chosen() -> None:
    maybe = Interval([0.0, 2.0], [2.0, 3.0]) > 1.0
    with pytest.raises(Undecided):
        np.asarray(maybe, dtype=bool)
    with answering(lambda: True):
        assert np.asarray(maybe, dtype=bool).tolist() == [True, True]
    with answering(lambda: False):
        assert np.asarray(maybe, dtype=bool).tolist() == [False, True]
    assert np.asarray(interval(2.0) > 1.0, dtype=bool)


def test_whole_steps_and_rests_hold_what_they_say() -> None:
    found = Interval([2.5], [4.2]) // 1
    assert (found.low[0], found.high[0]) == (2.0, 4.0)
    rest = Interval([2.5], [4.2]) % 1
    assert rest.low[0] <= 0
    assert rest.high[0] >= 1
    assert Decimal(float(rest.high[0])) >= 1
