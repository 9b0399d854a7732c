"""How patients were doing on a given day, and who was still there to be compared with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.gaming.evidence import Episodes, Evidence, present
from fairterms.outcomes.gaming.randomness import Tail, risk_set_test
from fairterms.outcomes.patient_change.scores import Flags, Floats, Series, Whole

BAND_DAYS = 14
"""Scores taken in the same fortnight of care are compared."""


@dataclass(frozen=True, eq=False)
class Progress:
    """Scores after intake, ordered by episode and day; k scores, n episodes.

    Attributes
    ----------
    keys
        Episode and day since intake in one number that rises, shape (k,).
    change
        Score less intake score; above 0 is worse; shape (k,).
    step
        What one episode adds to a key, more than any number of days.
    n
        Episodes.
    """

    keys: Floats
    change: Floats
    step: float
    n: int

    def on(self, day: float) -> Floats:
        """Return the last change known before a day since intake; NaN where none; shape (n,)."""
        return self._at(day, self.change)

    def seen_on(self, day: float) -> Floats:
        """Return on which day since intake that change was seen; NaN where none; shape (n,)."""
        return self._at(day, self.keys % self.step)

    def strata(self, day: float, clinic: Whole) -> Whole:
        """Give each clinic a number, and within them by when that change was seen; shape (n,).

        Patients seen last at another time are not compared: later scores are better by themselves.
        """
        bands = np.nan_to_num(self.seen_on(day)) // BAND_DAYS
        return (clinic * (int(self.step) + 1) + bands).astype(np.int64)

    def _at(self, day: float, values: Floats) -> Floats:
        """Return the value at the last key of each episode before a day."""
        if not len(self.keys):
            return np.full(self.n, np.nan)
        base = np.arange(self.n) * self.step
        at = np.searchsorted(self.keys, base + min(max(day, 0.0), self.step - 1), side="left") - 1
        is_own = (at >= 0) & (self.keys[np.maximum(at, 0)] >= base)
        return np.where(is_own, values[np.maximum(at, 0)], np.nan)


def follow(episodes: Episodes, scores: Series) -> Progress:
    """Return how each episode went on, from its scores after the intake day."""
    known = scores.known().in_order()
    since = known.day - episodes.intake_day[known.patient]
    later = since > 0
    patient = known.patient[later]
    step = float(since.max(initial=0)) + 2
    return Progress(
        patient * step + since[later],
        known.score[later] - episodes.intake_score[patient],
        step,
        len(episodes.clinic),
    )


def compare_departures(evidence: Evidence, days: Floats) -> Tail:
    """Test whether patients who depart were doing worse than others on the same day of care.

    Parameters
    ----------
    evidence
        With scores between.
    days
        When each episode departed, NaN where it did not, shape (n,).

    Notes
    -----
    At each departure the patient is compared with everybody of the same clinic who was in care as
    long, had a score since intake, and had not left. So that later scores are better by themselves
    does no harm.
    """
    episodes, scores = evidence.episodes, present(evidence.scores, "scores")
    progress = follow(episodes, scores)
    times = days - episodes.intake_day
    end = np.fmax(_last_seen(episodes, scores), times)
    struck = np.flatnonzero(~np.isnan(times))
    states = np.zeros((len(struck), progress.n))
    sets = np.zeros((len(struck), progress.n), np.bool_)
    for row, patient in enumerate(struck.tolist()):
        now = progress.on(times[patient])
        is_there = ~np.isnan(now) & (end >= times[patient]) & ~(times < times[patient])
        is_there &= episodes.clinic == episodes.clinic[patient]
        states[row] = np.nan_to_num(now)
        sets[row] = is_there & is_there[patient]
    return risk_set_test(states, struck, sets)


def advantage_of_leaving_out(evidence: Evidence, is_out: Flags) -> tuple[float, int]:
    """Return what the rate gains by leaving some out, and how many of them have a later score.

    Notes
    -----
    The rate without them, less the rate with each of them by the last score known.
    """
    episodes, terms = evidence.episodes, evidence.terms
    progress = follow(episodes, present(evidence.scores, "scores"))
    final = progress.on(progress.step) + episodes.intake_score
    last = np.where(is_out | ~episodes.is_followed, final, episodes.last_score)
    reached = terms.reached(episodes.intake_score, last)
    stays = episodes.is_followed & ~is_out
    back = is_out & ~np.isnan(final)
    if not stays.any() or not back.any():
        return np.nan, int(back.sum())
    return float(reached[stays].mean() - reached[stays | back].mean()), int(back.sum())


def _last_seen(episodes: Episodes, scores: Series) -> Floats:
    """Return the last day since intake on which each episode is seen, shape (n,)."""
    seen = np.zeros(len(episodes.clinic))
    rows: Whole = scores.patient
    np.maximum.at(seen, rows, scores.day - episodes.intake_day[rows])
    for column in (episodes.last_day, episodes.discharge_day):
        if column is not None:
            seen = np.fmax(seen, column - episodes.intake_day)
    return seen
