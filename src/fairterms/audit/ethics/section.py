"""The blocks on reports without a name, for those who may know a number and no more."""

from __future__ import annotations

from collections.abc import Sequence

from fairterms.audit.ethics.escalation import NONE, Escalation
from fairterms.audit.release.evidence import TableRelease
from fairterms.outcomes.small_cells.audience import NOT_SHOWN
from fairterms.publish.blocks import Block, Callout, Heading, Prose
from fairterms.publish.number_blocks import Column, Row, Table

ANCHOR = "reports"
_WHAT = (
    "Reports without a name are read by the independent party alone. Others see a number, as it "
    "was when the last month ended: “some” for 1 to 10, or “more than 10”."
)
_NOTHING = "No half-year with an open address is over yet. Counts are shown after its last day."


def ethics_blocks(late: Escalation, releases: Sequence[TableRelease] = ()) -> tuple[Block, ...]:
    """Show what may be known outside the room of the independent party.

    Parameters
    ----------
    late
        How many reports waited too long.
    releases
        The counts of half-years that are over, the newest first.
    """
    return (
        Heading(2, "Reports without a name", ANCHOR),
        Prose(_WHAT),
        Callout("note" if late.number == NONE else "warning", late.words),
        *(_table(one) for one in releases),
        *(() if releases else (Prose(_NOTHING),)),
    )


def _table(found: TableRelease) -> Table:
    (released,) = found.tables
    groups = (*released.table.axes[0].groups, "All")
    grid = released.grid()
    return Table(
        released.table.title,
        (Column("About"), Column("Reports", "right")),
        tuple(
            Row((name, cells[0]), "total" if name == "All" else "")
            for name, cells in zip(groups, grid, strict=True)
        ),
        footnote=f"“{NOT_SHOWN}” hides counts of 1 to 10, and what would give them away.",
    )
