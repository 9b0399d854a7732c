"""Failure: the final outcome a rule is to foresee, declared before the rule is tested.

No reliable improvement and deterioration are different failures, and a rule good at one may be
poor at the other.
"""

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.expected_response.course import Courses
from fairterms.outcomes.patient_change.change import ChangeClass, classify
from fairterms.outcomes.patient_change.change_declaration import Declaration
from fairterms.outcomes.patient_change.scores import Flags, Floats, Scores

NO_RELIABLE_IMPROVEMENT = frozenset(
    {ChangeClass.UNCHANGED, ChangeClass.DETERIORATED, ChangeClass.HARMED}
)
DETERIORATION = frozenset({ChangeClass.DETERIORATED, ChangeClass.HARMED})


@dataclass(frozen=True)
class Failure:
    """Which final outcomes count as failures.

    Attributes
    ----------
    name
        In words, for every page that shows a figure about it.
    declaration
        How change from the first to the last score is judged.
    classes
        Classes of change that are failures.
    """

    name: str
    declaration: Declaration
    classes: frozenset[ChangeClass]

    def __post_init__(self) -> None:
        assert self.classes, "something counts as a failure"
        assert ChangeClass.NOT_JUDGED not in self.classes, "an unknown outcome is not a failure"


@dataclass(frozen=True, eq=False)
class FinalOutcomes:
    """How courses ended; each of shape (patients,).

    Attributes
    ----------
    is_failure
        Failed as declared; False where not judged.
    is_judged
        Whether the outcome is known at all.
    """

    is_failure: Flags
    is_judged: Flags


def judge(failure: Failure, courses: Courses) -> FinalOutcomes:
    """Return how the courses ended, from the first to the last score.

    Raises
    ------
    Refusal
        When the declaration lacks what its method needs.

    Notes
    -----
    A course with one score has no last score, and is not judged.
    """
    counts, starts = courses.counts, courses.starts
    first = _score_at(courses, starts, counts >= 1)
    last = _score_at(courses, starts + counts - 1, counts >= 2)
    classes = classify(failure.declaration, Scores(first, last, courses.series)).classes
    is_failure = np.isin(classes, [int(kind) for kind in failure.classes])
    return FinalOutcomes(is_failure, np.asarray(classes != ChangeClass.NOT_JUDGED, dtype=np.bool_))


def _score_at(
    courses: Courses, rows: np.ndarray[tuple[int], np.dtype[np.int64]], is_there: Flags
) -> Floats:
    found = np.full(courses.n, np.nan)
    found[is_there] = courses.series.score[rows[is_there]]
    return found
