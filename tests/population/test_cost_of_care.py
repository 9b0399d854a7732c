"""Which lines are cost."""

from datetime import date

import pytest

from fairterms.population.cost_of_care import Amount, CostRule, Outsiders, ServiceDay
from fairterms.population.member_months import Exposure, MonthRule
from fairterms.population.selection import Selection
from fairterms.units.refusal import Refusal
from tests.population.town import YEAR, Town

MEMBERS = Exposure(MonthRule.FIRST_DAY, YEAR, Selection())


def rule(
    amount: Amount = Amount.ALLOWED,
    service_day: ServiceDay = ServiceDay.LINE,
    paid_through: date | None = None,
    outsiders: Outsiders = Outsiders.COUNTED,
) -> CostRule:
    return CostRule(amount, service_day, paid_through, outsiders)


def cents(here: Town, cost: CostRule) -> int:
    row = here.connection.execute(
        f"SELECT coalesce(sum(cents), 0) FROM {cost.relation(MEMBERS)}"  # noqa: S608
    ).fetchone()
    assert row is not None
    return int(row[0])


def test_the_first_and_the_last_day_of_the_period_count_and_their_neighbours_do_not(
    here: Town,
) -> None:
    here.bills(
        ("p1", "2026-12-31", "01-05", 1),
        ("p1", "01-01", "01-05", 10),
        ("p1", "12-31", "2028-01-05", 100),
        ("p1", "2028-01-01", "2028-01-05", 1000),
    )
    assert cents(here, rule()) == 110


def test_a_line_paid_on_the_last_day_of_run_out_counts_and_one_a_day_later_does_not(
    here: Town,
) -> None:
    here.bills(("p1", "12-01", "2028-03-31", 10), ("p1", "12-01", "2028-04-01", 100))
    assert cents(here, rule(paid_through=date(2028, 3, 31))) == 10
    assert cents(here, rule()) == 110


def test_a_stay_belongs_to_the_year_of_its_line_or_of_its_admission(here: Town) -> None:
    columns = "claim_id claim_line person_id admitted starts allowed_cents paid_cents"
    here.put(
        "claims",
        columns,
        [
            ("k1", 1, "p1", date(2026, 12, 30), date(2027, 1, 2), 10, 9),
            ("k2", 1, "p1", date(2027, 12, 30), date(2028, 1, 2), 100, 90),
            ("k3", 1, "p1", None, date(2027, 6, 1), 1000, 900),
        ],
    )
    assert cents(here, rule()) == 1010
    assert cents(here, rule(service_day=ServiceDay.ADMISSION)) == 1100
    assert cents(here, rule(amount=Amount.PAID)) == 909


def test_cost_outside_membership_is_counted_or_left_out_as_declared(here: Town) -> None:
    here.members(("p1", "01-01", "06-30"))
    here.bills(
        ("p1", "06-30", "07-05", 10), ("p1", "07-01", "07-05", 100), ("p2", "01-01", "02-01", 5)
    )
    assert cents(here, rule()) == 115
    assert cents(here, rule(outsiders=Outsiders.LEFT_OUT)) == 10


def test_a_line_of_a_member_is_not_doubled_by_two_spans_of_a_month(here: Town) -> None:
    members = Exposure(MonthRule.ANY_DAY, YEAR, Selection())
    here.members(("p1", "01-01", "01-10"), ("p1", "01-20", None))
    here.bills(("p1", "01-25", "02-05", 10))
    cost = rule(outsiders=Outsiders.LEFT_OUT)
    found = here.connection.execute(f"SELECT cents FROM {cost.relation(members)}").fetchall()  # noqa: S608
    assert found == [(10,)]


def test_a_line_without_an_amount_is_refused_by_row_number(here: Town) -> None:
    load = here.bills(("p1", "01-01", "01-05", 10), ("p1", "01-01", "01-05", None))
    with pytest.raises(Refusal) as told:
        rule().refuse_gaps(here.connection, YEAR)
    assert str(told.value) == (
        f"claims: 1 line has no allowed amount (load {load}: row 2)\n"
        "      why: an empty amount is not known to be 0, and cost would come out too low\n"
        "      fix: ask the plan for the amounts, or agree on the other amount"
    )


def test_an_amount_missing_outside_the_period_hurts_nobody(here: Town) -> None:
    here.bills(("p1", "2026-01-01", "01-05", None))
    rule().refuse_gaps(here.connection, YEAR)


def test_a_line_without_a_day_of_payment_is_refused_only_where_that_day_decides(here: Town) -> None:
    here.bills(("p1", "01-01", None, 10), ("p1", "01-01", None, 10))
    rule().refuse_gaps(here.connection, YEAR)
    with pytest.raises(Refusal, match="2 lines have no day of payment"):
        rule(paid_through=date(2028, 3, 31)).refuse_gaps(here.connection, YEAR)
