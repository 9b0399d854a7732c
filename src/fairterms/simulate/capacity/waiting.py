"""How long people wait, read off a simulated year: who asked when, and when the list reached them.

Between the ends of two weeks both counts follow a straight line (our choice), so waits are known to
a part of a business day. The wait for an open place and the days until one fits a person add up.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.capacity import counting
from fairterms.simulate.capacity.counting import Counts, Floats
from fairterms.simulate.capacity.flow import Flow, Uniforms
from fairterms.simulate.capacity.practice import BUSINESS_DAYS, WEEKS, Counted, Practice

LONGEST_DAYS = 65
"""Business days after which a wait is only known to be longer: thirteen weeks."""
THIRD = 3


@dataclass(frozen=True, eq=False)
class Waits:
    """The waits of people who asked in a year.

    Attributes
    ----------
    for_place
        Business days until a place was open, for those who asked at the middle of each business
        day; shape (years, days); infinite where the list never reached them.
    people
        People who asked on that day, shape (years, days); float64, as a week's are spread evenly.
    in_time
        The chance of each to be counted as in time; shape (years, days).
    middle
        The year's mean of the logarithm of the days until an open place fits; shape (years,).
    """

    for_place: Floats
    people: Floats
    in_time: Floats
    middle: Floats

    def rate(self) -> Floats:
        """Return the share of a year's people expected in time; shape (years,)."""
        return _mean(self.in_time, self.people)

    def rate_of(self, days: slice) -> Floats:
        """Return that share for a part of the year; shape (years,)."""
        return _mean(self.in_time[:, days], self.people[:, days])


def waits(practice: Practice, flow: Flow, uniforms: Uniforms, weeks: int = WEEKS) -> Waits:
    """Work out the waits of everybody who asked in the first weeks of a flow.

    Parameters
    ----------
    practice
        What was simulated.
    flow
        Its weeks, more than are looked at, so that the last waits are known.
    uniforms
        Where chance comes from.
    weeks
        How many weeks count.
    """
    days = (np.arange(BUSINESS_DAYS) + 0.5) / BUSINESS_DAYS
    starts = _arrived(flow)[:, :weeks, None]
    positions = (starts + flow.asked[:, :weeks, None] * days).reshape(len(starts), -1)
    asked_at = (np.arange(weeks)[:, None] + days).reshape(-1)
    reached = _time_of(_reached(flow), positions)
    for_place = BUSINESS_DAYS * np.maximum(reached - asked_at, 0.0)
    people = np.repeat(flow.asked[:, :weeks] / BUSINESS_DAYS, BUSINESS_DAYS, axis=1)
    score = ndtri(uniforms("capacity: days until a place fits", 1)[:, 0])
    middle = practice.first_visit.middle + practice.first_visit.between_years * score
    in_time = _in_time(practice, for_place, middle[:, None], flow.no_show[:, None])
    return Waits(for_place, people, in_time, middle)


def counted(practice: Practice, found: Waits, uniforms: Uniforms) -> tuple[Counts, Counts]:
    """Draw whom the contract counts in each year: those in time, and all; shape (years,) each."""
    asked = np.rint(found.people.sum(axis=1)).astype(np.int64)
    share = practice.requests.of_this_plan
    denominator = counting.binomial(uniforms("capacity: of this plan", 1)[:, 0], asked, share)
    rate = found.rate()
    numerator = counting.binomial(uniforms("capacity: in time", 1)[:, 0], denominator, rate)
    return numerator, denominator


def wait_at(practice: Practice, found: Waits, share: float) -> Floats:
    """Return the business days within which a share of a year's people get their first visit.

    Parameters
    ----------
    practice
        What was simulated.
    found
        Its waits.
    share
        Such as 0.5 for the median.

    Returns
    -------
    Floats
        Shape (years,); infinite where it is more than :data:`LONGEST_DAYS`.
    """
    # The middle of each week stands for its days.
    middle = slice(BUSINESS_DAYS // 2, None, BUSINESS_DAYS)
    for_place, people = found.for_place[:, middle], found.people[:, middle]
    low, high = np.zeros(len(people)), np.full(len(people), float(LONGEST_DAYS))
    sigma = practice.first_visit.sigma
    is_longer = _within(for_place, found.middle, sigma, high, people) < share
    for _ in range(_HALVINGS):
        half = (low + high) / 2
        is_more = _within(for_place, found.middle, sigma, half, people) < share
        low, high = np.where(is_more, half, low), np.where(is_more, high, half)
    return np.where(is_longer, np.inf, high)


def third_next(flow: Flow, weeks: int = WEEKS) -> Floats:
    """Return business days to a clinician's third open place, at the start of each week.

    Parameters
    ----------
    flow
        The weeks simulated.
    weeks
        How many of them are looked at.

    Returns
    -------
    Floats
        Shape (years, weeks): the time in which the places to come cover the list and three more
        for each clinician; infinite where those of the simulated weeks never do.
    """
    years = len(flow.asked)
    places = np.concatenate((np.zeros((years, 1)), flow.open_places.cumsum(axis=1)), axis=1)
    waiting = np.concatenate(
        (np.full((years, 1), flow.waiting_first), (flow.on_list + flow.rebooked)[:, :-1]), axis=1
    )
    wanted = (places[:, :-1] + waiting + THIRD * flow.clinicians)[:, :weeks]
    reached = _time_of(places, wanted)
    return BUSINESS_DAYS * (reached - np.arange(weeks))


_HALVINGS = 14
"""Of 65 days: to within 0.004 of a day."""


def _arrived(flow: Flow) -> Floats:
    """Return people who had asked by the start of each week, those waiting at first included."""
    first = np.full((len(flow.asked), 1), float(flow.waiting_first))
    return np.concatenate((first, flow.waiting_first + flow.asked.cumsum(axis=1)), axis=1)


def _reached(flow: Flow) -> Floats:
    """Return people called by the start of each week."""
    first = np.zeros((len(flow.called), 1))
    return np.concatenate((first, flow.called.cumsum(axis=1)), axis=1)


def _time_of(totals: Floats, positions: Floats) -> Floats:
    """Return when rising totals reach positions, in weeks; straight lines between the weeks.

    Parameters
    ----------
    totals
        At the start of each week; shape (years, weeks + 1).
    positions
        Shape (years, places).
    """
    years, ends = totals.shape
    # Each year is lifted above the one before, so that one search serves all.
    step = max(float(totals.max()), float(positions.max())) + 1.0
    lift = step * np.arange(years)[:, None]
    found = np.searchsorted((totals + lift).ravel(), (positions + lift).ravel(), side="left")
    after = found.reshape(positions.shape) - ends * np.arange(years)[:, None]
    is_never = after >= ends
    after = np.clip(after, 1, ends - 1)
    low = np.take_along_axis(totals, after - 1, axis=1)
    high = np.take_along_axis(totals, after, axis=1)
    part = np.clip((positions - low) / np.maximum(high - low, 1e-12), 0.0, 1.0)
    return np.where(is_never, np.inf, after - 1 + part)


def _fits(days: Floats, middle: Floats, sigma: float) -> Floats:
    """Return the chance that an open place fits within so many business days."""
    with np.errstate(divide="ignore"):
        score = (np.log(np.maximum(days, 0.0)) - middle) / sigma
    found: Floats = ndtr(score)
    return found


def _in_time(practice: Practice, for_place: Floats, middle: Floats, no_show: Floats) -> Floats:
    """Return the chance of people to be in time, from their wait for a place.

    Notes
    -----
    Where the visit itself counts, whoever has found care elsewhere is not in time, nor is who
    misses the visit, unless the one a week later is.
    """
    first = practice.first_visit
    in_time = _fits(first.window - for_place, middle, first.sigma)
    if first.counted is Counted.OFFERED:
        return in_time
    again = _fits(first.window - for_place - BUSINESS_DAYS, middle, first.sigma)
    stay = (1 - practice.requests.give_up) ** (for_place / BUSINESS_DAYS)
    return stay * (1 - no_show) * (in_time + no_show * first.come_back * again)


def _within(
    for_place: Floats, middle: Floats, sigma: float, days: Floats, people: Floats
) -> Floats:
    return _mean(_fits(days[:, None] - for_place, middle[:, None], sigma), people)


def _mean(values: Floats, weights: Floats) -> Floats:
    total = np.maximum(weights.sum(axis=1), 1e-12)
    found: Floats = (values * weights).sum(axis=1) / total
    return found
