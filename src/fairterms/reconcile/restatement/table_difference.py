"""Two releases of a whole table: rows that are new or gone, and cells that changed.

Rows are matched by their key, whatever their order. A number written otherwise is the same number;
a number printed with more digits that rounds to the one before is told apart.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from fairterms.units.refusal import Refusal

Cells = Mapping[str, str | None]
Key = tuple[str, ...]


@dataclass(frozen=True)
class CellChange:
    """One cell that is not as it was.

    Attributes
    ----------
    key
        The row's key.
    column
        The cell's column.
    older, newer
        The texts, without spaces around them; empty where there is none.
    is_digits_only
        Whether one of two numbers only has more digits, and rounds to the other.
    """

    key: Key
    column: str
    older: str
    newer: str
    is_digits_only: bool = False


@dataclass(frozen=True)
class TableDifference:
    """What the newer release of a table changed.

    Attributes
    ----------
    new, gone
        Keys of rows only in the newer, and only in the older release, in the order there.
    cells
        Changed cells, in the order of the older release and of its columns.
    new_columns, gone_columns
        Columns only in the newer, and only in the older release.
    rows
        How many rows are in both.
    """

    new: tuple[Key, ...]
    gone: tuple[Key, ...]
    cells: tuple[CellChange, ...]
    new_columns: tuple[str, ...]
    gone_columns: tuple[str, ...]
    rows: int

    @property
    def is_changed(self) -> bool:
        """Whether anything is not as it was."""
        parts = (self.new, self.gone, self.cells, self.new_columns, self.gone_columns)
        return any(parts)


def compare_tables(
    older: Sequence[Cells], newer: Sequence[Cells], key: Sequence[str]
) -> TableDifference:
    """Compare two releases of a table.

    Parameters
    ----------
    older, newer
        Rows as column name to text.
    key
        The columns that tell one row from every other.

    Raises
    ------
    Refusal
        When a release lacks a column of the key, or two of its rows have one key.

    Examples
    --------
    >>> before = [{"id": "A", "paid": "1,000"}, {"id": "B", "paid": "5"}]
    >>> after = [{"id": "A", "paid": "900"}, {"id": "C", "paid": "5"}]
    >>> found = compare_tables(before, after, ("id",))
    >>> found.new, found.gone
    ((('C',),), (('B',),))
    >>> [(one.column, one.older, one.newer) for one in found.cells]
    [('paid', '1,000', '900')]
    """
    then, now = _by_key(older, key, "older"), _by_key(newer, key, "newer")
    columns, later = _columns(older), _columns(newer)
    shared = [column for column in columns if column in later]
    kept = [one for one in then if one in now]
    return TableDifference(
        tuple(one for one in now if one not in then),
        tuple(one for one in then if one not in now),
        tuple(change for one in kept for change in _changes(one, then[one], now[one], shared)),
        tuple(column for column in later if column not in columns),
        tuple(column for column in columns if column not in later),
        len(kept),
    )


def keyed(rows: Sequence[Cells], key: Sequence[str]) -> dict[Key, Cells]:
    """Return rows by their key, in their order; of two with one key, the last."""
    return {tuple(_text(row, column) for column in key): row for row in rows}


def _by_key(rows: Sequence[Cells], key: Sequence[str], release: str) -> dict[Key, Cells]:
    lacking = [column for column in key if rows and column not in rows[0]]
    if lacking:
        raise Refusal(
            f"the {release} release",
            f"has no column {', '.join(lacking)}",
            "rows are matched by it",
            "name columns that both releases have",
        )
    found = keyed(rows, key)
    if len(found) < len(rows):
        counts = Counter(tuple(_text(row, column) for column in key) for row in rows)
        twice = sum(1 for count in counts.values() if count > 1)
        raise Refusal(
            f"the {release} release",
            f"has {twice} {'key' if twice == 1 else 'keys'} on more than one row",
            "it cannot be told which of the rows is compared with which",
            f"name more columns than {', '.join(key)}, or take repeated rows out",
        )
    return found


def _columns(rows: Sequence[Cells]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(column for row in rows for column in row))


def _changes(key: Key, older: Cells, newer: Cells, columns: Sequence[str]) -> list[CellChange]:
    found = []
    for column in columns:
        before, after = _text(older, column), _text(newer, column)
        if before == after:
            continue
        then, now = number(before), number(after)
        if then is not None and then == now:
            continue
        is_digits_only = then is not None and now is not None and _is_rounded(then, now)
        found.append(CellChange(key, column, before, after, is_digits_only))
    return found


def _text(row: Cells, column: str) -> str:
    return (row.get(column) or "").strip()


def number(text: str) -> Decimal | None:
    """Read a cell as an exact number; None when it is none.

    Examples
    --------
    >>> number("$1,250.50"), number("-3"), number("2 %"), number("n/a")
    (Decimal('1250.50'), Decimal('-3'), Decimal('0.02'), None)
    """
    bare = text.replace(",", "").replace("$", "").replace("−", "-").strip()
    factor = Decimal("0.01") if bare.endswith("%") else Decimal(1)
    try:
        found = Decimal(bare.removesuffix("%").strip()) * factor
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _is_rounded(one: Decimal, other: Decimal) -> bool:
    """Say whether the number with fewer decimals is the other one rounded."""
    few, many = sorted((one, other), key=_places)
    if _places(few) == _places(many):
        return False
    return 2 * abs(many - few) <= Decimal(1).scaleb(-_places(few))


def _places(amount: Decimal) -> int:
    exponent = amount.as_tuple().exponent
    assert isinstance(exponent, int), "only finite numbers are compared"
    return max(-exponent, 0)
