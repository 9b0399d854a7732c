"""A practice: its clinicians, who asks for care, what care takes, and what the contract counts.

All numbers are of weeks and of whole people; shares are fractions.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from math import ceil, log, sqrt

import numpy as np
from scipy.special import ndtri  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.capacity.counting import Floats

WEEKS = 52
"""Weeks of a year in which people ask."""
BUSINESS_DAYS = 5
"""Business days of a week; holidays are part of the weeks off."""


class Counted(Enum):
    """What the contract counts as in time."""

    SEEN = "seen"
    OFFERED = "offered"


@dataclass(frozen=True)
class Staff:
    """Who gives care.

    Attributes
    ----------
    posts
        Full-time clinicians the group means to have.
    vacant
        How many of these posts are open at the start.
    visits_a_week
        Appointments one clinician offers in a week at work, whether kept or missed.
    first_visits_a_week
        How many of them are kept open for new patients; fewer when those in care need them.
    weeks_off
        Weeks a year a clinician is away: leave, illness, holidays, training.
    turnover
        Share of clinicians who leave in a year.
    weeks_to_hire
        Mean weeks until somebody new sees patients.
    """

    posts: float
    vacant: float
    visits_a_week: float
    first_visits_a_week: float
    weeks_off: float
    turnover: float
    weeks_to_hire: float

    @property
    def people(self) -> int:
        """Posts as whole people, of whom each works :attr:`worth` of full time."""
        return ceil(self.posts)

    @property
    def worth(self) -> float:
        """Share of full time that each of :attr:`people` works."""
        return self.posts / self.people


@dataclass(frozen=True)
class Requests:
    """Who asks for a first visit.

    Attributes
    ----------
    a_week
        People of every plan who ask, in a usual week.
    of_this_plan
        Share of them whom the contract counts.
    between_years
        Standard deviation of a year's level, as a share of it.
    between_weeks
        The same of a week's level, beyond chance.
    season
        Level of each month, January first, against the year's mean of 1.
    waiting
        People on the list at the start.
    give_up
        Share of those on the list who find care elsewhere, in a week.
    """

    a_week: float
    of_this_plan: float
    between_years: float
    between_weeks: float
    season: tuple[float, ...]
    waiting: int
    give_up: float


@dataclass(frozen=True)
class Care:
    """What care takes once it has begun.

    Attributes
    ----------
    visits_per_episode, visits_spread
        Mean and standard deviation of the visits a person comes to, the first included.
    between_years
        Standard deviation of a year's mean, as a share of it.
    weeks_between
        Weeks from one appointment to the next.
    no_show
        Share of appointments missed.
    no_show_between_years
        Its standard deviation from year to year, as a fraction: 0.01 is one percentage point.
    caseload
        People in care at the start.
    """

    visits_per_episode: float
    visits_spread: float
    between_years: float
    weeks_between: float
    no_show: float
    no_show_between_years: float
    caseload: int

    def branches(self) -> tuple[tuple[float, int, float], ...]:
        """Return sorts of course: share of people, stages, chance that a visit ends a stage.

        Notes
        -----
        Visits are a sum of geometric stages, all alike, whose number fits the spread; a spread
        beyond that of one stage is a mixture of a short and a long course (balanced means).
        Var N = m² / k − m for k stages; for two sorts with shares p and 1 − p and the means
        m / 2p and m / 2(1 − p), Var N = m² / 2p(1 − p) − m − m².
        """
        mean = self.visits_per_episode
        dispersion = (self.visits_spread / mean) ** 2 + 1 / mean
        if dispersion <= 1:
            stages = max(1, min(round(1 / dispersion), _MOST_STAGES, int(mean)))
            return ((1.0, stages, stages / mean),)
        share = (1 + sqrt((dispersion - 1) / (dispersion + 1))) / 2
        short = max(1.0, mean / (2 * share))
        share = min(share, (_LONGEST - mean) / (_LONGEST - short))
        long = (mean - share * short) / (1 - share)
        return ((share, 1, 1 / short), (1 - share, 1, 1 / long))


_MOST_STAGES = 6
_LONGEST = 400.0
"""No sort of course has more visits on average."""


@dataclass(frozen=True)
class FirstVisit:
    """How soon a new patient is seen while places are open, and what the contract counts.

    Attributes
    ----------
    window
        Business days within which the contract wants it.
    counted
        Whether the visit itself must lie within them, or its offer.
    half_within, nine_in_ten_within
        Business days within which half, and nine in ten, get a place that fits them (hour,
        language, kind of help) while places are open. Waiting for any open place comes on top.
    between_years
        Standard deviation of these days from year to year, as a share.
    come_back
        Share of those who miss their first visit and take another, a week later.
    """

    window: int
    counted: Counted
    half_within: float
    nine_in_ten_within: float
    between_years: float
    come_back: float

    @property
    def middle(self) -> float:
        """Mean of the logarithm of the days; they are log-normal, our choice."""
        return log(self.half_within)

    @property
    def sigma(self) -> float:
        """Standard deviation of the logarithm of the days."""
        return log(self.nine_in_ten_within / self.half_within) / float(ndtri(0.9))


@dataclass(frozen=True)
class Surge:
    """A time in which more people ask.

    Attributes
    ----------
    times
        How many times as many: 1.3 is 30 % more.
    first_week, weeks
        When it begins, counted from 0, and how long it lasts.
    """

    times: float
    first_week: int = 0
    weeks: int = WEEKS


@dataclass(frozen=True)
class Loss:
    """Clinicians who leave at once, beyond the usual turnover.

    Attributes
    ----------
    clinicians
        How many.
    week
        When, counted from 0.
    """

    clinicians: int
    week: int = 0


@dataclass(frozen=True)
class Practice:
    """Everything a year of visits is simulated from.

    Attributes
    ----------
    starts
        The first day of the performance year; seasons follow from it.
    """

    staff: Staff
    requests: Requests
    care: Care
    first_visit: FirstVisit
    starts: date
    surges: tuple[Surge, ...] = ()
    losses: tuple[Loss, ...] = ()

    def with_posts(self, posts: float) -> "Practice":
        """Return the practice with another number of posts."""
        return replace(self, staff=replace(self.staff, posts=posts))

    def month(self, week: int) -> int:
        """Return the month of the middle of a week, 1 for January."""
        return (self.starts + timedelta(days=7 * week + 3)).month

    def expected_requests(self, weeks: int) -> Floats:
        """Return how many people are expected to ask, in each week; shape (weeks,)."""
        season = [self.requests.season[self.month(week) - 1] for week in range(weeks)]
        found = self.requests.a_week * np.array(season)
        for surge in self.surges:
            found[surge.first_week : surge.first_week + surge.weeks] *= surge.times
        return found

    def objections(self) -> Iterator[str]:
        """Say what cannot be so."""
        if self.staff.vacant > self.staff.posts:
            yield "more posts are vacant than there are"
        if self.first_visit.nine_in_ten_within <= self.first_visit.half_within:
            yield "nine in ten cannot be seen as early as half of them"
        if self.staff.first_visits_a_week > self.staff.visits_a_week:
            yield "more appointments are open to new patients than there are"
        if self.care.visits_per_episode < 1:
            yield "an episode has a visit"
