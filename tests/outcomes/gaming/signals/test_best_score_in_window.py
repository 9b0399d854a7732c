"""Departures from the last score that all go down are seen."""

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signals.best_score_in_window import SIGNAL
from tests.outcomes.gaming.made_up_world import with_column
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet


def plant(evidence: Evidence) -> Evidence:
    rule = evidence.episodes.rule_last_score
    assert rule is not None
    return with_column(evidence, "last_score", np.minimum(rule, evidence.episodes.last_score))


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert found.effect >= 0


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)
