"""How much had been paid after each month."""

from datetime import date
from fractions import Fraction

import pytest

from fairterms.population.cost_of_care import Amount, CostRule, Outsiders, ServiceDay
from fairterms.population.member_months import Exposure, MonthRule
from fairterms.population.run_out import Triangle, triangle
from fairterms.population.selection import Selection
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal
from tests.population.town import Town

COST = CostRule(Amount.ALLOWED, ServiceDay.LINE, None, Outsiders.COUNTED)
QUARTER = Exposure(MonthRule.FIRST_DAY, Period(date(2027, 1, 1), date(2027, 3, 31)), Selection())
JANUARY, FEBRUARY, MARCH = (date(2027, month, 1) for month in (1, 2, 3))


def built(here: Town, until: date = date(2027, 3, 15)) -> Triangle:
    here.bills(
        ("p1", "01-31", "01-31", 50),
        ("p1", "01-01", "02-01", 30),
        ("p1", "01-05", "03-31", 20),
        ("p1", "02-05", "02-20", 150),
        ("p1", "02-05", "03-01", 90),
        ("p1", "02-05", "04-01", 999),
        ("p1", "03-05", "03-30", 70),
        ("p1", "04-01", "04-02", 5000),
    )
    return triangle(here.connection, COST, QUARTER, until)


def test_cost_is_laid_out_by_months_waited_and_the_future_is_not_there(here: Town) -> None:
    assert built(here).cents == {JANUARY: (50, 30, 20), FEBRUARY: (150, 90), MARCH: (70,)}


def test_growth_is_a_ratio_of_sums_over_months_observed_for_both(here: Town) -> None:
    found = built(here)
    assert found.growth(0) == Fraction(80 + 240, 50 + 150)
    assert found.growth(1) == Fraction(100, 80)


def test_completeness_chains_the_steps(here: Town) -> None:
    found = built(here)
    assert found.completeness(2, 2) == 1
    assert found.completeness(1, 2) == Fraction(80, 100)
    assert found.completeness(0, 2) == Fraction(200, 320) * Fraction(80, 100)


def test_a_wait_nobody_has_lived_through_is_refused(here: Town) -> None:
    found = built(here)
    with pytest.raises(Refusal, match="was observed for 1 months after it, not 2"):
        found.paid_by(FEBRUARY, 2)
    with pytest.raises(Refusal, match="no month of service was observed longer"):
        found.growth(2)
    with pytest.raises(Refusal, match="payments after 2 months"):
        found.completeness(0, 3)


def test_payment_before_service_is_counted_at_once_and_shown(here: Town) -> None:
    here.bills(("p1", "02-05", "01-20", 10))
    found = triangle(here.connection, COST, QUARTER, date(2027, 3, 31))
    assert found.before_service == 1
    assert found.cents[FEBRUARY] == (10, 0)


def test_months_of_service_after_the_last_payment_are_not_there(here: Town) -> None:
    assert list(built(here, date(2027, 2, 28)).cents) == [JANUARY, FEBRUARY]


def test_a_line_without_a_day_of_payment_is_refused(here: Town) -> None:
    here.bills(("p1", "02-05", None, 10))
    with pytest.raises(Refusal, match="no day of payment"):
        triangle(here.connection, COST, QUARTER, date(2027, 3, 31))


def test_all_that_was_paid_stands_in_the_triangle(here: Town) -> None:
    found = built(here, date(2027, 12, 31))
    assert sum(sum(known) for known in found.cents.values()) == 50 + 30 + 20 + 150 + 90 + 999 + 70
