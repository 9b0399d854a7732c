"""Made-up stays in hospital: a few patients come from one, or go to one."""

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.synthetic.draws import Draws, Flags, Whole
from fairterms.outcomes.synthetic.people import People
from fairterms.outcomes.synthetic.visits import Visits
from fairterms.outcomes.synthetic.world import World

FROM_HOSPITAL = 0.4
"""Share of stays that end shortly before the first visit."""


@dataclass(frozen=True, eq=False)
class Stays:
    """Stays in hospital, at most one a patient; every column of shape (stays,).

    Attributes
    ----------
    patient
        Place of the patient in the block.
    admitted, discharged
        Days counted from the records' first day; both lie within the records.
    """

    patient: Whole
    admitted: Whole
    discharged: Whole


def make(world: World, draws: Draws, people: People) -> Stays:
    """Make up stays: likelier, the more ill a patient is."""
    count = people.number.size
    chance = np.minimum(world.money.stay_share * np.exp(0.8 * people.severity), 0.5)
    has = draws.uniform("stay", count) < chance
    nights = 3 + np.floor(9 * draws.uniform("nights", count) ** 1.5).astype(np.int64)
    is_before = draws.happens("from hospital", FROM_HOSPITAL, count)
    before = people.first_day - 1 - np.floor(14 * draws.uniform("before", count)).astype(np.int64)
    after = people.first_day + 10 + np.floor(250 * draws.uniform("after", count)).astype(np.int64)
    admitted = np.where(is_before, before - nights, after)
    has &= (admitted >= 0) & (admitted + nights < world.days)
    return Stays(np.flatnonzero(has), admitted[has], (admitted + nights)[has])


def is_in_hospital(stays: Stays, visits: Visits, patients: int) -> Flags:
    """Return which appointments fall on a day in hospital; shape (visits,)."""
    admitted = np.full(patients, np.iinfo(np.int64).max)
    discharged = np.full(patients, -1)
    admitted[stays.patient] = stays.admitted
    discharged[stays.patient] = stays.discharged
    day = visits.day
    found: Flags = (day >= admitted[visits.patient]) & (day < discharged[visits.patient])
    return found
