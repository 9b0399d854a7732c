"""Response and remission: a fall by a share of the first score, and a last score near health.

A contract must say which first and last scores count, what a first score of 0 counts as, and
whether a patient without a last score failed or is left out. Each is a term without a default.
"""

from dataclasses import dataclass
from enum import Enum, IntEnum

import numpy as np

from fairterms.outcomes.patient_change.change_declaration import ZeroBaseline, sign_of
from fairterms.outcomes.patient_change.first_score_share import improvement_share
from fairterms.outcomes.patient_change.rate import Rate
from fairterms.outcomes.patient_change.scores import Floats, Scores, Whole
from fairterms.outcomes.patient_change.thresholds import is_at_least, is_beyond
from fairterms.reference.instrument_facts import Direction


class Missing(Enum):
    """What a patient without a last score counts as."""

    FAILURE = "failure"
    LEFT_OUT = "left out"
    SUCCESS = "success"
    """Never a fair rule; with ``FAILURE`` it gives the bounds of what is not known."""


class ResponseReason(IntEnum):
    """What became of a patient under a response rule."""

    REMISSION_AND_RESPONSE = 0
    REMISSION_ONLY = 1
    RESPONSE_ONLY = 2
    PARTIAL = 3
    NONE = 4
    NO_FIRST = 5
    TOO_MILD = 6
    NO_LAST = 7
    ZERO_FIRST = 8


REASONS = {
    ResponseReason.REMISSION_AND_RESPONSE: "in remission, and improved by the share for response",
    ResponseReason.REMISSION_ONLY: "in remission, but improved by less than the share for response",
    ResponseReason.RESPONSE_ONLY: "improved by the share for response, not in remission",
    ResponseReason.PARTIAL: "improved by the share for a partial response",
    ResponseReason.NONE: "improved by less than a partial response, or not at all",
    ResponseReason.NO_FIRST: "not counted: no first score",
    ResponseReason.TOO_MILD: "not counted: the first score is too mild to enter the measure",
    ResponseReason.NO_LAST: "no last score; the contract says what that counts as",
    ResponseReason.ZERO_FIRST: "not counted: a share of nothing",
}
"""Each reason in words a clinician understands."""


@dataclass(frozen=True)
class ResponseRule:
    """What a contract must say about response and remission.

    Attributes
    ----------
    direction
        Which way is better.
    response, partial
        An improvement by at least this share of the first score, as fractions.
    remission
        A last score strictly better than this is remission, in points (5 on the PHQ-9).
    entry
        A first score at least this bad enters the measure, in points; None admits all.
    zero_point
        The score a share is taken from, in points.
    missing
        What a patient without a last score counts as.
    zero_baseline
        What a first score at the zero point counts as.
    """

    direction: Direction
    response: float
    partial: float
    remission: float
    entry: float | None
    zero_point: float
    missing: Missing
    zero_baseline: ZeroBaseline

    def __post_init__(self) -> None:
        assert 0 < self.partial <= self.response <= 1, "shares between 0 and 1, partial the smaller"


@dataclass(frozen=True, eq=False)
class ResponseResult:
    """Response and remission of each patient.

    Attributes
    ----------
    reasons
        A :class:`ResponseReason` of each patient; shape (patients,).
    share
        Improvement as a fraction of the first score, NaN where unknown; shape (patients,).
    missing
        The rule for patients without a last score.
    """

    reasons: Whole
    share: Floats
    missing: Missing

    def rate(self, *reached: ResponseReason, name: str) -> Rate:
        """Return the share of patients with one of these reasons, under the missing rule."""
        return self._rate(reached, name, self.missing)

    def bounds(self, *reached: ResponseReason, name: str) -> tuple[Rate, Rate]:
        """Return the rate if every missing patient failed, and if every one succeeded."""
        low = self._rate(reached, name, Missing.FAILURE)
        return low, self._rate(reached, name, Missing.SUCCESS)

    def _rate(self, reached: tuple[ResponseReason, ...], name: str, missing: Missing) -> Rate:
        outside = [ResponseReason.NO_FIRST, ResponseReason.TOO_MILD, ResponseReason.ZERO_FIRST]
        is_missing = self.reasons == ResponseReason.NO_LAST
        is_reached = np.isin(self.reasons, reached)
        if missing is Missing.SUCCESS:
            is_reached |= is_missing
        if missing is Missing.LEFT_OUT:
            outside.append(ResponseReason.NO_LAST)
        is_counted = ~np.isin(self.reasons, outside)
        of = f"patients who entered the measure; without a last score: {missing.value}"
        return Rate(name, int((is_reached & is_counted).sum()), int(is_counted.sum()), of)

    @property
    def response(self) -> Rate:
        """The response rate; a patient in remission counts only with a response."""
        kinds = (ResponseReason.REMISSION_AND_RESPONSE, ResponseReason.RESPONSE_ONLY)
        return self.rate(*kinds, name="response")

    @property
    def remission(self) -> Rate:
        """The remission rate."""
        kinds = (ResponseReason.REMISSION_AND_RESPONSE, ResponseReason.REMISSION_ONLY)
        return self.rate(*kinds, name="remission")

    @property
    def partial_response(self) -> Rate:
        """Patients with at least the partial but less than the full share."""
        return self.rate(ResponseReason.PARTIAL, name="partial response")


def judge(rule: ResponseRule, scores: Scores) -> ResponseResult:
    """Return response and remission of each patient.

    Parameters
    ----------
    scores
        The first and last scores that the contract's words pick, in points.

    Notes
    -----
    Response where the improvement is at least the declared share of the first score. With
    ``ZeroBaseline.UNCHANGED`` a first score at the zero point is no response.

    Examples
    --------
    >>> from fairterms.outcomes.patient_change.scores import scores
    >>> rule = ResponseRule(Direction.HIGHER_IS_WORSE, response=0.5, partial=0.25, remission=5,
    ...     entry=10, zero_point=0, missing=Missing.FAILURE, zero_baseline=ZeroBaseline.LEFT_OUT)
    >>> found = judge(rule, scores([20, 10, 12, 9, 14], [10, 4, 9, 0, float("nan")]))
    >>> [ResponseReason(r).name for r in found.reasons]
    ['RESPONSE_ONLY', 'REMISSION_AND_RESPONSE', 'PARTIAL', 'TOO_MILD', 'NO_LAST']
    >>> found.response.value, found.remission.value
    (0.5, 0.25)
    """
    share = improvement_share(scores, rule.direction, rule.zero_point, rule.zero_baseline)
    return ResponseResult(_reasons(rule, scores, share), share, rule.missing)


def _reasons(rule: ResponseRule, scores: Scores, share: Floats) -> Whole:
    sign = sign_of(rule.direction)
    is_mild = np.zeros(share.size, dtype=bool)
    if rule.entry is not None:
        is_mild = is_beyond(sign * scores.first, sign * rule.entry)
    is_left_out = scores.first == rule.zero_point
    is_left_out &= rule.zero_baseline is ZeroBaseline.LEFT_OUT
    is_response = is_at_least(share, rule.response)
    is_remission = is_beyond(sign * scores.last, sign * rule.remission)
    choices = [
        (np.isnan(scores.first), ResponseReason.NO_FIRST),
        (is_mild, ResponseReason.TOO_MILD),
        (is_left_out, ResponseReason.ZERO_FIRST),
        (np.isnan(scores.last), ResponseReason.NO_LAST),
        (is_remission & is_response, ResponseReason.REMISSION_AND_RESPONSE),
        (is_remission, ResponseReason.REMISSION_ONLY),
        (is_response, ResponseReason.RESPONSE_ONLY),
        (is_at_least(share, rule.partial), ResponseReason.PARTIAL),
    ]
    kinds = np.select([c for c, _ in choices], [r for _, r in choices], ResponseReason.NONE)
    return kinds.astype(np.int64)
