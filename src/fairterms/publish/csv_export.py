"""A table as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"^[=+\-@\t\r]")
_NUMBER = re.compile(r"^[+-]?\$?[\d,]+(?:\.\d+)?%?$")


def render(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table as CSV.

    Parameters
    ----------
    titles
        One per column.
    rows
        Cells as text, one per column.

    Returns
    -------
    str
        UTF-8 text with a byte order mark, so that spreadsheets read it right. A cell that a
        spreadsheet would take for a formula begins with an apostrophe.

    Examples
    --------
    >>> render(["a"], [["=1+1"], ["-2.5"]]).splitlines()[1:]
    ["'=1+1", '-2.5']
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(titles)
    for row in rows:
        assert len(row) == len(titles), "one cell per column"
        writer.writerow([_harmless(cell) for cell in row])
    return "\ufeff" + written.getvalue()


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet runs."""
    clean = re.sub("[\ud800-\udfff\x00]", "\ufffd", cell)
    is_formula = _FORMULA.match(clean) and not _NUMBER.match(clean)
    return f"'{clean}" if is_formula else clean
