"""What was known on a day is what a patient reader of the records would have known."""

import numpy as np
import pytest

from fairterms.outcomes.gaming.evidence import present
from fairterms.outcomes.gaming.progress import (
    advantage_of_leaving_out,
    compare_departures,
    follow,
)
from tests.outcomes.gaming.made_up_world import change_at, null, with_column


@pytest.mark.parametrize("day", [0.0, 28.0, 60.0, 113.0, 5_000.0])
def test_the_last_change_known_is_that_of_the_plain_slow_way(day: float) -> None:
    evidence = null(3, 80)
    progress = follow(evidence.episodes, present(evidence.scores, "scores"))
    assert np.array_equal(progress.on(day), change_at(evidence, day), equal_nan=True)
    seen = progress.seen_on(day)
    assert np.array_equal(np.isnan(seen), np.isnan(progress.on(day)))
    assert not (seen >= day).any()


def test_patients_of_other_clinics_or_other_times_are_in_other_strata() -> None:
    evidence = null(3, 200)
    progress = follow(evidence.episodes, present(evidence.scores, "scores"))
    clinic, seen = evidence.episodes.clinic, np.nan_to_num(progress.seen_on(90.0))
    strata = progress.strata(90.0, clinic)
    for one in np.unique(strata):
        rows = strata == one
        assert len(set(clinic[rows])) == 1
        assert np.ptp(seen[rows]) < 14


def test_departures_agree_with_a_plain_loop() -> None:
    evidence = null(6, 150)
    episodes, scores = evidence.episodes, present(evidence.scores, "scores")
    days = present(episodes.exclusion_day, "episodes.exclusion_day")
    since = days - episodes.intake_day
    end = np.zeros(len(since))
    for who, day in zip(scores.patient, scores.day, strict=True):
        end[who] = max(end[who], day - episodes.intake_day[who])
    for column in (episodes.last_day, present(episodes.discharge_day, "scores"), days):
        end = np.fmax(end, column - episodes.intake_day)
    above = spread = 0.0
    for who in np.flatnonzero(~np.isnan(since)):
        now = change_at(evidence, float(since[who]))
        there = ~np.isnan(now) & (end >= since[who]) & (episodes.clinic == episodes.clinic[who])
        there &= np.isnan(since) | (since >= since[who])
        if there[who] and there.sum() > 1:
            above += now[who] - now[there].mean()
            spread += now[there].var()
    found = compare_departures(evidence, days)
    assert found.statistic == pytest.approx(above / np.sqrt(spread))


def test_leaving_out_those_who_fail_raises_the_rate() -> None:
    evidence = null(6, 400)
    worse = np.nan_to_num(change_at(evidence, 200), nan=-9) >= 0
    gain, counted = advantage_of_leaving_out(evidence, worse)
    assert gain > 0
    assert counted == worse.sum()
    nobody, _ = advantage_of_leaving_out(evidence, np.zeros_like(worse))
    assert np.isnan(nobody)


def test_without_scores_after_intake_nothing_is_known() -> None:
    evidence = null(6, 50)
    scores = present(evidence.scores, "scores")
    only_intake = scores.take(np.arange(50))
    assert np.isnan(follow(evidence.episodes, only_intake).on(100.0)).all()
    assert with_column(evidence, "transfer_day", None).episodes.transfer_day is None
