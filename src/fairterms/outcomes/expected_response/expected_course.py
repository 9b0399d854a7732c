"""The expected course as a rule uses it: a model, its tail, and proof that it judges others.

A course fitted on the patients it judges learns their bad year as normal. It may come from another
sample, from earlier years, or be cross-fitted: each patient judged by a model that never saw them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.expected_response import growth_model, tail
from fairterms.outcomes.expected_response.course import Courses, TimeScale
from fairterms.outcomes.expected_response.growth_model import GrowthModel, IntakeTerms
from fairterms.outcomes.expected_response.prediction import (
    Lines,
    Prediction,
    condition_so_far,
    judged_rows,
    predict,
    predict_from_all_before,
)
from fairterms.outcomes.expected_response.tail import Tail, TailKind
from fairterms.outcomes.patient_change.scores import Floats, Whole
from fairterms.reference.evidence import Basis
from fairterms.units.refusal import Refusal


class Origin(StrEnum):
    """Whose courses the expectation was learned from."""

    OTHER_SAMPLE = "another sample"
    EARLIER_YEARS = "earlier years"
    CROSS_FITTED = "the same patients, each judged by a model that never saw them"


@dataclass(frozen=True)
class CourseForm:
    """What a contract must declare before a course can be expected.

    Attributes
    ----------
    time_scale
        How time enters.
    terms
        What severity and other facts at intake move.
    first
        How many first scores are given; 1 is the intake score alone. They are never judged.
    tail
        Where limits come from.
    """

    time_scale: TimeScale
    terms: IntakeTerms
    first: int
    tail: TailKind

    def __post_init__(self) -> None:
        assert self.first >= 0, "a number of scores"


@dataclass(frozen=True, eq=False)
class ExpectedCourse:
    """One model for all, or one for each fold of a cross-fitting.

    Attributes
    ----------
    form
        As declared.
    origin
        Whose courses it was learned from.
    source
        Which sample, which years, and how well that is known.
    models, tails
        One, or one a fold; tails are of scores expected from the first ones.
    tails_so_far
        Of scores expected from all before, for forecasts.
    fold
        The fold of each course id; empty unless cross-fitted.
    """

    form: CourseForm
    origin: Origin
    source: Basis
    models: tuple[GrowthModel, ...]
    tails: tuple[Tail, ...]
    tails_so_far: tuple[Tail, ...]
    fold: Mapping[str, int]

    def __post_init__(self) -> None:
        assert len(self.models) == len(self.tails) == len(self.tails_so_far) >= 1, (
            "each model has its tail"
        )
        assert bool(self.fold) == (self.origin is Origin.CROSS_FITTED), "folds are of cross-fitting"

    def predict(self, courses: Courses) -> Prediction:
        """Return what to expect at every score, by a model that has not seen the patient.

        Raises
        ------
        Refusal
            When a patient is among those the model was fitted on.
        """
        model_of = self.model_of(courses)
        parts = [
            predict(model, courses.take(model_of == at), self.form.first)
            for at, model in enumerate(self.models)
        ]
        rows = [model_of[courses.series.patient] == at for at in range(len(self.models))]
        return Prediction(
            _join([part.expected for part in parts], rows),
            _join([part.sd for part in parts], rows),
            _join([part.z for part in parts], rows),
        )

    def lines_so_far(self, courses: Courses) -> Lines:
        """Return the line of each patient after every score, that score included; (rows,)."""
        model_of = self.model_of(courses)
        parts = [
            condition_so_far(model, courses.take(model_of == at), is_this_included=True)
            for at, model in enumerate(self.models)
        ]
        rows = [model_of[courses.series.patient] == at for at in range(len(self.models))]
        sizes = [
            np.full(int(np.sum(is_here)), p.residual_sd)
            for p, is_here in zip(parts, rows, strict=True)
        ]
        return Lines(
            _join([part.level for part in parts], rows),
            _join([part.slope for part in parts], rows),
            _join([part.var_level for part in parts], rows),
            _join([part.var_slope for part in parts], rows),
            _join([part.covariance for part in parts], rows),
            _join(sizes, rows),
        )

    def multipliers(self, courses: Courses, share: float) -> Floats:
        """Return the limit of each score in standard deviations above expectation; (rows,)."""
        known = np.array([part.multiplier(share) for part in self.tails])
        return np.asarray(known[self.model_of(courses)[courses.series.patient]], dtype=np.float64)

    def model_of(self, courses: Courses) -> Whole:
        """Return the position of the model that may judge each patient; shape (patients,).

        Raises
        ------
        Refusal
            When no model may.
        """
        if self.origin is Origin.CROSS_FITTED:
            model_of = np.array([self.fold.get(name, -1) for name in courses.ids], dtype=np.int64)
            strangers = int((model_of < 0).sum())
            if strangers:
                raise Refusal(
                    "expected course",
                    f"{strangers} courses are not of its cross-fitting",
                    "a cross-fitted course belongs to the patients it was made of",
                    "learn one course from all of them for new patients",
                )
        else:
            model_of = np.zeros(courses.n, dtype=np.int64)
        self._check_apart(courses, model_of)
        return model_of

    def _check_apart(self, courses: Courses, model_of: Whole) -> None:
        pairs = zip(courses.ids, model_of.tolist(), strict=True)
        seen = sum(name in self.models[at].ids for name, at in pairs)
        if seen:
            raise Refusal(
                "expected course",
                f"was fitted on {seen} of the {courses.n} courses it would judge",
                "a course learned from the judged patients takes their worsening for normal",
                "learn it from another sample or from earlier years, or cross-fit it",
            )


def learn(courses: Courses, form: CourseForm, origin: Origin, source: Basis) -> ExpectedCourse:
    """Return the expected course of a sample, to judge others by.

    Parameters
    ----------
    courses
        Of the other sample, or of the earlier years.
    form
        As declared.
    origin
        Which of both; a cross-fitting is made by :func:`cross_fit`.
    source
        Which sample or years.

    Raises
    ------
    Refusal
        When the sample is too small, or says nothing about time.
    """
    assert origin is not Origin.CROSS_FITTED, "cross_fit makes those"
    model, of_it, so_far = _fit(courses, form)
    return ExpectedCourse(form, origin, source, (model,), (of_it,), (so_far,), {})


def cross_fit(courses: Courses, form: CourseForm, folds: int, source: Basis) -> ExpectedCourse:
    """Return an expected course in which nobody is judged by a model that saw them.

    Parameters
    ----------
    courses
        The patients to be judged.
    form
        As declared.
    folds
        How many parts; a patient's part is the position among the courses modulo this number, so
        that two people get the same parts.
    source
        Whose courses they are.

    Raises
    ------
    Refusal
        When what is left without one part is too small.
    """
    assert folds >= 2, "with one part nobody would be left out"
    fold_of = np.arange(courses.n) % folds
    made = [_fit(courses.take(fold_of != at), form) for at in range(folds)]
    return ExpectedCourse(
        form,
        Origin.CROSS_FITTED,
        source,
        tuple(model for model, _, _ in made),
        tuple(of_it for _, of_it, _ in made),
        tuple(so_far for _, _, so_far in made),
        dict(zip(courses.ids, fold_of.tolist(), strict=True)),
    )


def _fit(courses: Courses, form: CourseForm) -> tuple[GrowthModel, Tail, Tail]:
    model = growth_model.fit(courses, form.time_scale, form.terms)
    # A handful of coefficients from hundreds of scores: the sample's own residuals are hardly
    # smaller than new ones, and the back-test shows by how much.
    rows = judged_rows(courses, form.first)
    from_first = predict(model, courses, form.first).z[rows]
    from_all = predict_from_all_before(model, courses).z[rows]
    return model, tail.read(form.tail, from_first), tail.read(form.tail, from_all)


def _join(parts: list[Floats], rows: list[npt.NDArray[np.bool_]]) -> Floats:
    whole = np.empty(rows[0].size)
    for part, is_here in zip(parts, rows, strict=True):
        whole[is_here] = part
    return whole
