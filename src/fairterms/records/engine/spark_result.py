"""The rows Spark found, given as DuckDB gives them."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from fairterms.records.engine.connection import Row


class SparkResult:
    """The rows of one question, each given once; nothing is worked out before it is asked for.

    Parameters
    ----------
    frame
        Spark's data frame.
    """

    def __init__(self, frame: Any) -> None:
        self._frame = frame
        self._rows: Iterator[Row] | None = None

    def fetchone(self) -> Row | None:
        """Give the next row; None when there is no other."""
        return next(self._begun(), None)

    def fetchmany(self, size: int = 1, /) -> list[Row]:
        """Give the next rows, at most so many."""
        return list(islice(self._begun(), size))

    def fetchall(self) -> list[Row]:
        """Give all rows that are left."""
        if self._rows is None:
            self._rows = iter(())
            return [_plain(row) for row in self._frame.collect()]
        return list(self._rows)

    def fetchnumpy(self) -> Mapping[str, npt.NDArray[Any]]:
        """Give all rows as columns by name; a column with empty cells is a masked array."""
        table = self._frame.toArrow()
        return {name: _column(table.column(name)) for name in table.column_names}

    @property
    def description(self) -> list[tuple[str]]:
        """One tuple a column, its name first."""
        return [(str(name),) for name in self._frame.columns]

    def _begun(self) -> Iterator[Row]:
        """Give rows part by part, so that a long result is never held as a whole."""
        if self._rows is None:
            self._rows = (_plain(row) for row in self._frame.toLocalIterator())
        return self._rows


def _plain(row: tuple[Any, ...]) -> Row:
    return tuple(_whole(cell) if isinstance(cell, Decimal) else cell for cell in row)


def _whole(cell: Decimal) -> int | Decimal:
    """Return a whole number of 38 digits as the integer it is; records' decimals have 4 places."""
    return int(cell) if cell.as_tuple().exponent == 0 else cell


def _column(cells: Any) -> npt.NDArray[Any]:
    empty = cells.is_null().to_numpy()
    if not empty.any():
        return np.asarray(cells.to_numpy())
    kind = cells.type.to_pandas_dtype()
    filled = cells.to_numpy() if kind is np.object_ else cells.fill_null(kind(0)).to_numpy()
    return np.ma.MaskedArray(filled, mask=empty)
