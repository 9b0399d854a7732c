"""A delivery: a file of a sender, and what the store made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Delivery:
    """A file as it came.

    Attributes
    ----------
    path
        The file.
    table
        The name of the table it is for.
    feed
        Who sends it, and what: files of one feed are compared with each other.
    received
        The day it came. There is no default: the clock of a machine decides nothing here.
    replaces
        Whether it stands in place of all earlier files of its feed, or adds to them.
    """

    path: Path
    table: str
    feed: str
    received: date
    replaces: bool = False


@dataclass(frozen=True)
class Load:
    """What the store made of a delivery.

    Attributes
    ----------
    load_id
        Its number in the store.
    table, feed, file, received
        As delivered.
    sha256
        The file's fingerprint.
    rows_read
        Rows in the file; ``rows_loaded + rows_set_aside``.
    rows_loaded
        Rows that count.
    rows_set_aside
        Rows kept out, each with its reason in ``set_aside_file``.
    set_aside_file
        The file of row numbers and reasons; ``None`` when every row counts.
    is_repeat
        Whether the same file was in the store already, so that nothing was done.
    left_out
        What else the file holds that is not for this table, and how much of it.
    """

    load_id: int
    table: str
    feed: str
    file: str
    received: date
    sha256: str
    rows_read: int
    rows_loaded: int
    rows_set_aside: int
    set_aside_file: Path | None
    is_repeat: bool = False
    left_out: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        total = self.rows_loaded + self.rows_set_aside
        assert self.rows_read == total, f"{self.file}: {self.rows_read} rows read, {total} kept"
