"""Who is off track: a rule, never without its back-test, applied to patients under way.

A flag says that a course is unlike that of similar patients. It does not say why, and nobody is
paid or punished by it: a clinician looks.
"""

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.expected_response import signals
from fairterms.outcomes.expected_response.back_test import BackTest
from fairterms.outcomes.expected_response.course import Courses
from fairterms.outcomes.expected_response.expected_course import ExpectedCourse
from fairterms.outcomes.expected_response.rule_terms import WITHIN, RuleTerms
from fairterms.outcomes.expected_response.signals import Signals
from fairterms.outcomes.patient_change.scores import Flags, Whole
from fairterms.units.refusal import Refusal


@dataclass(frozen=True, eq=False)
class Rule:
    """A rule ready for use.

    Attributes
    ----------
    terms
        As declared.
    expected
        The course patients are compared with, learned from others or cross-fitted.
    back_test
        How exactly these terms did before.

    Raises
    ------
    Refusal
        When the back-test or the course belongs to other terms.
    """

    terms: RuleTerms
    expected: ExpectedCourse
    back_test: BackTest

    def __post_init__(self) -> None:
        if self.back_test.terms != self.terms:
            raise Refusal(
                "on-track rule",
                "its back-test was made with other terms",
                "another limit or course catches other patients",
                "run the back-test with these terms",
            )
        if self.expected.form != self.terms.form:
            raise Refusal(
                "on-track rule",
                "its expected course has another form than the terms declare",
                "its limits would be another rule's",
                "learn the course with the rule's own form",
            )


@dataclass(frozen=True, eq=False)
class Judged:
    """Patients under a rule.

    Attributes
    ----------
    rule
        With its back-test.
    courses
        The patients.
    signals
        What the rule says of every score.
    """

    rule: Rule
    courses: Courses
    signals: Signals

    @property
    def is_off_track(self) -> Flags:
        """Who had a judged score off track, as the back-test counts; shape (patients,)."""
        off = np.bincount(
            self.courses.series.patient, weights=self.signals.is_off, minlength=self.courses.n
        )
        return off > 0

    @property
    def is_judged(self) -> Flags:
        """Who has a score that the rule can judge; shape (patients,)."""
        judged = np.bincount(
            self.courses.series.patient, weights=self.signals.is_judged, minlength=self.courses.n
        )
        return judged > 0

    @property
    def worst_level(self) -> Whole:
        """The furthest limit any judged score lay beyond, counted from 1; shape (patients,)."""
        worst = np.zeros(self.courses.n, dtype=np.int64)
        np.maximum.at(worst, self.courses.series.patient, self.signals.level)
        return worst

    @property
    def first_flag(self) -> Whole:
        """The row of each patient's first score off track, −1 without one; shape (patients,)."""
        rows = np.flatnonzero(self.signals.is_off)
        first = np.full(self.courses.n, -1, dtype=np.int64)
        # Written backwards, so that the earliest row is written last.
        first[self.courses.series.patient[rows[::-1]]] = rows[::-1]
        return first

    def level_name(self, level: int) -> str:
        """Return the name of a level; 0 is below all limits."""
        return self.rule.terms.levels[level - 1].name if level else WITHIN


def judge(rule: Rule, courses: Courses) -> Judged:
    """Return who is off track.

    Parameters
    ----------
    rule
        With its expected course and its back-test.
    courses
        Patients under way; the last score so far is judged too.

    Raises
    ------
    Refusal
        When the expected course was fitted on any of these patients.
    """
    return Judged(rule, courses, signals.find(rule.terms, rule.expected, courses))
