"""The store: one DuckDB database a deal, on one machine, in bounded memory.

Every load is one transaction, known by the fingerprint of its file: the same file again changes
nothing. Rows are never changed afterwards, and those set aside are listed by number and reason.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb
from duckdb import DuckDBPyConnection

from fairterms.records import loading, readers, refusals
from fairterms.records.catalogues import RULES, TABLES
from fairterms.records.column_map import ColumnMap, write
from fairterms.records.delivery import Delivery, Load
from fairterms.records.instrument import Instruments
from fairterms.records.proposal import propose
from fairterms.records.readers import Arrived
from fairterms.records.rule import Feed, Limits
from fairterms.records.staged import literal, quoted
from fairterms.records.table import Table

MEMORY = "1GB"
"""What the database may hold in memory; beyond it, it uses the disk."""

_BOOKS = """
CREATE TABLE IF NOT EXISTS loads (
    load_id INTEGER, table_name VARCHAR, feed VARCHAR, file VARCHAR, received DATE,
    sha256 VARCHAR, map_sha256 VARCHAR, mapped VARCHAR[], rows_loaded BIGINT,
    rows_set_aside BIGINT, is_whole BOOLEAN, left_out MAP(VARCHAR, BIGINT), replaced_by INTEGER);
CREATE TABLE IF NOT EXISTS set_aside (load_id INTEGER, row BIGINT, rule VARCHAR, reason VARCHAR);
"""


class Store:
    """The records of a deal.

    Parameters
    ----------
    path
        The database's file; it and its folder are made when they are not there. Files of rows set
        aside lie beside it.
    memory
        What the database may hold in memory.
    threads
        How many processors it may use; 0 for all.
    """

    def __init__(self, path: Path, memory: str = MEMORY, threads: int = 0) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.connection: DuckDBPyConnection = duckdb.connect(str(path))
        path.chmod(0o600)
        self.connection.execute(f"SET memory_limit = {literal(memory)}")
        self.connection.execute(f"SET temp_directory = {literal(str(path) + '.tmp')}")
        self.connection.execute("SET preserve_insertion_order = true")
        self.connection.execute("SET TimeZone = 'UTC'")
        if threads:
            self.connection.execute(f"SET threads = {threads:d}")
        self.connection.execute(_BOOKS)
        for table in TABLES.values():
            _make(self.connection, table)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self.connection.close()

    def propose(self, path: Path, table_name: str, encoding: str = "utf-8") -> ColumnMap:
        """Propose a column map for a file; nothing is loaded.

        Parameters
        ----------
        path
            The file.
        table_name
            The table it is for.
        encoding
            How the letters of a text file are written.

        Raises
        ------
        FeedRefusal
            When the file cannot be read at all.
        """
        table = TABLES[table_name]
        staged = readers.stage(self.connection, readers.arrive(path), table, encoding)
        return propose(self.connection, staged, table)

    def load(
        self,
        delivery: Delivery,
        column_map: ColumnMap,
        instruments: Instruments | None = None,
    ) -> Load:
        """Load a delivery: all of it, or, when it is refused, nothing.

        Parameters
        ----------
        delivery
            The file, and what it is.
        column_map
            Which of its columns is which.
        instruments
            The instruments known; without them no score can be checked against its range.

        Raises
        ------
        FeedRefusal
            When the file cannot be read, or the column map leaves something open.
        """
        table = TABLES[delivery.table]
        column_map.check(delivery.path.name, table)
        arrived = readers.arrive(delivery.path)
        reading = _digest(column_map, delivery, instruments or {})
        known = self._known(delivery, arrived.sha256, reading)
        if known is not None:
            return known
        with self._transaction():
            load_id = self._load(delivery, arrived, column_map, reading, instruments or {})
        load = self.loads()[load_id]
        if load.set_aside_file is not None:
            self._list_set_aside(load, load.set_aside_file)
        return load

    def _load(
        self,
        delivery: Delivery,
        arrived: Arrived,
        column_map: ColumnMap,
        reading: str,
        instruments: Instruments,
    ) -> int:
        """Load a file inside a transaction, and return the number of the load."""
        table, connection = TABLES[delivery.table], self.connection
        load_id = loading.count(connection, "loads") + 1
        staged = readers.stage(connection, arrived, table, column_map.encoding)
        _check_columns(delivery.path.name, column_map, staged.columns)
        self._replace(delivery, arrived.sha256, load_id)
        arriving = loading.take_in(connection, staged, table, column_map)
        rejects = readers.rejected(connection, arrived, staged, arriving.count)
        read = arriving.count + (loading.count(connection, rejects) if rejects else 0)
        if not read:
            raise refusals.empty(delivery.path.name)
        loading.name_instruments(connection, arriving, instruments)
        connection.execute(
            "INSERT INTO loads VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, NULL)",
            [
                load_id,
                table.name,
                delivery.feed,
                delivery.path.name,
                delivery.received,
                arrived.sha256,
                reading,
                list(column_map.columns),
                delivery.replaces,
                dict(staged.left_out),
            ],
        )
        feed = replace(self.feed(load_id, instruments), arriving=loading.ARRIVED)
        loading.apply_rules(connection, arriving, feed, RULES.values())
        written, aside = loading.keep(connection, arriving, load_id, rejects)
        loading.leave(connection)
        connection.execute(
            "UPDATE loads SET rows_loaded = ?, rows_set_aside = ? WHERE load_id = ?",
            [written, aside, load_id],
        )
        assert written + aside == read, "a row was lost"
        assert loading.loaded(connection, table, load_id) == written
        return load_id

    def _replace(self, delivery: Delivery, sha256: str, load_id: int) -> None:
        """Take loads out of force: all of the feed, or this file's when it was read otherwise."""
        same_file = "" if delivery.replaces else f" AND sha256 = {literal(sha256)}"
        self.connection.execute(
            f"UPDATE loads SET replaced_by = {load_id:d} WHERE table_name = ? AND feed = ? "  # noqa: S608
            f"AND replaced_by IS NULL{same_file}",
            [delivery.table, delivery.feed],
        )

    def _known(self, delivery: Delivery, sha256: str, reading: str) -> Load | None:
        """Return the load in force of the same file read in the same way."""
        found = self.connection.execute(
            "SELECT load_id FROM loads WHERE table_name = ? AND feed = ? AND sha256 = ? "
            "AND map_sha256 = ? AND replaced_by IS NULL",
            [delivery.table, delivery.feed, sha256, reading],
        ).fetchone()
        return self._loads(is_repeat=True)[found[0]] if found else None

    def loads(self) -> Mapping[int, Load]:
        """Return every load by its number, also those no longer in force."""
        return self._loads(is_repeat=False)

    def _loads(self, *, is_repeat: bool) -> Mapping[int, Load]:
        rows = self.connection.execute(
            "SELECT load_id, table_name, feed, file, received, sha256, rows_loaded, "
            "rows_set_aside, left_out FROM loads ORDER BY load_id"
        ).fetchall()
        found: dict[int, Load] = {}
        for load_id, table, feed, file, received, sha256, good, aside, left_out in rows:
            listed = self.path.parent / f"{Path(file).stem}.{load_id}.set-aside.csv"
            found[load_id] = Load(
                load_id,
                table,
                feed,
                file,
                received,
                sha256,
                good + aside,
                good,
                aside,
                listed if aside else None,
                is_repeat,
                left_out or {},
            )
        return found

    def feed(
        self, load_id: int, instruments: Instruments | None = None, limits: Limits | None = None
    ) -> Feed:
        """Return a load as a rule sees it.

        Parameters
        ----------
        load_id
            Its number.
        instruments
            The instruments known.
        limits
            What it must keep to.

        Raises
        ------
        KeyError
            When there is no such load.
        """
        row = self.connection.execute(
            "SELECT table_name, feed, received, mapped, is_whole FROM loads WHERE load_id = ?",
            [load_id],
        ).fetchone()
        if row is None:
            raise KeyError(load_id)
        table_name, feed_name, received, mapped, is_whole = row
        before = self.connection.execute(
            "SELECT max(load_id) FROM loads WHERE table_name = ? AND feed = ? AND load_id < ? "
            "AND sha256 <> (SELECT sha256 FROM loads WHERE load_id = ?)",
            [table_name, feed_name, load_id, load_id],
        ).fetchone()
        assert isinstance(received, date)
        return Feed(
            table=TABLES[table_name],
            load_id=load_id,
            previous_id=before[0] if before else None,
            received=received,
            mapped=frozenset(mapped),
            instruments=instruments or {},
            limits=limits or Limits(),
            is_whole=is_whole,
            has_people=loading.count(self.connection, "patients") > 0,
        )

    def filled(self, table_name: str) -> Mapping[str, int]:
        """Count, for each column of a table, the rows in force in which it is filled.

        Parameters
        ----------
        table_name
            The table.

        Returns
        -------
        Mapping
            Rows by column name.
        """
        names = [column.name for column in TABLES[table_name].columns]
        counts = ", ".join(f"count({quoted(name)})" for name in names)
        row = self.connection.execute(f"SELECT {counts} FROM {table_name}").fetchone()  # noqa: S608
        assert row is not None
        return dict(zip(names, row, strict=True))

    def _list_set_aside(self, load: Load, path: Path) -> None:
        """Write the numbers and reasons of rows set aside; nothing else of the rows."""
        self.connection.execute(
            f"COPY (SELECT row, rule, reason FROM set_aside WHERE load_id = {load.load_id:d} "  # noqa: S608
            f"ORDER BY row) TO {literal(str(path))} (HEADER, DELIMITER ',')"
        )
        path.chmod(0o600)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Do all of it, or nothing."""
        self.connection.execute("BEGIN")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")


def _make(connection: DuckDBPyConnection, table: Table) -> None:
    """Make a table of all rows, and a view of the rows of loads in force."""
    columns = ", ".join(f"{quoted(c.name)} {c.kind.stored_as}" for c in table.columns)
    connection.execute(
        f"CREATE TABLE IF NOT EXISTS {table.name}_rows "
        f"(load_id INTEGER, row BIGINT, set_aside_because VARCHAR, {columns})"
    )
    connection.execute(
        f"CREATE VIEW IF NOT EXISTS {table.name} AS "  # noqa: S608
        f"SELECT * EXCLUDE (set_aside_because) FROM {table.name}_rows "
        "WHERE set_aside_because IS NULL "
        "AND load_id IN (SELECT load_id FROM loads WHERE replaced_by IS NULL)"
    )


def _digest(column_map: ColumnMap, delivery: Delivery, instruments: Instruments) -> str:
    """Return a fingerprint of everything that decides how a file is read."""
    known = sorted(
        f"{one.name} {one.lowest} {one.highest} {sorted(one.loinc_codes)}"
        for one in instruments.values()
    )
    read_as = (write(column_map), delivery.received.isoformat(), *known)
    return hashlib.sha256("\n".join(read_as).encode()).hexdigest()


def _check_columns(name: str, column_map: ColumnMap, there: Mapping[str, str]) -> None:
    needed = {column for mapped in column_map.columns.values() for column in mapped.columns}
    missing = sorted(needed - there.keys())
    if missing:
        raise refusals.vanished_columns(name, missing)
