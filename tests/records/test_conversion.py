"""Cells become values exactly, or not at all."""

import re
from datetime import date
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.records.conversion import Origin, convert
from fairterms.records.instrument import plain
from fairterms.records.table import Column, Kind
from fairterms.records.writing import DateOrder, MoneyUnit

CONNECTION = duckdb.connect()
PAID = Column("paid_cents", Kind.CENTS, "paid", unit="cents")


def value(column: Column, cell: object, kind: str = "VARCHAR", **how: object) -> object:
    origin = Origin(("cell",), kind, **how)  # type: ignore[arg-type]
    sql = f"SELECT {convert(column, origin).value} FROM (SELECT CAST(? AS {kind}) AS cell)"  # noqa: S608
    row = CONNECTION.execute(sql, [cell]).fetchone()
    assert row is not None
    return row[0]


def cents(cell: object, money: MoneyUnit = MoneyUnit.DOLLARS, kind: str = "VARCHAR") -> object:
    return value(PAID, cell, kind, money=money)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("12.34", 1234),
        ("12.3", 1230),
        ("12", 1200),
        (".5", 50),
        ("$1,234.50", 123450),
        ("USD 1 234.50", 123450),
        ("1'234.50", 123450),
        ("(12.34)", -1234),
        ("($12.34)", -1234),
        ("$(12.34)", -1234),
        ("-$12.34", -1234),
        ("$-12.34", -1234),
        ("12.34-", -1234),
        ("12.34 USD", 1234),
        ("12.3400", 1234),
        ("0", 0),
        ("9999999999999.99", 999999999999999),
    ],
)
def test_an_amount_becomes_whole_cents(cell: str, expected: int) -> None:
    assert cents(cell) == expected


@pytest.mark.parametrize(
    "cell",
    ["12.345", "1.234,50", "12,34", "1,23,456", "(12.34", "12.34)", "--1", "-(1)", "1e3", "twelve",
     "12 34", "NaN", "inf", "12.", "€5", "5 EUR", "1,2345", "$", "()"],
)  # fmt: skip
def test_what_is_no_amount_to_the_whole_cent_is_refused(cell: str) -> None:
    assert cents(cell) is None


def test_a_decimal_comma_is_read_only_where_the_column_map_says_so() -> None:
    assert cents("1.234,56", MoneyUnit.DOLLARS_DECIMAL_COMMA) == 123456
    assert cents("1,234.56", MoneyUnit.DOLLARS_DECIMAL_COMMA) is None


def test_cents_stay_cents() -> None:
    assert cents("1234", MoneyUnit.CENTS) == 1234
    assert cents("(1,234)", MoneyUnit.CENTS) == -1234
    assert cents("12.34", MoneyUnit.CENTS) is None


def all_cents(cells: list[str]) -> list[object]:
    """Read many amounts in one query: planning a query takes longer than a thousand cells."""
    sql = convert(PAID, Origin(("cell",), money=MoneyUnit.DOLLARS)).value
    rows = CONNECTION.execute(
        f"SELECT {sql} FROM (SELECT unnest(?::VARCHAR[]) AS cell)",  # noqa: S608
        [cells],
    ).fetchall()
    return [row[0] for row in rows]


@given(st.lists(st.integers(-(10**13), 10**13), min_size=1, max_size=50))
@settings(max_examples=20, deadline=None)
def test_every_amount_survives_being_written(amounts: list[int]) -> None:
    dollars = [Decimal(amount) / 100 for amount in amounts]
    assert all_cents([f"{one:,.2f}" for one in dollars]) == amounts
    assert all_cents([f"${one:.2f}".replace("$-", "-$") for one in dollars]) == amounts


CELLS = st.text(alphabet="0123456789.,-()$ ", min_size=1, max_size=9)


@given(st.lists(CELLS, min_size=1, max_size=80))
@settings(max_examples=16, deadline=None)
def test_amounts_agree_with_a_plain_reader(cells: list[str]) -> None:
    assert all_cents(cells) == [plain_cents(cell) for cell in cells]


def plain_cents(cell: str) -> int | None:
    """Read an amount the slow way: signs and sign of currency off, then digits."""
    text = cell.strip()
    bare = text.lstrip("-+(")
    lead, bare = text[: len(text) - len(bare)], bare.lstrip().removeprefix("$").lstrip()
    text = lead + bare
    end = ")" if text.endswith(")") else ""
    if text.removesuffix(end).endswith("$"):
        text = text.removesuffix(end)[:-1].rstrip() + end
    is_debt = False
    if text.startswith("(") and text.endswith(")"):
        text, is_debt = text[1:-1], True
    elif text.startswith(("-", "+")):
        text, is_debt = text[1:], text[0] == "-"
    elif text.endswith("-"):
        text, is_debt = text[:-1], True
    whole, point, fraction = text.partition(".")
    grouped = re.fullmatch(r"\d{1,3}([, ]\d{3})+|\d{1,13}", whole)
    if not grouped and not (whole == "" and point):
        return None
    if point and not re.fullmatch(r"\d{1,2}0*", fraction):
        return None
    digits = re.sub(r"\D", "", whole) or "0"
    amount = Decimal(f"{digits}.{fraction or 0}") * 100
    return -int(amount) if is_debt else int(amount)


def test_amounts_of_a_typed_file_are_read_without_a_float_between() -> None:
    assert cents(0.29, kind="DOUBLE") == 29
    assert cents(Decimal("1234.5600"), kind="DECIMAL(18, 4)") == 123456
    assert cents(Decimal("1.2345"), kind="DECIMAL(18, 4)") is None
    assert cents(7, kind="INTEGER") == 700


DAY = Column("day", Kind.DATE, "the day")


@pytest.mark.parametrize(
    ("cell", "order", "expected"),
    [
        ("2027-03-04", DateOrder.YEAR_FIRST, "2027-03-04"),
        ("20270304", DateOrder.YEAR_FIRST, "2027-03-04"),
        ("2027-03-04T23:30:00-08:00", DateOrder.YEAR_FIRST, "2027-03-04"),
        ("2027-03-04 23:30", DateOrder.YEAR_FIRST, "2027-03-04"),
        ("3/4/2027", DateOrder.MONTH_FIRST, "2027-03-04"),
        ("03.04.2027", DateOrder.DAY_FIRST, "2027-04-03"),
        ("3/4/27", DateOrder.MONTH_FIRST, None),
        ("13/4/2027", DateOrder.MONTH_FIRST, None),
        ("2027-02-29", DateOrder.YEAR_FIRST, None),
        ("2027-3-4", DateOrder.YEAR_FIRST, None),
        ("3/4/2027", DateOrder.YEAR_FIRST, None),
        ("2027-03-04x", DateOrder.YEAR_FIRST, None),
        ("46450", DateOrder.YEAR_FIRST, None),
    ],
)
def test_a_date_is_the_day_as_written(cell: str, order: DateOrder, expected: str | None) -> None:
    found = value(DAY, cell, dates=order)
    assert (None if found is None else str(found)) == expected


def test_a_time_stamp_keeps_its_day() -> None:
    assert str(value(DAY, "2027-03-04 23:59:59", "TIMESTAMP")) == "2027-03-04"
    assert str(value(DAY, "2027-03-04", "DATE")) == "2027-03-04"


@pytest.mark.parametrize(
    ("kind", "cell", "expected"),
    [
        (Kind.WHOLE, "7", 7),
        (Kind.WHOLE, "7.0", 7),
        (Kind.WHOLE, "7.5", None),
        (Kind.WHOLE, "99999999999", None),
        (Kind.NUMBER, "14.25", Decimal("14.25")),
        (Kind.NUMBER, "nan", None),
        (Kind.NUMBER, "14,25", None),
        (Kind.FLAG, "Yes", True),
        (Kind.FLAG, "0", False),
        (Kind.FLAG, "maybe", None),
        (Kind.CODE, " f33.1 ", "F331"),
        (Kind.INSTRUMENT, "PHQ-9 ", "phq9"),
        (Kind.INSTRUMENT, "--", None),
        (Kind.TEXT, "  NULL ", None),
        (Kind.TEXT, " a b ", "a b"),
        (Kind.ITEMS, "1,2,,0", [1, 2, None, 0]),
        (Kind.ITEMS, "1;x", None),
        (Kind.ITEMS, ",,", None),
    ],
)
def test_a_cell_becomes_what_its_column_holds(kind: Kind, cell: str, expected: object) -> None:
    column = Column("one", kind, "a value", unit="points")
    assert value(column, cell) == expected


@pytest.mark.parametrize(
    "address",
    [
        "http://www.nlm.nih.gov/research/umls/hcpcs",
        "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
        "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
    ],
)
def test_hcpcs_is_one_list_by_whichever_address(address: str) -> None:
    assert value(Column("code_system", Kind.CODE_SYSTEM, "the list"), address) == "hcpcs"


def test_an_empty_cell_is_neither_present_nor_wrong() -> None:
    converted = convert(PAID, Origin(("cell",), money=MoneyUnit.DOLLARS))
    sql = f"SELECT {converted.present}, {converted.value} FROM (SELECT ' ' AS cell)"  # noqa: S608
    assert CONNECTION.execute(sql).fetchone() == (False, None)


def all_values(column: Column, cells: list[str], **how: object) -> list[object]:
    origin = Origin(("cell",), "VARCHAR", **how)  # type: ignore[arg-type]
    sql = f"SELECT {convert(column, origin).value} FROM (SELECT unnest(?::VARCHAR[]) AS cell)"  # noqa: S608
    return [found for (found,) in CONNECTION.execute(sql, [cells]).fetchall()]


@given(st.lists(st.text(alphabet="PHQhq9 -_./()é\t0", max_size=8), min_size=1, max_size=80))
@settings(max_examples=16, deadline=None)
def test_an_instrument_is_its_letters_and_digits_whatever_stands_between(cells: list[str]) -> None:
    column = Column("instrument", Kind.INSTRUMENT, "a questionnaire")
    assert all_values(column, cells) == [plain(cell) or None for cell in cells]


DAYS = st.tuples(st.integers(1999, 2030), st.integers(0, 13), st.integers(0, 32))
TAILS = st.sampled_from(["", "T10:00:00Z", " 23:59", "x", "T", "-", "-01"])


@given(st.lists(st.tuples(DAYS, TAILS), min_size=1, max_size=80))
@settings(max_examples=16, deadline=None)
def test_dates_agree_with_a_plain_reader(written: list[tuple[tuple[int, int, int], str]]) -> None:
    cells = [f"{year}-{month:02}-{day:02}{tail}" for (year, month, day), tail in written]
    found = all_values(DAY, cells, dates=DateOrder.YEAR_FIRST)
    assert found == [plain_date(cell) for cell in cells]


def plain_date(cell: str) -> date | None:
    """Read a date the slow way: what stands before the time, if it is a day there was."""
    try:
        return date.fromisoformat(re.split("[T ]", cell)[0])
    except ValueError:
        return None
