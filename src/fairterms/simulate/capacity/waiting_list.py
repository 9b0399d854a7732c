"""The list of those who wait for a first visit, in the order they asked."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from fairterms.simulate.capacity import counting
from fairterms.simulate.capacity.counting import Counts, Floats
from fairterms.simulate.capacity.practice import Practice


@dataclass(frozen=True, eq=False)
class Filled:
    """What became of people in a week; shape (years,) each.

    Attributes
    ----------
    called
        People called from the list: those given a visit and those gone.
    gone
        Those of them who had found care elsewhere.
    seen
        First visits that took place.
    stayed_away
        People who missed a first visit and take no other.
    rebooked
        People who wait for another after a missed one.
    """

    called: Counts
    gone: Counts
    seen: Counts
    stayed_away: Counts
    rebooked: Counts


class WaitingList:
    """Those who asked and were not called yet, and those to be seen again after a missed visit.

    Parameters
    ----------
    practice
        Who waits at the start, and how readily people go elsewhere or come back.
    uniforms
        Where chance comes from.
    asked
        People who ask; shape (years, weeks).
    no_show
        The year's share of missed appointments; shape (years,).
    """

    def __init__(
        self,
        practice: Practice,
        uniforms: Callable[[str, int], Floats],
        asked: Counts,
        no_show: Floats,
    ) -> None:
        years, weeks = asked.shape
        self._stays = 1 - practice.requests.give_up
        self._comes_back = practice.first_visit.come_back
        self._asked, self._no_show = asked, no_show
        first = np.full((years, 1), practice.requests.waiting, dtype=np.int64)
        self._arrived = np.concatenate((first, asked), axis=1).cumsum(axis=1)
        self._called = np.zeros(years, dtype=np.int64)
        self._length = first[:, 0].copy()
        self._again = np.zeros(years, dtype=np.int64)
        # The head's place in the arrivals: 0 for those who waited at the start, else week + 1.
        self._head = np.zeros(years, dtype=np.int64)
        self._move_head(-1)
        self._there = uniforms("capacity: still there", weeks)
        self._missed = uniforms("capacity: missed first visits", weeks)
        self._back = uniforms("capacity: come back", weeks)

    def step(self, week: int, places: Counts) -> Filled:
        """Fill the places of one week.

        Parameters
        ----------
        week
            Counted from 0.
        places
            Open to new patients; shape (years,).

        Returns
        -------
        Filled
            What became of people.
        """
        self._length = self._length + self._asked[:, week]
        second = np.minimum(self._again, places)
        begun, gone = self._call(week, places - second)
        given = begun + second
        missed = counting.binomial(self._missed[:, week], given, self._no_show)
        back = counting.binomial(self._back[:, week], missed, self._comes_back)
        self._again = self._again - second + back
        return Filled(begun + gone, gone, given - missed, missed - back, self._again)

    def _call(self, week: int, room: Counts) -> tuple[Counts, Counts]:
        """Call from the front of the list; return those who come and those who are gone."""
        waited = np.maximum(week + 1 - self._head, 0)
        chance = self._stays**waited
        there = counting.binomial(self._there[:, week], self._length, chance)
        begun = np.minimum(room, there)
        elsewhere = self._length - there
        # Calls end when the room is full: those gone are met in proportion on the way.
        met = np.rint(elsewhere * begun / np.maximum(there, 1)).astype(np.int64)
        gone = np.where(begun == there, np.where(room > 0, elsewhere, 0), met)
        self._length = self._length - begun - gone
        self._called = self._called + begun + gone
        self._move_head(week)
        return begun, gone

    def _move_head(self, week: int) -> None:
        rows = np.arange(self._head.size)
        while True:
            is_past = (self._arrived[rows, self._head] <= self._called) & (self._head <= week + 1)
            is_past &= self._head < self._arrived.shape[1] - 1
            if not is_past.any():
                return
            self._head = self._head + is_past
