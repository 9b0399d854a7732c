"""Tables of figures, printed on a terminal and written as a page of the manual."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """Figures with their heads.

    Attributes
    ----------
    columns
        The first names the row.
    rows
        One text per column.
    note
        What the figures rest on.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    def __post_init__(self) -> None:
        assert all(len(row) == len(self.columns) for row in self.rows), "a cell for each column"


@dataclass(frozen=True)
class Part:
    """One question with the tables that answer it, or why it was left out.

    Attributes
    ----------
    title
        The question.
    told
        What was measured, on what.
    tables
        The answer.
    skipped
        Why there is none.
    """

    title: str
    told: str
    tables: tuple[Table, ...] = ()
    skipped: str = ""


def skipped(title: str, file: str) -> Part:
    """Say that a part was left out because its data are not on this machine."""
    why = f"{file} is not on this machine; it may be used for evaluation but not passed on"
    return Part(title, "", skipped=why)


def share(part: int, whole: int) -> str:
    """Write a share with what it is of.

    Examples
    --------
    >>> share(3, 4), share(0, 0)
    ('3 of 4', 'none')
    """
    return f"{part:,} of {whole:,}" if whole else "none"


def as_text(part: Part) -> str:
    """Write a part for a terminal, in columns."""
    said = [part.title, "-" * len(part.title)]
    said += [f"skipped: {part.skipped}"] if part.skipped else []
    said += [part.told] if part.told else []
    for table in part.tables:
        said += ["", *_columns(table)]
        said += [table.note] if table.note else []
    return "\n".join(said) + "\n"


def as_markdown(parts: Iterable[Part]) -> str:
    """Write parts as sections of a page."""
    return "".join(_section(part) for part in parts)


def _columns(table: Table) -> list[str]:
    rows = [table.columns, *table.rows]
    widths = [max(len(row[at]) for row in rows) for at in range(len(table.columns))]
    return [
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _section(part: Part) -> str:
    body = f"\n## {part.title}\n"
    if part.skipped:
        return f"{body}\nNot measured here: {part.skipped}.\n"
    body += f"\n{part.told}\n"
    for table in part.tables:
        body += f"\n{_row(table.columns)}{_row(['---'] * len(table.columns))}"
        body += "".join(_row(row) for row in table.rows)
        body += f"\n{table.note}\n" if table.note else ""
    return body


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |\n"
