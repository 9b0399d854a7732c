"""Rows named by load and number, so that a refusal says where to look and never who it is."""

from collections.abc import Iterable

from fairterms.records.engine.connection import Connection

MOST_SHOWN = 10
"""How many row numbers a message gives before it stops."""


def first_rows(connection: Connection, relation: str) -> tuple[int, str]:
    """Count the rows of a relation and name the first few.

    Parameters
    ----------
    connection
        The store's.
    relation
        SQL that stands after FROM, with the columns ``load_id`` and ``row``.

    Returns
    -------
    count, words
        How many rows there are, and words such as ``"load 1: rows 4, 9"``.
    """
    counted = connection.execute(f"SELECT count(*) FROM {relation}").fetchone()  # noqa: S608
    assert counted is not None
    rows = connection.execute(
        f"SELECT load_id, row FROM {relation} ORDER BY load_id, row LIMIT {MOST_SHOWN}"  # noqa: S608
    ).fetchall()
    return counted[0], in_words(rows, counted[0])


def in_words(rows: Iterable[tuple[int, int]], count: int) -> str:
    """Write rows by load and number.

    Parameters
    ----------
    rows
        Pairs of load and row number, in order.
    count
        How many there are in all.

    Examples
    --------
    >>> in_words([(1, 4), (1, 9), (2, 3)], 5)
    'load 1: rows 4, 9; load 2: row 3; and 2 more'
    """
    by_load: dict[int, list[int]] = {}
    shown = 0
    for load, row in rows:
        by_load.setdefault(load, []).append(row)
        shown += 1
    parts = [
        f"load {load}: {'row' if len(found) == 1 else 'rows'} {', '.join(map(str, found))}"
        for load, found in by_load.items()
    ]
    return "; ".join([*parts, *([f"and {count - shown} more"] if count > shown else [])])
