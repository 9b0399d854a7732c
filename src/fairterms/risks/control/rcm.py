"""The risk-control matrix: risk, objective, control, its tests, and what it leaves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from fairterms.publish import csv_export
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.credit import Credit, Standing, standing
from fairterms.risks.control.test import Part

CAPTION = "Risk-control matrix"
ANCHOR = "control-matrix"
NOBODY = "no control"
_COLUMNS = (
    Column("Risk"),
    Column("Objective"),
    Column("Control"),
    Column("Aim"),
    Column("Acts on"),
    Column("Owner"),
    Column("Cadence"),
    Column("Test of design"),
    Column("Test of operation"),
    Column("Leaves, claimed", "right"),
    Column("Leaves, proven", "right"),
)
_NOTE = (
    "100 % is the risk without any control. Claimed: the control does what is said of it. Proven: "
    "what passed and current tests of design and of operation allow."
)


@dataclass(frozen=True)
class NamedImpact:
    """An impact in words, for a page that does not know the register.

    Attributes
    ----------
    id
        Its id in the file.
    risk, objective
        What may happen and what it would hurt, in a few words each.
    """

    id: str
    risk: str
    objective: str


def percent(share: float) -> str:
    """Write a share to a tenth of a per cent, as a spreadsheet can read it.

    Examples
    --------
    >>> percent(0.4), percent(1), percent(0.46776)
    ('40 %', '100 %', '46.8 %')
    """
    return f"{100 * share:,.1f}".removesuffix(".0") + " %"


def risk_control_rows(impacts: Iterable[NamedImpact], book: ControlBook, on: date) -> Table:
    """Make the risk-control matrix.

    Parameters
    ----------
    impacts
        The impacts in the order shown.
    book
        Controls, effects and tests.
    on
        The day the matrix holds for.

    Returns
    -------
    Table
        One row per effect; an impact without any control has a row that says so. A table of
        :mod:`fairterms.publish`, so that pages, workbooks and CSV hold the same cells.
    """
    rows = [row for impact in impacts for row in _rows(impact, book, on)]
    idle = ", ".join(control.title for control in book.idle_controls)
    note = f"{_NOTE} Controls that act on no risk of this list: {idle}." if idle else _NOTE
    return Table(CAPTION, _COLUMNS, tuple(rows), f"{note} As of {on}.", anchor=ANCHOR)


def _rows(impact: NamedImpact, book: ControlBook, on: date) -> list[Row]:
    credits_of = book.residual(impact.id, on).credits
    if not credits_of:
        gap = (impact.risk, impact.objective, NOBODY, *("",) * 6, percent(1), percent(1))
        return [Row(gap, "highlight")]
    return [Row(_cells(impact, one, book, on)) for one in credits_of]


def _cells(impact: NamedImpact, one: Credit, book: ControlBook, on: date) -> tuple[str, ...]:
    control = book.control(one.effect.control)
    tests = [standing(control, part, book.tests, on) for part in Part]
    return (
        impact.risk,
        impact.objective,
        control.title if control.is_active(on) else f"{control.title} (retired)",
        control.aim.value,
        one.effect.acts_on.value,
        control.owner,
        control.cadence.value,
        *(_state(test, on) for test in tests),
        percent(one.claimed),
        percent(one.proven),
    )


def _state(found: Standing, on: date) -> str:
    if found.test is None:
        return "none"
    if found.is_proven:
        return f"passed, until {found.test.valid_to}"
    if not found.test.is_pass:
        return f"failed, {found.test.valid_from}"
    return f"expired, {found.test.valid_to}" if found.test.valid_to < on else "not independent"


def risk_control_csv(table: Table) -> str:
    """Write a table as CSV.

    Parameters
    ----------
    table
        The matrix, or any other table.

    Returns
    -------
    str
        Titles and rows, safe to open in a spreadsheet.
    """
    titles: Sequence[str] = [column.title for column in table.columns]
    return csv_export.render(titles, ([plain(cell) for cell in row.cells] for row in table.rows))
