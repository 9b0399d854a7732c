"""A file made ready for the store: a relation of SQL with a row number, and what was unreadable."""

from collections.abc import Mapping
from dataclasses import dataclass, field

ROW = "row"
"""The column of the row number in every staged relation."""


@dataclass(frozen=True)
class Staged:
    """A file as a relation that the store can select from.

    Attributes
    ----------
    relation
        SQL that stands after FROM; it has the file's columns, and :data:`ROW` unless its rows are
        numbered by their place.
    columns
        The file's columns and the types they come in.
    rejects
        Name of a temporary table ``(row, reason)`` of rows that could not be read; empty when the
        reader has none. It is filled while the relation is read.
    first_row
        The number of the first readable row, where rows are numbered by their place among those
        that can be read and must be moved on by the rejects before them; 0 when the relation
        numbers its rows itself.
    left_out
        What else the file holds, and how much of it: other kinds of resources, other sheets.
    """

    relation: str
    columns: Mapping[str, str]
    rejects: str = ""
    first_row: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)


def quoted(name: str) -> str:
    """Quote a name for SQL.

    Examples
    --------
    >>> print(quoted('the "score" column'))
    "the ""score"" column"
    """
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Quote a text for SQL.

    Examples
    --------
    >>> literal("it's")
    "'it''s'"
    """
    return "'" + text.replace("'", "''") + "'"
