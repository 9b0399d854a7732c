"""What the group's records say of its capacity, from counts that the database adds up.

The visits table knows who was seen. People who asked and never came leave no trace in it, so what
is observed of requests is a floor, and waits are those of people who stayed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log, pi, sqrt

import numpy as np
from duckdb import DuckDBPyConnection
from scipy.special import ndtri  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.capacity import observed_rows
from fairterms.simulate.capacity.counting import Counts, Floats
from fairterms.simulate.capacity.declaration import SEASON

LATE_DAYS = 56
"""Who asked so shortly before the records end may not be seen yet, and is left out (our choice)."""
FEWEST_WEEKS = 26
FEWEST_PEOPLE = 30
"""With less, nothing is said about requests and waits (our choice)."""
SEASON_WEEKS = 104
"""A season needs two years."""


@dataclass(frozen=True)
class Observed:
    """What records say.

    Attributes
    ----------
    first_day, last_day
        Of the visits on record.
    weeks
        Whole weeks whose requests are known.
    people
        People who asked in them.
    episodes
        Courses of care that ended.
    numbers
        Like the numbers of the declaration, by the same names; only what records can say.
    season
        Level of each month; None where two years are not on record.
    errors
        Relative standard errors of some numbers, by the same names.
    by_wait
        People by business days from asking to the first kept visit; the last entry, of
        :data:`~fairterms.simulate.capacity.observed_rows.LONGEST_WAIT`, is that or more.
    clinicians
        Clinicians with a visit in the last eight weeks.
    third_next_days
        Median business days to a clinician's third open place; None without a calendar on record.
    """

    first_day: date
    last_day: date
    weeks: int
    people: int
    episodes: int
    numbers: Mapping[str, float]
    season: tuple[float, ...] | None
    errors: Mapping[str, float]
    by_wait: tuple[int, ...]
    clinicians: int
    third_next_days: float | None = None

    def share_within(self, days: int) -> float | None:
        """Return the share seen within business days; None where too few are known."""
        people = sum(self.by_wait)
        return sum(self.by_wait[: days + 1]) / people if people >= FEWEST_PEOPLE else None

    def names(self) -> frozenset[str]:
        """Return what a declaration may take from these records."""
        return frozenset(self.numbers) | (frozenset() if self.season is None else {SEASON})


def from_records(connection: DuckDBPyConnection) -> Observed | None:
    """Read what the records say.

    Parameters
    ----------
    connection
        The store's, with the tables ``visits`` and ``open_slots``.

    Returns
    -------
    Observed or None
        None where there is no visit with a day.
    """
    span = observed_rows.span(connection)
    if span is None:
        return None
    first, last = span
    until = last - timedelta(days=LATE_DAYS)
    asked = observed_rows.requests(connection, first, until)
    weekly, mondays = _by_week(asked, first, until)
    numbers: dict[str, float] = {}
    errors: dict[str, float] = {}
    season = None
    if len(weekly) >= FEWEST_WEEKS and weekly.sum() >= FEWEST_PEOPLE:
        season = _season(weekly, mondays)
        numbers |= _requests(weekly, mondays, season)
        spread = float(np.var(weekly, ddof=1)) / len(weekly)
        errors["requests.a_week"] = spread**0.5 / float(weekly.mean())
    by_wait = observed_rows.waits(asked)
    waits, error = _waits(by_wait)
    numbers |= waits
    if waits:
        errors["first_visit.half_within"] = error
    course, ended = _course(connection, first, last)
    numbers |= course
    if ended:
        mean, sigma = course["care.visits_per_episode"], course["care.visits_spread"]
        errors["care.visits_per_episode"] = sigma / mean / ended**0.5
    return Observed(
        first,
        last,
        len(weekly),
        int(weekly.sum()),
        ended,
        numbers,
        season,
        errors,
        tuple(by_wait.tolist()),
        observed_rows.clinicians(connection, last),
        observed_rows.third_next(connection),
    )


def _by_week(
    asked: list[tuple[date, date | None, int]], first: date, until: date
) -> tuple[Counts, list[date]]:
    """Count people in whole weeks, from the first Monday on; return the Mondays too."""
    monday = first + timedelta(days=-first.weekday() % 7)
    weeks = max(0, ((until - monday).days + 1) // 7)
    found = np.zeros(weeks, dtype=np.int64)
    for day, _, people in asked:
        week = (day - monday).days // 7
        if 0 <= week < weeks:
            found[week] += people
    return found, [monday + timedelta(days=7 * week) for week in range(weeks)]


def _season(weekly: Counts, mondays: list[date]) -> tuple[float, ...] | None:
    """Return the level of each month, drawn towards 1 as far as chance explains the differences.

    Notes
    -----
    Method of moments: level = 1 + B (raw − 1), B = 1 − chance variance ÷ observed variance, not
    below 0. Our choice, so that twelve small counts do not make a season of chance.
    """
    if len(weekly) < SEASON_WEEKS:
        return None
    months = np.array([(monday + timedelta(days=3)).month for monday in mondays])
    raw = np.array([weekly[months == month].mean() for month in range(1, 13)]) / weekly.mean()
    counts = np.array([weekly[months == month].sum() for month in range(1, 13)])
    # Weeks differ more than by chance alone where they are overdispersed.
    dispersion = max(1.0, float(np.var(weekly, ddof=1) / weekly.mean()))
    by_chance = float(np.mean(dispersion / np.maximum(counts, 1)))
    kept = max(0.0, 1 - by_chance / max(float(np.var(raw, ddof=1)), 1e-12))
    levels = 1 + kept * (raw - raw.mean())
    return tuple((levels / levels.mean()).tolist())


def _requests(
    weekly: Counts, mondays: list[date], season: tuple[float, ...] | None
) -> dict[str, float]:
    levels = np.ones(len(weekly))
    if season is not None:
        levels = np.array([season[(monday + timedelta(days=3)).month - 1] for monday in mondays])
    mean = weekly.sum() / levels.sum()
    expected = mean * levels
    beyond = float(((weekly - expected) ** 2 - expected).sum() / (expected**2).sum())
    return {
        "requests.a_week": float(mean),
        "requests.between_weeks": max(beyond, 0.0) ** 0.5,
    }


def _waits(by_wait: Counts) -> tuple[dict[str, float], float]:
    """Return the days within which half and nine in ten were seen, and the first one's error.

    Notes
    -----
    A log-normal line through two observed points; the relative error of the median of n log-normal
    waits is √(π / 2n) times their spread.
    """
    people = int(by_wait.sum())
    if people < FEWEST_PEOPLE:
        return {}, 0.0
    reached = by_wait.cumsum() / people
    low = max(1, int(np.searchsorted(reached, 0.5)))
    high = max(low + 1, int(np.searchsorted(reached, 0.9)))
    if high >= len(by_wait) - 1 or not 0 < reached[low] < reached[high] < 1:
        return {}, 0.0
    scores: Floats = ndtri(reached[[low, high]])
    sigma = float((log(high) - log(low)) / (scores[1] - scores[0]))
    middle = log(low) - sigma * float(scores[0])
    found = {
        "first_visit.half_within": exp(middle),
        "first_visit.nine_in_ten_within": exp(middle + sigma * float(ndtri(0.9))),
    }
    return found, sigma * sqrt(pi / 2 / people)


def _course(
    connection: DuckDBPyConnection, first: date, last: date
) -> tuple[dict[str, float], int]:
    """Return what care took, and how many courses ended."""
    found: dict[str, float] = {}
    kept, missed = observed_rows.appointments(connection)
    if kept + missed:
        found["care.no_show"] = missed / (kept + missed)
    gaps, gap_days = observed_rows.gaps(connection)
    if gaps:
        found["care.weeks_between"] = gap_days / gaps / 7
        recent = observed_rows.recent_appointments(connection, last)
        found["care.caseload"] = float(
            round(recent / observed_rows.RECENT_WEEKS * found["care.weeks_between"])
        )
    courses = observed_rows.visits_and_ends(connection, first, last)
    ended = sum(ends for _, _, ends in courses)
    if ended < FEWEST_PEOPLE:
        return found, 0
    mean, spread = _visits(courses)
    return found | {"care.visits_per_episode": mean, "care.visits_spread": spread}, ended


def _visits(courses: list[tuple[int, int, int]]) -> tuple[float, float]:
    """Return the mean and standard deviation of visits, courses still open counted as far as known.

    Notes
    -----
    Kaplan–Meier by visits: of those known to come at least n times, the share whose care ended
    with the nth. What is beyond the longest course on record is taken to end there.
    """
    longest = courses[-1][0]
    stays = np.ones(longest)
    for nth, people, ends in courses:
        stays[nth - 1] = 1 - ends / people
    stays[-1] = 0.0
    # The mean is the sum of P(N > n) over n from 0, the second moment that of (2n + 1) P(N > n).
    beyond = np.concatenate(([1.0], np.cumprod(stays)[:-1]))
    mean = float(beyond.sum())
    second = float(((2 * np.arange(longest) + 1) * beyond).sum())
    return mean, max(second - mean**2, 0.0) ** 0.5
