"""Rates as two counts."""

import pytest

from fairterms.outcomes.patient_change.rate import Rate
from fairterms.units.refusal import Refusal


def test_a_rate_is_printed_with_one_decimal_half_up() -> None:
    assert Rate("response", 1, 16, "all").percent == 6.3
    assert Rate("response", 1, 3, "all").percent == 33.3


def test_a_rate_of_nobody_is_refused() -> None:
    with pytest.raises(Refusal, match="no patients in its denominator"):
        _ = Rate("response", 0, 0, "all").value


def test_a_part_is_no_more_than_the_whole() -> None:
    with pytest.raises(AssertionError):
        Rate("response", 5, 4, "all")
