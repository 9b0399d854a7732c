"""Clinicians who come, leave, are hired and are away."""

from collections.abc import Callable

import numpy as np

from fairterms.simulate.capacity import counting
from fairterms.simulate.capacity.counting import Counts, Floats
from fairterms.simulate.capacity.practice import WEEKS, Practice


class Workforce:
    """The clinicians of many years, week by week.

    Parameters
    ----------
    practice
        Its staff, and clinicians lost at once.
    uniforms
        Where chance comes from.
    weeks, years
        How many.

    Notes
    -----
    Who leaves, who is hired and who is away in a week are chance for each person alike, so the
    time until a post is filled is geometric; leaving is spread evenly over the year.
    """

    def __init__(
        self,
        practice: Practice,
        uniforms: Callable[[str, int], Floats],
        weeks: int,
        years: int,
    ) -> None:
        staff = practice.staff
        self._staff = staff
        self._lost = {loss.week: 0 for loss in practice.losses}
        for loss in practice.losses:
            self._lost[loss.week] += loss.clinicians
        self._vacant = np.full(years, round(staff.vacant / staff.worth), dtype=np.int64)
        self._people = staff.people - self._vacant
        self._carried: Floats = np.zeros(years)
        self._leaving = uniforms("capacity: clinicians leaving", weeks)
        self._hiring = uniforms("capacity: clinicians hired", weeks)
        self._away = uniforms("capacity: clinicians away", weeks)

    def at_work(self, week: int) -> Floats:
        """Let people leave and come, and return who is at work, in full-time posts; (years,)."""
        staff = self._staff
        leave_chance = 1 - (1 - staff.turnover) ** (1 / WEEKS)
        hire_chance = min(1.0, 1 / staff.weeks_to_hire)
        hired = counting.binomial(self._hiring[:, week], self._vacant, hire_chance)
        leaving = counting.binomial(self._leaving[:, week], self._people, leave_chance)
        lost = np.minimum(self._lost.get(week, 0), self._people - leaving)
        change = hired - leaving - lost
        self._people, self._vacant = self._people + change, self._vacant - change
        away = counting.binomial(self._away[:, week], self._people, staff.weeks_off / WEEKS)
        at_work: Floats = (self._people - away).astype(np.float64) * staff.worth
        return at_work

    def places(self, at_work: Floats, room: Floats) -> Counts:
        """Return the places open to new patients this week; shape (years,).

        Parameters
        ----------
        at_work
            Clinicians at work; shape (years,).
        room
            Appointments those in care do not need; shape (years,).

        Notes
        -----
        A part of a place is carried into the next week, so that none is lost to rounding.
        """
        wanted: Floats = np.minimum(
            at_work * self._staff.first_visits_a_week, np.maximum(room, 0.0)
        )
        carried: Floats = self._carried + wanted
        # The sum of many parts may miss a whole number by the last digit of a float.
        whole = np.floor(carried + 1e-9)
        self._carried = carried - whole
        return whole.astype(np.int64)
