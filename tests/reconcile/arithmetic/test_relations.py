"""How lines belong together."""

from decimal import Decimal

from fairterms.reconcile.arithmetic.relations import (
    beside,
    half_step,
    months_beside,
    parts_of,
    written,
)
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.quantity import FACTOR, FRACTION, MONEY, Quantity, parse


def line(name: str, value: str, code: str, *scope: str, stream: str = "ssq") -> StatementLine:
    return StatementLine(name, code, parse(value), code, stream, scope)


def test_parts_are_the_direct_ones_or_else_the_nearest_below() -> None:
    whole = line("w", "$3.00", "revenue")
    deep = [line(f"d{at}", "$1.00", "revenue", "hmo", f"Region {at}") for at in (1, 2)]
    statement = Statement("f", (whole, *deep))
    assert parts_of(statement, whole) == tuple(deep)
    cohort = line("c", "$2.00", "revenue", "hmo")
    assert parts_of(Statement("f", (whole, cohort, *deep)), whole) == (cohort,)


def test_the_same_payment_is_preferred_and_two_others_are_none() -> None:
    cost = line("c", "$1.00", "med-cost", "hmo")
    own = line("m", "5 member-months", "member-months", "hmo")
    other = line("o", "6 member-months", "member-months", "hmo", stream="ccf")
    third = line("t", "7 member-months", "member-months", "hmo", stream="qip")
    assert beside(Statement("f", (cost, other, own)), cost, "member-months") == own
    assert beside(Statement("f", (cost, other)), cost, "member-months") == other
    assert beside(Statement("f", (cost, other, third)), cost, "member-months") is None


def test_pharmacy_costs_have_their_own_member_months_where_there_are_some() -> None:
    cost = line("c", "$1.00", "rx-cost")
    all_months = line("m", "5 member-months", "member-months")
    own = line("r", "4 member-months", "rx-member-months")
    assert months_beside(Statement("f", (cost, all_months)), cost) == all_months
    assert months_beside(Statement("f", (cost, all_months, own)), cost) == own


def test_lines_of_one_metric_are_taken_to_be_printed_alike() -> None:
    lines = (line("a", "1 factor", "avg-risk-score"), line("b", "0.9 factor", "avg-risk-score"))
    assert half_step(Statement("f", lines), lines[0]) == Decimal("0.05")
    dollars = line("c", "$100", "revenue")
    assert half_step(Statement("f", (dollars,)), dollars) == Decimal("0.5")


def test_numbers_that_never_end_are_written_to_four_digits() -> None:
    third = Decimal(1) / 3
    assert written(Quantity(third, FRACTION)) == "33.33 %"
    assert written(Quantity(third, FACTOR)) == "0.3333"
    assert written(Quantity(third, MONEY)) == "$0.33"
    assert written(Quantity(Decimal("0.005"), MONEY)) == "$0.005"
