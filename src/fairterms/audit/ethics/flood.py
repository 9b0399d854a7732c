"""Keeping a flood of reports out without knowing who sends them: a count of the day, no more."""

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
        As many of them at once; each one more waits a little longer.
    longest_wait_seconds
        The wait of the last one.
    """

    per_day: int = PER_DAY
    free: int = FREE
    longest_wait_seconds: float = LONGEST_WAIT_SECONDS

    def __post_init__(self) -> None:
        assert 0 <= self.free < self.per_day, "those that wait are some of those that are taken"

    def has_room(self, count: int) -> bool:
        """Tell whether one more is taken after so many."""
        return count < self.per_day

    def wait_seconds(self, count: int) -> float:
        """Return how long one more waits after so many; from nothing to the longest in even steps.

        Examples
        --------
        >>> [Quota(10, 5, 2.0).wait_seconds(count) for count in (0, 5, 7, 10)]
        [0.0, 0.0, 0.8, 2.0]
        """
        over = max(0, count - self.free)
        return self.longest_wait_seconds * min(1.0, over / (self.per_day - self.free))
