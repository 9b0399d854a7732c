"""The weeks of many years at once: who asks, who is seen, who leaves, who waits.

Each week those in care come first; what is left of the clinicians' time, up to the places kept for
new patients, goes to the list in the order people asked. Whoever has waited may have found care
elsewhere, which shows when the group calls.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.capacity import counting
from fairterms.simulate.capacity.caseload import Caseload
from fairterms.simulate.capacity.counting import Counts, Floats
from fairterms.simulate.capacity.practice import WEEKS, Practice
from fairterms.simulate.capacity.staffing import Workforce
from fairterms.simulate.capacity.waiting_list import WaitingList

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
    caseload
        People in care at the end of the week.
    appointments
        All appointments clinicians could give; float64.
    in_care
        Appointments of those in care; float64.
    clinicians
        Clinicians at work in full-time posts; float64.
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
    caseload: Counts
    appointments: Floats
    in_care: Floats
    clinicians: Floats
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
    waiting = WaitingList(practice, uniforms, asked, no_show)
    counts = np.empty((7, years, weeks), dtype=np.int64)
    amounts = np.empty((3, years, weeks))
    for week in range(weeks):
        clinicians = workforce.at_work(week)
        appointments = clinicians * practice.staff.visits_a_week
        in_care = np.minimum(caseload.need(), appointments)
        places = workforce.places(clinicians, appointments - in_care)
        filled = waiting.step(week, places)
        caseload.step(week, in_care, filled.seen)
        amounts[:, :, week] = appointments, in_care, clinicians
        counts[:, :, week] = (*vars(filled).values(), places, caseload.people())
    called, gone, seen, stayed_away, rebooked, open_places, in_treatment = counts
    return Flow(
        practice.requests.waiting,
        asked,
        called,
        gone,
        seen,
        stayed_away,
        rebooked,
        open_places,
        in_treatment,
        amounts[0],
        amounts[1],
        amounts[2],
        no_show,
    )


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
    score: Floats = ndtri(uniforms("capacity: missed visits", 1)[:, 0])
    return np.clip(care.no_show + care.no_show_between_years * score, 0.0, 0.95)
