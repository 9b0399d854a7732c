"""Columns of a record file, each declared: people counted by group, or rows without the people.

A column that is declared free text, or not declared at all, is never read. What the columns hold is
known by what is declared, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import numpy as np
from duckdb import DuckDBPyConnection

from fairterms.audit.release.count_table import MOST_AXES, Axis, CountTable
from fairterms.audit.release.counts_file import MOST_GROUPS
from fairterms.audit.release.row_list import Role, RowList
from fairterms.records import readers
from fairterms.records.catalogues import TABLES
from fairterms.records.readers import Arrived
from fairterms.records.staged import Staged, quoted
from fairterms.units.refusal import Refusal

NOT_RECORDED = "not recorded"
"""The group of those of whom a column says nothing."""
MOST_ROWS = 20_000
"""Rows of one list (our choice): an audit samples, and a page must hold it."""
MEMORY = "512MB"
SUFFIXES = (".csv", ".tsv", ".parquet")
"""Record files that are read here."""


def columns(path: Path) -> tuple[str, ...]:
    """Return the names of a record file's columns, as they stand in it.

    Raises
    ------
    Refusal
        When it cannot be read at all.
    """
    with _staged(path) as (_, _, staged):
        return tuple(staged.columns)


def count(path: Path, title: str, people: Sequence[str], roles: Mapping[str, Role]) -> CountTable:
    """Count the people of a record file by the groups of one or two of its columns.

    Parameters
    ----------
    path
        The file.
    title, people
        What is counted, and whom; as in a count table.
    roles
        What each column is declared to be: one tells people apart, one or two hold the groups.

    Raises
    ------
    Refusal
        When columns are not declared so, somebody is in two groups, or there are too many groups.
    """
    person, groups = _declared(path.name, roles)
    with _staged(path) as (connection, arrived, staged):
        _take(connection, arrived, staged, [person, *groups])
        # Names of our own: a column of the file may be called "who".
        ours = [f"group_{at}" for at in range(len(groups))]
        cells = ", ".join(f"{_cell(name)} AS {own}" for name, own in zip(groups, ours, strict=True))
        who = f"nullif(trim({quoted(person)}), '')"
        connection.execute(
            # Names are quoted by us.
            f"CREATE TEMP TABLE counted AS SELECT DISTINCT {who} AS who, {cells} FROM taken"  # noqa: S608
        )
        _check_people(connection, path.name)
        rows = connection.execute(
            # Names are quoted by us.
            f"SELECT {', '.join(ours)}, count(*) FROM counted "  # noqa: S608
            "GROUP BY ALL ORDER BY ALL"
        ).fetchall()
    return _table(rows, title, people, groups)


def listed(path: Path, title: str, roles: Mapping[str, Role]) -> RowList:
    """Read the rows of a record file, with the declared columns alone.

    Parameters
    ----------
    path
        The file.
    title
        What is listed.
    roles
        What each column is declared to be. Free text, and what nobody declared, is never read.

    Raises
    ------
    Refusal
        When no column tells people apart, a row does not say whose it is, or there are more rows
        than a list may have.
    """
    wanted = [name for name, role in roles.items() if role is not Role.TEXT]
    if not any(roles[name] is Role.PERSON for name in wanted):
        raise _undeclared(path.name)
    with _staged(path) as (connection, arrived, staged):
        _take(connection, arrived, staged, wanted)
        cells = ", ".join(_cell(name) for name in wanted)
        # Names are quoted by us.
        asked = f"SELECT {cells} FROM taken LIMIT {MOST_ROWS + 1}"  # noqa: S608
        rows = connection.execute(asked).fetchall()
    person = next(at for at, name in enumerate(wanted) if roles[name] is Role.PERSON)
    if any(row[person] == NOT_RECORDED for row in rows):
        raise Refusal(
            path.name,
            "somebody has no number",
            "who stands in a row without one may be counted twice, and then hides among too few",
            "choose a file in which each row says whose it is",
        )
    if len(rows) > MOST_ROWS:
        raise Refusal(
            path.name,
            f"it has more than {MOST_ROWS:,} rows",
            "an audit samples; so long a list is more than the purpose needs",
            "draw a sample with a published seed, or release a table of counts",
        )
    return RowList(title, tuple(wanted), {name: roles[name] for name in wanted}, tuple(rows))


@contextmanager
def _staged(path: Path) -> Iterator[tuple[DuckDBPyConnection, Arrived, Staged]]:
    """Make a file ready to be asked; nothing of it outlasts the block."""
    if path.suffix.lower() not in SUFFIXES:
        raise Refusal(
            path.name,
            "this kind of file is not read here",
            "the end of its name says how a file is read",
            f"choose one of {', '.join(SUFFIXES)}",
        )
    arrived = readers.arrive(path)
    with duckdb.connect(config={"memory_limit": MEMORY, "threads": 1}) as connection:
        yield connection, arrived, readers.stage(connection, arrived, TABLES["patients"])


def _take(
    connection: DuckDBPyConnection, arrived: Arrived, staged: Staged, names: Sequence[str]
) -> None:
    """Read the named columns; refuse a file of which some lines cannot be read.

    Whoever is left out could be counted by taking one table from another.
    """
    for name in names:
        if name not in staged.columns:
            raise _undeclared(arrived.path.name)
    cells = ", ".join(f"CAST({quoted(name)} AS VARCHAR) AS {quoted(name)}" for name in names)
    found = connection.execute(
        # Names are quoted by us.
        f"CREATE TEMP TABLE taken AS SELECT {cells} FROM {staged.relation}"  # noqa: S608
    ).fetchone()
    assert found is not None, "a count is always there"
    rejects = readers.rejected(connection, arrived, staged, int(found[0]))
    if not rejects:
        return
    # Names are quoted by us.
    wrong = connection.execute(f"SELECT count(*) FROM {rejects}").fetchone()  # noqa: S608
    assert wrong is not None, "a count is always there"
    if wrong[0]:
        raise Refusal(
            arrived.path.name,
            f"{wrong[0]} of its lines cannot be read",
            "what is left out would be missing from every count",
            "run the acceptance test of the feed, and mend these lines",
        )


def _declared(file: str, roles: Mapping[str, Role]) -> tuple[str, list[str]]:
    people = [name for name, role in roles.items() if role is Role.PERSON]
    groups = [name for name, role in roles.items() if role is Role.QUASI_IDENTIFIER]
    kinds = {Axis(name, (name,)).kind for name in groups}
    if len(people) != 1 or not 1 <= len(groups) <= MOST_AXES or len(kinds) < len(groups):
        raise _undeclared(file)
    return people[0], groups


def _undeclared(file: str) -> Refusal:
    return Refusal(
        file,
        "its columns are not declared",
        "what could tell who somebody is cannot be known by a column's name",
        "declare one column that tells people apart, and for a table one or two that hold groups",
    )


def _cell(name: str) -> str:
    text = f"trim({quoted(name)})"
    return f"coalesce(nullif({text}, ''), '{NOT_RECORDED}')"


def _check_people(connection: DuckDBPyConnection, file: str) -> None:
    asked = "SELECT count(*) = count(DISTINCT who), count(*) FILTER (who IS NULL) FROM counted"
    found = connection.execute(asked).fetchone()
    assert found is not None, "a count is always there"
    if not found[0] or found[1]:
        raise Refusal(
            file,
            "somebody is in two groups, or has no number",
            "each person is counted once, else margins and cells do not agree",
            "choose a file with one row a person, or columns that stay the same for a person",
        )


def _table(
    rows: Sequence[tuple[str | int, ...]], title: str, people: Sequence[str], names: Sequence[str]
) -> CountTable:
    groups = [sorted({str(row[at]) for row in rows}) for at in range(len(names))]
    if not rows or any(len(found) > MOST_GROUPS for found in groups):
        raise Refusal(
            title,
            f"a column has no group, or more than {MOST_GROUPS}",
            "the proof over so many takes too long, and hardly any count could be shown",
            "choose a column with fewer groups",
        )
    counts = np.zeros([len(found) for found in groups], np.int64)
    for row in rows:
        place = tuple(found.index(str(row[at])) for at, found in enumerate(groups))
        counts[place] = int(row[-1])
    axes = tuple(Axis(name, tuple(found)) for name, found in zip(names, groups, strict=True))
    return CountTable(title, tuple(people), axes, counts, is_met=True)
