"""A settlement as the plan states it, line by line, and the figures it is to be worked out from."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from fairterms.audit.procedures.evidence_table import EvidenceTable
from fairterms.contract import figure_set
from fairterms.contract.figure_set import FigureSet
from fairterms.units import quantity
from fairterms.units.quantity import Quantity

KEYS = ("name", "year", "figures", "own_figures", "statement", "lines")


@dataclass(frozen=True)
class StatedSettlement:
    """One statement.

    Attributes
    ----------
    name
        What it is called.
    year
        The performance year.
    figures
        What it is worked out from again.
    lines
        Name of a line or a figure, as the terms call it, to what the statement says.
    takes_own_figures
        Whether the figures that the statement itself prints were put in place of ours, so that its
        arithmetic alone is looked at.
    """

    name: str
    year: int
    figures: FigureSet
    lines: Mapping[str, Quantity]
    takes_own_figures: bool = False

    def __post_init__(self) -> None:
        assert self.lines, "a statement states something"


def read(table: EvidenceTable, folder: Path) -> StatedSettlement | None:
    """Read one ``[[stated_settlement]]``; None where something it needs is missing.

    Parameters
    ----------
    table
        ``lines`` holds the lines themselves; or ``statement`` names a CSV file with the columns
        ``line`` and ``value``.
    folder
        The deal folder, in which the files are.
    """
    table.only(*KEYS)
    name, year = (
        table.needed_words("name", "final report of 2027"),
        table.needed_whole("year", 2027),
    )
    path = _inside(table, "figures", folder)
    lines = dict(table.amounts("lines"))
    if "statement" in table.raw:
        lines = {**_from_file(table, folder), **lines}
    if not lines:
        fix = 'write lines = { net_cost = "$11,391,725.51" }, or name its file in statement'
        table.note("", "it states no line", "missing", fix)
    if not name or year is None or path is None or not lines:
        return None
    return _settlement(name, year, figure_set.read(path), lines, table.flag("own_figures") or False)


def _settlement(
    name: str, year: int, figures: FigureSet, lines: Mapping[str, Quantity], takes_own: bool
) -> StatedSettlement:
    """Put a statement together; its own figures take the place of ours where that is asked for."""
    if not takes_own:
        return StatedSettlement(name, year, figures, lines)
    own = {key: said for key, said in lines.items() if key in figures.values}
    rest = {key: said for key, said in lines.items() if key not in own}
    widened = replace(figures, values={**figures.values, **own})
    return StatedSettlement(name, year, widened, rest or lines, takes_own_figures=True)


def _inside(table: EvidenceTable, key: str, folder: Path) -> Path | None:
    """Return a file of the deal folder that a key names; None where it is missing or outside."""
    words = table.needed_words(key, f"{key}/2027.toml")
    if not words:
        return None
    path = folder / words
    if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
        return path
    fix = "name a file of this deal folder, such as figures/2027.toml"
    table.note(key, f'there is no file "{words}" in this deal folder', "no-file", fix)
    return None


def _from_file(table: EvidenceTable, folder: Path) -> dict[str, Quantity]:
    path = _inside(table, "statement", folder)
    if path is None:
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        what, fix = f"{path.name} is not plain text", "save it as CSV in UTF-8"
        table.note("statement", what, "not-text", fix)
        return {}
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    if not rows or not {"line", "value"} <= rows[0].keys():
        fix = "give a CSV file whose first row is line,value"
        table.note("statement", f"{path.name} has no columns line and value", "no-columns", fix)
        return {}
    found: dict[str, Quantity] = {}
    for number, row in enumerate(rows, start=2):
        if row["line"] in found:
            what = f"{path.name}, row {number}: {row['line']} stands there twice"
            table.note("statement", what, "twice", "keep the row that the statement prints")
        try:
            found[str(row["line"])] = quantity.parse(row["value"] or "")
        except quantity.NotAQuantity as wrong:
            what = f"{path.name}, row {number}: {wrong.reason}"
            table.note("statement", what, "not-a-quantity", wrong.fix)
    return found
