"""Keeping a flood of reports out without knowing who sends them: a count of the day, no more.

Whoever sends a flood meets its limits, and could work out from them how many others wrote that day,
and when. So nobody knows the limits of a day, and a wait does not grow with the count.
"""

from __future__ import annotations

from dataclasses import dataclass

PER_DAY = 200
FREE = 50
LONGEST_WAIT_SECONDS = 2.0


@dataclass(frozen=True)
class Quota:
    """What a workspace takes in a day, from everybody together.

    Attributes
    ----------
    per_day
        As many reports and messages are taken.
    free
        As many of them at once; each one more waits a while.
    longest_wait_seconds
        The longest that one waits.
    """

    per_day: int = PER_DAY
    free: int = FREE
    longest_wait_seconds: float = LONGEST_WAIT_SECONDS

    def __post_init__(self) -> None:
        assert 0 <= self.free < self.per_day, "those that wait are some of those that are taken"

    def wait_seconds(self, count: int, chance: float) -> float:
        """Return how long one more waits after so many.

        Parameters
        ----------
        count
            As many came before it that day.
        chance
            From 0 to 1, drawn anew for each: any wait is as likely after many as after more.

        Examples
        --------
        >>> [Quota(10, 5, 2.0).wait_seconds(count, 0.25) for count in (0, 4, 5, 10)]
        [0.0, 0.0, 0.5, 0.5]
        """
        return self.longest_wait_seconds * chance if count >= self.free else 0.0


def quota_of_day(drawn: int) -> Quota:
    """Return the quota of a day: less than the most, by what nobody outside can know.

    Parameters
    ----------
    drawn
        A large number, the same all day and known to nobody.

    Examples
    --------
    >>> [(one.per_day, one.free) for one in map(quota_of_day, (0, 49, 24 * 50))]
    [(200, 50), (151, 50), (200, 26)]
    """
    rest, fewer = divmod(drawn, FREE)
    return Quota(PER_DAY - fewer, FREE - rest % (FREE // 2))
