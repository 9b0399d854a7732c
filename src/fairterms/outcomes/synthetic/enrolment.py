"""Made-up membership of the plan: one unbroken span a patient."""

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.synthetic.draws import Draws, Floats, Whole
from fairterms.outcomes.synthetic.people import People
from fairterms.outcomes.synthetic.visits import Visits
from fairterms.outcomes.synthetic.workdays import month_end, month_start
from fairterms.outcomes.synthetic.world import World

ALL_ALONG = 0.72
LEAVES = 0.12
LASTS = -1
"""In place of a last day while membership lasts."""
MOST_DAYS_BEFORE = 300


@dataclass(frozen=True, eq=False)
class Spans:
    """Membership of each patient; every column of shape (patients,).

    Attributes
    ----------
    starts, ends
        Days counted from the records' first day; :data:`LASTS` while it lasts.
    risk_score
        Expected cost compared with the average of 1, to three places.
    """

    starts: Whole
    ends: Whole
    risk_score: Floats


def make(world: World, draws: Draws, people: People, visits: Visits) -> Spans:
    """Make up membership: from before the first visit, to after the last one on record."""
    count = people.number.size
    last = people.first_day.copy()
    np.maximum.at(last, visits.patient, visits.day)
    is_old = draws.happens("member all along", ALL_ALONG, count)
    before = np.floor(MOST_DAYS_BEFORE * draws.uniform("member for", count)).astype(np.int64)
    began = np.maximum(people.first_day - before, 0)
    starts = np.where(is_old, 0, month_start(world, began))
    after = np.floor(365 * draws.uniform("member until", count)).astype(np.int64)
    ends = month_end(world, last + after)
    leaves = draws.happens("leaves the plan", LEAVES, count) & (ends < world.days)
    return Spans(starts, np.where(leaves, ends, LASTS), _risk(draws, people))


def _risk(draws: Draws, people: People) -> Floats:
    """Draw risk scores: higher with age and severity, with a mean of 1."""
    lean = 0.012 * (people.age - 37) + 0.25 * people.severity
    spread = 0.45 * draws.normal("risk score", people.number.size)
    found: Floats = np.round(np.exp(lean + spread - 0.2), 3).astype(np.float64)
    return found
