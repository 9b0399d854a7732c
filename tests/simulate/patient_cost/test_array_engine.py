import numpy as np
import pytest

from fairterms.simulate.patient_cost.array_engine import row_sums


@pytest.mark.parametrize("largest", [1, 1_000_000, 5_000_000, 2**31 - 1])
def test_rows_of_the_largest_cents_do_not_overflow(largest: int) -> None:
    cents = np.full((2, 5_000), largest, dtype=np.int32)
    assert row_sums(cents, largest).tolist() == [5_000 * largest] * 2


def test_wide_cents_are_added_as_they_are() -> None:
    assert row_sums(np.full((1, 3), 2**40), 2**40).tolist() == [3 * 2**40]


def test_no_patient_costs_nothing() -> None:
    assert row_sums(np.zeros((3, 0), dtype=np.int32), 0).tolist() == [0, 0, 0]
