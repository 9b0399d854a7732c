"""The value of a term: a quantity, a word, a table, a formula, or the admission that none is given.

Reading never fails here: what cannot be understood becomes :class:`Unclear`, so that every problem
of a file is reported together.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from fairterms.contract import expression
from fairterms.units import quantity
from fairterms.units.quantity import Quantity


@dataclass(frozen=True)
class Word:
    """A choice or a name, such as "gate" or the id of a measure."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Unclear:
    """Text that was meant as a number, or a formula, and cannot be read as one."""

    text: str
    reason: str
    fix: str
    code: str = "not-a-quantity"
    why: str = "every quantity carries its unit, so that 5 % is never read as 5 dollars"

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class NotStated:
    """A number the contract does not give.

    Attributes
    ----------
    says
        What the text says in its place, such as "as determined by Plan".
    section
        Where the number should stand.
    ask
        What to ask for.
    """

    says: str
    section: str
    ask: str

    def __str__(self) -> str:
        return "not stated"


@dataclass(frozen=True)
class Formula:
    """A small arithmetic expression given in place of a number; it starts with "="."""

    text: str
    tree: expression.Node

    def __str__(self) -> str:
        return f"= {self.text}"


@dataclass(frozen=True)
class Lookup:
    """A table that gives a value by another figure, in steps or interpolated.

    Attributes
    ----------
    by
        The figure that is looked up.
    rows
        Ascending pairs: from this amount of the figure on, this value.
    is_interpolated
        Whether values between two rows lie on the straight line between them.
    """

    by: str
    rows: tuple[tuple[Quantity, Quantity], ...]
    is_interpolated: bool

    def __str__(self) -> str:
        how = "interpolated" if self.is_interpolated else "in steps"
        pairs = "; ".join(f"{at}: {value}" for at, value in self.rows)
        return f"by {self.by}, {how}: {pairs}"


@dataclass(frozen=True)
class Row:
    """A small record inside a term, such as one band of a corridor."""

    cells: Mapping[str, "Value"]

    def __str__(self) -> str:
        return ", ".join(f"{name} {_shown(value)}" for name, value in self.cells.items())


Value = (
    Quantity
    | Word
    | Unclear
    | NotStated
    | Formula
    | Lookup
    | Row
    | bool
    | date
    | tuple["Value", ...]
)


def _shown(value: Value) -> str:
    return show(value)


def show(value: Value) -> str:
    """Write a value as a person would read it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(show(item) for item in value)
    return str(value)


def is_unclear(value: Value) -> bool:
    """Say whether a value, or anything inside it, could not be read."""
    return any(isinstance(part, Unclear) for part in parts(value))


def is_not_stated(value: Value) -> bool:
    """Say whether a value, or anything inside it, is one the contract does not give."""
    return any(isinstance(part, NotStated) for part in parts(value))


def parts(value: Value) -> Iterator[Value]:
    """Yield a value and everything inside it."""
    yield value
    inner: Iterable[Value] = ()
    if isinstance(value, tuple):
        inner = value
    elif isinstance(value, Row):
        inner = value.cells.values()
    for item in inner:
        yield from parts(item)


def read(raw: Any) -> Value:
    """Turn what TOML holds into a value.

    Examples
    --------
    >>> str(read("2 %")), str(read("gate")), str(read("= min(a, b)"))
    ('2 %', 'gate', '= min(a, b)')
    >>> read(5).reason
    'the number 5 has no unit'
    """
    if isinstance(raw, bool | date):
        return raw
    if isinstance(raw, int | Decimal):
        return _bare_number(raw)
    if isinstance(raw, str):
        return _read_text(raw)
    if isinstance(raw, list):
        return tuple(read(item) for item in raw)
    if isinstance(raw, dict):
        return _read_table(raw)
    return Unclear(str(raw), f"a {type(raw).__name__} is not a term", "write a text with a unit")


def _bare_number(raw: int | Decimal) -> Unclear:
    if isinstance(raw, Decimal) and not raw.is_finite():
        return Unclear(str(raw), f"{raw} is no amount", 'write a number with its unit, like "2 %"')
    example = f'"{raw} %", "${raw}" or "{raw} days"'
    if isinstance(raw, Decimal) and abs(raw) < 1:
        example = f'"{(raw * 100).normalize():f} %" for a share, or "${raw}"'
    return Unclear(
        str(raw),
        f"the number {raw} has no unit",
        f"write it as text with its unit, like {example}",
    )


def _read_text(text: str) -> Value:
    if text.strip().startswith("="):
        body = text.strip()[1:].strip()
        try:
            return Formula(body, expression.parse(body))
        except expression.NotAnExpression as wrong:
            return Unclear(text, f"{_NO_FORMULA}: {wrong.reason}", wrong.fix, *_FORMULA)
    if text.strip().lower() == "not stated":
        return NotStated("", "", "")
    if not quantity.looks_numeric(text):
        return Word(text)
    try:
        return quantity.parse(text)
    except quantity.NotAQuantity as wrong:
        return Unclear(text, wrong.reason, wrong.fix)


def _read_table(raw: dict[str, Any]) -> Value:
    if "not_stated" in raw:
        parts = [str(raw.get(key, "")) for key in ("not_stated", "section", "ask")]
        return NotStated(*parts)
    if "by" in raw:
        return _read_lookup(raw)
    return Row(MappingProxyType({str(name): read(value) for name, value in raw.items()}))


_NO_FORMULA = "the formula cannot be read"
_FORMULA = ("bad-formula", "both sides must be able to check a formula line by line")


def _read_lookup(raw: dict[str, Any]) -> Value:
    rows = read(raw.get("rows", []))
    if not isinstance(rows, tuple) or not rows or set(raw) - {"by", "rows", "interpolate"}:
        return _bad_table(raw, "the table has no rows, or a key it should not have")
    pairs = []
    for row in rows:
        unclear = next((part for part in parts(row) if isinstance(part, Unclear)), None)
        if unclear:
            return unclear
        match row:
            case (Quantity() as at, Quantity() as value):
                pairs.append((at, value))
            case _:
                return _bad_table(raw, "a row of the table is not a pair of quantities")
    if [at.amount for at, _ in pairs] != sorted({at.amount for at, _ in pairs}):
        return _bad_table(raw, "the rows of the table do not rise", "sort them, each once")
    if len({(value.unit, value.base) for _, value in pairs}) > 1:
        return _bad_table(raw, "the rows of the table give different units or bases", "use one")
    return Lookup(str(raw["by"]), tuple(pairs), bool(raw.get("interpolate", False)))


_TABLE_SHAPE = (
    'write { by = "members", interpolate = false, rows = [["500 members", "12.2 %"], ...] }'
)


def _bad_table(raw: dict[str, Any], reason: str, fix: str = _TABLE_SHAPE) -> Unclear:
    why = "each row says from which amount on a value applies"
    return Unclear(str(raw["by"]), reason, fix, "bad-table", why)
