"""Terms keep their history; a contract can be seen on any day."""

from datetime import date

import pytest

from fairterms.contract.value import Word
from fairterms.units.period import Period
from tests.payment.one_clause import contract
from tests.settle.deals import CLAUSES

HEADER = """
[contract]
name = "Years"
starts = 2027-01-01
ends = 2029-12-31
rounding = "to the cent, half up, once at the end"
payable = ["sequestration"]
"""
CHANGES = """sharing_rate = [
  { value = "50 %", from = 2027-01-01 },
  { value = "45 %", from = 2028-07-01, agreed = 2028-03-01, amendment = "Amendment 1" },
]
loss_rate = [{ value = "30 %", from = 2029-01-01 }]
minimum_loss_rate = "2 %\""""


def years() -> str:
    return CLAUSES.replace('sharing_rate = "50 %"', CHANGES)


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        (date(2027, 1, 1), "50 %"),
        (date(2028, 6, 30), "50 %"),
        (date(2028, 7, 1), "45 %"),
        (date(2029, 12, 31), "45 %"),
    ],
)
def test_the_value_in_force_on_a_day(day: date, rate: str) -> None:
    found = contract(years(), HEADER).on(day).clause("savings").terms["sharing_rate"]
    assert str(found.value) == rate


def test_a_term_does_not_exist_before_its_first_day() -> None:
    written = contract(years(), HEADER)
    assert "loss_rate" not in written.on(date(2028, 12, 31)).clause("savings").terms
    assert "loss_rate" in written.on(date(2029, 1, 1)).clause("savings").terms


def test_a_change_within_a_period_is_told() -> None:
    term = contract(years(), HEADER).clause("savings").terms["sharing_rate"]
    (change,) = term.changes_within(Period(date(2028, 1, 1), date(2028, 12, 31)))
    assert (change.amendment, change.agreed_on) == ("Amendment 1", date(2028, 3, 1))
    assert term.changes_within(Period(date(2028, 7, 1), date(2029, 6, 30))) == ()


def test_clauses_can_be_exchanged_and_chosen() -> None:
    written = contract(years(), HEADER)
    changed = written.clause("savings").with_value("shared_from", Word("first dollar"))
    assert written.replacing(changed).clause("savings").terms["shared_from"].value == Word(
        "first dollar"
    )
    assert "shared_from" not in changed.without("shared_from").terms
    only = written.only(("savings",))
    assert (only.payable, len(only.clauses)) == ((), 1)
    with pytest.raises(KeyError):
        only.clause("sequestration")
