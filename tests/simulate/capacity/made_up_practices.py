"""Made-up practices for the tests, and chance without the keyed generator."""

import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np

from fairterms.simulate.capacity.counting import Floats
from fairterms.simulate.capacity.practice import (
    Care,
    Counted,
    FirstVisit,
    Practice,
    Requests,
    Staff,
)

STARTS = date(2027, 1, 1)
FLAT = (1.0,) * 12

GROUP = Practice(
    Staff(20, 1, 26, 2.0, 6, 0.15, 12),
    Requests(27, 1.0, 0.06, 0.1, FLAT, 10, 0.05),
    Care(13, 9, 0.04, 1.5, 0.09, 0.01, 480),
    FirstVisit(10, Counted.SEEN, 4.5, 9.5, 0.05, 0.7),
    STARTS,
)
"""Twenty clinicians who can just about see the twenty-seven people who ask in a week."""


def luck(seed: int, years: int) -> Callable[[str, int], Floats]:
    """Return chance by the name of its stream."""

    def draw(stream: str, count: int) -> Floats:
        key = [seed, zlib.crc32(stream.encode())]
        return np.random.default_rng(key).random((years, count))

    return draw


def no_luck(years: int = 1) -> Callable[[str, int], Floats]:
    """Return the middle of every chance."""

    def draw(stream: str, count: int) -> Floats:
        return np.full((years, count), 0.5)

    return draw


def queue(places: int, requests: float, visits: float) -> Practice:
    """Return a practice that is a queue with so many servers and nothing else.

    A place is one visit a week; whoever is in care has it until a geometric number of visits is
    over, and whoever asks waits for a place.
    """
    return replace(
        GROUP,
        staff=Staff(places, 0, 1, 1, 0, 0.0, 1),
        requests=Requests(requests, 1.0, 0.0, 0.0, FLAT, 0, 0.0),
        care=Care(visits, (visits**2 - visits) ** 0.5, 0.0, 1.0, 0.0, 0.0, 0),
    )


def calm(practice: Practice) -> Practice:
    """Return a practice whose years and weeks are all of one level."""
    return replace(
        practice,
        requests=replace(practice.requests, between_years=0.0, between_weeks=0.0),
        care=replace(practice.care, between_years=0.0, no_show_between_years=0.0),
        first_visit=replace(practice.first_visit, between_years=0.0),
    )
