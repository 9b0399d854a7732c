"""Sessions that stop for patients off track are seen."""

from dataclasses import replace

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signals.session_rationing import SIGNAL
from tests.outcomes.gaming.made_up_world import change_at
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet


def plant(evidence: Evidence) -> Evidence:
    assert evidence.sessions is not None
    draws = np.random.default_rng(0)
    bad = change_at(evidence, 60) >= 0
    who = evidence.sessions.episode
    since = evidence.sessions.day - evidence.episodes.intake_day[who]
    keep = ~(bad[who] & (since > 60) & (draws.random(len(who)) < 0.6))
    return replace(
        evidence,
        sessions=replace(evidence.sessions, episode=who[keep], day=evidence.sessions.day[keep]),
    )


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert 0.3 < found.effect < 0.8


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)
