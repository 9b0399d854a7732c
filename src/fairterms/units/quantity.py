"""A quantity is an exact number with its unit, read from the text a contract would use.

"5 %" can never be read as 0.05 dollars or as 5: the unit is part of the string, and a string
without one is a :class:`NotAQuantity` that says what to write instead.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum


class Kind(Enum):
    """What sort of thing a unit counts."""

    MONEY = "dollars"
    MONEY_PER = "dollars per something"
    FRACTION = "per cent"
    POINTS = "percentage points"
    FACTOR = "factor"
    COUNT = "count"


class Threshold(Enum):
    """Whether a threshold is met by equality; the words before a number say it."""

    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"


MEMBER_MONTH = "member-month"


@dataclass(frozen=True)
class Unit:
    """A unit: its kind, and the noun it counts or is paid per (singular)."""

    kind: Kind
    noun: str = ""

    def __str__(self) -> str:
        if self.kind is Kind.COUNT:
            return plural(self.noun)
        if self.kind is Kind.MONEY_PER:
            return "dollars PMPM" if self.noun == MEMBER_MONTH else f"dollars per {self.noun}"
        return str(self.kind.value)

    @property
    def tick(self) -> Decimal:
        """The smallest change worth testing: a cent, a tenth of a percentage point, one visit."""
        return {
            Kind.MONEY: Decimal("0.01"),
            Kind.MONEY_PER: Decimal("0.01"),
            Kind.FRACTION: Decimal("0.001"),
            Kind.POINTS: Decimal("0.001"),
            Kind.FACTOR: Decimal("0.001"),
            Kind.COUNT: Decimal(1),
        }[self.kind]


MONEY = Unit(Kind.MONEY)
PMPM = Unit(Kind.MONEY_PER, MEMBER_MONTH)
FRACTION = Unit(Kind.FRACTION)
POINTS = Unit(Kind.POINTS)
FACTOR = Unit(Kind.FACTOR)


def count(noun: str) -> Unit:
    """Name the unit that counts ``noun`` (singular): ``count("visit")``."""
    return Unit(Kind.COUNT, noun)


def per(noun: str) -> Unit:
    """Name the unit of dollars per ``noun`` (singular): ``per("visit")``."""
    return Unit(Kind.MONEY_PER, noun)


@dataclass(frozen=True)
class Quantity:
    """An exact number, its unit, the base of a percentage and the strictness of a threshold.

    Attributes
    ----------
    amount
        The number; a percentage is held as a fraction (2 % is 0.02).
    unit
        What it counts.
    base
        For "10 % of benchmark": "benchmark". Empty otherwise.
    threshold
        For "more than 2 %": MORE_THAN. None where the text says only the number.
    """

    amount: Decimal
    unit: Unit
    base: str = ""
    threshold: Threshold | None = None

    def __str__(self) -> str:
        words = f"{self.threshold.value} " if self.threshold else ""
        base = f" of {self.base}" if self.base else ""
        return f"{words}{write(self.amount, self.unit)}{base}"

    def with_amount(self, amount: Decimal) -> "Quantity":
        """Return the same quantity with another number."""
        return replace(self, amount=amount)


class NotAQuantity(ValueError):
    """The text is not a number with its unit.

    Attributes
    ----------
    reason
        What is wrong with it, as a sentence fragment.
    fix
        What to write instead.
    """

    def __init__(self, reason: str, fix: str) -> None:
        super().__init__(f"{reason}: {fix}")
        self.reason = reason
        self.fix = fix


_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_LOOSE = re.compile(
    r"(?i)^\s*(?:at least|more than|at most|less than|up to)?\s*[-−+]?\s*\$?\s*[\d.]"
)
_SHAPE = re.compile(
    rf"^(?:(?P<threshold>at least|more than|at most|less than|up to)\s+)?"
    rf"(?P<sign>[-−]?)(?P<dollar>\$?)(?P<number>{_NUMBER})\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_NOUN = re.compile(r"[a-z][a-z0-9, -]*[a-z0-9]|[a-z]", re.IGNORECASE)
_EXAMPLES = '"$41.20", "$41.20 PMPM", "2 %", "10 % of benchmark", "60 days"'


def looks_numeric(text: str) -> bool:
    """Say whether a text starts as a number would, so that it was meant as a quantity."""
    return _LOOSE.match(text) is not None


def parse(text: str) -> Quantity:
    """Read one quantity exactly.

    Parameters
    ----------
    text
        As in a contract: ``"2 %"``, ``"$41.20 PMPM"``, ``"at least 30 patients"``.

    Returns
    -------
    Quantity
        The number as a Decimal with its unit.

    Raises
    ------
    NotAQuantity
        When the text has no number, no unit, or a number written in an unclear way.

    Examples
    --------
    >>> parse("2 %").amount
    Decimal('0.02')
    >>> str(parse("$41.20 PMPM"))
    '$41.20 PMPM'
    >>> parse("10 % of benchmark").base
    'benchmark'
    >>> str(parse("120,000 member-months").unit)
    'member-months'
    """
    shape = _SHAPE.match(text.strip())
    if shape is None:
        raise NotAQuantity(f'"{text}" is not a number with its unit', f"write it like {_EXAMPLES}")
    amount = Decimal(shape["number"].replace(",", ""))
    amount = -amount if shape["sign"] else amount
    unit, factor, base = _unit(text, bool(shape["dollar"]), shape["rest"].strip())
    words = (shape["threshold"] or "").lower()
    threshold = Threshold("at most" if words == "up to" else words) if words else None
    return Quantity(amount * factor, unit, base, threshold)


def _unit(text: str, is_dollar: bool, rest: str) -> tuple[Unit, Decimal, str]:
    """Read what follows the number: the unit, the factor to apply, the base of a percentage."""
    if is_dollar:
        return _dollars(text, rest), Decimal(1), ""
    if rest.startswith(("%", "percent ", "per cent")) or rest == "percent":
        tail = re.sub(r"^(%|percent|per cent)\s*", "", rest)
        base = re.sub(r"^of\s+", "", tail) if tail.startswith("of ") else ""
        if tail and not base:
            raise NotAQuantity(f'"{text}" says something after its percentage', 'write "of" a base')
        return FRACTION, Decimal("0.01"), base
    if rest in {"percentage points", "percentage point"}:
        return POINTS, Decimal("0.01"), ""
    if rest == "factor":
        return FACTOR, Decimal(1), ""
    if not rest:
        raise NotAQuantity(f'"{text}" has no unit', f"write the unit with it, like {_EXAMPLES}")
    if not _NOUN.fullmatch(rest):
        raise NotAQuantity(
            f'"{text}" does not read as a number and a unit', f"write it like {_EXAMPLES}"
        )
    return count(singular(rest)), Decimal(1), ""


def _dollars(text: str, rest: str) -> Unit:
    """Read the unit of a dollar amount."""
    if not rest:
        return MONEY
    if rest.upper() == "PMPM":
        return PMPM
    if rest.startswith("per ") and _NOUN.fullmatch(rest[4:].strip()):
        return per(singular(rest[4:].strip()))
    if rest[:1] in ",.":
        raise NotAQuantity(f'"{text}" has a misplaced comma or point', 'write "$4,120.00"')
    raise NotAQuantity(
        f'"{text}" says something after its dollars', 'write "PMPM" or "per visit" or nothing'
    )


_IRREGULAR = {
    "days": "day",
    "crises": "crisis",
    "diagnoses": "diagnosis",
    "people": "person",
    "business days": "business day",
    "events per year": "event per year",
}


def singular(noun: str) -> str:
    """Return the singular of a counted noun, so that "1 member" and "2 members" agree."""
    if noun in _IRREGULAR or noun in _IRREGULAR.values():
        return _IRREGULAR.get(noun, noun)
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def plural(noun: str) -> str:
    """Return the plural of a counted noun."""
    for many, one in _IRREGULAR.items():
        if noun == one:
            return many
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun if noun.endswith("s") else noun + "s"


def write(amount: Decimal, unit: Unit) -> str:
    """Write a number with its unit, every digit kept, as :func:`parse` reads it back.

    Examples
    --------
    >>> write(Decimal("48451.2"), MONEY)
    '$48,451.20'
    >>> write(Decimal("0.475"), FRACTION)
    '47.5 %'
    >>> write(Decimal("-3"), count("visit"))
    '-3 visits'
    """
    sign = "-" if amount < 0 else ""
    size = abs(amount)
    if unit.kind in {Kind.MONEY, Kind.MONEY_PER}:
        dollars = f"{sign}${_grouped(size, at_least=2)}"
        if unit.kind is Kind.MONEY:
            return dollars
        return f"{dollars} PMPM" if unit.noun == MEMBER_MONTH else f"{dollars} per {unit.noun}"
    if unit.kind is Kind.FRACTION:
        return f"{sign}{_grouped(size * 100)} %"
    if unit.kind is Kind.POINTS:
        return f"{sign}{_grouped(size * 100)} percentage points"
    if unit.kind is Kind.FACTOR:
        return f"{sign}{_grouped(size)} factor"
    noun = unit.noun if size == 1 else plural(unit.noun)
    return f"{sign}{_grouped(size)} {noun}"


SHOWN_DIGITS = 10
"""Decimal places shown of a number that never ends, such as one third."""


def _grouped(size: Decimal, at_least: int = 0) -> str:
    """Write a non-negative number with thousands separators and no needless zeros."""
    places = Decimal(1).scaleb(-SHOWN_DIGITS)
    exponent = size.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -SHOWN_DIGITS:
        size = size.quantize(places)
    whole, _, digits = f"{size:f}".partition(".")
    digits = digits.rstrip("0").ljust(at_least, "0")
    return f"{int(whole):,}" + (f".{digits}" if digits else "")
