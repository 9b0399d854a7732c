"""Departures of the plan that all go down are seen."""

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signals.index_lowered import SIGNAL
from tests.outcomes.gaming.made_up_world import with_column
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet


def plant(evidence: Evidence) -> Evidence:
    rule, used = evidence.episodes.rule_index_score, evidence.episodes.plan_index_score
    assert rule is not None
    assert used is not None
    return with_column(evidence, "plan_index_score", np.fmin(rule, used))


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert found.effect >= 0


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)
