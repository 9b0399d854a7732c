"""A released table with its true counts as JSON text and back.

It is what later releases are proved against. It holds small counts, so it never leaves the room.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np

from fairterms.audit.release.bounds import Bounds
from fairterms.audit.release.count_table import Axis, CountTable
from fairterms.audit.release.evidence import ReleasedTable, TableRelease


def write(release: TableRelease) -> str:
    """Write a release with its counts, what is hidden, and its proof, as JSON in one form.

    Examples
    --------
    >>> from fairterms.audit.release.evidence import release
    >>> table = CountTable("visits", ("2027",), (Axis("clinic", ("a", "b", "c")),),
    ...                    np.array([4, 30, 50]))
    >>> read(write(release([table]))).tables[0].grid() == release([table]).tables[0].grid()
    True
    """
    told = {
        "tables": [_told(one) for one in release.tables],
        "proof": [[one.name, one.low, one.high] for one in release.proof],
    }
    return json.dumps(told, sort_keys=True, ensure_ascii=False)


def read(text: str) -> TableRelease:
    """Read a release that :func:`write` wrote."""
    told = json.loads(text)
    return TableRelease(
        tuple(_table(one) for one in told["tables"]), tuple(Bounds(*one) for one in told["proof"])
    )


def _told(released: ReleasedTable) -> dict[str, Any]:
    table = released.table
    impossible = table.is_impossible
    return {
        "title": table.title,
        "people": list(table.people),
        "axes": [[one.name, list(one.groups), [list(p) for p in one.parts]] for one in table.axes],
        "counts": table.counts.tolist(),
        "is_impossible": None if impossible is None else impossible.tolist(),
        "is_met": table.is_met,
        "is_hidden": released.is_hidden.tolist(),
    }


def _table(told: Mapping[str, Any]) -> ReleasedTable:
    axes = tuple(
        Axis(name, tuple(groups), tuple(tuple(part) for part in parts))
        for name, groups, parts in told["axes"]
    )
    impossible = told["is_impossible"]
    table = CountTable(
        told["title"],
        tuple(told["people"]),
        axes,
        np.array(told["counts"], np.int64),
        None if impossible is None else np.array(impossible, bool),
        told.get("is_met", False),
    )
    return ReleasedTable(table, np.array(told["is_hidden"], bool))
