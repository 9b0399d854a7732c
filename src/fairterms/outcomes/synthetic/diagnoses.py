"""Made-up diagnoses in ICD-10-CM, written without their point."""

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.synthetic.assessments import Occasions, totals
from fairterms.outcomes.synthetic.clinicians import Staff
from fairterms.outcomes.synthetic.draws import Draws, Flags, Whole
from fairterms.outcomes.synthetic.people import People
from fairterms.outcomes.synthetic.truths import GamingClinic
from fairterms.outcomes.synthetic.world import World

DEPRESSION_CODES = ("F320", "F321", "F322", "F330", "F331", "F332")
OTHER_CODES = (("F411", 0.45), ("F4323", 0.30), ("F4310", 0.15), ("F410", 0.10))
DEPRESSED = 0.62
RECURRENT = 0.45
_BANDS = (-0.6, 0.7)
"""States from which depression is called moderate, and severe."""


@dataclass(frozen=True, eq=False)
class Diagnoses:
    """Diagnoses of a block, by patient.

    Attributes
    ----------
    main
        The main diagnosis of each patient: a place in ``codes``; shape (patients,).
    patient, code, day, is_main
        Every diagnosis on record; shape (diagnoses,). Days are counted from the records' first.
    codes
        The codes that places stand for.
    """

    main: Whole
    patient: Whole
    code: Whole
    day: Whole
    is_main: Flags
    codes: tuple[str, ...]


def make(
    world: World,
    draws: Draws,
    people: People,
    occasions: Occasions,
    gaming: tuple[GamingClinic, Staff] | None = None,
) -> tuple[Diagnoses, int]:
    """Make up diagnoses; return how many a gaming clinic added to leave a patient out.

    Parameters
    ----------
    world, draws, people, occasions
        As everywhere.
    gaming
        The gaming clinic, and who works where; None where there is none.
    """
    count = people.number.size
    extra = tuple(code for code, _ in world.population.second_problems)
    added = (gaming[0].exclusion_code,) if gaming is not None else ()
    codes = (*DEPRESSION_CODES, *(code for code, _ in OTHER_CODES), *extra, *added)
    main = _main(draws, people)
    shares = np.array([share for _, share in world.population.second_problems])
    has = draws.uniform("second problems", count, shares.size) < shares
    first_extra = len(codes) - len(extra) - len(added)
    has &= main[:, None] != [codes.index(code) for code in extra]
    who, which = np.nonzero(has)
    excluded, on = _excluded(draws, people, occasions, gaming)
    patient = np.concatenate([np.arange(count), who, excluded])
    code = np.concatenate([main, first_extra + which, np.full(excluded.size, len(codes) - 1)])
    day = np.concatenate([people.first_day, people.first_day[who], on])
    is_main = np.arange(patient.size) < count
    order = np.lexsort((code, ~is_main, day, patient))
    found = Diagnoses(main, patient[order], code[order], day[order], is_main[order], codes)
    return found, excluded.size


def _main(draws: Draws, people: People) -> Whole:
    """Draw main diagnoses: depression the likelier, the more depressed."""
    count = people.number.size
    chance = np.clip(DEPRESSED + 0.15 * people.severity, 0.1, 0.95)
    is_depressed = draws.uniform("main problem", count) < chance
    band = np.searchsorted(np.array(_BANDS), people.severity)
    depressed = band + 3 * draws.happens("recurrent", RECURRENT, count)
    shares = np.array([share for _, share in OTHER_CODES])
    other = len(DEPRESSION_CODES) + draws.choose("other problem", shares, count)
    return np.where(is_depressed, depressed, other)


def _excluded(
    draws: Draws,
    people: People,
    occasions: Occasions,
    gaming: tuple[GamingClinic, Staff] | None,
) -> tuple[Whole, Whole]:
    """Return patients given an excluding diagnosis after a bad score, and the day of it."""
    nobody = np.zeros(0, dtype=np.int64)
    if gaming is None:
        return nobody, nobody
    clinic, staff = gaming
    total = totals(occasions.depression)
    first = np.full(people.number.size, np.nan)
    at_first = occasions.is_first
    first[occasions.patient[at_first]] = total[at_first]
    is_bad = ~at_first & clinic.who(staff, occasions.clinician)
    is_bad &= total >= first[occasions.patient]
    is_bad &= first[occasions.patient] >= 10
    who, row = np.unique(occasions.patient[is_bad], return_index=True)
    chosen = draws.happens("excluded", clinic.excluded, people.number.size)[who]
    return who[chosen], occasions.day[is_bad][row[chosen]]
