"""Exact and float numbers: columns, rounding, and the wall between the two kinds."""

from decimal import Decimal, getcontext

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from fairterms.units.number import (
    EXACT,
    EXACT_DIGITS,
    FLOAT,
    ROUNDING_MODES,
    NumberKind,
    exact_arithmetic,
    round_exactly,
)

CENT = Decimal("0.01")


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
@pytest.mark.parametrize(
    ("value", "mode", "rounded"),
    [
        ("0.005", "half up", "0.01"),
        ("-0.005", "half up", "-0.01"),
        ("0.0049", "half up", "0.00"),
        ("2.675", "half up", "2.68"),
        ("0.005", "half even", "0.00"),
        ("0.015", "half even", "0.02"),
        ("0.025", "half even", "0.02"),
        ("0.035", "half even", "0.04"),
        ("-0.025", "half even", "-0.02"),
        ("0.0251", "half even", "0.03"),
        ("0.019", "down", "0.01"),
        ("-0.019", "down", "-0.01"),
        ("0.011", "up", "0.02"),
        ("-0.011", "up", "-0.02"),
        ("0.01", "up", "0.01"),
        ("0.01", "down", "0.01"),
        ("0", "up", "0"),
    ],
)
def test_both_kinds_round_as_the_mode_says(
    kind: NumberKind, value: str, mode: str, rounded: str
) -> None:
    found = kind.round(kind.column([Decimal(value)]), CENT, mode)
    assert float(found[0]) == pytest.approx(float(rounded), abs=1e-12)
    if kind.is_exact:
        assert found[0] == Decimal(rounded)


def test_rounding_can_be_to_any_unit() -> None:
    assert round_exactly(Decimal("7.3"), Decimal("0.25"), "half up") == Decimal("7.25")
    assert round_exactly(Decimal(149), Decimal(100), "up") == 200


AMOUNTS = some.decimals(Decimal(-10_000_000), Decimal(10_000_000), places=4)


@settings(max_examples=80, deadline=None)
@given(AMOUNTS, some.sampled_from(ROUNDING_MODES), some.sampled_from(["0.01", "0.001", "1"]))
def test_float_rounding_agrees_with_exact_within_one_unit(
    amount: Decimal, mode: str, place: str
) -> None:
    unit = Decimal(place)
    exact = EXACT.round(EXACT.column([amount]), unit, mode)[0]
    floated = FLOAT.round(FLOAT.column([amount]), unit, mode)[0]
    assert abs(float(exact) - floated) < float(unit) * 1.001


@settings(max_examples=80, deadline=None)
@given(some.integers(-1_000_000_000, 1_000_000_000), some.sampled_from(ROUNDING_MODES))
def test_floats_round_cents_and_half_cents_as_exact_numbers_do(half_cents: int, mode: str) -> None:
    amount = Decimal(half_cents) / 200
    exact = EXACT.round(EXACT.column([amount]), CENT, mode)[0]
    floated = FLOAT.round(FLOAT.column([amount]), CENT, mode)[0]
    assert floated == pytest.approx(float(exact), abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(AMOUNTS, some.sampled_from(ROUNDING_MODES))
def test_rounding_moves_by_less_than_a_unit_and_only_once(amount: Decimal, mode: str) -> None:
    rounded = round_exactly(amount, CENT, mode)
    assert abs(rounded - amount) < CENT
    assert rounded % CENT == 0
    assert round_exactly(rounded, CENT, mode) == rounded


def test_mixing_the_kinds_is_a_type_error() -> None:
    exact, floated = EXACT.column([Decimal(1)]), FLOAT.column([Decimal(1)])
    with pytest.raises(TypeError):
        exact + floated
    with pytest.raises(TypeError):
        floated * exact
    with pytest.raises(TypeError):
        exact * 0.5


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
def test_a_formula_with_whole_numbers_runs_on_both_kinds(kind: NumberKind) -> None:
    column = kind.column([Decimal("-1.5"), Decimal("2.5")])
    assert [float(x) for x in np.maximum(2 * column, 0)] == [0, 5]
    assert [float(x) for x in kind.full(2, Decimal("0.25")) + 1] == [1.25, 1.25]


def test_columns_hold_what_their_kind_says() -> None:
    assert EXACT.column([Decimal("0.1")])[0] == Decimal("0.1")
    assert EXACT.column([]).dtype == object
    assert FLOAT.column([Decimal("0.1")]).dtype == np.float64
    assert EXACT.full(3, Decimal("0.1")).shape == FLOAT.full(3, Decimal("0.1")).shape == (3,)
    assert EXACT.scalar(Decimal("0.1")) == Decimal("0.1")
    assert isinstance(FLOAT.scalar(Decimal("0.1")), float)


def test_exact_numbers_keep_a_threshold_that_floats_misjudge() -> None:
    assert 0.07 * 100_000.0 > 7_000
    share = EXACT.column([Decimal("0.07")]) * 100_000
    assert not (share > 7_000)[0]


def test_exact_arithmetic_has_room_and_gives_it_back() -> None:
    before = getcontext().prec
    with exact_arithmetic():
        assert len((Decimal(1) / 3).as_tuple().digits) == EXACT_DIGITS
    assert getcontext().prec == before


def test_an_unknown_rounding_mode_is_no_mode() -> None:
    with pytest.raises(KeyError):
        round_exactly(Decimal(1), CENT, "half down")


ANY_FLOAT = some.one_of(some.floats(-1e9, 1e9), some.sampled_from([0.0, -0.0, float("inf")]))


@given(some.lists(some.tuples(ANY_FLOAT, ANY_FLOAT, some.booleans()), min_size=1, max_size=9))
def test_floats_are_spread_and_chosen_to_the_same_bytes_as_by_adding_to_zeros(
    rows: list[tuple[float, float, bool]],
) -> None:
    one, other = (np.array([row[at] for row in rows]) for at in (0, 1))
    mask = np.array([row[2] for row in rows])
    zeros = np.zeros(len(rows))
    assert FLOAT.spread(one, len(rows)).tobytes() == (zeros + one).tobytes()
    chosen = FLOAT.choose(mask, one, other, len(rows))
    assert chosen.tobytes() == np.where(mask, zeros + one, zeros + other).tobytes()


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
def test_a_number_or_one_mask_for_all_is_spread_over_every_row(kind: NumberKind) -> None:
    assert list(kind.spread(2, 3)) == [2, 2, 2]
    column = kind.column([Decimal(1), Decimal(2)])
    assert list(kind.choose(np.True_, column, 0, 2)) == [1, 2]
    assert list(kind.choose(False, column, 7, 2)) == [7, 7]
    assert list(kind.choose(np.array([True, False]), 5, column, 2)) == [5, 2]


def test_a_float_column_never_takes_decimals() -> None:
    with pytest.raises(TypeError):
        FLOAT.spread(EXACT.column([Decimal(1)]), 1)
    with pytest.raises(TypeError):
        FLOAT.choose(np.array([True]), EXACT.column([Decimal(1)]), FLOAT.column([Decimal(1)]), 1)


def test_rounding_leaves_the_numbers_it_was_given() -> None:
    given_values = FLOAT.column([Decimal("-2.675"), Decimal("1.005")])
    before = given_values.copy()
    FLOAT.round(given_values, CENT, "half up")
    assert given_values.tolist() == before.tolist()
