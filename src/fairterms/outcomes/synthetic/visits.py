"""Made-up appointments: when patients come, when they do not, and when they stop coming."""

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.synthetic.draws import Draws, Flags, Whole
from fairterms.outcomes.synthetic.people import People
from fairterms.outcomes.synthetic.workdays import to_workday
from fairterms.outcomes.synthetic.world import World

INTAKE_CODE = "90791"
LATER_CODES = (("90834", 0.50), ("90837", 0.35), ("90832", 0.07), ("90847", 0.05), ("90853", 0.03))
MOST_VISITS = 150


@dataclass(frozen=True, eq=False)
class Visits:
    """Appointments, by patient and in order of time; every column of shape (visits,).

    Attributes
    ----------
    patient
        Place of the patient in the block.
    clinician
        Who sees the patient.
    day
        Counted from the records' first day.
    place
        Which attended visit of the patient's it is, from 0; for a missed one, the next attended.
    is_missed
        Whether nobody came.
    is_telehealth
        Whether by video.
    service
        Place in :data:`LATER_CODES`; -1 for the intake.
    """

    patient: Whole
    clinician: Whole
    day: Whole
    place: Whole
    is_missed: Flags
    is_telehealth: Flags
    service: Whole

    def where(self, keep: Flags) -> "Visits":
        """Return some of the appointments."""
        return Visits(
            self.patient[keep],
            self.clinician[keep],
            self.day[keep],
            self.place[keep],
            self.is_missed[keep],
            self.is_telehealth[keep],
            self.service[keep],
        )


def planned(world: World, draws: Draws, count: int) -> Whole:
    """Draw how many visits each patient attends, before anybody stops it from outside.

    Notes
    -----
    Plans are log-normal. Those who drop out leave after a uniform share of their plan.
    """
    attendance = world.attendance
    sigma = attendance.visits_sigma
    middle = np.log(attendance.planned_visits) - sigma**2 / 2
    plan = np.exp(middle + sigma * draws.normal("plan", count))
    leaves = draws.happens("leaves", attendance.dropout, count)
    stayed = np.where(leaves, draws.uniform("leaves after", count), 1.0)
    found = np.rint(np.maximum(plan, attendance.fewest) * stayed)
    whole: Whole = np.clip(found, attendance.fewest, MOST_VISITS).astype(np.int64)
    return whole


def make(world: World, draws: Draws, people: People, clinician: Whole, attended: Whole) -> Visits:
    """Make up every appointment of a block of patients up to the last day of the records.

    Parameters
    ----------
    world, draws, people
        As everywhere.
    clinician
        Who treats each patient; shape (patients,).
    attended
        How many visits each attends; shape (patients,).
    """
    patient = np.repeat(np.arange(attended.size), attended)
    place = _within(attended)
    rows = patient.size
    has_missed = draws.happens("missed", world.attendance.missed, rows) & (place > 0)
    interval = np.where(place < world.attendance.weekly, 7, 14)
    jitter = np.floor(draws.uniform("jitter", rows) * 4).astype(np.int64) - 1
    gap = np.where(place == 0, 0, interval * (1 + has_missed) + jitter)
    day = people.first_day[patient] + _running(gap, attended)
    prefers = draws.happens("prefers video", world.attendance.telehealth, attended.size)[patient]
    is_telehealth = prefers ^ draws.happens("the other way", 0.08, rows)
    come = Visits(
        patient,
        clinician[patient],
        day,
        place,
        np.zeros(rows, dtype=bool),
        is_telehealth,
        _services(draws, place, attended.size, patient),
    )
    missed = _missed(come.where(has_missed), interval[has_missed])
    return _known(world, _in_order(come, missed))


def requested(world: World, draws: Draws, people: People) -> Whole:
    """Draw the day each patient first asked for a visit, counted from the records' first day."""
    attendance = world.attendance
    wait = attendance.wait_days * np.exp(
        attendance.wait_sigma * draws.normal("wait", people.number.size)
    )
    return to_workday(world, people.first_day - np.rint(wait).astype(np.int64))


def _within(counts: Whole) -> Whole:
    """Return the number of each row within its patient, from 0."""
    starts = np.cumsum(counts) - counts
    return np.arange(counts.sum()) - np.repeat(starts, counts)


def _running(gaps: Whole, counts: Whole) -> Whole:
    """Add up gaps within each patient."""
    total = np.cumsum(gaps)
    starts = np.cumsum(counts) - counts
    before = np.where(starts > 0, total[starts - 1], 0)
    within: Whole = total - np.repeat(before, counts)
    return within


def _services(draws: Draws, place: Whole, patients: int, patient: Whole) -> Whole:
    """Draw the service of each visit: mostly the one the patient usually has."""
    shares = np.array([share for _, share in LATER_CODES])
    usual = draws.choose("usual service", shares, patients)[patient]
    other = draws.choose("other service", shares, patient.size)
    service = np.where(draws.happens("another service", 0.1, patient.size), other, usual)
    return np.where(place == 0, -1, service)


def _missed(before: Visits, interval: Whole) -> Visits:
    return Visits(
        before.patient,
        before.clinician,
        before.day - interval,
        before.place,
        np.ones(before.day.size, dtype=bool),
        before.is_telehealth,
        before.service,
    )


def _in_order(come: Visits, missed: Visits) -> Visits:
    columns = zip(vars(come).values(), vars(missed).values(), strict=True)
    both = Visits(*(np.concatenate(pair) for pair in columns))
    order = np.lexsort((~both.is_missed, both.place, both.patient))
    return Visits(*(column[order] for column in vars(both).values()))


def _known(world: World, visits: Visits) -> Visits:
    """Return the appointments on working days until the records end."""
    moved = Visits(
        visits.patient,
        visits.clinician,
        to_workday(world, visits.day),
        visits.place,
        visits.is_missed,
        visits.is_telehealth,
        visits.service,
    )
    return moved.where(moved.day < world.days)
