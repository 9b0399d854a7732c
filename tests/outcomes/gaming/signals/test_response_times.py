"""Last forms too fast to be read are seen."""

from dataclasses import replace

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signals.response_times import SIGNAL
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet


def plant(evidence: Evidence) -> Evidence:
    assert evidence.forms is not None
    assert evidence.forms.seconds is not None
    draws = np.random.default_rng(0)
    fast = evidence.forms.is_last & (draws.random(len(evidence.forms.is_last)) < 0.15)
    seconds = np.where(fast, 4.0, evidence.forms.seconds)
    return replace(evidence, forms=replace(evidence.forms, seconds=seconds))


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert found.n > 0


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)
