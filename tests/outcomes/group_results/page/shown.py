"""What a page says, as plain text: every text of every block, and every number of its charts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from fairterms.publish.blocks import Block
from fairterms.publish.number_blocks import Table


def said(blocks: Iterable[Block]) -> str:
    """Return everything that stands in some blocks, one text a line."""
    return "\n".join(text for block in blocks for text in _texts(block))


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, int | float):
        yield f"{part}"
    else:
        for one in _inside(part):
            yield from _texts(one)


def _inside(part: object) -> Iterable[object]:
    """Return what a record, a table or a list holds."""
    if isinstance(part, Mapping):
        return [*part.keys(), *part.values()]
    if is_dataclass(part):
        return [getattr(part, field.name) for field in fields(part)]
    return part if isinstance(part, Iterable) else ()


def tables(blocks: Iterable[Block]) -> list[Table]:
    """Return the tables among some blocks."""
    return [block for block in blocks if isinstance(block, Table)]


def rows(table: Table) -> list[tuple[str, ...]]:
    """Return a table's cells as texts."""
    return [tuple(str(cell) for cell in row.cells) for row in table.rows]


def small_counts(table: Table, *titles: str) -> list[str]:
    """Return the cells of some columns that hold a count of 1 to 10."""
    places = [at for at, column in enumerate(table.columns) if column.title in titles]
    cells = [row[at] for row in rows(table) for at in places]
    return [cell for cell in cells if re.fullmatch(r"[1-9]|10", cell)]
