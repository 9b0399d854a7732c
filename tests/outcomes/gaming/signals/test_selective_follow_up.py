"""Follow-up that hangs on how patients were doing is seen, and bounded."""

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signals.selective_follow_up import SIGNAL
from tests.outcomes.gaming.made_up_world import change_at, with_column
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet


def plant(evidence: Evidence) -> Evidence:
    draws = np.random.default_rng(0)
    change = np.nan_to_num(change_at(evidence, 120))
    chance = 1 / (1 + np.exp(0.3 * (change + 2)))
    last = np.where(draws.random(len(change)) < 1.4 * chance, evidence.episodes.last_score, np.nan)
    return with_column(evidence, "last_score", last)


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert found.low <= found.effect <= found.high
    assert found.effect > 0


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)
