"""What a question needs of an engine; a connection to DuckDB has all of it as it is."""

from collections.abc import Mapping
from typing import Any, Protocol

import numpy.typing as npt

Row = tuple[Any, ...]
"""One row of a result, in the order of the columns asked for."""


class Result(Protocol):
    """The rows a question found, each given once."""

    def fetchone(self) -> Row | None:
        """Give the next row; None when there is no other."""
        ...

    def fetchmany(self, size: int = 1, /) -> list[Row]:
        """Give the next rows, at most so many; an empty list when there is no other."""
        ...

    def fetchall(self) -> list[Row]:
        """Give all rows that are left."""
        ...

    def fetchnumpy(self) -> Mapping[str, npt.NDArray[Any]]:
        """Give all rows as columns by name; a column with empty cells is a masked array."""
        ...

    @property
    def description(self) -> list[Any]:
        """One tuple a column, its name first."""
        ...


class Connection(Protocol):
    """Where questions are asked.

    Notes
    -----
    Questions are written in the SQL of DuckDB. Temporary tables and views belong to the connection.
    """

    def execute(self, query: str, parameters: object = None, /) -> Result:
        """Ask a question, or make or drop a temporary table.

        Parameters
        ----------
        query
            SQL as DuckDB understands it.
        parameters
            A list of what stands for each ``?``.
        """
        ...

    def cursor(self) -> "Connection":
        """Give a second place to ask, so that two results can be read side by side."""
        ...


class Records(Protocol):
    """Records that can be asked: a store, or a copy of one on another engine."""

    @property
    def connection(self) -> Connection:
        """Where they are asked."""
        ...
