"""Edwards-Nunnally."""

import pytest

from tests.outcomes.one_declaration import declared, index


def test_the_last_score_is_compared_with_the_first_ones_true_score() -> None:
    # x̂ = 0.84·(20 − 15) + 15 = 19.2, S_E = 2.
    assert index(declared("edwards_nunnally"), 20, 14) == pytest.approx(2.6)


def test_a_patient_who_drifts_back_to_the_mean_is_at_zero() -> None:
    assert index(declared("edwards_nunnally"), 25, 23.4) == pytest.approx(0)


def test_it_counts_more_change_than_jacobson_truax_from_the_mean() -> None:
    generous, usual = declared("edwards_nunnally"), declared("jacobson_truax")
    assert index(generous, 15, 10) > index(usual, 15, 10) > 0
