"""How good past estimates were."""

import pytest

from fairterms.risks.loss.score import ClosedChance, ClosedRange, brier_score, coverage


def told(*pairs: tuple[float, bool]) -> list[ClosedChance]:
    return [ClosedChance(f"e{at}", *pair) for at, pair in enumerate(pairs)]


@pytest.mark.parametrize(
    ("pairs", "score", "of_base_rate"),
    [
        ([(1.0, True), (0.0, False)], 0.0, 0.25),
        ([(0.0, True), (1.0, False)], 1.0, 0.25),
        ([(0.5, True), (0.5, False)], 0.25, 0.25),
        ([(0.9, True), (0.2, False), (0.2, False), (0.2, True)], 0.1825, 0.25),
        ([(0.1, False)], 0.01, 0.0),
    ],
)
def test_the_score_is_the_mean_squared_distance(
    pairs: list[tuple[float, bool]], score: float, of_base_rate: float
) -> None:
    found = brier_score(told(*pairs))
    assert found is not None
    assert found.score == pytest.approx(score)
    assert found.of_base_rate == of_base_rate
    assert found.n == len(pairs)


def ranges(held: int, missed: int) -> list[ClosedRange]:
    return [ClosedRange("in", 0.0, 10.0, 5.0)] * held + [
        ClosedRange("out", 0.0, 10.0, 11.0)
    ] * missed


def test_a_range_holds_both_its_ends() -> None:
    assert ClosedRange("e", 0.0, 10.0, 0.0).is_held
    assert ClosedRange("e", 0.0, 10.0, 10.0).is_held
    assert not ClosedRange("e", 0.0, 10.0, -0.1).is_held


def test_ranges_that_hold_what_they_should_are_no_reason_for_doubt() -> None:
    found = coverage(ranges(18, 2), 0.9)
    assert found is not None
    assert (found.held, found.n, found.is_kept) == (18, 20, True)
    # The exact interval of 18 out of 20.
    assert [found.low, found.high] == pytest.approx([0.6830, 0.9877], abs=1e-4)


def test_ranges_that_miss_half_the_time_do_not_keep_their_promise() -> None:
    found = coverage(ranges(10, 10), 0.9)
    assert found is not None
    assert not found.is_kept


def test_before_the_first_period_closes_there_is_no_score() -> None:
    assert brier_score([]) is None
    assert coverage([], 0.9) is None


def test_impossible_forecasts_are_our_mistake() -> None:
    with pytest.raises(AssertionError, match="from 0 to 1"):
        ClosedChance("e", 1.5, True)
    with pytest.raises(AssertionError, match="from low to high"):
        ClosedRange("e", 2.0, 1.0, 1.5)
    with pytest.raises(AssertionError, match="between 0 and 1"):
        coverage(ranges(1, 0), 90.0)
