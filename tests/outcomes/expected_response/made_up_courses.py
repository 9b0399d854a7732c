"""Made-up courses with planted truths, the same on every run."""

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.expected_response.course import Courses, TimeCount, TimeScale
from fairterms.outcomes.expected_response.course_rows import Intake, ScoreRows, gather
from fairterms.outcomes.expected_response.expected_course import CourseForm
from fairterms.outcomes.expected_response.failure import NO_RELIABLE_IMPROVEMENT, Failure
from fairterms.outcomes.expected_response.growth_model import IntakeTerms
from fairterms.outcomes.expected_response.tail import TailKind
from fairterms.outcomes.patient_change.change_declaration import Declaration
from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument_facts import Direction

WEEKS = TimeScale(TimeCount.DAYS, 7)
HERE = Basis("made-up courses", Evidence.RECOMPUTED)
FORM = CourseForm(WEEKS, IntakeTerms.NONE, 1, TailKind.NORMAL)
FAILURE = Failure(
    "no change of 5 points for the better",
    Declaration(
        "minimal_important_difference",
        Direction.HIGHER_IS_WORSE,
        -1000,
        1000,
        improvement=5,
        deterioration=5,
    ),
    NO_RELIABLE_IMPROVEMENT,
)


@dataclass(frozen=True)
class Plan:
    """The truth: level and slope of each of two groups, and how patients differ."""

    patients: int = 60
    seed: int = 1
    level: tuple[float, float] = (15.0, 15.0)
    slope: tuple[float, float] = (-3.0, -3.0)
    spread: tuple[tuple[float, float], tuple[float, float]] = ((9.0, -1.0), (-1.0, 1.0))
    error: float = 2.0
    days: tuple[int, ...] = (0, 7, 21, 49, 90)
    heavy: bool = False
    prefix: str = "p"


def draw(plan: Plan, *, is_flipped: bool = False) -> Courses:
    """Make courses up; flipped ones mirror every score and have a higher score mean better."""
    draws = np.random.default_rng(plan.seed)
    n, times = plan.patients, WEEKS.bend(plan.days)
    group = np.arange(n) % 2
    own = draws.multivariate_normal(np.zeros(2), np.array(plan.spread), n)
    mean = np.array(plan.level)[group] + own[:, 0]
    rise = np.array(plan.slope)[group] + own[:, 1]
    noise = (
        draws.standard_t(3, (n, times.size)) if plan.heavy else draws.normal(size=(n, times.size))
    )
    score = mean[:, None] + rise[:, None] * times + plan.error * noise
    ids = [f"{plan.prefix}{at}" for at in range(n)]
    names = ("mild", "severe")
    return gather(
        ScoreRows(
            [name for name in ids for _ in times],
            np.tile(plan.days, n),
            score.ravel() * (-1 if is_flipped else 1),
        ),
        Direction.HIGHER_IS_BETTER if is_flipped else Direction.HIGHER_IS_WORSE,
        Intake(names, {name: names[at] for name, at in zip(ids, group, strict=True)}),
    )


def three() -> Courses:
    """Return three patients: two scores and an unscored form, two of one day, no score at all."""
    rows = ScoreRows(
        ["a", "b", "a", "c", "a", "b"],
        [110, 5, 100, 7, 103, 5],
        [9, 20, 12, np.nan, np.nan, 18],
    )
    return gather(rows, Direction.HIGHER_IS_WORSE)
