"""Money paid ahead and taken back from what is earned."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import RESULT, agrees_in_floats, cost_for
from tests.payment.one_clause import amount, settle

ADVANCE = RESULT + '[[clause]]\nid = "paid_back"\nmodel = "advance"\nof = "result"\n'


CASES = {
    "a balance below the earnings is taken back in full": (
        100_000,
        "$30,000.00",
        ("$30,000.00", "$0.00", "$70,000.00"),
    ),
    "a balance of exactly the earnings leaves nothing to pay": (
        100_000,
        "$100,000.00",
        ("$100,000.00", "$0.00", "$0.00"),
    ),
    "one cent more than the earnings carries": (
        100_000,
        "$100,000.01",
        ("$100,000.00", "$0.01", "$0.00"),
    ),
    "a loss takes nothing back": (-100_000, "$30,000.00", ("$0.00", "$30,000.00", "-$100,000.00")),
    "no earnings take nothing back": (0, "$30,000.00", ("$0.00", "$30,000.00", "$0.00")),
    "no balance changes nothing": (100_000, "$0.00", ("$0.00", "$0.00", "$100,000.00")),
}


@pytest.mark.parametrize(("before", "balance", "expected"), CASES.values(), ids=CASES.keys())
def test_the_advance_is_taken_back_from_earnings(
    before: int, balance: str, expected: tuple[str, str, str]
) -> None:
    figures = {"cost": cost_for(before), "advance_balance": balance}
    sheet = settle(ADVANCE, figures)
    written = (amount(sheet, "recouped"), amount(sheet, "still_owed"), amount(sheet))
    assert written == expected
    assert agrees_in_floats(ADVANCE, figures)


def test_no_more_than_the_cap_is_taken_from_one_payment() -> None:
    clauses = ADVANCE + 'recoupment_cap = ["50 % of earned", "$20,000.00"]\n'
    small = settle(clauses, {"cost": cost_for(10_000), "advance_balance": "$30,000.00"})
    assert amount(small) == "$5,000.00"
    assert amount(small, "still_owed") == "$25,000.00"
    assert bool(small.gate("recoupment_cap").bites[0])
    large = settle(clauses, {"cost": cost_for(100_000), "advance_balance": "$30,000.00"})
    assert amount(large) == "$80,000.00"
    enough = settle(clauses, {"cost": cost_for(100_000), "advance_balance": "$20,000.00"})
    assert not bool(enough.gate("recoupment_cap").bites[0])


def test_the_gate_says_why_nothing_was_taken_back() -> None:
    gate = settle(ADVANCE, {"cost": cost_for(-1), "advance_balance": "$5.00"}).gate("recouped")
    assert not bool(gate.bites[0])
    assert gate.otherwise == "nothing is earned, or nothing is left to take back"


def test_a_negative_balance_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        settle(ADVANCE, {"cost": "$0.00", "advance_balance": "-$5.00"})
    assert refusal.value.subject == "advance_balance"
    assert "or $0.00" in refusal.value.fix


SHARE = ADVANCE.rstrip() + '\nrecoupment_cap = "50 % of balance_sheet"\n'


def test_a_share_of_a_loss_takes_nothing_back() -> None:
    """Half of a loss is below zero; it must not make the loss smaller."""
    figures = {"cost": cost_for(-25_000), "advance_balance": "$40,000.00"}
    found = settle(SHARE, {**figures, "balance_sheet": "-$25,000.00"})
    assert amount(found) == "-$25,000.00"
    assert amount(found, "recouped") == "$0.00"
    assert not bool(found.gate("recoupment_cap").bites[0])


def test_a_cap_below_zero_on_what_is_earned_is_refused() -> None:
    figures = {"cost": cost_for(25_000), "advance_balance": "$40,000.00"}
    with pytest.raises(Refusal, match="works out below zero"):
        settle(SHARE, {**figures, "balance_sheet": "-$1.00"})


CENTS = some.decimals(Decimal(-900_000), Decimal(900_000), places=2)
BALANCES = some.decimals(Decimal(0), Decimal(900_000), places=2)


@settings(max_examples=25, deadline=None)
@generated(before=CENTS, balance=BALANCES)
def test_no_dollar_is_lost_between_paid_recouped_and_carried(
    before: Decimal, balance: Decimal
) -> None:
    figures = {"cost": cost_for(before), "advance_balance": f"${balance:,.2f}"}
    sheet = settle(ADVANCE, figures)
    recouped = sheet.step("recouped").values[0]
    assert sheet.amounts()[0] + recouped == before
    assert sheet.step("still_owed").values[0] + recouped == balance
    assert recouped == min(balance, max(before, Decimal(0)))
    assert sheet.amounts()[0] >= min(before, Decimal(0))
    assert agrees_in_floats(ADVANCE, figures)


def test_a_carried_balance_is_taken_back_the_next_year() -> None:
    first = settle(ADVANCE, {"cost": cost_for(40_000), "advance_balance": "$100,000.00"})
    carried = amount(first, "still_owed")
    assert carried == "$60,000.00"
    second = settle(ADVANCE, {"cost": cost_for(90_000), "advance_balance": carried})
    assert amount(second) == "$30,000.00"
    assert amount(second, "still_owed") == "$0.00"
