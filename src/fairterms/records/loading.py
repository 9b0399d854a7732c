"""The SQL that puts a staged file into the store: one pass, every row either good or with a reason.

The file's rows all go in, each with a reason or none; rules then add reasons to rows that were
good; at the end the rows with a reason are moved out and listed. No row can be lost on the way.
"""

from collections.abc import Iterable

from duckdb import DuckDBPyConnection

from fairterms.records.column_map import ColumnMap, Mapped
from fairterms.records.conversion import Converted, Origin, convert
from fairterms.records.instrument import Instruments, plain
from fairterms.records.rule import Feed, Rule, rows_of
from fairterms.records.staged import ROW, Staged, literal, quoted
from fairterms.records.table import Column, Table
from fairterms.records.writing import DateOrder


def insert(
    connection: DuckDBPyConnection,
    staged: Staged,
    table: Table,
    column_map: ColumnMap,
    load_id: int,
) -> int:
    """Put every readable row of a file into the store, with the reason why it is wrong if it is.

    Parameters
    ----------
    connection
        The store's, inside a transaction.
    staged
        The file.
    table, column_map
        What its columns are.
    load_id
        The number of the load.

    Returns
    -------
    int
        How many rows were read.
    """
    converted = {
        column.name: convert(column, _origin(column_map.columns[column.name], staged))
        for column in table.columns
        if column.name in column_map.columns
    }
    names = ", ".join(quoted(name) for name in converted)
    values = ", ".join(f"{one.value} AS {quoted(name)}" for name, one in converted.items())
    given = ", ".join(
        f"({one.present}) AS {quoted(f'has {name}')}" for name, one in converted.items()
    )
    counted = connection.execute(
        f"INSERT INTO {table.name}_rows (load_id, {ROW}, set_aside_because, {names}) "  # noqa: S608
        f"SELECT {load_id:d}, {ROW}, {_doubts(table, column_map, converted)}, {names} "
        f"FROM (SELECT {ROW}, {values}, {given} FROM {staged.relation})"
    ).fetchone()
    assert counted is not None
    return int(counted[0])


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


def move_on(connection: DuckDBPyConnection, table: Table, load_id: int, rejects: str) -> None:
    """Move row numbers on by the unreadable rows before them.

    Parameters
    ----------
    connection, table, load_id
        The load whose rows were numbered without counting unreadable ones.
    rejects
        The table ``(row, reason)`` of the unreadable ones.
    """
    # The k-th unreadable row stands after as many readable ones as its number less k.
    connection.execute(
        f"UPDATE {table.name}_rows AS t SET {ROW} = t.{ROW} + s.skipped FROM ("  # noqa: S608
        f"SELECT r.rowid AS id, b.skipped FROM {table.name}_rows r ASOF JOIN ("
        f"SELECT row - row_number() OVER (ORDER BY row) AS before, "
        f"row_number() OVER (ORDER BY row) AS skipped FROM {rejects}) b "
        f"ON r.{ROW} > b.before WHERE r.load_id = {load_id:d}) s WHERE t.rowid = s.id"
    )


def name_instruments(
    connection: DuckDBPyConnection, table: Table, load_id: int, instruments: Instruments
) -> None:
    """Fill the instrument of rows that give only its LOINC code; name all as the catalogue does.

    Parameters
    ----------
    connection, table, load_id
        The load.
    instruments
        The instruments known.
    """
    if not table.has("instrument", "loinc_code"):
        return
    written = {plain(name): name for name in instruments if plain(name) != name}
    codes = {code: one.name for one in instruments.values() for code in one.loinc_codes}
    for names, where in (
        (written, "r.instrument = c.given"),
        (codes, "r.instrument IS NULL AND r.loinc_code = c.given"),
    ):
        pairs = ", ".join(f"({literal(key)}, {literal(names[key])})" for key in sorted(names))
        if pairs:
            connection.execute(
                f"UPDATE {table.name}_rows AS r SET instrument = c.name "  # noqa: S608
                f"FROM (VALUES {pairs}) c(given, name) "
                f"WHERE r.load_id = {load_id:d} AND {where}"
            )


def apply_rules(connection: DuckDBPyConnection, feed: Feed, rules: Iterable[Rule]) -> None:
    """Give every row that a rule sets aside its reason.

    Parameters
    ----------
    connection
        The store's, inside a transaction.
    feed
        The load.
    rules
        The rules; those that set nothing aside are passed over.
    """
    for rule in rules:
        question = rule.question(feed) if rule.sets_aside else ""
        if question:
            connection.execute(
                f"UPDATE {feed.table.name}_rows AS t SET set_aside_because = "  # noqa: S608
                f"'{rule.name}: ' || q.reason FROM (SELECT row, min(reason) AS reason "
                f"FROM ({question}) GROUP BY row) q WHERE t.load_id = {feed.load_id:d} "
                "AND t.row = q.row AND t.set_aside_because IS NULL"
            )


def move_out(connection: DuckDBPyConnection, table: Table, load_id: int, rejects: str) -> int:
    """Move the rows with a reason out of the table, and list their numbers and reasons.

    Parameters
    ----------
    connection, table, load_id
        The load.
    rejects
        The table ``(row, reason)`` of rows that could not be read; empty when there is none.

    Returns
    -------
    int
        How many rows are set aside.
    """
    read = f"{table.name}_rows WHERE load_id = {load_id:d} AND set_aside_because IS NOT NULL"
    rule = "split_part(set_aside_because, ': ', 1)"
    reason = "substr(set_aside_because, strpos(set_aside_because, ': ') + 2)"
    parts = [f"SELECT row, {rule} AS rule, {reason} AS reason FROM {read}"]  # noqa: S608
    if rejects:
        parts.append(f"SELECT row, 'unreadable_lines' AS rule, reason FROM {rejects}")  # noqa: S608
    connection.execute(
        f"INSERT INTO set_aside SELECT {load_id:d}, row, rule, reason "  # noqa: S608
        f"FROM ({' UNION ALL '.join(parts)}) ORDER BY row"
    )
    connection.execute(f"DELETE FROM {read}")  # noqa: S608
    return count(connection, f"set_aside WHERE load_id = {load_id:d}")


def count(connection: DuckDBPyConnection, rows: str) -> int:
    """Count rows; ``rows`` stands after FROM."""
    counted = connection.execute(f"SELECT count(*) FROM {rows}").fetchone()  # noqa: S608
    assert counted is not None
    return int(counted[0])


def loaded(connection: DuckDBPyConnection, table: Table, load_id: int) -> int:
    """Count the rows of a load that are in use."""
    return count(connection, rows_of(table, load_id))
