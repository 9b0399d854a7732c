"""Evidence as it would leave the room, why it may, and what stays behind for later proofs."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from fairterms.audit.release import evidence, kept_tables
from fairterms.audit.release.bounds import Bounds
from fairterms.audit.release.count_table import CountTable
from fairterms.audit.release.evidence import ReleasedTable, TableRelease
from fairterms.audit.release.people_shown import Form, Shown, check
from fairterms.audit.release.request import Mode
from fairterms.audit.release.row_list import LEAST_K, RowList, release_rows
from fairterms.document import reader
from fairterms.publish import csv_export
from fairterms.units.refusal import Refusal

CSV, TEXT, PDF = "text/csv", "text/plain", "application/pdf"
MEDIA = {".csv": CSV, ".txt": TEXT, ".pdf": PDF}
"""Files that are given as they are, by the end of their name."""
MOST_ON_A_PAGE = 1_000
"""Rows that are read on a page; a longer list is a copy (our choice)."""
PROVED = (
    "It is proved that no count of 1 to 10 people can be worked out from this and all earlier "
    "releases of this side together."
)
AMONG_OTHERS = (
    "Each person stands among at least {k} who are alike in all that could tell who they are; "
    "these people were told of in no earlier release."
)
LEFT_OUT = " The list is not whole: rows of more than 10 people were left out."
DECLARED = (
    "The side that gives it declares that it tells of no patient and holds no count of 1 to 10 "
    "people; a program cannot prove that of a file as it is."
)


@dataclass(frozen=True, eq=False)
class Leaving:
    """What would leave, and what would not.

    Attributes
    ----------
    name
        What a copy is called.
    media
        The type of the content.
    content
        The bytes as they leave.
    proof
        Why they may, in a sentence that names no count.
    shown
        What later releases must know of it.
    inside
        What stays in the room for later proofs: true counts among it; empty where nothing does.
    bounds
        What an outsider could work out of each small count; for the room that gives alone.
    """

    name: str
    media: str
    content: bytes
    proof: str
    shown: Shown
    inside: str = field(default="", repr=False)
    bounds: tuple[Bounds, ...] = field(default=(), repr=False)

    @property
    def sha256(self) -> str:
        """The hash of the content (64 hexadecimal digits)."""
        return hashlib.sha256(self.content).hexdigest()


def of_table(
    table: CountTable, tables: Sequence[TableRelease], earlier: Sequence[Shown]
) -> Leaving:
    """Return a table of counts as it would leave.

    Parameters
    ----------
    table
        With its true counts.
    tables
        Every table that left before.
    earlier
        Everything that left before, these tables among it.

    Raises
    ------
    Refusal
        When it cannot be proved that no count of 1 to 10 people follows.

    Examples
    --------
    >>> import numpy as np
    >>> from fairterms.audit.release.count_table import Axis
    >>> clinics = Axis("clinic", ("Elm", "Oak", "Ash"))
    >>> found = of_table(CountTable("visits", ("2027",), (clinics,), np.array([4, 30, 50])), [], [])
    >>> print(found.content.decode("utf-8-sig"), end="")
    clinic,people
    Elm,not shown
    Oak,not shown
    Ash,50
    all,84
    """
    check(Form.TABLE, table.people, earlier)
    released = evidence.release([table], tables)
    shown = Shown(Form.TABLE, table.people, table.title)
    content = _grid(released.tables[0]).encode()
    inside = kept_tables.write(released)
    return Leaving("table.csv", CSV, content, PROVED, shown, inside, released.proof)


def of_rows(
    listed: RowList, people: Sequence[str], mode: Mode, earlier: Sequence[Shown], k: int = LEAST_K
) -> Leaving:
    """Return a list of rows as it would leave: without the column of people and without texts.

    Raises
    ------
    Refusal
        When nothing can be released, these people were told of before, or it is too long to be
        read on a page.
    """
    check(Form.ROWS, people, earlier)
    released = release_rows(listed, k)
    _check_length(listed.title, len(released.rows), mode)
    content = csv_export.render(released.columns, released.rows).encode()
    shown = Shown(Form.ROWS, tuple(people), listed.title)
    proof = AMONG_OTHERS.format(k=k) + (LEFT_OUT if released.has_withheld else "")
    return Leaving("rows.csv", CSV, content, proof, shown)


def of_file(path: Path, title: str, mode: Mode) -> Leaving:
    """Return a file as it would leave; one that is only read leaves as its text.

    Parameters
    ----------
    path
        The file.
    title
        What it is.
    mode
        Whether it is read or kept. A page that gave the file itself would be a copy.

    Raises
    ------
    Refusal
        When files of its kind are not given, or its text cannot be read.
    """
    media = MEDIA.get(PurePosixPath(path.name).suffix.lower())
    if media is None:
        raise Refusal(
            path.name,
            "files of this kind are not given",
            "what cannot be looked through cannot be approved",
            f"save it as one of {', '.join(MEDIA)}",
        )
    content = path.read_bytes()
    if media == CSV:
        _check_length(path.name, len(content.splitlines()) - 1, mode)
    name = path.name
    if mode is Mode.VIEW and media != CSV:
        media, content = TEXT, reader.read(path).text.encode()
        name = str(PurePosixPath(name).with_suffix(".txt"))
    return Leaving(name, media, content, DECLARED, Shown(Form.FILE, (), title))


def _check_length(what: str, rows: int, mode: Mode) -> None:
    if mode is Mode.VIEW and rows > MOST_ON_A_PAGE:
        raise Refusal(
            what,
            f"it has more than {MOST_ON_A_PAGE:,} rows, and is to be read on a page",
            "nobody reads so many, and a page holds no more",
            "draw a sample, or give it as a copy in answer to a new request",
        )


def _grid(released: ReleasedTable) -> str:
    """Write a released table as CSV: no title, no proof, one mark for all that is not shown."""
    axes = released.table.axes
    titles = [*axes[1].groups, "all"] if len(axes) > 1 else ["people"]
    rows = zip([*axes[0].groups, "all"], released.grid(), strict=True)
    return csv_export.render([axes[0].name, *titles], [[group, *row] for group, row in rows])
