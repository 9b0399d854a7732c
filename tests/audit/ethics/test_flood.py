"""A flood is slowed, then ended, by a count alone."""

import pytest

from fairterms.audit.ethics.flood import Quota

QUOTA = Quota(per_day=10, free=4, longest_wait_seconds=3.0)


def test_the_first_of_a_day_do_not_wait_and_each_later_one_waits_longer() -> None:
    waits = [QUOTA.wait_seconds(count) for count in range(11)]
    assert waits[:5] == [0.0] * 5
    assert waits[4:] == sorted(waits[4:])
    assert len(set(waits[4:])) == 7
    assert waits[-1] == 3.0
    assert QUOTA.wait_seconds(10_000) == 3.0


def test_the_quota_is_taken_whole_and_not_one_more() -> None:
    assert [QUOTA.has_room(count) for count in (0, 9, 10, 11)] == [True, True, False, False]


def test_a_quota_in_which_nobody_waits_is_our_mistake() -> None:
    with pytest.raises(AssertionError):
        Quota(per_day=10, free=10)


def test_a_usual_day_is_far_from_the_quota() -> None:
    assert Quota().wait_seconds(20) == 0.0
    assert Quota().has_room(100)
