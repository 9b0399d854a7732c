"""The records folder of a deal, loaded and tested: one file a table, each with its report.

Personal data stay in a database that is deleted when the work is done, unless a place is named.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from fairterms.outcomes.forms.known_instruments import known_instruments
from fairterms.records import column_map
from fairterms.records.acceptance import Acceptance, accept
from fairterms.records.catalogues import TABLES
from fairterms.records.column_map import ColumnMap
from fairterms.records.delivery import Delivery
from fairterms.records.need import Need
from fairterms.records.readers import SUFFIXES
from fairterms.records.refusals import FeedRefusal
from fairterms.records.store import Store
from fairterms.reference.clinical.patient_record import PatientRecord

FOLDER = "records"

MAP_SUFFIX = ".columns.toml"
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Feed:
    """One file of the records folder.

    Attributes
    ----------
    path
        The file; its name before the first point is the table's.
    table
        The table it is for.
    columns
        Which of its columns is which.
    is_saved
        Whether a person saved the column map beside the file; else it was proposed just now.
    """

    path: Path
    table: str
    columns: ColumnMap
    is_saved: bool


@dataclass(frozen=True)
class Loaded:
    """The records of a deal, ready to be asked.

    Attributes
    ----------
    store
        The database.
    feeds
        What was loaded.
    reports
        The acceptance report of each feed that could be read.
    refused
        The feeds that could not be read at all, by file name.
    held
        Patients of a small group, by the tables they were read from, so that several measures
        read them once; it goes with the records.
    """

    store: Store
    feeds: tuple[Feed, ...]
    reports: tuple[Acceptance, ...]
    refused: tuple[tuple[str, FeedRefusal], ...]
    held: dict[frozenset[str], tuple[PatientRecord, ...]] = field(default_factory=dict, repr=False)

    @property
    def tables(self) -> frozenset[str]:
        """The tables that hold rows."""
        return frozenset(one.load.table for one in self.reports if one.load.rows_loaded)

    @property
    def filled(self) -> frozenset[str]:
        """The tables that hold rows, and as ``table.column`` the columns filled in any of them."""
        columns = (
            f"{table}.{name}"
            for table in self.tables
            for name, count in self.store.filled(table).items()
            if count
        )
        return self.tables | frozenset(columns)


def files(folder: Path) -> tuple[tuple[Path, str], ...]:
    """List the files of a deal's records folder that are named after a table.

    Parameters
    ----------
    folder
        The deal folder.

    Returns
    -------
    tuple of (Path, str)
        Each file and its table, patients first, so that other tables can be checked against them.
    """
    records = folder / FOLDER
    if not records.is_dir():
        return ()
    named = [
        (path, path.name.split(".", 1)[0])
        for path in sorted(records.iterdir())
        if path.suffix.lower() in SUFFIXES and path.name.split(".", 1)[0] in TABLES
    ]
    first = dict.fromkeys(("patients", "clinicians", *TABLES))
    order = {name: place for place, name in enumerate(first)}
    return tuple(sorted(named, key=lambda found: order[found[1]]))


def propose_map(store: Store, path: Path, table: str) -> Feed:
    """Give a file's column map: the one saved beside it, or a proposal.

    Parameters
    ----------
    store
        The database reads the file's head.
    path, table
        The file and what it is for.

    Raises
    ------
    FeedRefusal
        When the file cannot be read at all.
    """
    saved = path.with_name(table + MAP_SUFFIX)
    if saved.is_file():
        return Feed(path, table, column_map.read(saved), is_saved=True)
    return Feed(path, table, store.propose(path, table), is_saved=False)


@contextmanager
def loaded(
    folder: Path, received: date, needs: Sequence[Need] = (), tell: Tell = lambda _: None
) -> Iterator[Loaded]:
    """Load the records of a deal for as long as the block lasts.

    Parameters
    ----------
    folder
        The deal folder.
    received
        The day the records were taken; rows of a later day are set aside.
    needs
        What the contract's terms need of the records.
    tell
        Called with a short sentence before each file, for a progress display.

    Yields
    ------
    Loaded
        The store and the report of each file. The database is deleted afterwards.
    """
    with (
        TemporaryDirectory(prefix="fairterms-") as place,
        Store(Path(place) / "records.duckdb") as store,
    ):
        yield load_into(store, folder, received, needs, tell)


def load_into(
    store: Store,
    folder: Path,
    received: date,
    needs: Sequence[Need] = (),
    tell: Tell = lambda _: None,
) -> Loaded:
    """Load the records of a deal into a store.

    Parameters
    ----------
    store
        The database; a file already in it is not loaded twice.
    folder, received, needs, tell
        As for :func:`loaded`.
    """
    instruments = known_instruments()
    feeds: list[Feed] = []
    loads: list[int] = []
    refused: list[tuple[str, FeedRefusal]] = []
    for path, table in files(folder):
        tell(f"Loading {path.name}")
        try:
            feed = propose_map(store, path, table)
            delivery = Delivery(path, table, feed=table, received=received)
            loads.append(store.load(delivery, feed.columns, instruments).load_id)
            feeds.append(feed)
        except FeedRefusal as refusal:
            refused.append((path.name, refusal))
    reports = tuple(accept(store, load, needs, instruments) for load in loads)
    return Loaded(store, tuple(feeds), reports, tuple(refused))
