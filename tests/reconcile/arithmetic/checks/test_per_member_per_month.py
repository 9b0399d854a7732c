"""PMPM times member-months against totals."""

import pytest

from tests.reconcile.found import found, one, repairs
from tests.reconcile.made_report import sent

CODE = "med-rx-cost-pmpm"


@pytest.mark.parametrize("printed", [34.33, 34.34])
def test_a_pmpm_within_its_last_digit_is_no_finding(printed: float) -> None:
    # 103,000 ÷ 3,000 is 34.333: 34.34 is beyond half a cent.
    seen = found("per_member_per_month", sent({(CODE, ()): printed}))
    assert bool(seen) is (printed == 34.34)


def test_a_pmpm_that_does_not_give_the_total_may_be_repaired_on_either_side() -> None:
    seen = one("per_member_per_month", sent({(CODE, ("hmo",)): 47}))
    assert seen.what == (
        "Medical pharmacy cost PMPM, hmo is $47.00 PMPM; times 1,000 member-months that is "
        "$47,000.00, and Medical pharmacy cost, hmo is printed as $37,000.00"
    )
    assert repairs(seen) == [
        "Medical pharmacy cost PMPM, hmo is $37.00 PMPM",
        "Medical pharmacy cost, hmo is $47,000.00",
    ]


def test_a_part_without_member_months_is_not_compared() -> None:
    numbers = {(CODE, ("hmo",)): 47.0, ("member-months", ("hmo",)): None}
    assert found("per_member_per_month", sent(numbers)) == ()
