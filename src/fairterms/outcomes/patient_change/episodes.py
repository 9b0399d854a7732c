"""Episodes of care from dated scores: where one starts and ends, which scores count, and why not.

An episode is cut out of a patient's history by rules a contract must declare: how long a silence
ends it, which score is the first, how long after it the last must lie. Every patient's episodes
come out with a reason, so that nobody disappears from a rate unseen.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from fairterms.outcomes.patient_change.change_declaration import sign_of
from fairterms.outcomes.patient_change.score_choice import Chosen, Pick, Tie, choose, settle_ties
from fairterms.outcomes.patient_change.scores import Flags, Scores, Series, Whole
from fairterms.reference.instrument_facts import Direction

FAR = 10**8
"""Days: later than any day of a table, for an episode without an end."""


class EpisodeReason(IntEnum):
    """Whether an episode can be judged, and why not."""

    COMPLETE = 0
    NO_INDEX = 1
    NOT_YET_DUE = 2
    NO_LAST = 3


REASONS = {
    EpisodeReason.COMPLETE: "a first and a last score within the declared days",
    EpisodeReason.NO_INDEX: "no score severe enough within the days for the first score",
    EpisodeReason.NOT_YET_DUE: "no last score yet, and its days are not over",
    EpisodeReason.NO_LAST: "no last score within the declared days",
}
"""Each reason in words."""


@dataclass(frozen=True)
class EpisodeRule:
    """What a contract must say about the scores of an episode.

    Attributes
    ----------
    direction
        Which way is better.
    tie
        Which of several scores of one day counts.
    index
        Which score within the days for it is the first score.
    index_within
        Days from the start of the episode, 0 for the first day only; the last day is included.
    index_at_least
        Only scores at least this bad can be the first score, in points; None admits all.
    last
        Which score within the days for it is the last score.
    last_from, last_until
        Days after the first score, both included; None for no latest day.
    seen_until
        The last day the records reach.
    """

    direction: Direction
    tie: Tie
    index: Pick
    index_within: int
    index_at_least: float | None
    last: Pick
    last_from: int
    last_until: int | None
    seen_until: int

    def __post_init__(self) -> None:
        assert self.index_within >= 0, "days are counted from the start"
        assert self.last_from >= 1, "the last score lies after the first"
        assert self.last_until is None or self.last_until >= self.last_from


@dataclass(frozen=True, eq=False)
class Spans:
    """Episodes as days: by patient, in order, without overlap.

    Attributes
    ----------
    patient, first_day, last_day
        Both days are included; shape (episodes,).
    """

    patient: Whole
    first_day: Whole
    last_day: Whole

    def __post_init__(self) -> None:
        order = np.lexsort((self.first_day, self.patient))
        assert np.array_equal(order, np.arange(self.patient.size)), "by patient and day"
        assert np.all(self.first_day <= self.last_day), "an episode ends after it starts"
        same = np.diff(self.patient) == 0
        is_apart = self.first_day[1:] > self.last_day[:-1]
        assert np.all(is_apart | ~same), "a patient is in one episode at a time"


@dataclass(frozen=True, eq=False)
class Episodes:
    """Episodes with the scores that count; every column of shape (episodes,).

    Attributes
    ----------
    patient
        Position of the patient.
    first_day, last_day
        Of the span, both included.
    index, last
        The first and the last score that count.
    reasons
        An :class:`EpisodeReason` of each.
    is_final
        Whether the days for the last score are over: else a later score can still take its place.
    """

    patient: Whole
    first_day: Whole
    last_day: Whole
    index: Chosen
    last: Chosen
    reasons: Whole
    is_final: Flags

    def scores(self) -> Scores:
        """Return first and last scores, one row for each episode, NaN where missing."""
        return Scores(self.index.score, self.last.score)

    def started(self, first: int, last: int) -> Flags:
        """Return which episodes have their first score from one day to another, both included."""
        return self.index.is_found & (self.index.day >= first) & (self.index.day <= last)


def split_by_gap(series: Series, gap_days: int, longest: int | None = None) -> Spans:
    """Return episodes separated by more than so many days without a score.

    An episode lasts until the silence has: so many days after its last score.

    Parameters
    ----------
    series
        Dated scores; rows without a score do not count.
    gap_days
        A silence longer than this starts a new episode.
    longest
        An episode ends this many days after it starts at the latest; None for no limit. Scores
        after that belong to none until the next silence.

    Examples
    --------
    >>> from fairterms.outcomes.patient_change.scores import series
    >>> spans = split_by_gap(series([0, 0, 0], [0, 90, 181], [9, 8, 7], 1), 90)
    >>> spans.first_day, spans.last_day
    (array([  0, 181]), array([180, 271]))
    """
    assert gap_days >= 1, "a gap is at least a day"
    rows = series.known().in_order()
    if not rows.day.size:
        nothing = np.zeros(0, dtype=np.int64)
        return Spans(nothing, nothing, nothing)
    is_start = np.ones(rows.day.size, dtype=bool)
    is_start[1:] = (np.diff(rows.patient) != 0) | (np.diff(rows.day) > gap_days)
    starts = np.flatnonzero(is_start)
    ends = np.append(starts[1:], rows.day.size) - 1
    first = rows.day[starts]
    last = rows.day[ends] + gap_days
    if longest is not None:
        last = np.minimum(last, first + longest)
    return Spans(rows.patient[starts], first, last)


def cut(series: Series, spans: Spans, rule: EpisodeRule) -> Episodes:
    """Return the episodes with the scores that count.

    Parameters
    ----------
    series
        Dated scores, in the order of recording.
    spans
        From :func:`split_by_gap`, or declared: referral and discharge. A span may go on past the
        last score.

    Examples
    --------
    >>> from fairterms.outcomes.patient_change.scores import series
    >>> rule = EpisodeRule(Direction.HIGHER_IS_WORSE, Tie.LAST_RECORDED, index=Pick.FIRST,
    ...     index_within=30, index_at_least=10, last=Pick.LAST, last_from=120, last_until=240,
    ...     seen_until=400)
    >>> course = series([0, 0, 0, 0], [0, 14, 150, 239], [8, 16, 11, 6], 1)
    >>> found = cut(course, split_by_gap(course, 180), rule)
    >>> found.index.score, found.last.score, REASONS[EpisodeReason(found.reasons[0])]
    (array([16.]), array([6.]), 'a first and a last score within the declared days')
    """
    rows = _by_span(settle_ties(series, rule.tie, rule.direction), spans)
    index = _choose(rows, _is_index(rows, spans, rule), rule.index, rule)
    since = rows.day - index.day[rows.patient]
    is_last = index.is_found[rows.patient] & (since >= rule.last_from)
    if rule.last_until is not None:
        is_last &= since <= rule.last_until
    last = _choose(rows, is_last, rule.last, rule)
    is_final = _ends(index, spans, rule) <= rule.seen_until
    kinds = np.select(
        [~index.is_found, last.is_found, ~is_final],
        [EpisodeReason.NO_INDEX, EpisodeReason.COMPLETE, EpisodeReason.NOT_YET_DUE],
        EpisodeReason.NO_LAST,
    )
    return Episodes(
        spans.patient,
        spans.first_day,
        spans.last_day,
        index,
        last,
        kinds.astype(np.int64),
        is_final,
    )


def _by_span(rows: Series, spans: Spans) -> Series:
    """Return the rows that lie in a span, numbered by span in place of patient."""
    # One rising number for patient and day, so that a single search finds the span.
    least = int(min(rows.day.min(initial=0), spans.first_day.min(initial=0)))
    greatest = int(max(rows.day.max(initial=0), spans.first_day.max(initial=0)))
    width = greatest - least + 1
    starts = spans.patient * width + (spans.first_day - least)
    places = np.searchsorted(starts, rows.patient * width + (rows.day - least), side="right") - 1
    is_inside = places >= 0
    at = np.maximum(places, 0)
    if spans.patient.size:
        is_inside &= (spans.patient[at] == rows.patient) & (rows.day <= spans.last_day[at])
    inside = np.flatnonzero(is_inside)
    return Series(places[inside], rows.day[inside], rows.score[inside], spans.patient.size)


def _is_index(rows: Series, spans: Spans, rule: EpisodeRule) -> Flags:
    is_early: Flags = rows.day - spans.first_day[rows.patient] <= rule.index_within
    if rule.index_at_least is None:
        return is_early
    sign = sign_of(rule.direction)
    return is_early & (sign * rows.score <= sign * rule.index_at_least)


def _choose(rows: Series, is_open: Flags, pick: Pick, rule: EpisodeRule) -> Chosen:
    return choose(rows.take(np.flatnonzero(is_open)), pick, rule.tie, rule.direction)


def _ends(index: Chosen, spans: Spans, rule: EpisodeRule) -> Whole:
    """Return the last day on which a last score can lie."""
    if rule.last_until is None:
        return spans.last_day
    return np.minimum(spans.last_day, index.day + rule.last_until)
