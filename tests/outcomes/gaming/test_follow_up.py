"""The rate of those followed lies between its bounds, and weighting brings back what was lost."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.follow_up import weigh
from tests.outcomes.gaming.made_up_world import change_at, null, with_column


def everybody(seed: int, n: int) -> Evidence:
    """Return a world in which nobody is lost: the truth to be brought back."""
    evidence = null(seed, n)
    draws = np.random.default_rng(seed)
    change = np.nan_to_num(change_at(evidence, 120)) - draws.choice([0.0, 3.0, 6.0], n)
    last = np.clip(evidence.episodes.intake_score + np.round(change), 0, 27)
    return with_column(evidence, "last_score", last)


def test_weighting_brings_back_the_rate_of_all_where_loss_hangs_on_what_was_seen() -> None:
    truth = everybody(1, 4_000)
    whole_rate = weigh(truth).observed
    change = np.nan_to_num(change_at(truth, 120))
    keep = np.random.default_rng(2).random(4_000) < 1 / (1 + np.exp(0.4 * (change + 2)))
    lost = with_column(truth, "last_score", np.where(keep, truth.episodes.last_score, np.nan))
    found = weigh(lost)
    assert found.observed - whole_rate > 0.05
    assert found.weighted == pytest.approx(whole_rate, abs=0.02)
    assert found.worst <= whole_rate <= found.best


def test_the_bounds_count_everybody_missing_one_way_and_the_other() -> None:
    found = weigh(null(3))
    assert found.best - found.worst == pytest.approx(1 - found.followed / found.all)
    assert found.worst <= found.observed <= found.best


def test_where_nobody_is_followed_there_is_no_rate() -> None:
    evidence = null(3, 60)
    gone = with_column(evidence, "last_score", np.full(60, np.nan))
    found = weigh(gone)
    assert np.isnan(found.observed)
    assert np.isnan(found.weighted)
    assert (found.worst, found.best) == (0, 1)
    assert weigh(replace(evidence)).followed > 0
