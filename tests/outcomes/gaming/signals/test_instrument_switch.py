"""Another questionnaire for patients doing badly is seen."""

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signals.instrument_switch import SIGNAL
from tests.outcomes.gaming.made_up_world import change_at, with_column
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet


def plant(evidence: Evidence) -> Evidence:
    bad = np.nan_to_num(change_at(evidence, 120), nan=-9) >= 0
    assert evidence.episodes.last_instrument is not None
    draws = np.random.default_rng(0)
    last = np.where(bad & (draws.random(len(bad)) < 0.6), 2.0, evidence.episodes.last_instrument)
    return with_column(evidence, "last_instrument", last)


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert found.n > 0


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)
