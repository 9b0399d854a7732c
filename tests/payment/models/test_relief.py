"""Relief from what the group owes."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from tests.payment.earlier_clause import RESULT, agrees_in_floats, cost_for
from tests.payment.one_clause import amount, settle

RELIEVED = RESULT + '[[clause]]\nid = "relieved"\nmodel = "relief"\nof = "result"\n'


CASES = {
    "relief lowers what is owed": (-100_000, "$30,000.00", "-$70,000.00"),
    "relief printed as a negative does the same": (-100_000, "-$30,000.00", "-$70,000.00"),
    "relief one cent short leaves one cent": (-100_000, "$99,999.99", "-$0.01"),
    "relief of the whole amount leaves nothing": (-100_000, "$100,000.00", "$0.00"),
    "relief above the amount never becomes a payment": (-100_000, "$100,000.01", "$0.00"),
    "a gain is left alone": (100_000, "$30,000.00", "$100,000.00"),
    "no relief changes nothing": (-100_000, "$0.00", "-$100,000.00"),
    "nothing owed stays nothing": (0, "$30,000.00", "$0.00"),
}


@pytest.mark.parametrize(("before", "relief", "after"), CASES.values(), ids=CASES.keys())
def test_relief_is_taken_off_what_is_owed(before: int, relief: str, after: str) -> None:
    figures = {"cost": cost_for(before), "relief": relief}
    assert amount(settle(RELIEVED, figures)) == after
    assert agrees_in_floats(RELIEVED, figures)


def test_relief_fixed_by_the_contract_is_a_share_of_what_is_owed() -> None:
    clauses = RELIEVED + 'relief = "25 % of owed"\n'
    assert amount(settle(clauses, {"cost": cost_for(-80_000)})) == "-$60,000.00"
    assert amount(settle(clauses, {"cost": cost_for(80_000)})) == "$80,000.00"


@pytest.mark.parametrize(
    ("before", "relief", "bites"),
    [(-10, "$1.00", True), (-10, "$0.00", False), (0, "$1.00", False), (10, "$1.00", False)],
)
def test_the_gate_says_whether_anything_was_let_off(
    before: int, relief: str, *, bites: bool
) -> None:
    gate = settle(RELIEVED, {"cost": cost_for(before), "relief": relief}).gate("relieved")
    assert bool(gate.bites[0]) is bites
    assert gate.otherwise == "nothing is owed, or there is no relief"


CENTS = some.decimals(Decimal(-900_000), Decimal(900_000), places=2)


@settings(max_examples=25, deadline=None)
@generated(before=CENTS, relief=CENTS)
def test_relief_helps_the_group_by_at_most_its_amount_and_the_debt(
    before: Decimal, relief: Decimal
) -> None:
    written = f"{'-' if relief < 0 else ''}${abs(relief):,.2f}"
    figures = {"cost": cost_for(before), "relief": written}
    sheet = settle(RELIEVED, figures)
    after = sheet.amounts()[0]
    assert after - before == min(abs(relief), max(-before, Decimal(0)))
    assert sheet.step("let_off").values[0] == after - before
    assert agrees_in_floats(RELIEVED, figures)
