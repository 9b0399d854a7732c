"""Scores moved over the cut are seen against the smooth line."""

from dataclasses import replace

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signals.entry_heap import SIGNAL
from tests.outcomes.gaming.made_up_world import null
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet, measured


def plant(evidence: Evidence) -> Evidence:
    draws = np.random.default_rng(0)
    assert evidence.screens is not None
    screens = evidence.screens.copy()
    moved = np.isin(screens, (8, 9)) & (draws.random(len(screens)) < 0.35)
    screens[moved] = 10
    return replace(evidence, screens=screens)


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert found.n > 0


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)


def test_a_heap_at_another_score_is_not_one_at_the_cut() -> None:
    evidence = null(3)
    assert evidence.screens is not None
    screens = np.where(np.isin(evidence.screens, (17, 18)), 19, evidence.screens)
    assert (measured(SIGNAL, replace(evidence, screens=screens)).p_value or 0) > 0.05
