"""Small counts are shrunk and marked; none disappears."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.comparison.provider_spread import spread_of_prior
from fairterms.outcomes.comparison.shrinkage import Prior
from fairterms.outcomes.targets.minimum_count import MINIMUM_COUNTS, RELIABILITY_STANDARDS, apply

HOSPITAL = MINIMUM_COUNTS[0]
PRIOR = Prior(45.73, 22.81)


@settings(deadline=None, max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), min_size=1, max_size=20))
def test_as_many_results_come_out_as_go_in(counts: list[tuple[int, int]]) -> None:
    names = [f"P{at}" for at in range(len(counts))]
    reached = [min(pair) for pair in counts]
    n = [max(pair) for pair in counts]
    found = apply(names, reached, n, PRIOR, HOSPITAL)
    assert [one.name for one in found] == names
    assert [one.rates.n for one in found] == n
    for one in found:
        assert one.is_small == (one.rates.n < 25) == bool(one.note)
        assert 0 <= one.rate <= 1


def test_the_minimum_itself_is_enough() -> None:
    below, at = apply(["A", "B"], [24, 25], [24, 25], PRIOR, HOSPITAL)
    assert below.is_small
    assert below.rate == pytest.approx((24 + 45.73) / (24 + 68.54))
    assert not at.is_small
    assert at.rate == 1


def test_the_note_says_what_was_done() -> None:
    (small,) = apply(["A"], [3], [5], PRIOR, HOSPITAL)
    assert small.note == (
        "Fewer than 25 patients: the rate is moved towards the rate of all and carries no penalty."
    )


def test_figures_that_nobody_has_confirmed_carry_their_flag() -> None:
    assert [minimum.count for minimum in MINIMUM_COUNTS] == [25, 20, 30]
    assert all(minimum.is_unconfirmed for minimum in MINIMUM_COUNTS)
    assert [standard.value for standard in RELIABILITY_STANDARDS] == [0.7, 0.9]
    assert all(standard.basis.is_unconfirmed for standard in RELIABILITY_STANDARDS)


def test_no_minimum_in_use_makes_improvement_half_reliable() -> None:
    spread = spread_of_prior(PRIOR, 145)
    assert all(minimum.reliability(spread) < 0.5 for minimum in MINIMUM_COUNTS)
