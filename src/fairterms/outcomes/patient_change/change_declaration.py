"""A declaration: all that a contract must say before one patient's change can be judged.

Contracts often say "reliable improvement" and stop there. What is not declared is None, and a
method that needs it refuses: two readings of the same words can differ by many patients.
"""

from dataclasses import dataclass, fields
from enum import Enum

import numpy as np

from fairterms.outcomes.patient_change.scores import Floats
from fairterms.reference.evidence import Basis
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal


def sign_of(direction: Direction) -> int:
    """Return +1 when higher is better, −1 when higher is worse: d of the literature.

    Examples
    --------
    >>> sign_of(Direction.HIGHER_IS_WORSE)
    -1
    """
    return 1 if direction is Direction.HIGHER_IS_BETTER else -1


class CutOffKind(Enum):
    """How a cut-off between the clinical and the functional range is found."""

    A = "a"
    """Two standard deviations from the mean of patients, towards health."""
    B = "b"
    """Two standard deviations from the mean of the functional group, towards illness."""
    C = "c"
    """Between both means, nearer to the group that varies less."""
    DECLARED = "declared"
    """A score the contract or the instrument names."""


class AtCutOff(Enum):
    """Where a score exactly at the cut-off lies."""

    CLINICAL = "clinical"
    FUNCTIONAL = "functional"
    NEITHER = "neither"


class ZeroBaseline(Enum):
    """What a percentage of nothing counts as."""

    LEFT_OUT = "left out"
    UNCHANGED = "unchanged"
    BY_DIRECTION = "by direction"
    """Any worsening is a deterioration; a score that stays is unchanged."""


@dataclass(frozen=True)
class Sample:
    """Mean and standard deviation of a named group of people, in points.

    Attributes
    ----------
    mean, sd
        In points; the standard deviation with n − 1.
    basis
        Whose scores they are (this group's own, or a publication), and how well that is known.
    """

    mean: float
    sd: float
    basis: Basis

    def __post_init__(self) -> None:
        if not (np.isfinite(self.mean) and np.isfinite(self.sd) and self.sd > 0):
            raise Refusal(
                "standard deviation",
                f"{self.sd:g} for {self.basis.source}",
                "without spread no change can be told from chance",
                "give the mean and a standard deviation above 0 of a group of at least two people",
            )


@dataclass(frozen=True)
class Reliability:
    """How far a score repeats itself, between 0 and 1.

    Attributes
    ----------
    intake
        Of the first score.
    last
        Of the last score, where a method tells them apart.
    basis
        Where the figures come from, and how well that is known.
    """

    intake: float
    basis: Basis
    last: float | None = None

    def __post_init__(self) -> None:
        for value in (self.intake, self.last):
            if value is not None and not 0 < value < 1:
                raise Refusal(
                    "reliability",
                    f"{value:g} is not between 0 and 1",
                    "at 0 every change is chance, at 1 none is",
                    "give the reliability of the scores, for example 0.89",
                )


@dataclass(frozen=True)
class CutOff:
    """The border between the clinical and the functional range.

    Attributes
    ----------
    kind
        How it is found.
    at_cut_off
        Where a score exactly at it lies.
    value
        In points; given if and only if the kind is declared.
    """

    kind: CutOffKind
    at_cut_off: AtCutOff
    value: float | None = None

    def __post_init__(self) -> None:
        assert (self.value is not None) == (self.kind is CutOffKind.DECLARED)


@dataclass(frozen=True)
class Declaration:
    """All that decides one patient's class of change.

    Attributes
    ----------
    method
        A name of the catalogue ``change_methods``.
    direction
        Which way is better.
    lowest, highest
        The possible scores, in points.
    cut_off
        The border of recovery; None when only change is judged.
    critical
        An index beyond this is a reliable change (methods with an index), no unit.
    improvement, deterioration
        A change of at least this counts: a share (percentage) or points (important difference).
    reliability
        Of the scores.
    intake, last, functional
        Patients at intake, the same patients last, and people who are well.
    correlation
        Between first and last scores.
    zero_baseline
        What a first score of 0 counts as (percentage).
    zero_point
        The score from which a percentage is taken, in points; 0 on most instruments, 10 on a
        scale from 10 to 50.
    """

    method: str
    direction: Direction
    lowest: float
    highest: float
    cut_off: CutOff | None = None
    critical: float | None = None
    improvement: float | None = None
    deterioration: float | None = None
    reliability: Reliability | None = None
    intake: Sample | None = None
    last: Sample | None = None
    functional: Sample | None = None
    correlation: float | None = None
    zero_baseline: ZeroBaseline | None = None
    zero_point: float | None = None

    def __post_init__(self) -> None:
        assert self.lowest < self.highest, "a scale runs from low to high"
        for name in ("critical", "improvement", "deterioration"):
            value = getattr(self, name)
            if value is not None and not value > 0:
                raise Refusal(
                    name,
                    f"{value:g} is not above 0",
                    "then no change at all would count as a change",
                    "give the size of the change; the direction is declared apart",
                )
        if self.correlation is not None and not -1 < self.correlation < 1:
            raise Refusal(
                "correlation",
                f"{self.correlation:g} is not between -1 and 1",
                "first and last scores cannot agree better than perfectly",
                "compute it from the same patients as the means",
            )

    @property
    def sign(self) -> int:
        """+1 when higher is better, −1 when lower is."""
        return sign_of(self.direction)

    @property
    def standard_error(self) -> float:
        """S_E = s1·√(1 − r), in points."""
        intake, reliability = self.known_intake, self.known_reliability
        return float(intake.sd * np.sqrt(1 - reliability.intake))

    @property
    def known_intake(self) -> Sample:
        """The patients at intake."""
        assert self.intake is not None, "a method asks only for what it says it needs"
        return self.intake

    @property
    def known_last(self) -> Sample:
        """The same patients at their last score."""
        assert self.last is not None, "a method asks only for what it says it needs"
        return self.last

    @property
    def known_reliability(self) -> Reliability:
        """The reliability of the scores."""
        assert self.reliability is not None, "a method asks only for what it says it needs"
        return self.reliability

    @property
    def known_functional(self) -> Sample:
        """People who are well."""
        assert self.functional is not None, "a cut-off asks only for what it says it needs"
        return self.functional

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The declared figures that still await a check at their source."""
        return tuple(
            field.name
            for field in fields(self)
            if isinstance(value := getattr(self, field.name), Sample | Reliability)
            and value.basis.is_unconfirmed
        )


def describe(values: Floats, basis: Basis) -> Sample:
    """Return mean and standard deviation (with n − 1) of the known values.

    Parameters
    ----------
    values
        In points; NaN is left out; shape (patients,).
    basis
        Whose scores they are.

    Raises
    ------
    Refusal
        When fewer than two values are known, or all are equal.

    Examples
    --------
    >>> from fairterms.reference.evidence import Evidence
    >>> own = Basis("two made-up patients", Evidence.RECOMPUTED)
    >>> describe(np.array([10.0, 14.0, np.nan]), own).mean
    12.0
    """
    known = values[~np.isnan(values)]
    sd = float(np.std(known, ddof=1)) if known.size > 1 else 0.0
    return Sample(float(np.mean(known)) if known.size else 0.0, sd, basis)
