"""A change after signing that costs the group is seen; an agreed one is not asked about."""

from dataclasses import replace

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signal import look
from fairterms.outcomes.gaming.signals.window_shift import SIGNAL
from tests.outcomes.gaming.made_up_world import null
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet


def plant(evidence: Evidence) -> Evidence:
    draws = np.random.default_rng(0)
    changed = tuple(
        replace(one, as_used=one.as_used * (draws.random(len(one.as_used)) > 0.15))
        if one.kind == "window"
        else one
        for one in evidence.restatements
    )
    return replace(evidence, restatements=changed)


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert 0.03 < found.effect < 0.15


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)


def test_what_was_agreed_or_older_than_the_contract_is_not_asked_about() -> None:
    planted = plant(null(1))
    agreed = tuple(replace(one, is_agreed=True) for one in planted.restatements)
    older = tuple(replace(one, changed_day=99.0) for one in planted.restatements)
    for restatements in (agreed, older):
        assert look(SIGNAL, replace(planted, restatements=restatements)).measured is None
