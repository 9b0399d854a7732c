"""Made-up courses bend as the courses of a trial do: fast at first, then ever more slowly."""

import csv
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from fairterms.outcomes.synthetic.assessments import NO_VISIT, totals
from tests.outcomes.synthetic.groups import group, world

FILE = Path(__file__).resolve().parents[3] / "shared/data/outcomes/enrichd_bdi" / "bdi_repeated.csv"
SCORES = 12
CASE = 10

pytestmark = pytest.mark.skipif(
    not FILE.is_file(), reason="the trial's scores may not be passed on and are not here"
)


def gained(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """How much of the change from the first to the twelfth score is reached at each."""
    mean = scores.mean(axis=0)
    found: npt.NDArray[np.float64] = (mean[0] - mean) / (mean[0] - mean[-1])
    return found


def of_the_trial() -> npt.NDArray[np.float64]:
    """ENRICHD, cognitive therapy: patients with twelve scores of the BDI or more."""
    courses = defaultdict(list)
    with FILE.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            courses[row["ID"]].append((int(row["time"]), float(row["BDI"])))
    whole = [sorted(course) for course in courses.values() if len(course) >= SCORES]
    return gained(np.array([[score for _, score in course[:SCORES]] for course in whole]))


def made_up() -> npt.NDArray[np.float64]:
    lived = world(patients=3000)
    asked = replace(lived.follow_up, first_form=0.999, session_form=0.999, trend=0.0, habit=0.0)
    block = group(replace(lived, follow_up=asked)).block
    made = block.occasions
    at = made.visit != NO_VISIT
    place = block.visits.place[made.visit[at]]
    scores = np.full((3000, SCORES), np.nan)
    is_early = place < SCORES
    scores[made.patient[at][is_early], place[is_early]] = totals(made.depression)[at][is_early]
    known = scores[~np.isnan(scores).any(axis=1)]
    return gained(known[known[:, 0] >= CASE])


def test_from_the_fourth_score_on_as_much_is_gained_as_in_the_trial() -> None:
    # Before that the trial is slower: its first scores lie closer together.
    assert np.abs(of_the_trial() - made_up())[3:].max() < 0.08


def test_a_straight_line_would_be_further_from_the_trial() -> None:
    line = np.arange(SCORES) / (SCORES - 1)
    trial = of_the_trial()
    assert np.abs(trial - made_up()).max() < np.abs(trial - line).max() - 0.05
