"""Quantities: a number with its unit, read from the text a contract would use."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from fairterms.units.quantity import (
    FACTOR,
    FRACTION,
    MONEY,
    PMPM,
    POINTS,
    Kind,
    NotAQuantity,
    Quantity,
    Threshold,
    Unit,
    count,
    looks_numeric,
    parse,
    per,
    plural,
    singular,
    write,
)

READ = {
    "$41.20": ("41.20", MONEY),
    "$1,234,567.89": ("1234567.89", MONEY),
    "$1234567.89": ("1234567.89", MONEY),
    "-$5.00": ("-5", MONEY),
    "−$5.00": ("-5", MONEY),
    "$41.20 PMPM": ("41.20", PMPM),
    "$41.20 pmpm": ("41.20", PMPM),
    "$120.00 per visit": ("120", per("visit")),
    "$120.00 per visits": ("120", per("visit")),
    "2 %": ("0.02", FRACTION),
    "2%": ("0.02", FRACTION),
    "2 percent": ("0.02", FRACTION),
    "2 per cent": ("0.02", FRACTION),
    "12.5 %": ("0.125", FRACTION),
    "5 percentage points": ("0.05", POINTS),
    "1 percentage point": ("0.01", POINTS),
    "1.08 factor": ("1.08", FACTOR),
    "60 days": ("60", count("day")),
    "1 day": ("1", count("day")),
    "30 business days": ("30", count("business day")),
    "120,000 member-months": ("120000", count("member-month")),
    "2 therapies": ("2", count("therapy")),
    "1 diagnosis": ("1", count("diagnosis")),
    "2 diagnoses": ("2", count("diagnosis")),
    "1 crisis": ("1", count("crisis")),
    "3 crises": ("3", count("crisis")),
    " 3 people ": ("3", count("person")),
    "2.5 events per year": ("2.5", count("event per year")),
}


@pytest.mark.parametrize(("text", "expected"), READ.items(), ids=READ.keys())
def test_a_quantity_is_read_with_its_unit(text: str, expected: tuple[str, Unit]) -> None:
    amount, unit = expected
    assert parse(text) == Quantity(Decimal(amount), unit)


@pytest.mark.parametrize(
    ("text", "threshold"),
    [
        ("at least 2 %", Threshold.AT_LEAST),
        ("more than 2 %", Threshold.MORE_THAN),
        ("at most 2 %", Threshold.AT_MOST),
        ("up to 2 %", Threshold.AT_MOST),
        ("less than 2 %", Threshold.LESS_THAN),
        ("2 %", None),
    ],
)
def test_the_words_before_a_number_say_whether_equality_counts(
    text: str, threshold: Threshold | None
) -> None:
    assert parse(text) == Quantity(Decimal("0.02"), FRACTION, threshold=threshold)


def test_a_percentage_may_name_its_base() -> None:
    assert parse("at most 10 % of total benchmark") == Quantity(
        Decimal("0.1"), FRACTION, "total benchmark", Threshold.AT_MOST
    )


REFUSED = {
    "5": '"5" has no unit',
    "0.05": '"0.05" has no unit',
    "": '"" is not a number with its unit',
    "five percent": '"five percent" is not a number with its unit',
    "$": '"$" is not a number with its unit',
    "$1,23": '"$1,23" has a misplaced comma or point',
    "12,34 %": '"12,34 %" does not read as a number and a unit',
    "$5 per": '"$5 per" says something after its dollars',
    "$5 %": '"$5 %" says something after its dollars',
    "$-5": '"$-5" is not a number with its unit',
    "5 % benchmark": '"5 % benchmark" says something after its percentage',
    "5 % of": '"5 % of" says something after its percentage',
    "5 €": '"5 €" does not read as a number and a unit',
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.items(), ids=REFUSED.keys())
def test_an_unclear_text_is_refused_with_what_to_write(text: str, reason: str) -> None:
    with pytest.raises(NotAQuantity) as refused:
        parse(text)
    assert refused.value.reason == reason
    assert refused.value.fix
    assert str(refused.value) == f"{reason}: {refused.value.fix}"


def test_a_number_in_scientific_notation_is_never_read_as_one() -> None:
    assert parse("1e6 visits") == Quantity(Decimal(1), count("e6 visit"))  # no model reads that


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [
        ("5", True),
        ("$x", False),
        ("at least 3", True),
        ("gate", False),
        (".5 %", True),
        ("", False),
    ],
)
def test_a_text_that_starts_as_a_number_was_meant_as_one(text: str, *, is_meant: bool) -> None:
    assert looks_numeric(text) is is_meant


@pytest.mark.parametrize(
    ("amount", "unit", "written"),
    [
        ("48451.2", MONEY, "$48,451.20"),
        ("-48451.2", MONEY, "-$48,451.20"),
        ("0.005", MONEY, "$0.005"),
        ("41.2", PMPM, "$41.20 PMPM"),
        ("120", per("visit"), "$120.00 per visit"),
        ("0.475", FRACTION, "47.5 %"),
        ("1", FRACTION, "100 %"),
        ("0.05", POINTS, "5 percentage points"),
        ("1.080", FACTOR, "1.08 factor"),
        ("1", count("visit"), "1 visit"),
        ("0", count("visit"), "0 visits"),
        ("1000", count("therapy"), "1,000 therapies"),
        ("2", count("business day"), "2 business days"),
        ("1E+3", MONEY, "$1,000.00"),
        ("0.33333333333333333333", MONEY, "$0.3333333333"),
    ],
)
def test_a_number_is_written_with_every_digit_and_its_unit(
    amount: str, unit: Unit, written: str
) -> None:
    assert write(Decimal(amount), unit) == written


NOUNS = some.sampled_from(
    [
        *("visit", "member", "member-month", "day", "business day", "calendar day", "therapy"),
        *("diagnosis", "person", "case", "assessment", "loss", "crisis", "measure", "year"),
    ]
)
UNITS = some.one_of(
    some.sampled_from([MONEY, PMPM, FRACTION, POINTS, FACTOR]),
    NOUNS.map(count),
    NOUNS.filter(lambda noun: noun != "member-month").map(per),
)
SIZES = some.decimals(Decimal(-(10**9)), Decimal(10**9), places=8)
BASES = some.sampled_from(["", "benchmark", "total revenue", "savings.benchmark"])


@some.composite
def quantities(draw: some.DrawFn) -> Quantity:
    unit = draw(UNITS)
    base = draw(BASES) if unit == FRACTION else ""
    return Quantity(draw(SIZES), unit, base, draw(some.sampled_from([None, *Threshold])))


@settings(max_examples=120, deadline=None)
@given(quantities())
def test_what_is_written_is_read_back(quantity: Quantity) -> None:
    assert parse(str(quantity)) == quantity


@settings(max_examples=80, deadline=None)
@given(some.text(max_size=12))
def test_any_text_is_read_or_refused_and_nothing_else_happens(text: str) -> None:
    try:
        found = parse(text)
    except NotAQuantity:
        return
    assert isinstance(found.amount, Decimal)


def test_singular_and_plural_go_together() -> None:
    for noun in (
        "visit",
        "therapy",
        "day",
        "diagnosis",
        "crisis",
        "person",
        "business day",
        "loss",
    ):
        assert singular(plural(noun)) == singular(noun) == noun


def test_units_say_their_name() -> None:
    units = [MONEY, PMPM, per("visit"), FRACTION, POINTS, FACTOR, count("therapy")]
    assert [str(unit) for unit in units] == [
        "dollars",
        "dollars PMPM",
        "dollars per visit",
        "per cent",
        "percentage points",
        "factor",
        "therapies",
    ]


def test_every_kind_of_unit_has_a_smallest_change() -> None:
    assert all(Unit(kind, "visit").tick > 0 for kind in Kind)
    assert (MONEY.tick, FRACTION.tick, count("visit").tick) == (
        Decimal("0.01"),
        Decimal("0.001"),
        Decimal(1),
    )


def test_another_number_keeps_the_rest() -> None:
    assert str(parse("more than 10 % of benchmark").with_amount(Decimal("0.2"))) == (
        "more than 20 % of benchmark"
    )


def test_a_threshold_may_start_a_sentence() -> None:
    assert parse("At least 2 %") == parse("at least 2 %")
