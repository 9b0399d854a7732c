"""How plans print numbers, units, days and years."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.reconcile.statement import printed
from fairterms.records.writing import DateOrder
from fairterms.units.quantity import (
    FACTOR,
    FRACTION,
    MONEY,
    PMPM,
    POINTS,
    NotAQuantity,
    Unit,
    count,
    per,
    write,
)

MONTHS = count("member-month")

PRINTED = [
    ("$1,234.50", None, "1234.50", MONEY),
    ("1234.50 USD", None, "1234.50", MONEY),
    ("USD 1,234.50", None, "1234.50", MONEY),
    ("$ 1,234.50", None, "1234.50", MONEY),
    ("-$12.00", None, "-12.00", MONEY),
    ("$-12.00", None, "-12.00", MONEY),
    ("$ -12.00", None, "-12.00", MONEY),
    ("−$12.00", None, "-12.00", MONEY),
    ("$12.00-", None, "-12.00", MONEY),
    ("($12.00)", None, "-12.00", MONEY),
    ("$(12.00)", None, "-12.00", MONEY),
    ("(12.00)", MONEY, "-12.00", MONEY),
    ("12.00-", MONEY, "-12.00", MONEY),
    ("+12", MONEY, "12", MONEY),
    ("1234567.89", MONEY, "1234567.89", MONEY),
    ("$12.00", MONEY, "12.00", MONEY),
    ("$41.20 PMPM", None, "41.20", PMPM),
    ("41.20 PMPM", None, "41.20", PMPM),
    ("41.20", PMPM, "41.20", PMPM),
    ("$41.20", PMPM, "41.20", PMPM),
    ("($1.20) PMPM", None, "-1.20", PMPM),
    ("$3.00 per visit", None, "3.00", per("visit")),
    ("47.5 %", None, "0.475", FRACTION),
    ("47.5%", None, "0.475", FRACTION),
    ("(5%)", None, "-0.05", FRACTION),
    ("(5)%", None, "-0.05", FRACTION),
    ("47.5", FRACTION, "0.475", FRACTION),
    ("47.5%", FRACTION, "0.475", FRACTION),
    ("10 % of benchmark", None, "0.10", FRACTION),
    ("2 percentage points", None, "0.02", POINTS),
    ("0.475", FACTOR, "0.475", FACTOR),
    ("1.0112 factor", None, "1.0112", FACTOR),
    ("120,000 member-months", None, "120000", MONTHS),
    ("120,000 Member Months", None, "120000", MONTHS),
    ("120000", MONTHS, "120000", MONTHS),
    ("1 member-month", None, "1", MONTHS),
    ("300 patients", None, "300", count("patient")),
]


@pytest.mark.parametrize(("text", "unit", "amount", "found"), PRINTED)
def test_a_number_is_read_as_it_is_printed(
    text: str, unit: Unit | None, amount: str, found: Unit
) -> None:
    quantity = printed.amount(text, unit)
    assert (quantity.amount, quantity.unit) == (Decimal(amount), found)


@pytest.mark.parametrize(
    "text",
    ["", "n/a", "-", "see note 4", "12.3.4", "1,23", "1.2E+05", "12 %%", "$", "$12 or so", "TBD 5"],
)
@pytest.mark.parametrize("unit", [None, MONEY])
def test_what_is_no_number_is_not_guessed(text: str, unit: Unit | None) -> None:
    with pytest.raises(NotAQuantity):
        printed.amount(text, unit)


def test_a_number_without_a_unit_says_that_it_has_none() -> None:
    with pytest.raises(NotAQuantity, match="has no unit"):
        printed.amount("1,234.50")
    with pytest.raises(NotAQuantity, match="has no unit"):
        printed.amount("(1,234.50)")


def test_a_number_in_another_unit_than_said_beside_it_is_refused() -> None:
    with pytest.raises(NotAQuantity, match=r'"12 %" is in per cent, and .* in dollars'):
        printed.amount("12 %", MONEY)
    with pytest.raises(NotAQuantity, match="in dollars PMPM"):
        printed.amount("$12 PMPM", MONEY)
    with pytest.raises(NotAQuantity, match="in per cent"):
        printed.amount("$12", FRACTION)


def test_a_decimal_comma_is_read_only_where_it_is_declared() -> None:
    assert printed.amount("1.234,50", MONEY, has_decimal_comma=True).amount == Decimal("1234.50")
    assert printed.amount("1,234", MONEY).amount == 1234
    assert printed.amount("1,234", MONEY, has_decimal_comma=True).amount == Decimal("1.234")


def test_the_plan_s_own_word_for_a_unit_is_read_with_the_number() -> None:
    assert printed.amount("120000 MM", words={"mm": MONTHS}).unit == MONTHS
    with pytest.raises(NotAQuantity):
        printed.amount("120000 %%MM")


@given(
    st.decimals(-(10**9), 10**9, places=2),
    st.sampled_from([MONEY, PMPM, FRACTION, FACTOR, MONTHS, per("visit"), count("visit")]),
)
def test_what_we_write_is_read_back(amount: Decimal, unit: Unit) -> None:
    text = write(amount, unit)
    assert printed.amount(text) == printed.amount(text, unit)
    assert (printed.amount(text).amount, printed.amount(text).unit) == (amount, unit)


@given(st.decimals(-(10**9), 10**9, places=2))
def test_brackets_and_a_minus_mean_the_same(amount: Decimal) -> None:
    bracketed = f"(${-amount:,.2f})" if amount < 0 else f"${amount:,.2f}"
    assert printed.amount(bracketed).amount == amount


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("USD", MONEY),
        ("Dollars", MONEY),
        ("%", FRACTION),
        ("Percent", FRACTION),
        ("PMPM", PMPM),
        ("$ PMPM", PMPM),
        ("$ per Visit", per("visit")),
        ("Member-Months", MONTHS),
        ("member  months", MONTHS),
        ("patients", count("patient")),
        ("factor", FACTOR),
        ("MM", None),
        ("", None),
        ("%%", None),
        ("?!?", None),
    ],
)
def test_a_unit_is_read_by_itself_and_an_abbreviation_is_not_guessed(
    text: str, unit: Unit | None
) -> None:
    assert printed.unit(text) == unit


def test_days_are_read_in_the_order_that_is_said() -> None:
    day = date(2027, 4, 3)
    assert printed.day("2027-04-03") == day
    assert printed.day("2027-04-03", DateOrder.DAY_FIRST) == day
    assert printed.day("4/3/2027", DateOrder.MONTH_FIRST) == day
    assert printed.day("3.4.2027", DateOrder.DAY_FIRST) == day
    assert printed.day("4/3/2027") is None
    assert printed.day("13/3/2027", DateOrder.MONTH_FIRST) is None
    assert printed.day("2027-02-30") is None
    assert printed.day("4/3/27", DateOrder.MONTH_FIRST) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2027", "2027-01-01 to 2027-12-31"),
        ("PY2027", "2027-01-01 to 2027-12-31"),
        ("Performance Year 2027", "2027-01-01 to 2027-12-31"),
        ("2027-07-01 to 2028-06-30", "2027-07-01 to 2028-06-30"),
        ("2027-07-01 – 2028-06-30", "2027-07-01 to 2028-06-30"),
        ("2027-07-01/2028-06-30", "2027-07-01 to 2028-06-30"),
        ("FY 2027", "None"),
        ("0000", "None"),
        ("27", "None"),
        ("2028-06-30 to 2027-07-01", "None"),
        ("2027-07-01 to someday", "None"),
        ("year one", "None"),
    ],
)
def test_a_year_or_a_span_is_read_and_a_fiscal_year_is_not_guessed(text: str, said: str) -> None:
    assert str(printed.period(text)) == said
