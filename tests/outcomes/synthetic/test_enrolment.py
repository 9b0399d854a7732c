"""Membership covers every visit on record."""

import numpy as np
import pytest

from fairterms.outcomes.synthetic.enrolment import ALL_ALONG, LASTS
from tests.outcomes.synthetic.groups import group, world


def test_every_visit_falls_within_membership() -> None:
    block = group(world(patients=4000)).block
    spans, visits = block.spans, block.visits
    assert (spans.starts[visits.patient] <= visits.day).all()
    ends = np.where(spans.ends == LASTS, block.world.days, spans.ends)
    assert (visits.day <= ends[visits.patient]).all()


def test_most_are_members_all_along_and_some_leave() -> None:
    spans = group(world(patients=4000)).block.spans
    assert (spans.starts == 0).mean() > ALL_ALONG - 0.02
    assert 0.02 < (spans.ends != LASTS).mean() < 0.12


def test_risk_scores_are_about_one_and_rise_with_illness() -> None:
    block = group(world(patients=8000)).block
    assert block.spans.risk_score.mean() == pytest.approx(1.0, abs=0.1)
    assert np.corrcoef(block.spans.risk_score, block.people.severity)[0, 1] > 0.2
