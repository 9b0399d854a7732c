"""Departures from the rule that all go up are seen."""

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signals.index_choice import SIGNAL
from tests.outcomes.gaming.made_up_world import with_column
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet


def plant(evidence: Evidence) -> Evidence:
    rule = evidence.episodes.rule_index_score
    assert rule is not None
    return with_column(evidence, "intake_score", np.fmax(rule, evidence.episodes.intake_score))


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert found.effect >= 0


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)
