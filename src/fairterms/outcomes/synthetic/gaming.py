"""What a gaming clinic does: who is sent home, who is passed on, which scores are made up.

Each function changes rows of the clinic alone, and returns how many it changed.
"""

from dataclasses import replace

import numpy as np

from fairterms.outcomes.synthetic.clinicians import Staff
from fairterms.outcomes.synthetic.draws import Draws, Flags, Floats, Whole
from fairterms.outcomes.synthetic.forms import Slopes, add_points
from fairterms.outcomes.synthetic.truths import GamingClinic
from fairterms.outcomes.synthetic.visits import Visits

DOING_WELL = 0.35
"""A slope above this is seen as doing well, in standard deviations for each unit of ln visits."""
HEAP = 10
HEAPED_FROM = 7


def not_doing_well(slopes: Slopes) -> Flags:
    """Return who does not do well; shape (patients,)."""
    found: Flags = slopes.depression < DOING_WELL
    return found


def discharge(
    clinic: GamingClinic, draws: Draws, staff: Staff, slopes: Slopes, visits: Visits
) -> tuple[Flags, int]:
    """Send patients home who do not do well; return which appointments still take place.

    Parameters
    ----------
    clinic, draws, staff, slopes
        As everywhere.
    visits
        Every appointment, as it would be without.
    """
    patients = slopes.depression.size
    leaves = draws.happens("discharged", clinic.discharged, patients) & not_doing_well(slopes)
    is_over = leaves[visits.patient] & (visits.place >= clinic.after_visits)
    is_over &= clinic.who(staff, visits.clinician)
    return ~is_over, np.unique(visits.patient[is_over]).size


def transfer(
    clinic: GamingClinic,
    draws: Draws,
    staff: Staff,
    slopes: Slopes,
    booked: tuple[Visits, Flags],
) -> tuple[Visits, int]:
    """Pass patients on to another clinic who do not do well and are not sent home.

    Parameters
    ----------
    clinic, draws, staff, slopes
        As everywhere.
    booked
        Appointments, and which of them take place.
    """
    visits, takes_place = booked
    patients = slopes.depression.size
    there = np.zeros(patients, dtype=bool)
    there[visits.patient[clinic.who(staff, visits.clinician)]] = True
    there[visits.patient[~takes_place]] = False
    moves = draws.happens("transferred", clinic.transferred, patients)
    moves &= there & not_doing_well(slopes)
    elsewhere = np.where(staff.clinic == clinic.clinic, 0.0, staff.share)
    to = draws.choose("transferred to", elsewhere, patients)
    is_moved = moves[visits.patient] & (visits.place >= clinic.after_visits)
    clinician = np.where(is_moved, to[visits.patient], visits.clinician)
    return replace(visits, clinician=clinician), np.unique(visits.patient[is_moved]).size


def inflate(
    clinic: GamingClinic, draws: Draws, is_first: Flags, answers: Whole
) -> tuple[Whole, int]:
    """Raise first totals that lie just below 10.

    Parameters
    ----------
    clinic, draws
        As everywhere.
    is_first
        Which forms are first ones of the clinic's patients; shape (forms,).
    answers
        Answers to the PHQ-9; shape (forms, items).
    """
    total = answers.sum(axis=1)
    is_raised = is_first & (total >= HEAPED_FROM) & (total < HEAP)
    is_raised &= draws.happens("inflated", clinic.inflated, total.size)
    points = np.where(is_raised, HEAP - total, 0)
    raised = add_points(answers, points, draws.uniform("inflated items", *answers.shape))
    return raised, int(is_raised.sum())


def withhold_forms(
    clinic: GamingClinic, draws: Draws, is_there: Flags, gained: Floats, given: Flags
) -> tuple[Flags, int]:
    """Leave out later forms of patients who have gained little.

    Parameters
    ----------
    clinic, draws
        As everywhere.
    is_there
        Which forms are later ones of the clinic's patients; shape (forms,).
    gained
        What each patient has gained by then, in standard deviations; shape (forms,).
    given
        Which forms would be filled in; shape (forms,).
    """
    skipped = given & is_there & (gained < DOING_WELL * np.log(clinic.after_visits))
    skipped &= ~draws.happens("asked all the same", clinic.follow_up_kept, given.size)
    return given & ~skipped, int(skipped.sum())
