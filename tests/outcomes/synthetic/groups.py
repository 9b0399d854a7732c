"""Small made-up groups in one line, and what tests count in them."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from fairterms.outcomes.patient_change.scores import Scores, scores
from fairterms.outcomes.synthetic import clinicians
from fairterms.outcomes.synthetic.assessments import NO_VISIT, totals
from fairterms.outcomes.synthetic.clinicians import Staff
from fairterms.outcomes.synthetic.columns import Block
from fairterms.outcomes.synthetic.draws import Draws, Flags, Floats, Whole
from fairterms.outcomes.synthetic.history import Recipe, make_block, sized
from fairterms.outcomes.synthetic.presets import PRESETS
from fairterms.outcomes.synthetic.truths import Plants
from fairterms.outcomes.synthetic.world import World

FOUR_TO_EIGHT_MONTHS = (120, 240)


@dataclass(frozen=True, eq=False)
class Group:
    """One block of patients as a whole group, with what is true of it."""

    block: Block
    staff: Staff
    counts: dict[str, int]


def world(preset: str = "private-practice", patients: int = 1500, clinics: int = 6) -> World:
    return sized(PRESETS[preset], patients, 4 * clinics, clinics)


@lru_cache(maxsize=4)
def group(
    lived: World | None = None,
    plants: Plants | None = None,
    seed: int = 7,
    effect: float | None = None,
) -> Group:
    """Make up a group, once a file; ``effect`` gives every clinician the same true effect."""
    recipe = Recipe(lived or world(), seed, plants or Plants())
    staff = clinicians.make(recipe.lived, Draws(seed, 0))
    if effect is not None:
        staff = replace(
            staff,
            clinic_effect=np.full_like(staff.clinic_effect, effect),
            clinician_effect=np.zeros_like(staff.clinician_effect),
        )
    numbers = np.arange(recipe.world.patients, dtype=np.int64)
    block, counts = make_block(recipe, Draws(seed, 1), staff, numbers, {})
    return Group(block, staff, dict(counts))


def finished(block: Block) -> tuple[Scores, Scores]:
    """First and last scores of patients with two visits or more: depression, then anxiety."""
    made, patients = block.occasions, block.people.number.size
    come = np.bincount(block.visits.patient[~block.visits.is_missed], minlength=patients)
    found = []
    for answers in (made.depression, made.anxiety):
        total = totals(answers)
        is_there = ~np.isnan(total) & (made.visit != NO_VISIT)
        first, last = np.full(patients, np.nan), np.full(patients, np.nan)
        at = is_there & made.is_first
        first[made.patient[at]] = total[at]
        at = is_there & ~made.is_first
        last[made.patient[at]] = total[at]
        found.append(scores(first[come >= 2], last[come >= 2]))
    return found[0], found[1]


def followed(block: Block, window: tuple[int, int]) -> tuple[Floats, Floats]:
    """First PHQ-9 totals, and last ones so many days later; NaN where there is none."""
    made, patients = block.occasions, block.people.number.size
    total = totals(made.depression)
    first, last = np.full(patients, np.nan), np.full(patients, np.nan)
    at = made.is_first & ~np.isnan(total)
    first[made.patient[at]] = total[at]
    since = made.day - block.people.first_day[made.patient]
    at = ~made.is_first & ~np.isnan(total) & (since >= window[0]) & (since <= window[1])
    last[made.patient[at]] = total[at]
    return first, last


def is_due(block: Block, window: tuple[int, int]) -> Flags:
    """Patients whose window lies wholly within the records."""
    found: Flags = block.people.first_day + window[1] < block.world.days
    return found


def response(block: Block, who: Flags | None = None) -> float:
    """Share of patients at 10 or more whose score is halved after four to eight months."""
    first, last = followed(block, FOUR_TO_EIGHT_MONTHS)
    counted = (first >= 10) & ~np.isnan(last)
    if who is not None:
        counted &= who
    return float((last <= first / 2)[counted].mean())


def logit(share: float) -> float:
    return float(np.log(share / (1 - share)))


def columns_of(record: object) -> dict[str, Whole]:
    """A record's columns by name."""
    return dict(vars(record))
