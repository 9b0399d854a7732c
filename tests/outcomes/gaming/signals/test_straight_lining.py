"""Straight lines among last forms are seen at equal totals."""

from dataclasses import replace

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signals.straight_lining import SIGNAL
from tests.outcomes.gaming.made_up_world import null
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet, measured


def plant(evidence: Evidence) -> Evidence:
    assert evidence.forms is not None
    draws = np.random.default_rng(0)
    items = evidence.forms.items.copy()
    drawn = evidence.forms.is_last & (draws.random(len(items)) < 0.15)
    items[drawn] = 1
    return replace(evidence, forms=replace(evidence.forms, items=items))


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert found.n > 0


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)


def test_people_who_are_well_and_answer_never_in_every_line_are_no_sign() -> None:
    evidence = null(6)
    assert evidence.forms is not None
    items = np.where(evidence.forms.is_last[:, None], 0.0, evidence.forms.items)
    items[:20] = np.tile([1.0, 1, 1, 1, 1, 1, 1, 1, 2], (20, 1))
    mixed = np.vstack([items, evidence.forms.items])
    forms = replace(
        evidence.forms,
        items=mixed,
        is_last=np.concatenate([evidence.forms.is_last, evidence.forms.is_last]),
        seconds=None,
    )
    assert measured(SIGNAL, replace(evidence, forms=forms)).statistic < 2.5
