"""One complete reading of an outcome measure: everything a contract's words leave open, decided."""

import math
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from fairterms.outcomes.group_effects import effect_size
from fairterms.outcomes.group_effects.effect_size import ReferenceSpread
from fairterms.outcomes.patient_change.change_declaration import ZeroBaseline, sign_of
from fairterms.outcomes.patient_change.episodes import (
    FAR,
    EpisodeReason,
    EpisodeRule,
    Episodes,
    Spans,
    cut,
)
from fairterms.outcomes.patient_change.first_score_share import improvement_share
from fairterms.outcomes.patient_change.rate import Rate
from fairterms.outcomes.patient_change.response import Missing
from fairterms.outcomes.patient_change.scores import Flags, Scores, Series
from fairterms.outcomes.patient_change.thresholds import is_at_least, is_beyond
from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument_facts import Direction


@dataclass(frozen=True)
class Points:
    """Reached by an improvement of at least so many points."""

    points: float


@dataclass(frozen=True)
class BeyondError:
    """Reached by an improvement beyond the measurement error (Jacobson-Truax).

    Attributes
    ----------
    spread
        Whose standard deviation at intake counts; None for the judged patients' own.
    reliability
        Of the scores.
    critical
        Standard errors of a difference that must be exceeded.
    """

    spread: ReferenceSpread | None
    reliability: float
    critical: float


@dataclass(frozen=True)
class Share:
    """Reached by an improvement of at least this share of the first score."""

    share: float
    zero_point: float
    zero_baseline: ZeroBaseline


@dataclass(frozen=True)
class EndState:
    """Reached by a last score strictly better than this, in points, whatever the first."""

    score: float


Criterion: TypeAlias = Points | BeyondError | Share | EndState
"""What must be reached."""


@dataclass(frozen=True)
class Definition:
    """One reading of an outcome measure.

    Attributes
    ----------
    criterion
        What must be reached.
    scores
        Which first and last scores count.
    missing
        What a patient without a last score counts as.
    """

    criterion: Criterion
    scores: EpisodeRule
    missing: Missing

    def reading(self, criterion: Criterion) -> "Definition":
        """Return the same definition with another criterion."""
        return replace(self, criterion=criterion)


def whole_history(series: Series) -> Spans:
    """Return one episode for each patient with a score, without an end."""
    rows = series.known().in_order()
    patients, starts = np.unique(rows.patient, return_index=True)
    far = np.full(patients.size, FAR, dtype=np.int64)
    return Spans(patients.astype(np.int64), rows.day[starts], far)


def measure(definition: Definition, episodes: Episodes) -> Rate:
    """Return the rate of one definition.

    Parameters
    ----------
    episodes
        Cut by the definition's rule for scores.

    Notes
    -----
    Episodes without a first score do not enter; those whose days are not over do not enter yet.
    """
    is_open = np.isin(episodes.reasons, [EpisodeReason.NO_INDEX, EpisodeReason.NOT_YET_DUE])
    scores = episodes.scores()
    is_counted = ~is_open & ~_is_share_of_nothing(definition.criterion, scores)
    is_missing = episodes.reasons == EpisodeReason.NO_LAST
    reached = _is_reached(definition.criterion, scores, definition.scores.direction)
    if definition.missing is Missing.LEFT_OUT:
        is_counted &= ~is_missing
    if definition.missing is Missing.SUCCESS:
        reached |= is_missing
    return Rate(
        "outcome reached",
        int((reached & is_counted).sum()),
        int(is_counted.sum()),
        f"episodes with a first score; without a last score: {definition.missing.value}",
    )


def rate(definition: Definition, series: Series) -> Rate:
    """Return the rate of one definition from dated scores, each patient's history one episode."""
    return measure(definition, cut(series, whole_history(series), definition.scores))


def _is_share_of_nothing(criterion: Criterion, scores: Scores) -> Flags:
    nobody = np.zeros(scores.first.size, dtype=bool)
    if isinstance(criterion, Share) and criterion.zero_baseline is ZeroBaseline.LEFT_OUT:
        return np.asarray(scores.first == criterion.zero_point, dtype=np.bool_)
    return nobody


def _is_reached(criterion: Criterion, scores: Scores, direction: Direction) -> Flags:
    # A comparison with NaN is False: what is missing is not reached here.
    gain = sign_of(direction) * (scores.last - scores.first)
    match criterion:
        case Points(points):
            reached = is_at_least(gain, points)
        case BeyondError():
            reached = is_beyond(gain, _reliable_points(criterion, scores))
        case Share(share, zero_point, zero_baseline):
            gained = improvement_share(scores, direction, zero_point, zero_baseline)
            reached = is_at_least(gained, share)
        case EndState(score):
            reached = is_beyond(sign_of(direction) * (scores.last - score), 0)
    return reached


def _reliable_points(criterion: BeyondError, scores: Scores) -> float:
    """Return √2·S_E times the critical value, in points."""
    own = Basis("the judged patients", Evidence.RECOMPUTED)
    spread = criterion.spread or effect_size.own_spread(scores, own)
    return criterion.critical * math.sqrt(2 * (1 - criterion.reliability)) * spread.sd
