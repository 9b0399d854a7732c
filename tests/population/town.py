"""A store with made-up members, written row by row; every test of this room starts from it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from duckdb import DuckDBPyConnection

from fairterms.records.catalogues import TABLES
from fairterms.records.store import Store
from fairterms.units.period import Period

YEAR = Period(date(2027, 1, 1), date(2027, 12, 31))


def day(text: str) -> date:
    """Read "03-15" as a day of 2027, or a whole day as it stands."""
    return date.fromisoformat(text if len(text) > 5 else f"2027-{text}")


class Town:
    """A store, and a short way to put rows into it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.connection: DuckDBPyConnection = store.connection
        self.loads = 0
        self.used: set[str] = set()

    def put(
        self,
        table: str,
        columns: str,
        rows: Sequence[Sequence[object]],
        received: date = date(2028, 6, 1),
        replaces: int = 0,
    ) -> int:
        """Put rows into a table as one load, numbered from 1, and return the load's number."""
        assert TABLES[table].has(*columns.split()), columns
        self.loads += 1
        self.used.add(table)
        if replaces:
            self.connection.execute(
                "UPDATE loads SET replaced_by = ? WHERE load_id = ?", [self.loads, replaces]
            )
        self.connection.execute(
            "INSERT INTO loads (load_id, table_name, feed, file, received) VALUES (?, ?, ?, ?, ?)",
            [self.loads, table, "made up", "made_up.csv", received],
        )
        names = ["load_id", "row", *columns.split()]
        marks = ", ".join("?" for _ in names)
        if rows:
            self.connection.executemany(
                f"INSERT INTO {table}_rows ({', '.join(names)}) VALUES ({marks})",  # noqa: S608
                [[self.loads, number, *row] for number, row in enumerate(rows, 1)],
            )
        return self.loads

    def members(self, *rows: Sequence[object], columns: str = "person_id starts ends") -> int:
        """Put spans of membership: person, first day, last day or None."""
        return self.put("enrolment", columns, [_dated(row) for row in rows])

    def bills(self, *rows: Sequence[object]) -> int:
        """Put bills: person, day of service, day of payment, allowed cents."""
        made = [(f"k{n}", 1, *_dated(row)) for n, row in enumerate(rows)]
        columns = "claim_id claim_line person_id starts paid_on allowed_cents"
        return self.put("claims", columns, made)

    def visits(self, *rows: Sequence[object]) -> int:
        """Put visits: person, clinician, day, status."""
        made = [(f"v{n}", *_dated(row)) for n, row in enumerate(rows)]
        return self.put("visits", "visit_id person_id clinician_id starts status", made)

    def empty(self) -> None:
        """Take every row out."""
        for table in sorted(self.used):
            self.connection.execute(f"DELETE FROM {table}_rows")  # noqa: S608
        self.used.clear()
        self.connection.execute("DELETE FROM loads")
        self.loads = 0


def _dated(row: Sequence[object]) -> list[object]:
    """Read texts such as "03-15" and "2027-03-15" as days."""
    return [
        day(cell) if isinstance(cell, str) and cell[:1].isdigit() and "-" in cell else cell
        for cell in row
    ]


@contextmanager
def town() -> Iterator[Town]:
    """Give a town in a folder that is gone afterwards."""
    with (
        TemporaryDirectory() as folder,
        Store(Path(folder) / "records.duckdb", threads=1) as store,
    ):
        yield Town(store)
