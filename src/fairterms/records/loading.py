"""The SQL that puts a staged file into the store: every row either good or with a reason.

The file's rows all go into a temporary table, each with a reason or none; rules then add reasons to
rows that were good; at the end the good rows are written, once, and the others listed. No row can
be lost on the way: what was read is counted against what was written and what was listed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from fairterms.records.column_map import ColumnMap, Mapped
from fairterms.records.conversion import Converted, Origin, convert
from fairterms.records.instrument import Instruments, plain
from fairterms.records.rule import Feed, Rule, rows_of
from fairterms.records.staged import ROW, Staged, literal, quoted
from fairterms.records.table import Column, Table
from fairterms.records.writing import DateOrder

ARRIVED = "arrived_rows"
"""The rows of the file being loaded, with every column of the table."""

_READ = "read_rows"


@dataclass(frozen=True)
class Arriving:
    """A file's rows on their way into the store.

    Attributes
    ----------
    table
        Their table.
    columns
        Those the file has, or that may be filled from others.
    number
        SQL of a row's number while it is on its way.
    is_by_place
        Whether that number counts only rows that could be read.
    count
        How many rows were read.
    """

    table: Table
    columns: tuple[str, ...]
    number: str
    is_by_place: bool
    count: int


def take_in(
    connection: DuckDBPyConnection, staged: Staged, table: Table, column_map: ColumnMap
) -> Arriving:
    """Read every readable row of a file, with the reason why it is wrong if it is.

    Parameters
    ----------
    connection
        The store's, inside a transaction.
    staged
        The file.
    table, column_map
        What its columns are.
    """
    converted = {
        column.name: convert(column, _origin(column_map.columns[column.name], staged))
        for column in table.columns
        if column.name in column_map.columns
    }
    doubts = f"{_doubts(table, column_map, converted)}::VARCHAR AS set_aside_because"
    if table.has("instrument") and "instrument" not in converted:
        converted["instrument"] = Converted("NULL::VARCHAR", "false", "")
    is_by_place = bool(staged.first_row)
    own = "" if is_by_place else f"{ROW}, "
    names = ", ".join(quoted(name) for name in converted)
    values = ", ".join(f"{one.value} AS {quoted(name)}" for name, one in converted.items())
    given = ", ".join(
        f"({one.present}) AS {quoted(f'has {name}')}" for name, one in converted.items()
    )
    leave(connection)
    counted = connection.execute(
        f"CREATE TEMP TABLE {_READ} AS SELECT {own}{doubts}, {names} "  # noqa: S608
        f"FROM (SELECT {own}{values}, {given} FROM {staged.relation})"
    ).fetchone()
    assert counted is not None
    count = int(counted[0])
    number = f"(rowid - {_first_id(connection, count) - staged.first_row:d})"
    arriving = Arriving(table, tuple(converted), number if is_by_place else ROW, is_by_place, count)
    columns = ", ".join(_read(column, converted) for column in table.columns)
    connection.execute(
        f"CREATE TEMP VIEW {ARRIVED} AS "  # noqa: S608
        f"SELECT {arriving.number} AS {ROW}, set_aside_because, {columns} FROM {_READ}"
    )
    return arriving


def _first_id(connection: DuckDBPyConnection, count: int) -> int:
    """Return the first row's id; a table keeps its rows in order, so that an id tells the place."""
    ids = connection.execute(f"SELECT min(rowid), max(rowid) FROM {_READ}").fetchone()  # noqa: S608
    assert ids is not None
    assert not count or ids[1] - ids[0] + 1 == count, "ids of rows have gaps"
    return int(ids[0]) if count else 0


def leave(connection: DuckDBPyConnection) -> None:
    """Drop what was made on the way; it holds the file's values."""
    connection.execute(f"DROP VIEW IF EXISTS {ARRIVED}")
    connection.execute(f"DROP TABLE IF EXISTS {_READ}")


def _read(column: Column, converted: dict[str, Converted]) -> str:
    name = quoted(column.name)
    return name if column.name in converted else f"NULL::{column.kind.stored_as} AS {name}"


def _origin(mapped: Mapped, staged: Staged) -> Origin:
    kind = staged.columns[mapped.columns[0]] if mapped.columns else "VARCHAR"
    dates = mapped.dates or DateOrder.YEAR_FIRST
    return Origin(mapped.columns, kind, dates, mapped.money, mapped.constant)


def _doubts(table: Table, column_map: ColumnMap, converted: dict[str, Converted]) -> str:
    """Write the SQL of the first reason against a row; NULL when there is none."""
    cases = []
    for name, one in converted.items():
        value, column = quoted(name), table.column(name)
        called = _called(name, column_map.columns[name])
        wrong = f"unreadable_values: {called} {one.wrong}"
        cases.append(f"WHEN {quoted(f'has {name}')} AND {value} IS NULL THEN {literal(wrong)}")
        if column.is_required:
            empty = f"missing_required: {called} is empty"
            cases.append(f"WHEN {value} IS NULL THEN {literal(empty)}")
        if column.is_ranged:
            outside = f"outside_range: {called} is {_outside(column)}"
            cases.append(f"WHEN {_is_outside(column)} THEN {literal(outside)}")
    return f"CASE {' '.join(cases)} END"


def _called(name: str, mapped: Mapped) -> str:
    theirs = mapped.columns[0] if len(mapped.columns) == 1 else ""
    return name if theirs in ("", name) else f"{name} ({theirs})"


def _is_outside(column: Column) -> str:
    value = quoted(column.name)
    tests = [f"{value} < {column.lowest}"] if column.lowest is not None else []
    tests += [f"{value} > {column.highest}"] if column.highest is not None else []
    if column.one_of:
        tests.append(f"{value} NOT IN ({', '.join(literal(word) for word in column.one_of)})")
    return " OR ".join(tests)


def _outside(column: Column) -> str:
    if column.one_of:
        return f"none of {', '.join(column.one_of)}"
    parts = [f"below {column.lowest}"] if column.lowest is not None else []
    parts += [f"above {column.highest}"] if column.highest is not None else []
    return f"{' or '.join(parts)} {column.unit}"


def name_instruments(
    connection: DuckDBPyConnection, arriving: Arriving, instruments: Instruments
) -> None:
    """Fill the instrument of rows that give only its LOINC code; name all as the catalogue does.

    Parameters
    ----------
    connection, arriving
        The load.
    instruments
        The instruments known.
    """
    if "instrument" not in arriving.columns:
        return
    renamed = {plain(name): name for name in instruments if plain(name) != name}
    codes = {code: one.name for one in instruments.values() for code in one.loinc_codes}
    asked = [(renamed, "r.instrument = c.given")]
    if "loinc_code" in arriving.columns:
        asked.append((codes, "r.instrument IS NULL AND r.loinc_code = c.given"))
    for names, where in asked:
        pairs = ", ".join(f"({literal(key)}, {literal(names[key])})" for key in sorted(names))
        if pairs:
            connection.execute(
                f"UPDATE {_READ} AS r SET instrument = c.name "  # noqa: S608
                f"FROM (VALUES {pairs}) c(given, name) WHERE {where}"
            )


def apply_rules(
    connection: DuckDBPyConnection, arriving: Arriving, feed: Feed, rules: Iterable[Rule]
) -> None:
    """Give every row that a rule sets aside its reason.

    Parameters
    ----------
    connection, arriving
        The load.
    feed
        The same, as a rule sees it.
    rules
        The rules; those that set nothing aside are passed over.
    """
    for rule in rules:
        question = rule.question(feed) if rule.sets_aside else ""
        if question:
            connection.execute(
                f"UPDATE {_READ} AS t SET set_aside_because = "  # noqa: S608
                f"'{rule.name}: ' || q.reason FROM (SELECT row AS named, min(reason) AS reason "
                f"FROM ({question}) GROUP BY row) q "
                f"WHERE {arriving.number} = q.named AND t.set_aside_because IS NULL"
            )


def keep(
    connection: DuckDBPyConnection, arriving: Arriving, load_id: int, rejects: str
) -> tuple[int, int]:
    """Write the good rows into the table, and list the numbers and reasons of the others.

    Parameters
    ----------
    connection, arriving
        The load.
    load_id
        Its number.
    rejects
        The table ``(row, reason)`` of rows that could not be read; empty when there is none.

    Returns
    -------
    tuple
        How many rows are written, and how many set aside.
    """
    rows, order = f"(FROM {ARRIVED}) r", ""
    if arriving.is_by_place and rejects and count(connection, rejects):
        rows, order = _moved_on(rejects), f"ORDER BY {ROW}"
    names = ", ".join(quoted(name) for name in arriving.columns)
    written = connection.execute(
        f"INSERT INTO {arriving.table.name}_rows (load_id, {ROW}, {names}) "  # noqa: S608
        f"SELECT {load_id:d}, {ROW}, {names} FROM {rows} WHERE set_aside_because IS NULL {order}"
    ).fetchone()
    rule = "split_part(set_aside_because, ': ', 1)"
    reason = "substr(set_aside_because, strpos(set_aside_because, ': ') + 2)"
    aside = f"{rows} WHERE set_aside_because IS NOT NULL"
    parts = [f"SELECT row, {rule} AS rule, {reason} AS reason FROM {aside}"]  # noqa: S608
    if rejects:
        parts.append(f"SELECT row, 'unreadable_lines' AS rule, reason FROM {rejects}")  # noqa: S608
    connection.execute(
        f"INSERT INTO set_aside SELECT {load_id:d}, row, rule, reason "  # noqa: S608
        f"FROM ({' UNION ALL '.join(parts)}) ORDER BY row"
    )
    assert written is not None
    return int(written[0]), count(connection, f"set_aside WHERE load_id = {load_id:d}")


def _moved_on(rejects: str) -> str:
    """Write SQL of the rows with their numbers moved on by the unreadable rows before them."""
    # The k-th unreadable row stands after as many readable ones as its number less k.
    return (
        f"(SELECT r.* REPLACE (r.{ROW} + coalesce(b.skipped, 0) AS {ROW}) "  # noqa: S608
        f"FROM {ARRIVED} r ASOF LEFT JOIN ("
        f"SELECT row - row_number() OVER (ORDER BY row) AS before, "
        f"row_number() OVER (ORDER BY row) AS skipped FROM {rejects}) b "
        f"ON r.{ROW} > b.before) r"
    )


def count(connection: DuckDBPyConnection, rows: str) -> int:
    """Count rows; ``rows`` stands after FROM."""
    counted = connection.execute(f"SELECT count(*) FROM {rows}").fetchone()  # noqa: S608
    assert counted is not None
    return int(counted[0])


def loaded(connection: DuckDBPyConnection, table: Table, load_id: int) -> int:
    """Count the rows of a load that are in use."""
    return count(connection, rows_of(table, load_id))
