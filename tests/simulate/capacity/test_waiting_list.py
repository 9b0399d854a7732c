"""The list, week by week and by hand."""

from dataclasses import replace

import numpy as np

from fairterms.simulate.capacity.waiting_list import WaitingList
from tests.simulate.capacity.made_up_practices import GROUP, no_luck


def steps(
    asked: list[int], places: list[int], no_show: float = 0.0, **changes: float
) -> list[tuple[int, ...]]:
    """Return called, gone, seen, stayed away and rebooked of each week."""
    practice = replace(
        GROUP,
        requests=replace(GROUP.requests, waiting=0, give_up=changes.get("give_up", 0.0)),
        first_visit=replace(GROUP.first_visit, come_back=changes.get("come_back", 1.0)),
    )
    waiting = WaitingList(practice, no_luck(), np.array([asked]), np.array([no_show]))
    return [
        tuple(int(one[0]) for one in vars(waiting.step(week, np.array([open_]))).values())
        for week, open_ in enumerate(places)
    ]


def test_places_are_filled_from_the_list_until_it_is_empty() -> None:
    found = steps([8, 0, 4], [5, 5, 5])
    assert [row[0] for row in found] == [5, 3, 4]
    assert [row[2] for row in found] == [5, 3, 4]


def test_whoever_misses_a_first_visit_comes_before_the_list_a_week_later() -> None:
    found = steps([40, 0], [20, 20], no_show=0.25)
    assert found[0] == (20, 0, 15, 0, 5)
    # Five come again, fifteen places are left for the list, and five of the twenty are missed.
    assert found[1] == (15, 0, 15, 0, 5)


def test_whoever_does_not_come_back_stays_away() -> None:
    assert steps([40, 0], [20, 20], no_show=0.25, come_back=0.0)[0] == (20, 0, 15, 5, 0)


def test_whoever_asked_this_week_has_not_gone_elsewhere_yet() -> None:
    assert steps([30, 0], [30, 30], give_up=0.5)[0] == (30, 0, 30, 0, 0)


def test_the_longer_the_wait_the_more_have_gone() -> None:
    # Half of those who wait are gone a week later, three in four after two weeks.
    one = steps([100, 0], [0, 200], give_up=0.5)
    two = steps([100, 0, 0], [0, 0, 200], give_up=0.5)
    assert one[1][:3] == (100, 50, 50)
    assert two[2][:3] == (100, 75, 25)


def test_calls_in_vain_take_no_place() -> None:
    found = steps([100, 0], [0, 20], give_up=0.5)
    assert found[1][:3] == (40, 20, 20)


def test_nobody_is_called_without_a_place() -> None:
    assert steps([10, 0, 0], [0, 0, 0], give_up=0.9)[2] == (0, 0, 0, 0, 0)
