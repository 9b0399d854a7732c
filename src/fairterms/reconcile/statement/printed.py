"""Numbers, units, days and years as a plan prints them, read exactly or not at all."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from fairterms.records.writing import DateOrder
from fairterms.units import quantity
from fairterms.units.period import Period, calendar_year
from fairterms.units.quantity import (
    FACTOR,
    FRACTION,
    MONEY,
    PMPM,
    Kind,
    NotAQuantity,
    Quantity,
    Unit,
)

UNIT_WORDS: Mapping[str, Unit] = {
    "$": MONEY,
    "usd": MONEY,
    "us$": MONEY,
    "dollar": MONEY,
    "dollars": MONEY,
    "us dollars": MONEY,
    "%": FRACTION,
    "percent": FRACTION,
    "per cent": FRACTION,
    "pmpm": PMPM,
    "$ pmpm": PMPM,
    "usd pmpm": PMPM,
    "dollars pmpm": PMPM,
    "factor": FACTOR,
    "member months": quantity.count(quantity.MEMBER_MONTH),
}
"""What plans write for a unit, in lower case, where a contract would write it otherwise."""

_BRACKETED = re.compile(r"^(\$?)\s*\((.+)\)(.*)$")
_DOLLAR_FIRST = re.compile(r"^(?:\$|US\$|USD)\s*([-+]?)\s*(?=[\d.])", re.IGNORECASE)
_DOLLAR_LAST = re.compile(r"^([-+]?)([\d.,]+)\s*(?:\$|USD)$", re.IGNORECASE)
_MINUS_LAST = re.compile(r"^(\$?[\d.,]+)-$")
_YEAR = re.compile(r"^(?:PY|CY|performance year|calendar year|year)?\s*(\d{4})$", re.IGNORECASE)
_SPAN = re.compile(r"^(\S+)(?:\s+(?:to|through|until|-|–)\s+|\s*/\s*)(\S+)$", re.IGNORECASE)
_DAY = {
    DateOrder.YEAR_FIRST: re.compile(r"^(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})$"),
    DateOrder.MONTH_FIRST: re.compile(r"^(?P<m>\d{1,2})[/.-](?P<d>\d{1,2})[/.-](?P<y>\d{4})$"),
    DateOrder.DAY_FIRST: re.compile(r"^(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})$"),
}


_NUMBER_AND_REST = re.compile(r"^(?P<number>-?\d[\d.,]*)\s*(?P<rest>[^\d.,\s].*)?$")


def amount(
    text: str,
    given: Unit | None = None,
    *,
    words: Mapping[str, Unit] | None = None,
    has_decimal_comma: bool = False,
) -> Quantity:
    """Read a printed number with its unit.

    Parameters
    ----------
    text
        As printed: "$1,234.50", "(1,234.50)", "$ -12", "47.5 %", "300 Member Months".
    given
        What it is in, where the file says so beside the number.
    words
        What this plan means by its own words for a unit, in lower case.
    has_decimal_comma
        Whether "1.234,50" means a thousand and more.

    Returns
    -------
    Quantity
        Exact; brackets and a minus on either side are below zero.

    Raises
    ------
    NotAQuantity
        When it is no number, has no unit, or says another unit than the one given.

    Examples
    --------
    >>> str(amount("($1,234.50)")), str(amount("-12.5", FRACTION))
    ('-$1,234.50', '-12.5 %')
    >>> str(amount("1.234,50 $", has_decimal_comma=True)), str(amount("$41.20", PMPM))
    ('$1,234.50', '$41.20 PMPM')
    """
    plain = _plain(text, has_decimal_comma)
    shape = _NUMBER_AND_REST.match(plain)
    own = given
    if shape is not None:
        own = unit(shape["rest"], words) if shape["rest"] else given
        plain = plain if own is None else _with_unit(shape["number"], own)
    found = quantity.parse(plain)
    if given is None or found.unit == given:
        return found
    if found.unit == MONEY and given.kind is Kind.MONEY_PER:
        return replace(found, unit=given)  # "$41.20" in a column, and "PMPM" beside it
    reason = f'"{text}" is in {found.unit}, and the line is said to be in {given}'
    raise NotAQuantity(reason, "keep the unit that the plan means")


def _plain(text: str, has_decimal_comma: bool) -> str:
    """Write a printed number the way a contract would."""
    plain = re.sub(r"\s+", " ", text.replace("−", "-")).strip()
    if has_decimal_comma:
        plain = plain.translate(str.maketrans(",.", ".,"))
    bracketed = _BRACKETED.match(plain)
    if bracketed:
        dollar, inside, rest = (part.strip() for part in bracketed.groups())
        plain = f"-{dollar}{inside}{' ' if rest and rest != '%' else ''}{rest}"
        plain = plain.replace("-$", "$-", 1)
    plain = _MINUS_LAST.sub(r"-\1", plain)
    plain = _DOLLAR_LAST.sub(r"$\1\2", plain)
    plain = _DOLLAR_FIRST.sub(r"\1$", plain)
    return plain.removeprefix("+")


def _with_unit(bare: str, unit: Unit) -> str:
    sign, digits = ("-", bare[1:]) if bare.startswith("-") else ("", bare)
    # What a unit adds to a number is what it adds to nought, around the digit.
    before, _, after = quantity.write(Decimal(0), unit).partition("0")
    after = after.removeprefix(".00")
    return f"{sign}{before}{digits}{after}"


def unit(text: str, words: Mapping[str, Unit] | None = None) -> Unit | None:
    """Read a unit by itself; None where it is none.

    Parameters
    ----------
    text
        As printed: "USD", "%", "member-months", "$ per visit".
    words
        What this plan means by its own words, in lower case.

    Examples
    --------
    >>> unit("Member Months"), unit("MM")
    (Unit(kind=<Kind.COUNT: 'count'>, noun='member-month'), None)
    """
    bare = re.sub(r"\s+", " ", text).strip()
    known = {**UNIT_WORDS, **(words or {})}.get(bare.lower())
    if known is not None or len(bare) < _SHORTEST_NOUN:
        return known
    try:
        return quantity.parse(
            f"$1{bare[1:].lower()}" if bare.startswith("$") else f"1 {bare.lower()}"
        ).unit
    except NotAQuantity:
        return None


_SHORTEST_NOUN = 3
"""Two letters are an abbreviation, and an abbreviation can mean two things."""


def day(text: str, order: DateOrder = DateOrder.YEAR_FIRST) -> date | None:
    """Read a day; None where it is none in that order. "2027-06-30" is read in any.

    Examples
    --------
    >>> day("6/30/2027"), day("6/30/2027", DateOrder.MONTH_FIRST)
    (None, datetime.date(2027, 6, 30))
    """
    bare = text.strip()
    shape = _DAY[DateOrder.YEAR_FIRST].match(bare) or _DAY[order].match(bare)
    if shape is None:
        return None
    try:
        return date(int(shape["y"]), int(shape["m"]), int(shape["d"]))
    except ValueError:
        return None


def period(text: str, order: DateOrder = DateOrder.YEAR_FIRST) -> Period | None:
    """Read a year or a span of days; None where it is neither.

    Examples
    --------
    >>> str(period("PY 2027")), str(period("2027-01-01 to 2027-06-30"))
    ('2027-01-01 to 2027-12-31', '2027-01-01 to 2027-06-30')
    """
    bare = text.strip()
    year = _YEAR.match(bare)
    if year:
        return calendar_year(int(year[1])) if int(year[1]) else None
    span = _SPAN.match(bare)
    if span is None:
        return None
    first, last = day(span[1], order), day(span[2], order)
    return Period(first, last) if first and last and first <= last else None
