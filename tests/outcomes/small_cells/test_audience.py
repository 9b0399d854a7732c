"""Who sees what of a count that stands alone."""

from hypothesis import example, given
from hypothesis import strategies as st

from fairterms.outcomes.small_cells.audience import (
    Audience,
    is_small,
    may_show_rate,
    show,
    show_rate,
)


@given(count=st.integers(0, 2_000))
@example(count=0)
@example(count=1)
@example(count=10)
@example(count=11)
def test_outside_a_count_is_a_number_only_if_none_or_more_than_ten(count: int) -> None:
    assert (show(count, Audience.OUTSIDE) == "1 to 10") == (1 <= count <= 10) == is_small(count)
    assert show(count, Audience.GROUP) == f"{count:,}"


@given(n=st.integers(0, 60), share=st.floats(0, 1))
def test_a_shown_rate_tells_of_no_small_number(n: int, share: float) -> None:
    reached = int(share * n)
    if may_show_rate(reached, n):
        assert not any(is_small(count) for count in (reached, n - reached, n))
    elif n:
        assert any(is_small(count) for count in (reached, n - reached, n))


def test_a_rate_of_nobody_is_shown_to_nobody() -> None:
    assert show_rate(0, 0, Audience.GROUP) == show_rate(0, 0, Audience.OUTSIDE) == "not shown"
    assert show_rate(20, 40, Audience.OUTSIDE) == "50.0 %"
