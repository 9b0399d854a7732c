"""Last observation carried forward."""

import numpy as np

from fairterms.outcomes.patient_change.carrying_forward import carry_forward


def test_a_gap_is_filled_with_the_score_before_it_and_a_late_start_stays_open() -> None:
    nan = np.nan
    table = np.array([[20, nan, 12, nan], [nan, nan, 7, nan], [nan] * 4, [1, 2, 3, 4]])
    expected = np.array([[20, 20, 12, 12], [nan, nan, 7, 7], [nan] * 4, [1, 2, 3, 4]])
    np.testing.assert_array_equal(carry_forward(table), expected)
