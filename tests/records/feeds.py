"""Small feeds of made-up people, loaded in one line; every test of this room starts from them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from fairterms.records.acceptance import Acceptance, accept
from fairterms.records.column_map import ColumnMap
from fairterms.records.delivery import Delivery, Load
from fairterms.records.instrument import KnownInstrument, known
from fairterms.records.store import Store

RECEIVED = date(2027, 4, 1)
INSTRUMENTS = known(
    [
        KnownInstrument(
            "phq9", Decimal(0), Decimal(27), frozenset({"44249-1", "44261-6"}), 9, total_is_sum=True
        ),
        KnownInstrument("gad7", Decimal(0), Decimal(21), frozenset({"70274-6"}), 7),
        KnownInstrument("audit_c", Decimal(0), Decimal(12), frozenset({"75626-2"}), 3),
    ]
)


class Room:
    """A store in a folder of its own, and a short way to load a text into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store(folder / "store" / "records.duckdb", threads=1)

    def put(
        self,
        table: str,
        text: str | bytes,
        *,
        name: str = "feed.csv",
        feed: str = "made up",
        column_map: ColumnMap | None = None,
        replaces: bool = False,
    ) -> Load:
        """Write a file and load it, with the column map that is proposed for it."""
        path = self.folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        delivery = Delivery(path, table, feed, RECEIVED, replaces)
        chosen = column_map or self.store.propose(path, table)
        return self.store.load(delivery, chosen, INSTRUMENTS)

    def rows(self, columns: str, table: str) -> list[tuple[object, ...]]:
        """Return columns of a table in order of row."""
        sql = f"SELECT {columns} FROM {table} ORDER BY load_id, row"  # noqa: S608
        return self.store.connection.execute(sql).fetchall()

    def aside(self) -> list[tuple[object, ...]]:
        """Return row, rule and reason of everything set aside."""
        return self.store.connection.execute(
            "SELECT row, rule, reason FROM set_aside ORDER BY load_id, row"
        ).fetchall()

    def accept(self, load: Load) -> Acceptance:
        """Accept a load."""
        return accept(self.store, load.load_id, instruments=INSTRUMENTS)


@contextmanager
def room() -> Iterator[Room]:
    """Give a room in a folder that is gone afterwards."""
    with TemporaryDirectory() as folder:
        made = Room(Path(folder))
        try:
            yield made
        finally:
            made.store.close()


def csv_of(heading: str, rows: Sequence[str]) -> str:
    """Join a heading and rows."""
    return "\n".join((heading, *rows)) + "\n"


def found(
    table: str, *texts: str, rule: str, replaces: bool = False
) -> list[tuple[str, int, tuple[int, ...]]]:
    """Load files one after the other and return what a rule says of the last."""
    with room() as here:
        loads = [
            here.put(table, text, name=f"{n}.csv", replaces=replaces)
            for n, text in enumerate(texts)
        ]
        answer = next(a for a in here.accept(loads[-1]).answers if a.rule.name == rule)
        return [(seen.reason, seen.count, seen.rows) for seen in answer.seen]


ASSESSMENTS = "assessment_id,person_id,instrument,loinc_code,assessed_on,score"
GOOD = "a1,p1,PHQ-9,44261-6,2027-03-01,12"
