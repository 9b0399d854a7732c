"""Patients off track at the first check get fewer sessions afterwards."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence, Lacking, present
from fairterms.outcomes.gaming.progress import follow
from fairterms.outcomes.gaming.randomness import mean_test
from fairterms.outcomes.gaming.signal import Measured, Side, Signal

CHECK_DAYS = 60
"""Days after intake at which progress is looked at, and over which sessions are counted then."""


def measure(evidence: Evidence) -> Measured:
    """Test whether patients not better at the check have fewer sessions in the 60 days after.

    Notes
    -----
    Compared within clinics. The effect is the share of the sessions of the others that they lack.
    """
    episodes = evidence.episodes
    sessions = present(evidence.sessions, "sessions")
    progress = follow(episodes, present(evidence.scores, "scores"))
    change = progress.on(float(CHECK_DAYS))
    since = sessions.day - episodes.intake_day[sessions.episode]
    is_after = (since >= CHECK_DAYS) & (since < 2 * CHECK_DAYS)
    counts = np.bincount(sessions.episode[is_after], minlength=progress.n).astype(np.float64)
    rows = ~np.isnan(change)
    off_track = change[rows] >= 0
    strata = progress.strata(float(CHECK_DAYS), episodes.clinic)
    tail = mean_test(-counts[rows], off_track, strata[rows])
    usual = float(counts[rows][~off_track].mean())
    if usual == 0:
        raise Lacking("sessions after the first check")
    lost = 1 - float(counts[rows][off_track].mean()) / usual
    return Measured(
        tail.statistic, tail.p_value, int(off_track.sum()), lost, unit="of the sessions of others"
    )


SIGNAL = Signal(
    name="session_rationing",
    title="Fewer sessions for patients off track",
    side=Side.PROVIDER,
    question="How is it decided who gets further sessions?",
    reads=("sessions", "scores"),
    test=measure,
    innocent=(
        "patients who do not improve come less",
        "a limit of sessions set by the plan",
        "referral elsewhere",
    ),
    settles="sessions offered beside sessions held",
)
