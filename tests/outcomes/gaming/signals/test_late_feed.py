"""Good results sent in time and left out are seen."""

from dataclasses import replace

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signal import look
from fairterms.outcomes.gaming.signals.late_feed import SIGNAL
from tests.outcomes.gaming.made_up_world import null
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet


def plant(evidence: Evidence) -> Evidence:
    assert evidence.handed_in is not None
    found = evidence.handed_in
    draws = np.random.default_rng(0)
    counted = found.is_counted & ~(found.is_reached & (draws.random(len(found.is_counted)) < 0.4))
    return replace(evidence, handed_in=replace(found, is_counted=counted))


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert found.effect > 0


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)


def test_what_was_sent_too_late_is_not_held_against_the_plan() -> None:
    planted = plant(null(1))
    assert planted.handed_in is not None
    late = replace(planted.handed_in, sent_day=planted.handed_in.due_day + 1)
    assert look(SIGNAL, replace(planted, handed_in=late)).measured is None
