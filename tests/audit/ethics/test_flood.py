"""A flood is slowed, then ended, by a count alone; its limits tell nobody what others sent."""

import pytest

from fairterms.audit.ethics.flood import FREE, PER_DAY, Quota, quota_of_day

QUOTA = Quota(per_day=10, free=4, longest_wait_seconds=3.0)


def test_the_first_of_a_day_do_not_wait_and_each_later_one_does() -> None:
    waits = [QUOTA.wait_seconds(count, 0.5) for count in range(11)]
    assert waits == [0.0] * 4 + [1.5] * 7


def test_no_wait_tells_how_many_came_before() -> None:
    for chance in (0.0, 0.3, 1.0):
        assert len({QUOTA.wait_seconds(count, chance) for count in range(4, 10_000, 7)}) == 1
    assert QUOTA.wait_seconds(4, 1.0) == 3.0


def test_a_quota_in_which_nobody_waits_is_our_mistake() -> None:
    with pytest.raises(AssertionError):
        Quota(per_day=10, free=10)


def test_a_usual_day_is_far_from_the_quota_whatever_is_drawn() -> None:
    quotas = [quota_of_day(drawn) for drawn in range(5_000)]
    assert {one.per_day for one in quotas} == set(range(PER_DAY - FREE + 1, PER_DAY + 1))
    assert {one.free for one in quotas} == set(range(FREE // 2 + 1, FREE + 1))
    assert all(one.wait_seconds(20, 1.0) == 0.0 for one in quotas)


def test_who_found_one_limit_of_a_day_knows_nothing_of_the_other() -> None:
    pairs = {(one.per_day, one.free) for one in map(quota_of_day, range(5_000))}
    assert len(pairs) == FREE * (FREE // 2)
