"""Time until something happens, for some not yet."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.reference.measure import Judgement, Population
from fairterms.reference.measure_logic.time_to_event import kaplan_meier, median, median_of

CASES = st.lists(st.tuples(st.integers(1, 12), st.booleans()), min_size=1, max_size=30)


def plain(cases: list[tuple[int, bool]], time: int) -> Fraction:
    """Walk up to a time, one whole step at a time, and count afresh at each."""
    share = Fraction(1)
    for now in range(time + 1):
        at_risk = sum(1 for at, _ in cases if at >= now)
        events = sum(1 for at, event in cases if at == now and event)
        share *= 1 - Fraction(events, at_risk) if at_risk else 1
    return share


@given(CASES)
def test_the_estimate_agrees_with_a_walk(cases: list[tuple[int, bool]]) -> None:
    for step in kaplan_meier([at for at, _ in cases], [event for _, event in cases]):
        assert step.share == plain(cases, int(step.time))
        assert step.at_risk == sum(1 for at, _ in cases if at >= step.time)
        assert step.events > 0


@given(st.lists(st.integers(1, 12), min_size=1, max_size=30))
def test_with_nobody_lost_it_is_the_share_of_those_later(times: list[int]) -> None:
    for step in kaplan_meier(times, [True] * len(times)):
        later = sum(1 for at in times if at > step.time)
        assert step.share == Fraction(later, len(times))
    assert median(kaplan_meier(times, [True] * len(times))) == sorted(times)[(len(times) - 1) // 2]


@given(CASES)
def test_losing_a_case_never_shortens_the_median(cases: list[tuple[int, bool]]) -> None:
    times = [at for at, _ in cases]
    known = median(kaplan_meier(times, [True] * len(cases)))
    found = median(kaplan_meier(times, [event for _, event in cases]))
    assert known is not None
    assert found is None or found >= known


def test_a_case_lost_when_another_finishes_is_still_at_risk_then() -> None:
    assert [one.share for one in kaplan_meier([2, 2], [True, False])] == [Fraction(1, 2)]


def test_exactly_half_is_the_median_and_less_than_half_is_none() -> None:
    assert median(kaplan_meier([3, 9, 9, 9, 9], [True, True, False, False, False])) is None
    assert median(kaplan_meier([3, 9, 9], [True, True, False])) == 9
    assert median(kaplan_meier([3, 5, 9, 9], [True, True, False, False])) == 5
    assert median(()) is None


def test_a_longer_course_agrees_with_the_shares_worked_by_hand() -> None:
    """18/21, then × 16/17, × 14/15, × 11/12, × 10/11, × 6/7, × 5/6."""
    events = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    lost = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    found = kaplan_meier([*events, *lost], [True] * 9 + [False] * 12)
    shares = {step.time: round(float(step.share), 3) for step in found}
    assert shares == {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert median(found) == 23


@pytest.mark.parametrize("left_out", [Population.EXCLUSION, None])
def test_the_median_of_judgements_leaves_out_whoever_does_not_count(
    left_out: Population | None,
) -> None:
    counted = {Population.DENOMINATOR: 1, Population.NUMERATOR: 1}
    cases = [Judgement("a", counted, amount=4), Judgement("b", counted, amount=6)]
    other = {Population.DENOMINATOR: 1, left_out: 1} if left_out else {}
    cases += [Judgement("c", other, amount=1)] * 9
    cases += [Judgement("d", counted, amount=None)]
    assert median_of(cases) == 4
