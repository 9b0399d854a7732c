"""Every value at which a term is worth no more than leaving is found."""

import pytest

from fairterms.negotiate.bargain.reservation import reserve


def test_one_crossing_is_found_to_the_tick() -> None:
    found = reserve(lambda x: 300 * x - 100, 0.0, (0.0, 1.0), 1e-6)
    assert found.values == pytest.approx((1 / 3,), abs=1e-6)
    assert (found.at_lowest, found.at_highest) == (-100.0, 200.0)


def test_a_worth_that_falls_crosses_too() -> None:
    assert reserve(lambda x: 100 - 300 * x, 0.0, (0.0, 1.0), 1e-6).values == pytest.approx(
        (1 / 3,), abs=1e-6
    )


def test_two_crossings_are_both_told() -> None:
    found = reserve(lambda x: 1000 * (x - 0.21) * (x - 0.83), 0.0, (0.0, 1.0), 1e-6)
    assert found.values == pytest.approx((0.21, 0.83), abs=1e-5)


def test_a_worth_above_leaving_everywhere_has_no_value() -> None:
    found = reserve(lambda x: 5 + x, 0.0, (0.0, 1.0), 1e-6)
    assert found.values == ()
    assert found.flat == ()
    assert found.at_lowest > 0


def test_a_flat_stretch_is_told_as_one() -> None:
    found = reserve(lambda x: max(x - 0.5, 0.0) * 1000, 0.0, (0.0, 1.0), 1e-6)
    assert found.flat == ((0.0, 0.5),)
    assert found.values == ()


def test_a_crossing_on_the_grid_is_found_once() -> None:
    assert reserve(lambda x: 1000 * (x - 0.5), 0.0, (0.0, 1.0), 1e-6).values == (0.5,)


def test_the_worth_of_leaving_moves_the_value() -> None:
    assert reserve(lambda x: 100 * x, 30.0, (0.0, 1.0), 1e-6).values == pytest.approx(
        (0.3,), abs=1e-6
    )
