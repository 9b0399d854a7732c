"""The 80 % range holds the final settlement in 75 to 85 % of made-up years.

The years come from ``examples/build_year.py``, which shares nothing with the forecast. Ties at an
end of the range, where many years pay the same, are broken by lot; see ``benchmarks/year_end.py``.
"""

from collections.abc import Sequence

import numpy as np
import pytest
from benchmarks.year_end import Trial, coverage, end_of, juniper_prior, trials

QUARTERS = (3, 6, 9)
"""Ends of April, July and October: each has one quarter's report more than the last."""

Found = Sequence[dict[tuple[int, str], Trial]]


@pytest.fixture(scope="module")
def found() -> Found:
    return list(trials(juniper_prior(), 400, QUARTERS))


@pytest.mark.slow
@pytest.mark.parametrize("month", QUARTERS)
@pytest.mark.parametrize("amount", ["payable", "true_up"])
def test_the_range_holds_the_settlement_as_often_as_it_says(
    found: Found, month: int, amount: str
) -> None:
    own = [one[month, amount] for one in found]
    closed, promised, by_lot = coverage(own)
    assert 0.75 <= by_lot <= 0.85, f"{amount} as of {end_of(month)}: {by_lot:.1%}"
    assert abs(closed - promised) <= 0.05


def test_ties_are_broken_by_lot() -> None:
    # Half of the forecast's years pay nothing; half of the made-up years do too.
    paid = [Trial(0.0, 90.0, 0.9, 0.5 + 0.05 * at, 0.0, 10.0 * at) for at in range(10)]
    nothing = [Trial(0.0, 90.0, 0.9, 0.0, 0.5, 0.0)] * 10
    many = (paid + nothing) * 200
    closed, promised, by_lot = coverage(many)
    assert closed == 1.0
    assert promised == pytest.approx(0.9)
    assert by_lot == pytest.approx(0.85, abs=0.02)


def test_a_trial_that_misses_is_told_from_one_that_holds() -> None:
    inside, beyond = (
        Trial(10.0, 20.0, 0.8, rank, 0.0, at) for rank, at in ((0.5, 15.0), (1.0, 21.0))
    )
    assert inside.holds
    assert inside.holds_by_lot(0.3)
    assert not beyond.holds
    assert not beyond.holds_by_lot(0.3)
    assert Trial(10.0, 20.0, 0.8, 0.9, 0.0, 20.004).holds
    assert np.isclose(coverage([inside, beyond])[0], 0.5)
