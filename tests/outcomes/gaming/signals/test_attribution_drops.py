"""A list that loses patients doing well is seen."""

from dataclasses import replace

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signals.attribution_drops import SIGNAL
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet


def plant(evidence: Evidence) -> Evidence:
    assert evidence.attribution is not None
    draws = np.random.default_rng(0)
    lists = evidence.attribution
    lost = (lists.is_well == 1) & lists.was_listed & (draws.random(len(lists.is_well)) < 0.2)
    return replace(evidence, attribution=replace(lists, is_listed=lists.is_listed & ~lost))


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert found.effect > 0


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)
