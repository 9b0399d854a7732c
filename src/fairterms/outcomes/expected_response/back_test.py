"""Back-tests: how well a rule would have done on courses whose end is known.

Each patient is judged by a model that never saw them. The last score is the outcome, so it may
raise no flag. Without these figures no rule is shown to anybody.
"""

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.comparison.chance import wilson_limits
from fairterms.outcomes.expected_response import signals
from fairterms.outcomes.expected_response.accuracy import (
    CalibrationBand,
    Coverage,
    Estimate,
    calibrate,
    cover,
    median,
)
from fairterms.outcomes.expected_response.course import Courses
from fairterms.outcomes.expected_response.expected_course import (
    ExpectedCourse,
    Origin,
    cross_fit,
)
from fairterms.outcomes.expected_response.failure import Failure, judge
from fairterms.outcomes.expected_response.prediction import judged_rows
from fairterms.outcomes.expected_response.rule_terms import RuleTerms
from fairterms.outcomes.expected_response.signals import Signals
from fairterms.outcomes.patient_change.scores import Flags, Floats
from fairterms.reference.evidence import Basis

SHARES = (0.50, 0.68, 0.80, 0.90, 0.95)
"""Limits whose coverage is always shown."""


@dataclass(frozen=True)
class BackTest:
    """How a rule did.

    Attributes
    ----------
    terms
        Of the rule that was tested.
    failure
        What it was to foresee.
    origin, source
        Whether it was cross-validated or tested on another sample, and whose courses they were.
    caught, missed, false_alarms, quiet
        Patients: failures flagged and not, others flagged and not.
    left_out
        Patients whose final outcome is not known.
    never_judged
        Of the patients counted, those without a score that could have raised a flag; they count
        as not flagged.
    lead_days
        Median days from the first flag to the last score, of the failures caught.
    coverage
        For each limit the share of later scores beyond it, against what it promises.
    calibration
        Expected against observed scores in tenths of the expected score.
    """

    terms: RuleTerms
    failure: Failure
    origin: Origin
    source: Basis
    caught: int
    missed: int
    false_alarms: int
    quiet: int
    left_out: int
    never_judged: int
    lead_days: Estimate | None
    coverage: tuple[Coverage, ...]
    calibration: tuple[CalibrationBand, ...]

    @property
    def n(self) -> int:
        """Patients counted."""
        return self.caught + self.missed + self.false_alarms + self.quiet

    @property
    def sensitivity(self) -> Estimate | None:
        """Of the failures, the share flagged; None without failures."""
        return _share(self.caught, self.caught + self.missed)

    @property
    def specificity(self) -> Estimate | None:
        """Of the others, the share not flagged; None when all failed."""
        return _share(self.quiet, self.quiet + self.false_alarms)

    @property
    def positive_predictive_value(self) -> Estimate | None:
        """Of those flagged, the share that failed; None when nobody was flagged."""
        return _share(self.caught, self.caught + self.false_alarms)

    @property
    def negative_predictive_value(self) -> Estimate | None:
        """Of those not flagged, the share that did not fail; None when all were flagged."""
        return _share(self.quiet, self.quiet + self.missed)

    @property
    def flagged(self) -> Estimate | None:
        """The share of all patients flagged: the work the rule makes."""
        return _share(self.caught + self.false_alarms, self.n)

    @property
    def base_rate(self) -> Estimate | None:
        """The share of all patients that failed: what a flag must beat to say anything."""
        return _share(self.caught + self.missed, self.n)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The figures in words, never without their counts."""
        said = [
            (
                f"Tested on {self.n} courses ({self.source.source}; {self.origin.value}); "
                f"failure: {self.failure.name}."
            ),
            (
                f"It flagged {self.caught} of {self.caught + self.missed} failures and "
                f"{self.false_alarms} of {self.false_alarms + self.quiet} other patients."
            ),
        ]
        value, base = self.positive_predictive_value, self.base_rate
        if value is not None and base is not None:
            said.append(
                f"Of those flagged {value.value:.0%} failed; of all patients {base.value:.0%}."
            )
        if self.lead_days is not None:
            said.append(
                f"Half of the flags came {self.lead_days.value:.0f} days or more before the end."
            )
        if self.left_out or self.never_judged:
            said.append(
                f"{self.left_out} courses with no known end were left out; {self.never_judged} had "
                "no score the rule could judge, and count as not flagged."
            )
        return tuple(said)


def _share(part: int, whole: int) -> Estimate | None:
    if whole == 0:
        return None
    return Estimate(part / whole, *wilson_limits(part, whole), whole)


def cross_validate(
    terms: RuleTerms, failure: Failure, courses: Courses, folds: int, source: Basis
) -> BackTest:
    """Return how a rule does on patients its course was not learned from.

    Parameters
    ----------
    terms
        Of the rule.
    failure
        What it is to foresee.
    courses
        Whole courses whose end is known.
    folds
        Parts by patient; each is judged by a model of the others.
    source
        Whose courses they are.

    Raises
    ------
    Refusal
        When the sample without one part is too small, or the declaration of failure lacks a term.
    """
    return validate(terms, failure, cross_fit(courses, terms.form, folds, source), courses)


def validate(
    terms: RuleTerms, failure: Failure, expected: ExpectedCourse, courses: Courses
) -> BackTest:
    """Return how a rule with a course learned elsewhere does on these patients.

    Parameters
    ----------
    terms
        Of the rule.
    failure
        What it is to foresee.
    expected
        Learned from others, or cross-fitted on these.
    courses
        Whole courses whose end is known.

    Raises
    ------
    Refusal
        When the course was fitted on these patients.
    """
    found = signals.find(terms, expected, courses)
    outcomes = judge(failure, courses)
    # The last score is the outcome: a rule that reads it foresees nothing.
    can_flag = found.is_judged & ~courses.is_last
    flagged = _any(courses, found.is_off & can_flag)
    failed, counted = outcomes.is_failure, outcomes.is_judged
    is_later = judged_rows(courses, terms.form.first)
    return BackTest(
        terms=terms,
        failure=failure,
        origin=expected.origin,
        source=expected.source,
        caught=int(np.sum(flagged & failed)),
        missed=int(np.sum(~flagged & failed)),
        false_alarms=int(np.sum(flagged & ~failed & counted)),
        quiet=int(np.sum(~flagged & ~failed & counted)),
        left_out=int(np.sum(~counted)),
        never_judged=int(np.sum(counted & ~_any(courses, can_flag))),
        lead_days=median(lead_days(courses, found, flagged & failed)),
        coverage=tuple(
            cover(
                share, found.prediction.z - expected.multipliers(courses, share), courses, is_later
            )
            for share in SHARES
        ),
        calibration=calibrate(found.prediction, courses, is_later),
    )


def lead_days(courses: Courses, found: Signals, patients: Flags) -> Floats:
    """Return the days from the first flag before the last score to the last score.

    Parameters
    ----------
    courses
        The patients.
    found
        Signals of every score.
    patients
        Whose lead is asked for, all flagged before their last score; shape (patients,).
    """
    rows = np.flatnonzero(found.is_off)
    first = np.full(courses.n, courses.series.day.size, dtype=np.int64)
    np.minimum.at(first, courses.series.patient[rows], rows)
    last = courses.starts + courses.counts - 1
    day = courses.series.day
    return np.asarray(day[last[patients]] - day[first[patients]], dtype=np.float64)


def _any(courses: Courses, rows: Flags) -> Flags:
    return np.bincount(courses.series.patient, weights=rows, minlength=courses.n) > 0
