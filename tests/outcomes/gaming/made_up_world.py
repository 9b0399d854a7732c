"""Made-up worlds: in the null world nobody does anything; truths are planted one at a time.

Scores do get better with time, care ends and follow-up fails, but never because of how a patient
is doing.
"""

from dataclasses import fields, replace

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.gaming.evidence import (
    Attribution,
    Benchmarks,
    CodeLists,
    Episodes,
    Evidence,
    Forms,
    HandedIn,
    Restatement,
    Sessions,
    Terms,
)
from fairterms.outcomes.patient_change.scores import Series

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

MEAN, SPREAD, RELIABILITY = 12.0, 4.5, 0.84
TERMS = Terms(10, 0.5, (120, 240), 0, 27, MEAN, SPREAD, RELIABILITY)
DAYS = np.array([28.0, 56, 84, 112])
KINDS = ("definition", "window", "case_mix", "deviation")


def null(seed: int, n: int = 500) -> Evidence:
    """Make up a world in which nothing is worth asking about."""
    draws = np.random.default_rng(seed)
    noise = SPREAD * np.sqrt(1 - RELIABILITY)
    true = draws.normal(MEAN, SPREAD * np.sqrt(RELIABILITY), 3 * n)
    screens = whole(true + draws.normal(0, noise, 3 * n))
    entered = np.flatnonzero(screens >= 10)[:n]
    n = len(entered)
    true, intake = true[entered], screens[entered]
    slope = draws.normal(0.02, 0.03, n)
    intake_day = draws.integers(0, 300, n).astype(np.float64)
    last_day = np.where(draws.random(n) < 0.6, intake_day + draws.integers(120, 241, n), np.nan)
    scored = whole(true - slope * (last_day - intake_day) + draws.normal(0, noise, n))
    discharge = sometimes(draws, intake_day, 0.5, 260)
    last_day[discharge < last_day] = np.nan
    last = np.where(np.isnan(last_day), np.nan, scored)
    other = np.where(draws.random(n) < 0.15, whole(last + draws.integers(-2, 3, n)), last)
    index = np.where(draws.random(n) < 0.15, whole(intake + draws.integers(-2, 3, n)), intake)
    plans = np.where(draws.random(n) < 0.15, whole(index + draws.integers(-2, 3, n)), index)
    episodes = Episodes(
        draws.integers(0, 3, n),
        draws.integers(0, 9, n),
        intake_day,
        intake,
        last_day,
        last,
        second_score=whole(true + draws.normal(0, noise, n)),
        rule_index_score=index,
        rule_last_score=other,
        plan_index_score=plans,
        exclusion_day=sometimes(draws, intake_day, 0.1, 150),
        discharge_day=discharge,
        transfer_day=sometimes(draws, intake_day, 0.1, 150),
        intake_instrument=np.zeros(n),
        last_instrument=np.where(draws.random(n) < 0.2, 1.0, 0.0),
    )
    return Evidence(
        TERMS,
        episodes,
        _scores(draws, episodes, true, slope, noise),
        screens,
        _sessions(draws, intake_day),
        _forms(draws),
        _attribution(draws),
        _benchmarks(draws),
        tuple(_restatement(draws, kind) for kind in KINDS),
        CodeLists(draws.random(n) < 0.9, draws.random(n) < 0.6, draws.random(n) < 0.5),
        HandedIn(
            draws.uniform(0, 100, n), np.full(n, 90.0), draws.random(n) < 0.7, draws.random(n) < 0.5
        ),
    )


def whole(scores: Floats) -> Floats:
    return np.clip(np.round(scores), 0, 27)


def sometimes(draws: np.random.Generator, start: Floats, share: float, most: int) -> Floats:
    """Return a day for some, whatever their scores."""
    n = len(start)
    return np.where(draws.random(n) < share, start + draws.uniform(20, most, n), np.nan)


def with_column(evidence: Evidence, name: str, values: Floats | None) -> Evidence:
    """Return the world with one column of its episodes changed."""
    columns = {field.name: getattr(evidence.episodes, field.name) for field in fields(Episodes)}
    return replace(evidence, episodes=Episodes(**{**columns, name: values}))


def change_at(evidence: Evidence, day: float) -> Floats:
    """Return, the plain slow way, each patient's last change before a day of care."""
    scores, episodes = evidence.scores, evidence.episodes
    assert scores is not None
    found = np.full(len(episodes.clinic), np.nan)
    latest = np.zeros(len(found))
    for patient, when, score in zip(scores.patient, scores.day, scores.score, strict=True):
        since = when - episodes.intake_day[patient]
        if latest[patient] < since < day:
            latest[patient] = since
            found[patient] = score - episodes.intake_score[patient]
    return found


def _scores(
    draws: np.random.Generator, episodes: Episodes, true: Floats, slope: Floats, noise: float
) -> Series:
    n = len(true)
    days = DAYS + draws.integers(-6, 7, (n, 4))
    values = whole(true[:, None] - slope[:, None] * days + draws.normal(0, noise, (n, 4)))
    assert episodes.discharge_day is not None
    ended = np.nan_to_num(episodes.discharge_day, nan=np.inf)[:, None]
    keep = (draws.random((n, 4)) < 0.85) & (episodes.intake_day[:, None] + days < ended)
    who = np.broadcast_to(np.arange(n)[:, None], (n, 4))
    return Series(
        np.concatenate([np.arange(n), who[keep]]).astype(np.int64),
        np.concatenate([episodes.intake_day, (episodes.intake_day[:, None] + days)[keep]]).astype(
            np.int64
        ),
        np.concatenate([episodes.intake_score, values[keep]]),
        n,
    )


def _sessions(draws: np.random.Generator, intake_day: Floats) -> Sessions:
    counts = draws.poisson(8, len(intake_day))
    who = np.repeat(np.arange(len(intake_day)), counts)
    return Sessions(who, intake_day[who] + draws.uniform(0, 180, len(who)))


def _forms(draws: np.random.Generator, k: int = 500) -> Forms:
    level = draws.choice([0.8, 1.0, 1.3, 2.0], k)
    items = np.clip(np.round(draws.normal(level[:, None], 0.5, (k, 9))), 0, 3)
    straight = draws.random(k) < 0.05
    items[straight] = draws.choice([1.0, 2.0], int(straight.sum()))[:, None]
    return Forms(items, draws.random(k) < 0.5, draws.lognormal(3.6, 0.7, k))


def _attribution(draws: np.random.Generator, m: int = 500) -> Attribution:
    was, kept = draws.random(m) < 0.8, draws.random(m) < 0.8
    return Attribution(
        was, kept | ~was, (draws.random(m) < 0.5).astype(np.float64), draws.normal(14, 4, m)
    )


def _benchmarks(draws: np.random.Generator, years: int = 10) -> Benchmarks:
    walk = 0.5 + np.cumsum(draws.normal(0, 0.01, years))
    own = walk + draws.normal(0, 0.03, years)
    return Benchmarks(walk, own, np.full(years, 0.5), np.full(years, 200))


def _restatement(draws: np.random.Generator, kind: str, n: int = 400) -> Restatement:
    signed = (draws.random(n) < 0.5).astype(np.float64)
    flips = draws.random(n) < 0.1
    used = np.where(flips, (draws.random(n) < 0.5).astype(np.float64), signed)
    return Restatement(kind, signed, used, 100.0, 200.0, is_agreed=False)
