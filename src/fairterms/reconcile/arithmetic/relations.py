"""How the lines of a statement belong together: parts of a whole, and metrics of one part."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.quantity import Kind, Quantity, write

MEMBER_MONTHS = ("member-months",)
MONTHS_OF = {"rx": ("rx-member-months",), "med": ("med-member-months",)}
"""Member-months of one benefit, by how the code of its cost begins."""


def parts_of(statement: Statement, whole: StatementLine) -> tuple[StatementLine, ...]:
    """Return the lines a line is made of: its direct parts, else the nearest ones below."""
    return _parts([line for line in statement.lines if _metric(line) == _metric(whole)], whole)


def divided(statement: Statement) -> Iterator[tuple[StatementLine, tuple[StatementLine, ...]]]:
    """Give every line that has two or more parts, with them."""
    by_metric: dict[tuple[str, str], list[StatementLine]] = defaultdict(list)
    for line in statement.lines:
        by_metric[_metric(line)].append(line)
    for line in statement.lines:
        parts = _parts(by_metric[_metric(line)], line)
        if len(parts) > 1 and {part.value.unit for part in parts} == {line.value.unit}:
            yield line, parts


def _metric(line: StatementLine) -> tuple[str, str]:
    return line.code, line.stream


def _parts(alike: Sequence[StatementLine], whole: StatementLine) -> tuple[StatementLine, ...]:
    """Return the nearest lines below one, of the lines of its metric."""
    if not whole.code:
        return ()
    depth = len(whole.scope)
    below = [
        line for line in alike if len(line.scope) > depth and line.scope[:depth] == whole.scope
    ]
    nearest = min((len(line.scope) for line in below), default=0)
    return tuple(line for line in below if len(line.scope) == nearest)


def beside(statement: Statement, line: StatementLine, code: str) -> StatementLine | None:
    """Return the line of another metric for the same part.

    The line of the same payment is preferred; of other payments' lines only a single one is taken.
    """
    same = [one for one in statement.lines if one.code == code and one.scope == line.scope]
    own = [one for one in same if one.stream == line.stream]
    found = own or same
    return found[0] if len(found) == 1 else None


def months_beside(statement: Statement, line: StatementLine) -> StatementLine | None:
    """Return the member-months of the same part: of the line's own benefit, else of all."""
    own = MONTHS_OF.get(line.code.split("-", 1)[0], ())
    for code in (*own, *MEMBER_MONTHS):
        found = beside(statement, line, code)
        if found is not None:
            return found
    return None


def half_step(statement: Statement, line: StatementLine) -> Decimal:
    """Return half of the last digit that the lines of a metric are printed with.

    Lines of one metric are taken to be printed alike: a "1" among "0.9" and "1.1" is a 1.0.
    """
    alike = [
        one.value.amount
        for one in statement.lines
        if (one.code, one.stream) == (line.code, line.stream)
    ]
    return _half(alike)


def _half(amounts: list[Decimal]) -> Decimal:
    digits = min(min(0, _exponent(amount)) for amount in amounts)
    return Decimal(5).scaleb(digits - 1)


def _exponent(amount: Decimal) -> int:
    exponent = amount.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def named(line: StatementLine) -> str:
    """Name a line for a sentence: the plan's words, and the part.

    Examples
    --------
    >>> from fairterms.units.quantity import parse
    >>> named(StatementLine("a", "Revenue", parse("$1.00"), scope=("hmo", "Region 1")))
    'Revenue, hmo, Region 1'
    """
    return ", ".join((line.label or line.code or line.id, *line.scope))


def written(quantity: Quantity) -> str:
    """Write a number, to four digits where it never ends; a factor without its unit."""
    amount = quantity.amount
    if quantity.unit.kind in {Kind.FRACTION, Kind.FACTOR, Kind.POINTS} and _exponent(amount) < -6:
        amount = round(amount, 4)
    if quantity.unit.kind in {Kind.MONEY, Kind.MONEY_PER} and _exponent(amount) < -4:
        amount = round(amount, 2)
    words = write(amount, quantity.unit)
    return words.removesuffix(" factor") if quantity.unit.kind is Kind.FACTOR else words
