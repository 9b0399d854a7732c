"""A file of counts (CSV) as a count table: one line for each group, or for each pair of groups.

The heading names one or two kinds of group and then ``people``::

    clinic,sex,people
    Elm,women,34
    Elm,men,12

No message repeats a count.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from fairterms.audit.release.count_table import MOST_AXES, Axis, CountTable
from fairterms.units.problem import Problem

PEOPLE = "people"
MARGINS = frozenset({"all", "total", "sum", "everybody", "subtotal", "grand total"})
"""Names that stand for a margin, never for a group of people."""
MOST_GROUPS = 40
"""Groups of one kind; with more the proof takes longer than anybody waits (our choice)."""
MOST_PEOPLE = 1_000_000_000


@dataclass(frozen=True, eq=False)
class CountsRead:
    """What was read of a file of counts.

    Attributes
    ----------
    table
        None where something is to be mended.
    problems
        All of it, by line.
    """

    table: CountTable | None
    problems: tuple[Problem, ...] = ()


def read(text: str, file: str, title: str, people: Sequence[str]) -> CountsRead:
    r"""Read a file of counts.

    Parameters
    ----------
    text
        What stands in it.
    file
        What it is called.
    title, people
        What is counted, and whom; as in a count table.

    Examples
    --------
    >>> found = read("clinic,people\nElm,34\nOak,50\n", "counts.csv", "visits", ["2027"])
    >>> found.table.counts, found.problems
    (array([34, 50]), ())
    >>> print(read("clinic,people\nElm,34\nElm,50\n", "counts.csv", "visits", ["2027"]
    ...            ).problems[0])
    counts.csv:3: this group stands there twice [counts-twice]
          why: nobody can be counted in two lines
          fix: add the two counts, and write one line
    """
    try:
        rows = [(at, row) for at, row in enumerate(csv.reader(text.splitlines()), 1) if any(row)]
    except csv.Error:
        return CountsRead(None, (_problem(file, 0, "cells"),))
    if not rows:
        return CountsRead(None, (_problem(file, 0, "empty"),))
    heading = [name.strip() for name in rows[0][1]]
    names = heading[:-1]
    if heading[-1].lower() != PEOPLE or not 1 <= len(names) <= MOST_AXES or not all(names):
        return CountsRead(None, (_problem(file, rows[0][0], "heading"),))
    if len({Axis(name, (name,)).kind for name in names}) < len(names):
        return CountsRead(None, (_problem(file, rows[0][0], "heading"),))
    counted, problems = _counted(rows[1:], file, len(heading))
    groups = [list(dict.fromkeys(key[at] for key in counted)) for at in range(len(names))]
    problems += _shape(counted, groups, file)
    if problems:
        return CountsRead(None, tuple(problems))
    counts = np.array([counted[key] for key in product(*groups)], np.int64)
    axes = tuple(Axis(name, tuple(found)) for name, found in zip(names, groups, strict=True))
    return CountsRead(
        CountTable(title, tuple(people), axes, counts.reshape([len(found) for found in groups]))
    )


def _counted(
    rows: Sequence[tuple[int, list[str]]], file: str, width: int
) -> tuple[dict[tuple[str, ...], int], list[Problem]]:
    counted: dict[tuple[str, ...], int] = {}
    problems: list[Problem] = []
    for line, row in rows:
        cells = [cell.strip() for cell in row]
        key, code = tuple(cells[:-1]), _fault(cells, width)
        if not code and key in counted:
            code = "twice"
        if code:
            problems.append(_problem(file, line, code))
        else:
            counted[key] = int(cells[-1].replace(",", ""))
    return counted, problems


def _fault(cells: Sequence[str], width: int) -> str:
    """Return what is wrong with a line by itself; nothing where nothing is."""
    if len(cells) != width:
        return "cells"
    if not all(cells[:-1]):
        return "group"
    if any(cell.lower() in MARGINS for cell in cells[:-1]):
        return "margin"
    digits = cells[-1].replace(",", "")
    is_whole = digits.isascii() and digits.isdigit() and len(digits) <= len(str(MOST_PEOPLE))
    return "" if is_whole and int(digits) <= MOST_PEOPLE else "count"


def _shape(
    counted: dict[tuple[str, ...], int], groups: Sequence[Sequence[str]], file: str
) -> list[Problem]:
    if not counted:
        return [_problem(file, 0, "empty")]
    if any(len(found) > MOST_GROUPS for found in groups):
        return [_problem(file, 0, "many")]
    if len(counted) < int(np.prod([len(found) for found in groups])):
        return [_problem(file, 0, "missing")]
    return []


def _problem(file: str, line: int, code: str) -> Problem:
    what, why, fix = _WORDS[code]
    return Problem(file, line, what, f"counts-{code}", why, fix)


_WORDS = {
    "empty": (
        "no counts stand in it",
        "there is nothing to release",
        "write a heading and one line for each group",
    ),
    "heading": (
        "the heading does not name one or two kinds of group and then people",
        "each line must say whom it counts",
        'begin with a line such as "clinic,sex,people"',
    ),
    "cells": (
        "it has not as many cells as the heading",
        "a cell would be read as something else",
        "write one cell for each name of the heading",
    ),
    "group": ("a group has no name", "nobody could say whom it counts", 'name it, or "not known"'),
    "margin": (
        "a line for all groups together",
        "totals are added here; in the file they would count everybody twice",
        "leave the line out",
    ),
    "count": (
        "the count is no whole number",
        "people are counted, not estimated",
        "write a whole number from 0",
    ),
    "twice": (
        "this group stands there twice",
        "nobody can be counted in two lines",
        "add the two counts, and write one line",
    ),
    "missing": (
        "not every pair of groups has a line",
        "a count that is missing could be 0 or unknown, and these are not the same",
        "write a line for each pair, with 0 where there is nobody",
    ),
    "many": (
        f"one kind has more than {MOST_GROUPS} groups",
        "the proof over so many takes too long, and hardly any count could be shown",
        "make the groups larger",
    ),
}
