"""Read [[matrix]] of ``risks.toml``: versions of the risk matrix, each with numeric edges."""

from collections.abc import Mapping
from math import inf
from typing import Any

from fairterms.risks.matrix.version import MatrixVersion, NotAMatrix
from fairterms.risks.register.block import Block, blocks
from fairterms.risks.register.distribution_reader import EVENTS
from fairterms.units.notes import Notes
from fairterms.units.quantity import Unit

OPEN = "open"
"""The last edge of a scale that has no upper end."""

_KEYS = {
    "grid": "grid",
    "cell": "grid",
    "of frequency": "frequency_edges",
    "of severity": "severity_edges",
}
_WHY = "a level is worked out from numbers, so every cell has its edges and its level"


def read_matrices(document: Mapping[str, Any], notes: Notes) -> tuple[MatrixVersion, ...]:
    """Read the versions of the matrix in the order of the file; mistakes go to ``notes``."""
    taken: set[int] = set()
    found = [_matrix(block, taken) for block in blocks(document, "matrix", notes)]
    return tuple(one for one in found if one is not None)


def _matrix(block: Block, taken: set[int]) -> MatrixVersion | None:
    number = _number(block, taken)
    effective = block.day("effective")
    unit = block.unit("unit")
    frequency = _edges(block, "frequency_edges", EVENTS[0], "0.5 events per year")
    severity = None if unit is None else _edges(block, "severity_edges", unit, "$10,000.00")
    colours = block.list_of_words("colours")
    grid = _grid(block)
    block.asked.add("severity_edges")
    block.close("a matrix")
    if not number or effective is None or unit is None or frequency is None or severity is None:
        return None
    try:
        return MatrixVersion(number, frequency, severity, str(unit), grid, colours, effective)
    except NotAMatrix as wrong:
        for reason in wrong.reasons:
            _note(block, reason)
        return None


def _note(block: Block, reason: str) -> None:
    """Note one of the matrix's own reasons at the key it speaks of."""
    words = reason[:1].lower() + reason[1:].rstrip(".")
    what, _, fix = words.partition(": ")
    key = next((key for word, key in _KEYS.items() if word in what), "")
    block.add(key, what, "not-a-matrix", fix or "change what is written here", why=_WHY)


def _number(block: Block, taken: set[int]) -> int:
    raw = block.raw.get("number") if block.has("number") else None
    if not isinstance(raw, int) or isinstance(raw, bool) or raw < 1:
        block.add("number", "the matrix has no number", "missing", "write number = 1")
        return 0
    if raw in taken:
        what = f"there is a matrix version {raw} already"
        block.add("number", what, "duplicate-id", "a change makes the next version: count on")
        return 0
    taken.add(raw)
    return raw


def _edges(block: Block, key: str, unit: Unit, example: str) -> tuple[float, ...] | None:
    raw = block.raw.get(key) if block.has(key) else None
    if not isinstance(raw, list):
        fix = f'write {key} = ["{example}", ...], from the lowest edge to the highest'
        block.add(key, f"{key} is not a list of edges", "missing", fix)
        return None
    found: list[float] = []
    for at, edge in enumerate(raw):
        if edge == OPEN and at == len(raw) - 1:
            found.append(inf)
            continue
        read = block.read_quantity(key, edge, example, (unit,))
        if read is None:
            return None
        found.append(float(read.amount))
    return tuple(found)


def _grid(block: Block) -> tuple[tuple[str, ...], ...]:
    raw = block.raw.get("grid") if block.has("grid") else None
    rows = raw if isinstance(raw, list) else []
    if rows and all(isinstance(row, list) for row in rows):
        return tuple(tuple(str(cell) for cell in row) for row in rows)
    fix = "write one row of levels for each band of frequency, the lowest first"
    block.add("grid", "grid is not a list of rows", "not-a-list", fix)
    return ()
