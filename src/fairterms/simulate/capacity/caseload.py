"""Those in care: what visits they need, and when their care ends."""

from collections.abc import Callable

import numpy as np

from fairterms.simulate.capacity import counting
from fairterms.simulate.capacity.counting import Counts, Floats
from fairterms.simulate.capacity.practice import Care


class Caseload:
    """People in care, by sort of course and stage, in many years.

    Parameters
    ----------
    care
        What care takes.
    uniforms
        Where chance comes from.
    weeks
        How many.
    no_show
        The year's share of missed appointments; shape (years,).

    Notes
    -----
    A visit that takes place ends a stage with a fixed chance, and the last stage ends care. A
    missed appointment uses a clinician's time and moves nobody on. With several visits a week the
    chances of a week add up, which keeps the mean number of visits and narrows their spread.
    """

    def __init__(
        self,
        care: Care,
        uniforms: Callable[[str, int], Floats],
        weeks: int,
        no_show: Floats,
    ) -> None:
        self._care, self._kept = care, 1 - no_show
        self._branches = care.branches()
        self._stages = [
            (branch, stage)
            for branch, (_, stages, _) in enumerate(self._branches)
            for stage in range(stages)
        ]
        longer = counting.level(uniforms("capacity: length of care", 1)[:, 0], care.between_years)
        longer = np.maximum(longer, 1e-6)
        self._ends = [np.minimum(chance / longer, 1.0) for _, _, chance in self._branches]
        self._ends_of_place = np.stack([self._ends[branch] for branch, _ in self._stages], axis=1)
        self._people = self._begin(no_show.size)
        places = len(self._stages)
        self._later = uniforms("capacity: care goes on", weeks * places).reshape(-1, weeks, places)
        self._sort = uniforms("capacity: sort of care", weeks)
        self._first = uniforms("capacity: first visits end", weeks * len(self._branches)).reshape(
            -1, weeks, len(self._branches)
        )

    def need(self) -> Floats:
        """Return the appointments those in care want this week; shape (years,)."""
        found: Floats = self._people.sum(axis=1) / self._care.weeks_between
        return found

    def people(self) -> Counts:
        """Return how many are in care; shape (years,)."""
        found: Counts = self._people.sum(axis=1)
        return found

    def step(self, week: int, in_care: Floats, seen: Counts) -> None:
        """Hold a week's visits: some end a stage or care, and those newly seen begin.

        Parameters
        ----------
        week
            Counted from 0.
        in_care
            Appointments of those in care; shape (years,).
        seen
            People whose first visit took place; shape (years,).
        """
        visits = in_care / np.maximum(self.people(), 1)
        chance = np.minimum(self._ends_of_place * (self._kept * visits)[:, None], 1.0)
        moved = counting.binomial(self._later[:, week], self._people, chance)
        self._people = self._people - moved
        for place, (branch, stage) in enumerate(self._stages):
            if stage + 1 < self._branches[branch][1]:
                self._people[:, place + 1] += moved[:, place]
        self._admit(week, seen)

    def _admit(self, week: int, seen: Counts) -> None:
        """Give those newly seen a sort of course; their first visit may be the last of a stage."""
        left, share_left = seen, 1.0
        for branch, (share, stages, _) in enumerate(self._branches):
            is_last = branch == len(self._branches) - 1
            chosen = (
                left
                if is_last
                else counting.binomial(self._sort[:, week], left, min(1.0, share / share_left))
            )
            left, share_left = left - chosen, share_left - share
            moved = counting.binomial(self._first[:, week, branch], chosen, self._ends[branch])
            place = self._stages.index((branch, 0))
            self._people[:, place] += chosen - moved
            if stages > 1:
                self._people[:, place + 1] += moved

    def _begin(self, years: int) -> Counts:
        """Spread those in care at the start over stages, as they stand after a long time."""
        time = np.array([self._branches[b][0] / self._branches[b][2] for b, _ in self._stages])
        bounds = np.rint(self._care.caseload * np.cumsum(time / time.sum())).astype(np.int64)
        people = np.diff(bounds, prepend=0)
        return np.tile(people, (years, 1))
