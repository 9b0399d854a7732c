"""The expected course: y = (β0 + u0) + (β1 + u1)·ln(1 + t) + intake terms + ε.

Restricted maximum likelihood from sums of each patient: the engine is the growth curve that also
judges change by slopes.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from fairterms.outcomes.expected_response.course import Courses, TimeScale
from fairterms.outcomes.patient_change import growth_curve
from fairterms.outcomes.patient_change.growth_curve import Facts, Fit, Spread
from fairterms.outcomes.patient_change.scores import Floats
from fairterms.units.refusal import Refusal

FEWEST_PATIENTS = 10
"""Three variances and a covariance cannot be told from fewer courses."""

SMALLEST_EIGENVALUE = 1e-9
"""Columns whose correlation matrix has a smaller one say the same thing twice."""


class IntakeTerms(StrEnum):
    """What severity and other facts at intake move."""

    NONE = "none"
    LEVEL = "level"
    LEVEL_AND_SLOPE = "level and slope"


@dataclass(frozen=True, eq=False)
class GrowthModel:
    """An expected course with how patients differ from it.

    Attributes
    ----------
    time_scale
        How time enters.
    terms
        What facts at intake move.
    groups, fact_names
        What the facts are; judged courses must have the same.
    level, slope
        β of the level and of the slope: constant, groups after the first, facts; shapes (k,), (m,).
    spread
        G, variances of u0 and u1 and their covariance, in points².
    residual_sd
        σ, in points.
    deviance
        −2 log restricted likelihood.
    ids
        Courses the model was fitted on: it may not judge them.
    n_scores
        How many scores it was fitted on.
    """

    time_scale: TimeScale
    terms: IntakeTerms
    groups: tuple[str, ...]
    fact_names: tuple[str, ...]
    level: Floats
    slope: Floats
    spread: Spread
    residual_sd: float
    deviance: float
    ids: frozenset[str]
    n_scores: int

    def means(self, courses: Courses) -> tuple[Floats, Floats]:
        """Return the expected level and slope of each patient from intake; shapes (patients,).

        Raises
        ------
        Refusal
            When the courses have other groups or facts than the model.
        """
        if (courses.groups, courses.fact_names) != (self.groups, self.fact_names):
            raise Refusal(
                "facts at intake",
                "are not those of the expected course",
                "a course for other groups says nothing about these patients",
                f"give these groups: {', '.join(self.groups)}; and facts: "
                f"{', '.join(self.fact_names) or 'none'}",
            )
        facts = _facts(courses, self.terms)
        return facts.level @ self.level, facts.slope @ self.slope

    @property
    def column_names(self) -> tuple[str, ...]:
        """What each β stands for, when intake terms are used."""
        return ("constant", *self.groups[1:], *self.fact_names)


def fit(courses: Courses, time_scale: TimeScale, terms: IntakeTerms) -> GrowthModel:
    """Return the expected course of these patients.

    Parameters
    ----------
    courses
        A sample to learn from; patients with one score still tell the level.
    time_scale
        How time enters.
    terms
        What severity and other facts at intake move.

    Raises
    ------
    Refusal
        When patients are too few, no patient has scores of two days, or facts repeat each other.

    Notes
    -----
    Two courses: Laird and Ware's random effects, y_i ~ N(Xβ, ZGZ' + σ²I), Z = [1, ln(1 + t)].
    The form by log of time and severity is that of Finch 2001 (11,492 patients).
    """
    facts = _facts(courses, terms)
    _check(courses, facts)
    time = courses.time(time_scale)
    series = courses.series
    sums = growth_curve.sum_up(time, series.patient, series.score, courses.n)
    has_scores = sums.n > 0
    if float((sums.tt[has_scores] - sums.t[has_scores] ** 2 / sums.n[has_scores]).max()) <= 0:
        raise Refusal(
            "expected course",
            "no patient has scores at two times",
            "how scores move over time cannot be told",
            "give courses with two scores or more",
        )
    found = growth_curve.fit(sums, facts)
    return _model(found, facts, courses, (time_scale, terms))


def _model(
    found: Fit, facts: Facts, courses: Courses, form: tuple[TimeScale, IntakeTerms]
) -> GrowthModel:
    k = facts.level.shape[1]
    square = found.variance
    return GrowthModel(
        *form,
        groups=courses.groups,
        fact_names=courses.fact_names,
        level=found.beta[:k],
        slope=found.beta[k:],
        spread=Spread(
            found.spread.level * square, found.spread.slope * square, found.spread.both * square
        ),
        residual_sd=math.sqrt(square),
        deviance=found.deviance,
        ids=frozenset(courses.ids),
        n_scores=courses.series.score.size,
    )


def _facts(courses: Courses, terms: IntakeTerms) -> Facts:
    ones = np.ones((courses.n, 1))
    whole = np.concatenate([ones, *_dummies(courses), courses.facts], axis=1)
    return Facts(
        level=ones if terms is IntakeTerms.NONE else whole,
        slope=whole if terms is IntakeTerms.LEVEL_AND_SLOPE else ones,
    )


def _dummies(courses: Courses) -> Iterator[Floats]:
    for at in range(1, len(courses.groups)):
        yield (courses.group == at).astype(np.float64)[:, None]


def _check(courses: Courses, facts: Facts) -> None:
    has_scores = courses.counts > 0
    n = int(has_scores.sum())
    if n < FEWEST_PATIENTS:
        raise Refusal(
            "expected course",
            f"{n} patients have scores",
            f"how patients differ cannot be told from fewer than {FEWEST_PATIENTS}",
            "learn the course from a larger sample or from earlier years",
        )
    for columns in (facts.level, facts.slope):
        table = columns[has_scores]
        scaled = table / np.maximum(np.sqrt((table**2).sum(axis=0)), 1e-300)
        if np.linalg.eigvalsh(scaled.T @ scaled)[0] < SMALLEST_EIGENVALUE:
            raise Refusal(
                "facts at intake",
                "some say the same thing twice, or a group has no patients",
                "their terms could be anything as long as they add up",
                "join small groups, and leave out facts that others already tell",
            )
