"""Writing tables block by block, as Parquet or CSV, so that memory stays bounded."""

from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]
import pyarrow.compute as pc  # type: ignore[import-untyped,unused-ignore]
from pyarrow import csv, parquet

COMPRESSION_LEVEL = 12


class Form(StrEnum):
    """How tables are written."""

    PARQUET = "parquet"
    CSV = "csv"


class TableWriter:
    """Files of one folder, one a table; each is opened with its first rows.

    Parameters
    ----------
    folder
        Where; it is made when it is not there.
    form
        How.
    """

    def __init__(self, folder: Path, form: Form) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.form = form
        self.rows: dict[str, int] = {}
        self._open: dict[str, parquet.ParquetWriter | csv.CSVWriter] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for one in self._open.values():
            one.close()

    def write(self, name: str, table: pa.Table) -> None:
        """Add rows to a table.

        Parameters
        ----------
        name
            Of the table.
        table
            The rows; the columns are the same in every block.
        """
        flat = _flat(table) if self.form is Form.CSV else table
        if name not in self._open:
            self._open[name] = self._opened(name, flat)
        self._open[name].write_table(flat)
        self.rows[name] = self.rows.get(name, 0) + table.num_rows

    def _opened(self, name: str, table: pa.Table) -> parquet.ParquetWriter | csv.CSVWriter:
        path = self.folder / f"{name}.{self.form}"
        if self.form is Form.CSV:
            options = csv.WriteOptions(quoting_style="needed")
            return csv.CSVWriter(path, table.schema, write_options=options)
        ids = [one.name for one in table.schema if one.name in _OWN_IDS]
        repeated = [one.name for one in table.schema if one.name not in _OWN_IDS]
        return parquet.ParquetWriter(
            path,
            table.schema,
            compression="zstd",
            compression_level=COMPRESSION_LEVEL,
            use_dictionary=[*repeated, "items.list.element"],
            column_encoding=dict.fromkeys(ids, "DELTA_BYTE_ARRAY"),
        )


_OWN_IDS = {"visit_id", "assessment_id", "diagnosis_id", "claim_id"}
"""Ids that rise from row to row: they are written as differences."""


def _flat(table: pa.Table) -> pa.Table:
    """Write lists of answers as one text, as a person reads them: 1;0;2."""
    for place, one in enumerate(table.schema):
        if pa.types.is_list(one.type):
            lists = table.column(one.name).combine_chunks()
            words = pc.fill_null(pc.cast(lists.flatten(), pa.string()), "")
            joined = pc.binary_join(pa.ListArray.from_arrays(lists.offsets, words), ";")
            kept = pc.if_else(pc.is_valid(lists), joined, pa.scalar(None, pa.string()))
            table = table.set_column(place, one.name, kept)
    return table
