"""The weeks of a practice against exact chains, queueing theory, a fluid, and conservation."""

from collections.abc import Iterator
from dataclasses import replace
from math import factorial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from scipy import stats  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.capacity.flow import Flow, requests, simulate
from fairterms.simulate.capacity.practice import Care, FirstVisit, Practice, Requests, Staff
from fairterms.simulate.capacity.stress import loss_of_staff, surge_in_demand
from tests.simulate.capacity.made_up_practices import (
    FLAT,
    GROUP,
    STARTS,
    calm,
    luck,
    no_luck,
    queue,
)


def erlang_list(servers: int, load: float) -> float:
    """Return the mean number waiting in a queue with Poisson arrivals and exponential service.

    Parameters
    ----------
    servers
        How many.
    load
        Arrivals by mean service time, below ``servers``.
    """
    busy = load**servers / factorial(servers) / (1 - load / servers)
    waits = busy / (sum(load**n / factorial(n) for n in range(servers)) + busy)
    return waits * load / (servers - load)


def chain(practice: Practice, longest: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the exact weekly chain of a queue: transition matrix and list of each state."""
    places = int(practice.staff.posts)
    ends = 1 / practice.care.visits_per_episode
    arrivals = stats.poisson.pmf(np.arange(longest + 1), practice.requests.a_week)
    arrivals[-1] += 1 - arrivals.sum()
    size = (places + 1) * (longest + 1)
    matrix = np.zeros((size, size))
    for cared in range(places + 1):
        for waiting in range(longest + 1):
            row = cared * (longest + 1) + waiting
            for asked, likely in enumerate(arrivals):
                begun = min(waiting + asked, places - cared)
                left = min(waiting + asked - begun, longest)
                over = stats.binom.pmf(np.arange(cared + begun + 1), cared + begun, ends)
                for ended, chance in enumerate(over):
                    column = (cared + begun - ended) * (longest + 1) + left
                    matrix[row, column] += likely * chance
    return matrix, np.tile(np.arange(longest + 1), places + 1)


def balance(flow: Flow) -> np.ndarray:
    """Return, for each year, people who came in less people accounted for."""
    came = flow.waiting_first + flow.asked.sum(axis=1)
    gone = (flow.seen + flow.gone + flow.stayed_away).sum(axis=1)
    return np.asarray(came - gone - flow.on_list[:, -1] - flow.rebooked[:, -1])


@pytest.mark.slow
def test_the_list_is_that_of_the_exact_weekly_chain() -> None:
    practice, weeks, years = queue(2, 0.12, 12), 40, 4_000
    matrix, waiting = chain(practice, 25)
    state = np.zeros(len(matrix))
    state[0] = 1.0
    for _ in range(weeks):
        state = state @ matrix
    flow = simulate(practice, luck(3, years), weeks)
    simulated = flow.on_list[:, -1]
    error = simulated.std() / years**0.5
    assert state @ waiting == pytest.approx(simulated.mean(), abs=4 * error)
    assert error < 0.05 * (state @ waiting), "the check must bite"


@pytest.mark.slow
def test_the_exact_chain_becomes_the_queue_of_erlang_as_weeks_get_short() -> None:
    servers, load = 2, 1.3
    gaps = []
    for visits in (10.0, 160.0):
        matrix, waiting = chain(queue(servers, load / visits, visits), 20)
        state = np.linalg.matrix_power(matrix, 2**16)[0]
        gaps.append(abs(state @ waiting / erlang_list(servers, load) - 1))
    assert gaps[0] > 5 * gaps[1]
    assert gaps[1] < 0.01


@pytest.mark.slow
def test_the_simulated_list_is_that_of_erlang() -> None:
    servers, load, visits = 4, 3.0, 60.0
    flow = simulate(queue(servers, load / visits, visits), luck(11, 400), 4_000)
    lists = flow.on_list[:, 1_500:].mean(axis=1)
    error = lists.std() / lists.size**0.5
    expected = erlang_list(servers, load)
    assert lists.mean() == pytest.approx(expected, abs=4 * error + 0.02 * expected)


def fluid(practice: Practice, weeks: int) -> Iterator[tuple[float, float]]:
    """Give the list and the caseload of each week of a practice without chance."""
    staff, care, asks = practice.staff, practice.care, practice.requests
    people, vacant = staff.posts - staff.vacant, staff.vacant
    (_, stages, ends), *_ = care.branches()
    assert stages == 1
    waiting, cared, again = float(asks.waiting), float(care.caseload), 0.0
    for week in range(weeks):
        hired, left = vacant / staff.weeks_to_hire, people * (1 - (1 - staff.turnover) ** (1 / 52))
        people, vacant = people + hired - left, vacant - hired + left
        work = people * (1 - staff.weeks_off / 52)
        in_care = min(cared / care.weeks_between, work * staff.visits_a_week)
        places = min(work * staff.first_visits_a_week, work * staff.visits_a_week - in_care)
        waiting += practice.expected_requests(week + 1)[week]
        second = min(again, places)
        begun = min(waiting, places - second)
        waiting -= begun
        missed = (begun + second) * care.no_show
        again += missed * practice.first_visit.come_back - second
        seen = begun + second - missed
        cared -= in_care * (1 - care.no_show) * ends
        cared += seen * (1 - ends)
        yield waiting, cared


def test_a_huge_practice_without_luck_is_the_fluid() -> None:
    practice = calm(
        replace(
            GROUP,
            staff=Staff(20_000, 1_000, 26, 2.0, 6, 0.15, 12),
            requests=replace(GROUP.requests, a_week=40_000, waiting=10_000, give_up=0.0),
            care=replace(
                GROUP.care, visits_spread=(13**2 - 13) ** 0.5, caseload=480_000, no_show=0.09
            ),
        )
    )
    flow = simulate(practice, no_luck(), 40)
    expected = np.array(list(fluid(practice, 40)))
    assert expected[-1, 0] > 50_000, "a list builds up"
    np.testing.assert_allclose(flow.on_list[0], expected[:, 0], rtol=0.002, atol=20)
    np.testing.assert_allclose(flow.caseload[0], expected[:, 1], rtol=0.002)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(
    staff=some.tuples(some.floats(0.6, 40), some.floats(0.05, 4)),
    asked=some.floats(0.1, 90),
    starts=some.tuples(some.integers(0, 200), some.integers(0, 3_000)),
    shares=some.tuples(*[some.floats(0, 0.9)] * 4),
    care=some.tuples(some.floats(1, 40), some.floats(0, 60), some.floats(0.3, 4)),
)
def test_nobody_is_lost_in_any_practice(
    staff: tuple[float, float],
    asked: float,
    starts: tuple[int, int],
    shares: tuple[float, float, float, float],
    care: tuple[float, float, float],
) -> None:
    turnover, give_up, no_show, back = shares
    (posts, free), (waiting, caseload) = staff, starts
    practice = Practice(
        Staff(posts, 0, 25, free, 6, turnover, 9),
        Requests(asked, 0.5, 0.2, 0.3, FLAT, waiting, give_up),
        Care(care[0], care[1], 0.2, care[2], no_show, 0.05, caseload),
        FirstVisit(10, GROUP.first_visit.counted, 4, 9, 0.1, back),
        STARTS,
    )
    flow = simulate(practice, luck(1, 4), 30)
    assert (balance(flow) == 0).all()
    for counts in vars(flow).values():
        assert np.all(np.asarray(counts) >= 0)
    assert (flow.on_list >= 0).all()
    assert (flow.in_care <= flow.appointments + 1e-9).all()
    given_away = (flow.called - flow.gone)[:, 1:] + np.minimum(
        flow.rebooked[:, :-1], flow.open_places[:, 1:]
    )
    assert (given_away <= flow.open_places[:, 1:]).all()


def test_nobody_is_lost_in_the_group() -> None:
    crowded = replace(GROUP, requests=replace(GROUP.requests, a_week=36, give_up=0.12))
    flow = simulate(crowded, luck(1, 12), 40)
    assert flow.on_list[:, -1].mean() > 0
    assert flow.gone.sum() > 0
    assert flow.stayed_away.sum() > 0
    assert (balance(flow) == 0).all()


def test_people_in_care_are_conserved() -> None:
    flow = simulate(GROUP, luck(2, 20))
    ended = GROUP.care.caseload + flow.seen.cumsum(axis=1) - flow.caseload
    assert (np.diff(ended, axis=1) >= 0).all(), "nobody comes into care but by a first visit"


@pytest.mark.slow
def test_more_clinicians_never_leave_more_people_waiting_in_nearly_every_year() -> None:
    few = simulate(GROUP, luck(5, 100)).on_list[:, 51]
    many = simulate(GROUP.with_posts(23), luck(5, 100)).on_list[:, 51]
    assert (many <= few).mean() > 0.97
    assert many.mean() < few.mean()


@pytest.mark.slow
def test_a_surge_lengthens_the_list_from_its_first_week_on() -> None:
    usual = simulate(GROUP, luck(6, 60))
    surge = simulate(surge_in_demand(GROUP, 0.4, 20, 10), luck(6, 60))
    assert (surge.asked[:, :20] == usual.asked[:, :20]).all()
    assert (surge.on_list[:, :20] == usual.on_list[:, :20]).all()
    assert surge.on_list[:, 29].mean() > usual.on_list[:, 29].mean() + 20


@pytest.mark.slow
def test_clinicians_lost_are_missing_until_others_are_hired() -> None:
    usual = simulate(GROUP, luck(7, 120))
    lost = simulate(loss_of_staff(GROUP, 5, 10), luck(7, 120))
    fewer = (usual.clinicians - lost.clinicians).mean(axis=0)
    assert fewer[9] == 0
    assert fewer[10] == pytest.approx(5 * 46 / 52, abs=0.5)
    assert fewer[40] < 0.7


def test_requests_have_the_mean_and_the_spread_declared() -> None:
    practice = replace(GROUP, requests=Requests(40, 1.0, 0.08, 0.15, FLAT, 0, 0.0))
    asked = requests(practice, luck(8, 1_500), 52)
    year = asked.sum(axis=1)
    mean = 40 * 52
    assert year.mean() == pytest.approx(mean, rel=0.01)
    variance = mean + (0.08 * mean) ** 2 + 52 * (0.15 * 40) ** 2 * 1.0064
    assert year.std() == pytest.approx(variance**0.5, rel=0.05)
    weeks = asked / year[:, None] * 52
    # Overdispersed: far above the spread of independent people.
    assert weeks.std() > 1.3 / 40**0.5


def test_the_year_factors_move_the_year() -> None:
    """Without them a year looks far surer than it is."""
    with_factors = requests(GROUP, luck(9, 600), 52).sum(axis=1).std()
    without = requests(calm(GROUP), luck(9, 600), 52).sum(axis=1).std()
    assert with_factors > 1.8 * without


def test_the_same_luck_gives_the_same_years_in_any_part() -> None:
    whole = simulate(GROUP, luck(4, 10))

    def second_half(stream: str, count: int) -> np.ndarray:
        return luck(4, 10)(stream, count)[5:]

    part = simulate(GROUP, second_half)
    assert (part.seen == whole.seen[5:]).all()
    assert (part.on_list == whole.on_list[5:]).all()
