"""The weeks of many years at once: who asks, who is seen, who leaves, who waits.

Each week those in care come first; what is left of the clinicians' time, up to the places kept for
new patients, goes to the list in the order people asked. Whoever has waited may have found care
elsewhere, which shows when the group calls.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from fairterms.simulate.capacity import counting
from fairterms.simulate.capacity.caseload import Caseload
from fairterms.simulate.capacity.counting import Counts, Floats
from fairterms.simulate.capacity.practice import WEEKS, Practice
from fairterms.simulate.capacity.staffing import Workforce

TAIL = 13
"""Weeks simulated after the year, so that the wait of those who asked in it is known."""

Uniforms = Callable[[str, int], Floats]
"""Gives, for a stream's name and a count, numbers between 0 and 1 of shape (years, count)."""


@dataclass(frozen=True, eq=False)
class Flow:
    """What happened, week by week; all of shape (years, weeks) unless said otherwise.

    Attributes
    ----------
    waiting_first
        People on the list at the start.
    asked
        People who asked in the week.
    called
        People called from the list, in the order they asked: those given a visit and those gone.
    gone
        Those of them who had found care elsewhere.
    seen
        First visits that took place, at a first or second try.
    stayed_away
        People who missed a first visit and took no other.
    rebooked
        People who missed one and wait for the next, at the end of the week.
    open_places
        Appointments open to new patients.
    appointments
        All appointments clinicians could give; float64.
    in_care
        Appointments of those in care; float64.
    clinicians
        Clinicians at work in full-time posts; float64.
    caseload
        People in care at the end of the week.
    no_show
        The year's share of missed appointments, float64 of shape (years,).
    """

    waiting_first: int
    asked: Counts
    called: Counts
    gone: Counts
    seen: Counts
    stayed_away: Counts
    rebooked: Counts
    open_places: Counts
    appointments: Floats
    in_care: Floats
    clinicians: Floats
    caseload: Counts
    no_show: Floats

    @property
    def on_list(self) -> Counts:
        """People on the list at the end of each week, without those rebooked."""
        return self.waiting_first + np.cumsum(self.asked - self.called, axis=1)


def simulate(practice: Practice, uniforms: Uniforms, weeks: int = WEEKS + TAIL) -> Flow:
    """Simulate the weeks of many years.

    Parameters
    ----------
    practice
        What they are simulated from.
    uniforms
        Where chance comes from; as many years are simulated as it gives rows.
    weeks
        How many weeks, the tail included.
    """
    asked = requests(practice, uniforms, weeks)
    years = len(asked)
    no_show = _no_show(practice, uniforms)
    workforce = Workforce(practice, uniforms, weeks, years)
    caseload = Caseload(practice.care, uniforms, weeks, no_show)
    waiting = _WaitingList(practice, uniforms, asked, no_show)
    counts = {name: np.empty((years, weeks), dtype=np.int64) for name in _COUNTS}
    hours = {name: np.empty((years, weeks)) for name in _AMOUNTS}
    for week in range(weeks):
        clinicians = workforce.at_work(week)
        appointments = clinicians * practice.staff.visits_a_week
        in_care = np.minimum(caseload.need(), appointments)
        places = workforce.places(clinicians, appointments - in_care)
        row = waiting.step(week, places)
        caseload.step(week, in_care, row["seen"])
        row |= {"open_places": places, "caseload": caseload.people()}
        for name, values in row.items():
            counts[name][:, week] = values
        for name, amounts in zip(_AMOUNTS, (appointments, in_care, clinicians), strict=True):
            hours[name][:, week] = amounts
    return Flow(practice.requests.waiting, asked, **counts, **hours, no_show=no_show)


_COUNTS = ("called", "gone", "seen", "stayed_away", "rebooked", "open_places", "caseload")
_AMOUNTS = ("appointments", "in_care", "clinicians")


def requests(practice: Practice, uniforms: Uniforms, weeks: int) -> Counts:
    """Draw how many people ask in each week; shape (years, weeks).

    Notes
    -----
    Poisson, at a level that moves with the month, with the year (gamma) and with the week (gamma):
    a negative binomial count with the year's level in common.
    """
    asks = practice.requests
    year = counting.level(uniforms("capacity: level of requests", 1), asks.between_years)
    week = counting.level(uniforms("capacity: a week's level", weeks), asks.between_weeks)
    mean = practice.expected_requests(weeks) * year * week
    return counting.poisson(uniforms("capacity: requests", weeks), mean)


def _no_show(practice: Practice, uniforms: Uniforms) -> Floats:
    care = practice.care
    score = counting.ndtri(uniforms("capacity: missed visits", 1)[:, 0])
    return np.clip(care.no_show + care.no_show_between_years * score, 0.0, 0.95)


class _WaitingList:
    """Those who asked and were not called yet, and those to be seen again after a missed visit."""

    def __init__(
        self, practice: Practice, uniforms: Uniforms, asked: Counts, no_show: Floats
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
        self._there = uniforms("capacity: still there", weeks)
        self._missed = uniforms("capacity: missed first visits", weeks)
        self._back = uniforms("capacity: come back", weeks)

    def step(self, week: int, places: Counts) -> dict[str, Counts]:
        """Fill the places of one week, and return what became of people."""
        self._length = self._length + self._asked[:, week]
        second = np.minimum(self._again, places)
        begun, gone = self._call(week, places - second)
        given = begun + second
        missed = counting.binomial(self._missed[:, week], given, self._no_show)
        back = counting.binomial(self._back[:, week], missed, self._comes_back)
        self._again = self._again - second + back
        return {
            "called": begun + gone,
            "gone": gone,
            "seen": given - missed,
            "stayed_away": missed - back,
            "rebooked": self._again,
        }

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
