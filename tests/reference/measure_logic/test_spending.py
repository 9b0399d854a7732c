"""What bills come to."""

import pytest

from fairterms.reference.clinical.code import Code
from fairterms.reference.measure_logic.spending import bills_within, cents_of
from fairterms.units.refusal import Refusal
from tests.reference.made_patients import COST, bill, day, patient


def total(*lines: object, **changes: str | float) -> int:
    options = {**COST, **changes}
    return cents_of(bills_within(patient(*lines), day("01-01"), day("01-31"), options), options)


@pytest.mark.parametrize(
    ("at", "cents"), [("2026-12-31", 0), ("01-01", 5), ("01-31", 5), ("02-01", 0)]
)
def test_both_ends_count(at: str, cents: int) -> None:
    assert total(bill(at, 5)) == cents


def test_only_declared_services_count_in_any_case_of_letters() -> None:
    lines = (bill("01-05", 5), bill("01-05", 70, codes=(Code("hcpcs", "H0004"),)))
    assert total(*lines, service_codes="h0004, 99213") == 70
    assert total(*lines, service_codes="90837") == 5


def test_lines_paid_too_late_do_not_count() -> None:
    assert total(bill("01-05", 5), paid_through="2027-01-05") == 5
    assert total(bill("01-05", 5), paid_through="2027-01-04") == 0


def test_paid_and_allowed_are_two_amounts() -> None:
    assert total(bill("01-05", 5, paid_cents=3), amount="paid") == 3


def test_what_is_missing_is_refused_where_it_decides() -> None:
    with pytest.raises(Refusal, match="a line of 2027-01-05 has no paid amount"):
        total(bill("01-05", 5), amount="paid")
    with pytest.raises(Refusal, match="a line of 2027-01-05 has no day of payment"):
        total(bill("01-05", 5, paid_on=None), paid_through="2027-12-31")
    assert total(bill("01-05", 5, paid_on=None)) == 5


def test_a_line_without_a_day_of_service_does_not_count() -> None:
    assert total(bill("01-05", 5, period=None)) == 0
