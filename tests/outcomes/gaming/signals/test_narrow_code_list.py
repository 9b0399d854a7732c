"""A list that leaves out those who got better is seen."""

from dataclasses import replace

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signals.narrow_code_list import SIGNAL
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet


def plant(evidence: Evidence) -> Evidence:
    assert evidence.code_lists is not None
    lists = evidence.code_lists
    draws = np.random.default_rng(0)
    in_plan = lists.in_plan & ~(lists.is_reached & (draws.random(len(lists.in_plan)) < 0.4))
    return replace(evidence, code_lists=replace(lists, in_plan=in_plan))


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert found.effect > 0


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)
