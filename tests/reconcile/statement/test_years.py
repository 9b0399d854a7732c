"""Which year a statement is about."""

from datetime import date
from decimal import Decimal

from fairterms.reconcile.statement.statement import StatementLine
from fairterms.reconcile.statement.years import Chosen, Dated, Stated, choose, named
from fairterms.units.period import Period, calendar_year
from fairterms.units.quantity import MONEY, Quantity

Y2026, Y2027 = calendar_year(2026), calendar_year(2027)


def dated(*periods: Period | None) -> tuple[Dated, ...]:
    value = Quantity(Decimal(1), MONEY)
    return tuple(
        Dated(StatementLine(f"l{at}", "A line", value), at + 2, period)
        for at, period in enumerate(periods)
    )


def ids(chosen: Chosen) -> list[str]:
    return [line.id for line in chosen.lines]


def codes(chosen: Chosen) -> list[str]:
    return [problem.code for problem in chosen.problems]


def test_lines_of_one_year_say_which_year_it_is() -> None:
    chosen = choose("f.csv", dated(Y2027, None, Y2027), None, None)
    assert (chosen.period, ids(chosen), codes(chosen)) == (Y2027, ["l0", "l1", "l2"], [])


def test_without_a_year_anywhere_there_is_none() -> None:
    chosen = choose("f.csv", dated(None, None), None, None)
    assert (chosen.period, ids(chosen), codes(chosen)) == (None, ["l0", "l1"], [])


def test_lines_of_two_years_are_not_compared_until_a_person_chooses() -> None:
    mixed = dated(Y2027, Y2026, Y2027)
    chosen = choose("f.csv", mixed, None, None)
    assert (chosen.period, ids(chosen), codes(chosen)) == (None, [], ["mixed-years"])
    assert chosen.problems[0].line == 3
    chosen = choose("f.csv", mixed, None, Y2026)
    assert (chosen.period, ids(chosen), codes(chosen)) == (Y2026, ["l1"], ["other-years"])
    assert chosen.problems[0].what == "2 lines are about another year"


def test_a_line_of_another_year_than_the_head_is_left_out_and_told() -> None:
    chosen = choose("f.csv", dated(Y2027, Y2026, None), Stated("2027", 1, Y2027), None)
    assert (chosen.period, ids(chosen), codes(chosen)) == (Y2027, ["l0", "l2"], ["mixed-years"])
    assert chosen.problems[0].line == 3


def test_a_head_that_cannot_be_read_is_told() -> None:
    chosen = choose("f.csv", dated(Y2027), Stated("year one", 1, None), None)
    assert (chosen.period, codes(chosen)) == (Y2027, ["not-a-year"])


def test_a_head_and_a_map_that_differ_are_told() -> None:
    chosen = choose("f.csv", dated(None), Stated("2027", 1, Y2027), Y2026)
    assert (chosen.period, codes(chosen)) == (Y2026, ["mixed-years"])


def test_a_period_is_named_as_a_year_where_it_is_one() -> None:
    assert named(Y2027) == "2027"
    assert named(Period(date(2027, 7, 1), date(2028, 6, 30))) == "2027-07-01 to 2028-06-30"
