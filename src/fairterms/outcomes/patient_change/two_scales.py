"""The two-scale rule of NHS Talking Therapies: depression and anxiety judged together.

Improved means that either scale falls reliably and neither rises reliably. Recovery means a case
at first on either scale, and on neither at last. Courses without paired scores stay in every
denominator; patients who were no case at first leave the denominator of recovery.
"""

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.patient_change.rate import Rate
from fairterms.outcomes.patient_change.scores import Flags, Floats, Scores
from fairterms.outcomes.patient_change.thresholds import is_at_least
from fairterms.reference.evidence import Basis

OF_FINISHED = "all finished courses, paired or not"
OF_CASES = "finished courses without those known to be not at caseness"


@dataclass(frozen=True)
class ScaleRule:
    """One scale's cut and reliable change; lower is better.

    Attributes
    ----------
    name
        Of the instrument.
    caseness
        A score at or above this is a case, in points.
    reliable_change
        A change of at least this many points is reliable.
    basis
        Where both are from.
    """

    name: str
    caseness: float
    reliable_change: float
    basis: Basis

    def __post_init__(self) -> None:
        assert self.reliable_change > 0, "a change that counts is above 0"


@dataclass(frozen=True, eq=False)
class TwoScaleResult:
    """What the rule finds for each course; every column of shape (courses,).

    Attributes
    ----------
    is_paired
        Both scales have a first and a last score.
    is_case, is_not_case
        At caseness at first on either scale; known to be on neither. Neither is true where a
        missing score leaves it open.
    is_improved, is_deteriorated, is_unchanged
        The three classes of change; a course that is not paired is in none.
    is_recovered, is_reliably_recovered
        A case at first and on neither scale at last; and improved too.
    unconfirmed
        The scales whose constants still await a check at their source.
    """

    is_paired: Flags
    is_case: Flags
    is_not_case: Flags
    is_improved: Flags
    is_deteriorated: Flags
    is_unchanged: Flags
    is_recovered: Flags
    is_reliably_recovered: Flags
    unconfirmed: tuple[str, ...]

    def counts(self) -> "TwoScaleCounts":
        """Return how many courses are in each class."""
        return TwoScaleCounts(
            finished=self.is_paired.size,
            not_at_caseness=int(self.is_not_case.sum()),
            improved=int(self.is_improved.sum()),
            deteriorated=int(self.is_deteriorated.sum()),
            unchanged=int(self.is_unchanged.sum()),
            recovered=int(self.is_recovered.sum()),
            reliably_recovered=int(self.is_reliably_recovered.sum()),
        )


@dataclass(frozen=True)
class TwoScaleCounts:
    """Courses in each class; the published figures come in this form too.

    Attributes
    ----------
    finished
        Courses that ended after at least two attended treatment appointments.
    not_at_caseness
        Of these, known to be no case at first.
    improved, deteriorated, unchanged, recovered, reliably_recovered
        Courses.

    Examples
    --------
    NHS England, 2024-25:

    >>> england = TwoScaleCounts(670_419, 35_234, 452_284, 39_157, 170_457, 321_061, 301_815)
    >>> england.improvement.percent, england.recovery.percent
    (67.5, 50.5)
    """

    finished: int
    not_at_caseness: int
    improved: int
    deteriorated: int
    unchanged: int
    recovered: int
    reliably_recovered: int

    @property
    def without_class(self) -> int:
        """Courses without paired scores: in no class, but in every denominator."""
        return self.finished - self.improved - self.deteriorated - self.unchanged

    @property
    def improvement(self) -> Rate:
        """Reliable improvement, of all finished courses."""
        return Rate("reliable improvement", self.improved, self.finished, OF_FINISHED)

    @property
    def deterioration(self) -> Rate:
        """Reliable deterioration, of all finished courses."""
        return Rate("reliable deterioration", self.deteriorated, self.finished, OF_FINISHED)

    @property
    def no_reliable_change(self) -> Rate:
        """No reliable change, of all finished courses."""
        return Rate("no reliable change", self.unchanged, self.finished, OF_FINISHED)

    @property
    def recovery(self) -> Rate:
        """Recovery, of finished courses without those not at caseness."""
        return Rate("recovery", self.recovered, self._cases, OF_CASES)

    @property
    def reliable_recovery(self) -> Rate:
        """Recovery with reliable improvement, of finished courses without those not at caseness."""
        return Rate("reliable recovery", self.reliably_recovered, self._cases, OF_CASES)

    @property
    def _cases(self) -> int:
        return self.finished - self.not_at_caseness


def judge(
    depression: tuple[ScaleRule, Scores], anxiety: tuple[ScaleRule, Scores]
) -> TwoScaleResult:
    """Return the class of every finished course.

    Parameters
    ----------
    depression, anxiety
        The rule of each scale with its first and last scores, shape (courses,). The second may be
        the measure of the patient's own disorder, as long as one rule fits all courses given.

    Notes
    -----
    With falls and rises of at least the reliable change: improved = (either falls) and (neither
    rises); deteriorated = (either rises) and (neither falls); otherwise unchanged.

    Examples
    --------
    The second patient's anxiety rises while the depression falls: no reliable change.

    >>> from fairterms.outcomes.patient_change.scores import scores
    >>> from fairterms.reference.evidence import Basis, Evidence
    >>> here = Basis("example", Evidence.RECOMPUTED)
    >>> phq, gad = ScaleRule("PHQ-9", 10, 6, here), ScaleRule("GAD-7", 8, 4, here)
    >>> found = judge((phq, scores([15, 15], [9, 9])), (gad, scores([8, 8], [7, 12])))
    >>> found.is_improved, found.is_reliably_recovered
    (array([ True, False]), array([ True, False]))
    """
    both = (depression, anxiety)
    assert depression[1].first.shape == anxiety[1].first.shape, "the scales of the same courses"
    is_paired = depression[1].is_paired & anxiety[1].is_paired
    falls = _any([_moved(scores.first - scores.last, rule) for rule, scores in both])
    rises = _any([_moved(scores.last - scores.first, rule) for rule, scores in both])
    is_improved = is_paired & falls & ~rises
    is_deteriorated = is_paired & rises & ~falls
    is_case = _any([scores.first >= rule.caseness for rule, scores in both])
    is_not_case = _all([scores.first < rule.caseness for rule, scores in both])
    is_well = _all([scores.last < rule.caseness for rule, scores in both])
    is_recovered = is_paired & is_case & is_well
    return TwoScaleResult(
        is_paired=is_paired,
        is_case=is_case,
        is_not_case=is_not_case,
        is_improved=is_improved,
        is_deteriorated=is_deteriorated,
        is_unchanged=is_paired & ~is_improved & ~is_deteriorated,
        is_recovered=is_recovered,
        is_reliably_recovered=is_recovered & is_improved,
        unconfirmed=tuple(rule.name for rule, _ in both if rule.basis.is_unconfirmed),
    )


def _moved(points: Floats, rule: ScaleRule) -> Flags:
    # A comparison with NaN is False: a missing score neither falls nor rises.
    return is_at_least(points, rule.reliable_change)


def _any(columns: list[Flags]) -> Flags:
    found: Flags = np.logical_or.reduce(columns)
    return found


def _all(columns: list[Flags]) -> Flags:
    found: Flags = np.logical_and.reduce(columns)
    return found
