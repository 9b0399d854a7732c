"""Which score counts: the first, the last, the worst or the best; and which of two on one day.

"The follow-up score" can be any of four. The best score of a window is always at least as good as
the last one, so a contract that does not say pays for the choice.
"""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from fairterms.outcomes.patient_change.change_declaration import sign_of
from fairterms.outcomes.patient_change.scores import Flags, Floats, Series, Whole
from fairterms.reference.instrument_facts import Direction


class Pick(Enum):
    """Which of a patient's scores counts."""

    FIRST = "first"
    LAST = "last"
    WORST = "worst"
    BEST = "best"


class Tie(Enum):
    """Which of several scores of one day counts."""

    FIRST_RECORDED = "first recorded"
    LAST_RECORDED = "last recorded"
    WORST = "worst"
    BEST = "best"
    MEAN = "mean"


@dataclass(frozen=True, eq=False)
class Chosen:
    """The score that counts, of each patient.

    Attributes
    ----------
    day
        −1 where there is no score; shape (patients,).
    score
        In points, NaN where there is none; shape (patients,).
    n_scores
        How many days with a score there were to choose from; shape (patients,).
    """

    day: Whole
    score: Floats
    n_scores: Whole

    @property
    def is_found(self) -> Flags:
        """Who has a score; shape (patients,)."""
        return self.n_scores > 0


def settle_ties(series: Series, tie: Tie, direction: Direction) -> Series:
    """Return one known score per patient and day, by patient and day.

    Parameters
    ----------
    series
        In the order of recording; unknown scores are left out.

    Examples
    --------
    >>> from fairterms.outcomes.patient_change.scores import series
    >>> twice = series([0, 0], [5, 5], [9, 12], 1)
    >>> settle_ties(twice, Tie.WORST, Direction.HIGHER_IS_WORSE).score
    array([12.])
    """
    rows = series.known().in_order()
    if not rows.day.size:
        return rows
    is_new = np.ones(rows.day.size, dtype=bool)
    is_new[1:] = (np.diff(rows.patient) != 0) | (np.diff(rows.day) != 0)
    starts = np.flatnonzero(is_new)
    return Series(
        rows.patient[starts],
        rows.day[starts],
        _of_one_day(rows.score, starts, tie, direction),
        rows.n_patients,
    )


def _of_one_day(score: Floats, starts: Whole, tie: Tie, direction: Direction) -> Floats:
    sign = sign_of(direction)
    ends = np.append(starts[1:], score.size)
    # Each kind answers for a stretch of neighbours at once, from its start to the next one's.
    match tie:
        case Tie.FIRST_RECORDED:
            found = score[starts]
        case Tie.LAST_RECORDED:
            found = score[ends - 1]
        case Tie.BEST:
            found = np.maximum.reduceat(sign * score, starts) * sign
        case Tie.WORST:
            found = np.minimum.reduceat(sign * score, starts) * sign
        case Tie.MEAN:
            found = _add_up(score, starts, ends) / (ends - starts)
    return np.asarray(found, dtype=np.float64)


def _add_up(score: Floats, starts: Whole, ends: Whole) -> Floats:
    """Add up each stretch from its start on: in this order the last bit is the same everywhere."""
    total = score[starts]
    open_ones = np.flatnonzero(ends - starts > 1)
    place = 1
    while open_ones.size:
        total[open_ones] += score[starts[open_ones] + place]
        place += 1
        open_ones = open_ones[ends[open_ones] - starts[open_ones] > place]
    return total


def choose(series: Series, pick: Pick, tie: Tie, direction: Direction) -> Chosen:
    """Return each patient's score that counts.

    Notes
    -----
    Among equal best or worst scores the earliest day counts.

    Examples
    --------
    >>> from fairterms.outcomes.patient_change.scores import series
    >>> course = series([0, 0, 0], [0, 30, 60], [18, 4, 9], 2)
    >>> for pick in Pick:
    ...     choose(course, pick, Tie.LAST_RECORDED, Direction.HIGHER_IS_WORSE).score
    array([18., nan])
    array([ 9., nan])
    array([18., nan])
    array([ 4., nan])
    """
    rows = settle_ties(series, tie, direction)
    order = _rank(rows, pick, direction)
    patients, starts = np.unique(rows.patient[order], return_index=True)
    chosen = order[starts]
    day = np.full(rows.n_patients, -1, dtype=np.int64)
    score = np.full(rows.n_patients, np.nan)
    day[patients], score[patients] = rows.day[chosen], rows.score[chosen]
    return Chosen(day, score, rows.counts())


def _rank(rows: Series, pick: Pick, direction: Direction) -> Whole:
    """Return the rows by patient, the one that counts first."""
    best_first = -sign_of(direction) * rows.score
    match pick:
        case Pick.FIRST:
            return np.lexsort((rows.day, rows.patient))
        case Pick.LAST:
            return np.lexsort((-rows.day, rows.patient))
        case Pick.WORST:
            return np.lexsort((rows.day, -best_first, rows.patient))
        case Pick.BEST:
            return np.lexsort((rows.day, best_first, rows.patient))
