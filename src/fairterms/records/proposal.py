"""A column map proposed from the names in a file, and from how its dates and amounts look.

Names of the Tuva input layer are taken as they stand, then ours, then names often seen, then names
that are alike. What the file cannot show stays undecided, for a person to say.
"""

import re
from collections.abc import Iterable, Mapping

from duckdb import DuckDBPyConnection
from rapidfuzz import fuzz

from fairterms.records.column_map import ColumnMap, Mapped
from fairterms.records.conversion import is_number
from fairterms.records.staged import Staged, quoted
from fairterms.records.table import Column, Kind, Table
from fairterms.records.writing import DateOrder, MoneyUnit

LIKE_ENOUGH = 86.0
"""How alike two names must be, of 100, for one to be proposed for the other."""

_FIRST_ROWS = 100_000
_ITEM = re.compile(
    r"^(?P<stem>.*?)(?:item|question|q)?[ _-]*0*(?P<number>[1-9]\d?)$", re.IGNORECASE
)


def propose(connection: DuckDBPyConnection, staged: Staged, table: Table) -> ColumnMap:
    """Propose a column map for a file.

    Parameters
    ----------
    connection
        Where the file can be read.
    staged
        The file.
    table
        The table it is for.

    Returns
    -------
    ColumnMap
        To be shown to a person before it is used; no value of the file stands in it.
    """
    named = match_names(table, staged.columns)
    columns: dict[str, Mapped] = {}
    for column in table.columns:
        if column.name not in named:
            continue
        origins, why = named[column.name]
        dates = money = None
        if column.kind is Kind.DATE:
            dates = _date_order(connection, staged, origins[0])
        if column.kind is Kind.CENTS:
            money = _money_unit(connection, staged, origins[0], why)
        columns[column.name] = Mapped(origins, why, dates, money)
    used = {name for mapped in columns.values() for name in mapped.columns}
    ignored = {name: _why_ignored(name, table) for name in staged.columns if name not in used}
    return ColumnMap(table.name, columns, ignored)


def match_names(table: Table, names: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], str]]:
    """Match a file's names with a table's columns.

    Parameters
    ----------
    table
        The table.
    names
        The file's names.

    Returns
    -------
    Mapping
        For each column found, the file's names and why.

    Examples
    --------
    >>> from fairterms.records.tables.claims import TABLE
    >>> found = match_names(TABLE, ["claim_id", "Paid Amount", "unheard_of"])
    >>> found["claim_id"], found["paid_cents"]
    ((('claim_id',), 'Tuva name'), (('Paid Amount',), 'Tuva name'))
    """
    free = {name: _plain(name) for name in names if not _is_left_out(name, table)}
    found: dict[str, tuple[tuple[str, ...], str]] = {}
    for why, words in (("Tuva name", _tuva), ("our name", _own), ("often used", _also)):
        for column in table.columns:
            hit = None if column.name in found else _exact(free, words(column))
            if hit is not None:
                found[column.name] = ((hit,), why)
                del free[hit]
    items = _items(table, free)
    if items and "items" not in found:
        found["items"] = (items, "numbered names")
        free = {name: plain for name, plain in free.items() if name not in items}
    _add_alike(table, free, found)
    return found


def _add_alike(
    table: Table, free: Mapping[str, str], found: dict[str, tuple[tuple[str, ...], str]]
) -> None:
    """Add the pairs of names that are most alike, the best first."""
    pairs = sorted(
        (
            (-fuzz.ratio(plain, word), column.name, name)
            for column in table.columns
            if column.name not in found and column.kind is not Kind.ITEMS
            for word in map(_plain, (*_tuva(column), *_own(column), *_also(column)))
            for name, plain in free.items()
        ),
    )
    taken: set[str] = set()
    for against, column_name, name in pairs:
        if -against >= LIKE_ENOUGH and column_name not in found and name not in taken:
            found[column_name] = ((name,), "a name much alike: check it")
            taken.add(name)


def _tuva(column: Column) -> tuple[str, ...]:
    return column.tuva


def _own(column: Column) -> tuple[str, ...]:
    return (column.name,)


def _also(column: Column) -> tuple[str, ...]:
    return column.also


def _exact(free: Mapping[str, str], words: Iterable[str]) -> str | None:
    for word in words:
        for name, plain in free.items():
            if plain == _plain(word):
                return name
    return None


def _plain(name: str) -> str:
    return "_".join(re.findall(r"[a-z]+|\d+", re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower()))


def _is_left_out(name: str, table: Table) -> bool:
    return _plain(name) in {_plain(word) for word in table.left_out}


def _why_ignored(name: str, table: Table) -> str:
    return (
        "not needed, so not read" if _is_left_out(name, table) else "no column of ours is like it"
    )


def _items(table: Table, free: Mapping[str, str]) -> tuple[str, ...]:
    """Return the columns of a questionnaire's answers: one stem, numbered from 1 without a gap."""
    if not table.of_kind(Kind.ITEMS):
        return ()
    stems: dict[str, dict[int, str]] = {}
    for name in free:
        shape = _ITEM.match(name)
        if shape is not None:
            stems.setdefault(shape["stem"].lower(), {})[int(shape["number"])] = name
    best = max(stems.values(), key=len, default={})
    in_order = sorted(best)
    if len(best) < 2 or in_order != list(range(1, len(best) + 1)):
        return ()
    return tuple(best[number] for number in in_order)


def _date_order(connection: DuckDBPyConnection, staged: Staged, name: str) -> DateOrder | None:
    """Tell the order of dates, when the first rows show it: a 13th month is a day."""
    if staged.columns[name] != "VARCHAR":
        return DateOrder.YEAR_FIRST
    text = f"CAST({quoted(name)} AS VARCHAR)"
    first, second = (f"try_cast(regexp_extract({text}, '{_SLASHED}', {n}) AS INT)" for n in (1, 2))
    counted = connection.execute(
        f"SELECT count(*) FILTER ({first} > 12), count(*) FILTER ({second} > 12), "  # noqa: S608
        f"count(*) FILTER ({first} IS NOT NULL) "
        f"FROM (SELECT * FROM {staged.relation} LIMIT {_FIRST_ROWS})"
    ).fetchone()
    assert counted is not None
    day_first, month_first, slashed = counted
    if not slashed:
        return DateOrder.YEAR_FIRST
    if bool(day_first) == bool(month_first):
        return None
    return DateOrder.DAY_FIRST if day_first else DateOrder.MONTH_FIRST


_SLASHED = r"^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}"


def _money_unit(
    connection: DuckDBPyConnection, staged: Staged, name: str, why: str
) -> MoneyUnit | None:
    """Tell whether amounts are dollars or cents, when the name or a fraction shows it."""
    if "cent" in _plain(name).split("_") or "cents" in _plain(name).split("_"):
        return MoneyUnit.CENTS
    text = f"CAST({quoted(name)} AS VARCHAR)"
    counted = connection.execute(
        f"SELECT count(*) FILTER (regexp_matches({text}, '\\.\\d{{1,2}}0*\\D?$')), "  # noqa: S608
        f"count(*) FILTER (regexp_matches({text}, ',\\d{{1,2}}\\D?$')) "
        f"FROM (SELECT * FROM {staged.relation} LIMIT {_FIRST_ROWS})"
    ).fetchone()
    assert counted is not None
    points, commas = counted
    if points and commas:
        return None
    if commas:
        return MoneyUnit.DOLLARS_DECIMAL_COMMA
    has_fraction = points and not is_number(staged.columns[name])
    return MoneyUnit.DOLLARS if has_fraction or why == "Tuva name" else None


def show(column_map: ColumnMap, table: Table) -> tuple[tuple[str, str, str], ...]:
    """Return a column map as lines to look at: ours, the file's, and what to check.

    Parameters
    ----------
    column_map
        The map.
    table
        Its table.
    """
    lines = []
    for column in table.columns:
        mapped = column_map.columns.get(column.name)
        lines.append((column.name, _origin(mapped), _to_check(column, mapped)))
    lines += [("(not read)", name, why) for name, why in column_map.ignored.items()]
    return tuple(lines)


def _origin(mapped: Mapped | None) -> str:
    if mapped is None:
        return "(nothing)"
    return f'always "{mapped.constant}"' if mapped.constant else ", ".join(mapped.columns)


def _to_check(column: Column, mapped: Mapped | None) -> str:
    if mapped is None:
        return "needed in every row: name the file's column" if column.is_required else ""
    if column.kind is Kind.DATE:
        return f"dates: {mapped.dates or 'undecided, say in which order they are written'}"
    if column.kind is Kind.CENTS:
        return f"amounts: {mapped.money or 'undecided, say whether they are dollars or cents'}"
    return mapped.why
