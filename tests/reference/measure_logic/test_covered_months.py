"""Member months of one person."""

from fractions import Fraction

import pytest

from fairterms.reference.measure import MeasurementPeriod
from fairterms.reference.measure_logic.covered_months import covered_months
from fairterms.units.refusal import Refusal
from tests.reference.made_patients import MONTHS, YEAR, day, member, patient


def months(*spans: object, **changes: str | float) -> Fraction:
    found = covered_months(patient(*spans), YEAR, {**MONTHS, **changes})
    return sum(found.values(), Fraction(0))


@pytest.mark.parametrize(
    ("rule", "starts", "ends", "expected"),
    [
        ("first day", "01-01", "01-01", 1),
        ("first day", "01-02", "02-01", 1),
        ("fifteenth", "01-15", "01-15", 1),
        ("fifteenth", "01-16", "02-14", 0),
        ("any day", "01-31", "02-01", 2),
        ("any day", "2026-12-31", None, 12),
        ("first day", "12-02", None, 0),
    ],
)
def test_each_rule_counts_its_own_days(
    rule: str, starts: str, ends: str | None, expected: int
) -> None:
    assert months(member(starts, ends), month_rule=rule) == expected


def test_days_are_divided_exactly() -> None:
    found = months(member("01-01"), month_rule="days", days_a_month=30.4)
    assert found == Fraction(3650, 304)


@pytest.mark.parametrize(("rule", "divisor"), [("days", "none"), ("any day", 30.4)])
def test_the_days_a_month_go_with_the_rule_by_days_alone(rule: str, divisor: str | float) -> None:
    with pytest.raises(Refusal, match="does not go with the rule"):
        months(member("01-01"), month_rule=rule, days_a_month=divisor)


def test_overlapping_spans_are_refused_and_neighbours_are_not() -> None:
    with pytest.raises(Refusal, match="two spans of one member hold the day 2027-03-31"):
        months(member("01-01", "03-31"), member("03-31"))
    assert months(member("01-01", "03-31"), member("04-01")) == 12


def test_only_declared_products_count() -> None:
    both = (member("01-01", plan="Silver"), member("01-01", "03-31", plan="Teeth"))
    assert months(*both, plans="teeth") == 3
    with pytest.raises(Refusal, match="two spans"):
        months(*both)


@pytest.mark.parametrize(
    ("starts", "ends"), [("2027-01-02", "2027-12-31"), ("2027-01-01", "2027-12-30")]
)
def test_parts_of_months_are_refused(starts: str, ends: str) -> None:
    with pytest.raises(Refusal, match="is not whole months"):
        covered_months(patient(), MeasurementPeriod(day(starts), day(ends)), MONTHS)


def test_a_single_month_and_the_turn_of_a_year_are_whole_months() -> None:
    one = MeasurementPeriod(day("2027-12-01"), day("2027-12-31"))
    assert covered_months(patient(member("01-01")), one, MONTHS) == {day("12-01"): 1}
    two = MeasurementPeriod(day("2027-12-01"), day("2028-01-31"))
    found = covered_months(patient(member("01-01")), two, MONTHS)
    assert list(found) == [day("12-01"), day("2028-01-01")]
