"""Gulliksen-Lord-Novick."""

import math

import pytest

from tests.outcomes.one_declaration import declared, index


def test_the_last_score_is_compared_with_what_the_first_foretells() -> None:
    # (14 − 15) − 0.84·(20 − 15) = −5.2 over 5·√(1 − 0.84²).
    expected = 5.2 / (5 * math.sqrt(1 - 0.84**2))
    assert index(declared("gulliksen_lord_novick"), 20, 14) == pytest.approx(expected)


def test_a_patient_at_the_mean_who_stays_is_at_zero() -> None:
    assert index(declared("gulliksen_lord_novick"), 15, 15) == pytest.approx(0)
