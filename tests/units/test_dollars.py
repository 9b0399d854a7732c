"""An amount is written to the cent, half up, with a true minus sign."""

from decimal import Decimal

import pytest

from fairterms.units.dollars import dollars


@pytest.mark.parametrize(
    ("amount", "written"),
    [("0", "$0.00"), ("1234567.895", "$1,234,567.90"), ("-0.005", "−$0.01"), ("-12", "−$12.00")],
)
def test_an_amount_is_written_for_a_reader(amount: str, written: str) -> None:
    assert dollars(Decimal(amount)) == written
