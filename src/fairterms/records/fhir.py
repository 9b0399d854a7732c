"""Reading FHIR R4: a bundle, or NDJSON with one resource a line.

A bundle is read an entry at a time, so that its size does not matter. Row numbers are those of the
entries or of the lines, from 1.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from fairterms.records import refusals
from fairterms.records.batches import Row, fill
from fairterms.records.bundle import TooLong, entries
from fairterms.records.fhir_rows import MAKERS, NotUsable
from fairterms.records.staged import Staged
from fairterms.records.table import Table

RESOURCES = "staged_resources"
REJECTS = "rejected_resources"
LARGEST_RESOURCE = 16_000_000
"""Characters. A resource is held in memory as a whole."""


class _Sorting:
    """The rows of one table, those that cannot be used, and a count of everything else."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.unusable: list[Row] = []
        self.left_out: Counter[str] = Counter()

    def rows(self, resources: Iterator[tuple[int, Any]]) -> Iterator[Row]:
        """Give the rows of the table."""
        for number, resource in resources:
            kind = resource.get("resourceType") if isinstance(resource, dict) else None
            maker = MAKERS.get(str(kind))
            if maker is None or maker.table != self._table.name:
                self._leave_out(number, kind)
                continue
            try:
                yield number, maker.cells(resource)
            except NotUsable as reason:
                self.unusable.append((number, [str(reason)]))
            except (AttributeError, KeyError, TypeError, IndexError):
                self.unusable.append((number, [f"the {kind} is not built as FHIR R4 says"]))

    def _leave_out(self, number: int, kind: object) -> None:
        if isinstance(kind, str):
            self.left_out[kind] += 1
        else:
            self.unusable.append((number, ["this is no FHIR resource"]))


def stage(connection: DuckDBPyConnection, path: Path, table: Table) -> Staged:
    """Make the resources of a file that belong to a table ready for the store.

    Parameters
    ----------
    connection
        Where they will be read.
    path
        A bundle (``.json``) or NDJSON.
    table
        The table; resources for other tables are counted as left out.

    Raises
    ------
    FeedRefusal
        When the file is no FHIR, or holds nothing for this table.
    """
    columns = next((maker.columns for maker in MAKERS.values() if maker.table == table.name), ())
    sorting = _Sorting(table)
    is_bundle = path.suffix.lower() == ".json"
    source = bundle(path) if is_bundle else _lines(path, sorting)
    count = fill(connection, RESOURCES, columns, sorting.rows(source)) if columns else 0
    if not count and not sorting.unusable:
        raise refusals.FeedRefusal(
            path.name,
            f"the file holds nothing for the table {table.name}",
            f"what it holds is of another kind: {_counted(sorting.left_out)}",
            "load it for the table it is meant for, or ask the sender for these records",
        )
    fill(connection, REJECTS, ("reason",), sorting.unusable)
    kinds = dict.fromkeys(columns, "VARCHAR")
    return Staged(RESOURCES, kinds, REJECTS, left_out=dict(sorting.left_out))


def bundle(path: Path) -> Iterator[tuple[int, Any]]:
    """Give the resources of a bundle one after another, each with its number from 1.

    Parameters
    ----------
    path
        The bundle.

    Raises
    ------
    FeedRefusal
        When the file is no FHIR bundle, or a resource is too large.
    """
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, entry in enumerate(entries(file, LARGEST_RESOURCE), start=1):
                yield number, entry.get("resource") if isinstance(entry, dict) else None
    except TooLong as size:
        raise refusals.too_large(path.name, size.characters, LARGEST_RESOURCE) from None
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise refusals.unreadable(path.name, "a FHIR bundle") from None


def _lines(path: Path, sorting: _Sorting) -> Iterator[tuple[int, Any]]:
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LARGEST_RESOURCE):
            number += 1
            if len(line) == LARGEST_RESOURCE:
                raise refusals.long_line(path.name, number, len(line))
            if not line.strip():
                continue
            try:
                yield number, json.loads(line)
            except (json.JSONDecodeError, UnicodeDecodeError):
                sorting.unusable.append((number, ["the line is no JSON, or not UTF-8"]))


def _counted(left_out: Counter[str]) -> str:
    named = ", ".join(f"{count:,} {kind}" for kind, count in sorted(left_out.items()))
    return named or "no resource that is read"
