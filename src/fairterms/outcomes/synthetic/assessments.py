"""Made-up questionnaires: PHQ-9 and GAD-7 at visits and after half a year, satisfaction once."""

from dataclasses import dataclass, replace

import numpy as np

from fairterms.outcomes.synthetic.clinicians import Staff
from fairterms.outcomes.synthetic.draws import Draws, Flags, Floats, Whole
from fairterms.outcomes.synthetic.forms import Slopes, answer, answered
from fairterms.outcomes.synthetic.gaming import inflate, withhold_forms
from fairterms.outcomes.synthetic.people import People
from fairterms.outcomes.synthetic.truths import GamingClinic
from fairterms.outcomes.synthetic.visits import Visits
from fairterms.outcomes.synthetic.world import World

OUT_OF_CARE = 120
"""Days after the start: who has no visit from then on is asked by letter."""
HALF_YEAR = 180
NO_VISIT = -1
NO_ANSWER = -1
FOURTH_VISIT = 3


@dataclass(frozen=True, eq=False)
class Occasions:
    """Days on which forms are filled in; every column of shape (occasions,).

    Attributes
    ----------
    patient, clinician
        Places.
    visit
        Row of the visit, or :data:`NO_VISIT`.
    day
        Counted from the records' first day.
    is_first
        Whether it is the first visit.
    depression, anxiety
        Answers to the items, :data:`NO_ANSWER` where one was left out; shape (occasions, items).
    satisfaction
        Totals of the CSQ-8, 0 where none was given.
    """

    patient: Whole
    clinician: Whole
    visit: Whole
    day: Whole
    is_first: Flags
    depression: Whole
    anxiety: Whole
    satisfaction: Whole


@dataclass(frozen=True)
class Gamed:
    """How many forms a gaming clinic changed."""

    inflated: int = 0
    not_given: int = 0


def make(
    world: World,
    draws: Draws,
    people: People,
    visits: Visits,
    slopes: Slopes,
    gaming: tuple[GamingClinic, Staff] | None = None,
) -> tuple[Occasions, Gamed]:
    """Make up every form of a block of patients.

    Parameters
    ----------
    world, draws, people, visits, slopes
        As everywhere.
    gaming
        The gaming clinic, and who works where; None where there is none.
    """
    patient, clinician, visit, day, place = _moments(world, draws, people, visits)
    rows = patient.size
    amount = np.log1p(place)
    lost = slopes.depression[patient] * amount
    # A letter half a year later stands at the place of the last visit, which may be the first.
    is_first = (place == 0) & (visit != NO_VISIT)
    follow_up = world.follow_up
    base = np.where(is_first, follow_up.first_form, follow_up.session_form)
    base = np.where(visit == NO_VISIT, follow_up.half_year_form, base)
    habit = follow_up.habit * draws.normal("habit", people.number.size)
    lean = follow_up.trend * lost + habit[patient]
    given = answered(draws.uniform("forms given", rows), base, lean)
    not_given = inflated = 0
    if gaming is not None:
        is_there = gaming[0].who(gaming[1], clinician)
        given, not_given = withhold_forms(gaming[0], draws, is_there & ~is_first, lost, given)
    unrest = draws.normal("unrest", rows)
    depression = answer(
        world.depression,
        people.severity[patient] - lost + world.depression.unrest * unrest,
        draws.uniform("depression items", rows, world.depression.items),
    )
    anxiety = answer(
        world.anxiety,
        people.anxiety[patient] - slopes.anxiety[patient] * amount + world.anxiety.unrest * unrest,
        draws.uniform("anxiety items", rows, world.anxiety.items),
    )
    if gaming is not None:
        depression, inflated = inflate(gaming[0], draws, is_there & is_first & given, depression)
    satisfaction = _satisfaction(world, draws, place, visit, lost)
    keep = given | (satisfaction > 0)
    depression[~given] = anxiety[~given] = NO_ANSWER
    found = Occasions(
        patient[keep],
        clinician[keep],
        visit[keep],
        day[keep],
        is_first[keep],
        _left_out(world, draws, "depression left out", depression)[keep],
        _left_out(world, draws, "anxiety left out", anxiety)[keep],
        satisfaction[keep],
    )
    return found, Gamed(inflated, not_given)


def kept(occasions: Occasions, takes_place: Flags, is_home: Flags) -> Occasions:
    """Return the forms that are left when appointments do not take place.

    Parameters
    ----------
    occasions
        Forms of every appointment.
    takes_place
        Which appointments do; shape (visits,).
    is_home
        Which patients were sent home; they are not asked by letter either. Shape (patients,).
    """
    visit = occasions.visit
    is_letter = visit == NO_VISIT
    keep = np.where(is_letter, ~is_home[occasions.patient], takes_place[visit])
    left = Occasions(*(column[keep] for column in vars(occasions).values()))
    number = np.cumsum(takes_place) - 1
    renumbered = np.where(left.visit == NO_VISIT, NO_VISIT, number[left.visit])
    return replace(left, visit=renumbered)


def totals(answers: Whole) -> Floats:
    """Return the total of each form; NaN where an answer is missing. Shape (forms,)."""
    found: Floats = answers.sum(axis=1).astype(np.float64)
    found[(answers == NO_ANSWER).any(axis=1)] = np.nan
    return found


def is_given(answers: Whole) -> Flags:
    """Return which forms have any answer. Shape (forms,)."""
    found: Flags = (answers != NO_ANSWER).any(axis=1)
    return found


def _moments(
    world: World, draws: Draws, people: People, visits: Visits
) -> tuple[Whole, Whole, Whole, Whole, Whole]:
    """Return who could fill in a form when: at every visit attended, and out of care."""
    count = people.number.size
    come = np.flatnonzero(~visits.is_missed)
    patient, day, place = visits.patient[come], visits.day[come], visits.place[come]
    last = np.full(count, -1, dtype=np.int64)
    last[patient] = come
    is_seen = last >= 0
    asked_on = (
        people.first_day
        + HALF_YEAR
        - 25
        + np.floor(50 * draws.uniform("half year", count)).astype(np.int64)
    )
    since = np.where(is_seen, visits.day[last] - people.first_day, 0)
    is_asked = is_seen & (since < OUT_OF_CARE) & (asked_on < world.days)
    who = np.flatnonzero(is_asked)
    patients = np.concatenate([patient, who])
    days = np.concatenate([day, asked_on[who]])
    order = np.lexsort((days, patients))
    return (
        patients[order],
        np.concatenate([visits.clinician[come], visits.clinician[last[who]]])[order],
        np.concatenate([come, np.full(who.size, NO_VISIT)])[order],
        days[order],
        np.concatenate([place, visits.place[last[who]]])[order],
    )


def _satisfaction(world: World, draws: Draws, place: Whole, visit: Whole, lost: Floats) -> Whole:
    """Draw CSQ-8 totals at the fourth visit: near the top, a little higher with more gained."""
    rows = place.size
    share = world.follow_up.satisfaction_form
    is_asked = (place == FOURTH_VISIT) & (visit != NO_VISIT)
    gives = answered(draws.uniform("satisfaction given", rows), share, 0.5 * (lost - 0.5))
    total = np.rint(27.5 + 1.5 * lost + 3.5 * draws.normal("satisfaction", rows))
    return np.where(is_asked & gives, np.clip(total, 8, 32), 0).astype(np.int64)


def _left_out(world: World, draws: Draws, name: str, answers: Whole) -> Whole:
    """Leave out one answer of a few forms."""
    rows, items = answers.shape
    where = np.flatnonzero(draws.happens(name, world.follow_up.item_left_out, rows))
    item = np.floor(items * draws.uniform(f"{name}: which", rows)).astype(np.int64)
    answers[where, item[where]] = NO_ANSWER
    return answers
