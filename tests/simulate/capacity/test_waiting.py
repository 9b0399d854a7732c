"""Waits read off a year: by hand, by Little's law, and at the edges."""

from dataclasses import replace

import numpy as np
import pytest
from scipy import stats  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.capacity.flow import Flow, simulate
from fairterms.simulate.capacity.practice import Counted, Practice
from fairterms.simulate.capacity.waiting import counted, third_next, wait_at, waits
from tests.simulate.capacity.made_up_practices import GROUP, calm, luck, no_luck, queue


def flow_of(asked: list[int], called: list[int], waiting: int = 0, places: int = 10) -> Flow:
    """Return a flow of one year written by hand."""
    rows = {"asked": asked, "called": called}
    none = np.zeros((1, len(asked)), dtype=np.int64)
    amounts = np.zeros((1, len(asked)))
    return Flow(
        waiting,
        np.array([rows["asked"]]),
        np.array([rows["called"]]),
        none,
        np.array([rows["called"]]),
        none,
        none,
        none + places,
        none,
        amounts,
        amounts,
        amounts + 2.0,
        np.array([0.0]),
    )


def offered(practice: Practice) -> Practice:
    return replace(practice, first_visit=replace(practice.first_visit, counted=Counted.OFFERED))


def test_nobody_waits_while_all_are_called_in_their_week() -> None:
    found = waits(GROUP, flow_of([5, 0, 9], [5, 0, 9]), no_luck(), weeks=3)
    assert found.for_place[0, :5] == pytest.approx([0] * 5, abs=1e-9)
    assert found.for_place[0, 10:] == pytest.approx([0] * 5, abs=1e-9)
    assert found.people.sum() == pytest.approx(14)


def test_a_list_of_one_week_makes_everybody_wait_a_week() -> None:
    found = waits(GROUP, flow_of([10] * 4, [10] * 4, waiting=10), no_luck(), weeks=3)
    assert found.for_place == pytest.approx(np.full((1, 15), 5.0))


def test_whoever_the_list_never_reaches_waits_for_ever() -> None:
    found = waits(GROUP, flow_of([10, 10], [10, 0]), no_luck(), weeks=2)
    assert np.isinf(found.for_place[0, 5:]).all()
    assert (found.in_time[0, 5:] == 0).all()


def test_half_a_weeks_list_costs_half_a_week() -> None:
    found = waits(GROUP, flow_of([10, 10, 0], [5, 10, 5]), no_luck(), weeks=1)
    # Called evenly at half the pace at which they ask, then at the full pace.
    assert found.for_place[0] == pytest.approx([0.5, 1.5, 2.5, 2.5, 2.5])


def test_whoever_is_called_last_before_a_pause_does_not_wait_for_its_end() -> None:
    found = waits(GROUP, flow_of([10, 0, 0, 0], [1, 0, 0, 9]), no_luck(), weeks=1)
    # The first of ten, a tenth into the week, is called by its end; the others after the pause.
    assert found.for_place[0, 0] == pytest.approx(4.5)
    assert found.for_place[0, 1] > 14


def test_waits_obey_the_law_of_little() -> None:
    """All the weeks people spent on the list are the weeks they waited, once it is empty again."""
    flow = simulate(queue(3, 0.15, 12), luck(12, 150), 120)
    found = waits(GROUP, flow, luck(12, 150), weeks=120)
    is_empty = flow.on_list[:, -1] == 0
    assert 50 < is_empty.sum() < 150
    # In a week in which nobody asks there is nobody to wait.
    days = np.where(found.people > 0, found.for_place, 0.0) * found.people
    waited = days[is_empty].sum(axis=1) / 5
    ends = np.concatenate((np.zeros((150, 1)), flow.on_list), axis=1)
    listed = ((ends[:, 1:] + ends[:, :-1]) / 2).sum(axis=1)[is_empty]
    assert listed.mean() > 20
    assert waited.sum() == pytest.approx(listed.sum(), rel=0.02)


def test_without_a_list_the_share_is_that_of_places_that_fit() -> None:
    practice = calm(offered(GROUP))
    found = waits(practice, flow_of([50] * 3, [50] * 3), no_luck(), weeks=3)
    first = practice.first_visit
    expected = stats.norm.cdf((np.log(10) - first.middle) / first.sigma)
    assert found.rate() == pytest.approx([expected])


def test_a_visit_seen_counts_less_often_than_one_offered() -> None:
    practice = calm(GROUP)
    flow = replace(flow_of([50] * 3, [50] * 3), no_show=np.array([0.2]))
    seen = waits(practice, flow, no_luck(), weeks=3).rate()[0]
    given = waits(offered(practice), flow, no_luck(), weeks=3).rate()[0]
    first = practice.first_visit
    again = stats.norm.cdf((np.log(5) - first.middle) / first.sigma)
    assert seen == pytest.approx(0.8 * (given + 0.2 * first.come_back * again))


def test_whoever_waits_and_goes_elsewhere_is_not_seen_in_time() -> None:
    flow = flow_of([10] * 4, [10] * 4, waiting=10)
    stays = calm(replace(GROUP, requests=replace(GROUP.requests, give_up=0.0)))
    leaves = calm(replace(GROUP, requests=replace(GROUP.requests, give_up=0.3)))
    kept = waits(stays, flow, no_luck(), weeks=3).rate()
    assert waits(leaves, flow, no_luck(), weeks=3).rate() == pytest.approx(0.7 * kept)


def test_the_longer_the_window_the_more_are_in_time() -> None:
    flow = simulate(GROUP, luck(3, 40))
    shares = [
        waits(
            replace(GROUP, first_visit=replace(GROUP.first_visit, window=days)), flow, luck(3, 40)
        ).rate()
        for days in (5, 10, 20, 60)
    ]
    assert (np.diff(shares, axis=0) >= 0).all()


def test_the_contract_counts_its_part_of_the_people() -> None:
    practice = replace(GROUP, requests=replace(GROUP.requests, of_this_plan=0.25))
    flow = simulate(practice, luck(3, 200))
    found = waits(practice, flow, luck(3, 200))
    in_time, asked = counted(practice, found, luck(3, 200))
    assert asked.mean() == pytest.approx(0.25 * flow.asked[:, :52].sum(axis=1).mean(), rel=0.02)
    assert (in_time <= asked).all()
    # Small numbers move the share beyond the year's own chance of being in time.
    noise = in_time / asked - found.rate()
    expected = np.sqrt((found.rate() * (1 - found.rate()) / asked).mean())
    assert noise.std() == pytest.approx(expected, rel=0.15)


def test_a_share_of_people_is_seen_within_its_days() -> None:
    practice = calm(GROUP)
    found = waits(practice, flow_of([50] * 3, [50] * 3), no_luck(), weeks=3)
    assert wait_at(practice, found, 0.5)[0] == pytest.approx(4.5, abs=0.01)
    assert wait_at(practice, found, 0.9)[0] == pytest.approx(9.5, abs=0.01)


def test_a_wait_beyond_thirteen_weeks_is_only_known_to_be_longer() -> None:
    found = waits(GROUP, flow_of([10, 10], [10, 0]), no_luck(), weeks=2)
    assert np.isfinite(wait_at(GROUP, found, 0.4)[0])
    assert np.isinf(wait_at(GROUP, found, 0.6)[0])


def test_the_third_place_comes_once_the_list_and_three_places_each_are_covered() -> None:
    # Two clinicians, ten places a week: six more places are 0.6 weeks, a list of ten one week more.
    empty = third_next(flow_of([10] * 6, [10] * 6), weeks=3)
    assert empty == pytest.approx(np.full((1, 3), 3.0))
    listed = third_next(flow_of([10] * 6, [10] * 6, waiting=10), weeks=3)
    assert listed == pytest.approx(np.full((1, 3), 8.0))
    never = third_next(flow_of([10] * 6, [10] * 6, waiting=500), weeks=3)
    assert np.isinf(never).all()


def test_many_years_are_searched_each_in_its_own_calendar() -> None:
    many = simulate(GROUP, luck(5, 30))
    found = waits(GROUP, many, luck(5, 30)).for_place

    def one(stream: str, count: int) -> np.ndarray:
        return luck(5, 30)(stream, count)[17:18]

    alone = waits(GROUP, simulate(GROUP, one), one).for_place
    assert found[17:18] == pytest.approx(alone, abs=1e-6)
