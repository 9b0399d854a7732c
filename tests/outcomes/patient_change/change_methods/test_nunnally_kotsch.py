"""Nunnally-Kotsch."""

import math

import pytest

from fairterms.outcomes.patient_change.change_declaration import Reliability
from fairterms.units.refusal import Refusal
from tests.outcomes.one_declaration import HERE, declared, index


def test_both_scores_bring_their_error() -> None:
    expected = 5.2 / math.sqrt(0.84**2 * 25 * 0.16 + 25 * 0.20)
    assert index(declared("nunnally_kotsch"), 20, 14) == pytest.approx(expected)


def test_a_less_reliable_last_score_makes_change_harder_to_show() -> None:
    worse = declared("nunnally_kotsch", reliability=Reliability(0.84, HERE, last=0.5))
    assert 0 < index(worse, 20, 14) < index(declared("nunnally_kotsch"), 20, 14)


def test_without_the_last_scores_reliability_it_refuses() -> None:
    with pytest.raises(Refusal, match=r"needs reliability\.last"):
        index(declared("nunnally_kotsch", reliability=Reliability(0.84, HERE)), 20, 14)
