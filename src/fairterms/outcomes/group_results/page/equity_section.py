"""Every result by subgroup, unadjusted beside adjusted, with what chance allows."""

from __future__ import annotations

from fairterms.outcomes.equity.release import ShownLine, release
from fairterms.outcomes.equity.report import Report
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.number_blocks import Column, Row, Table

_LEAD = (
    "Results by subgroup. The first group of each factor is the largest; the others are compared "
    "with it. A gap is shown as counted and, where possible, for patients equally ill at the "
    "start. A gap within clinicians means that the same clinician's patients differ; a gap between "
    "means that the groups see different clinicians. Never adjust a gap away without showing it."
)


def equity_section(report: Report, audience: Audience) -> list[Block]:
    """Show the comparison of subgroups.

    Parameters
    ----------
    report
        With all figures.
    audience
        Whose eyes it is for: outside, counts of 1 to 10 people cannot be worked out.
    """
    lines = release(report, audience)
    blocks: list[Block] = [Heading(2, "Equity", "equity"), Prose(_LEAD)]
    for measure in dict.fromkeys(line.measure for line in lines):
        rows = tuple(_row(line) for line in lines if line.measure == measure)
        columns = (
            Column("Factor"),
            Column("Group"),
            Column("Patients", "right"),
            Column("Rate, %", "right"),
            Column("Gap, points", "right"),
            Column("Within", "right"),
            Column("Between", "right"),
            Column("Equally ill, gap", "right"),
        )
        title = f"{measure.capitalize()}, by subgroup"
        blocks.append(Table(title, columns, rows, has_row_headers=False))
    return [*blocks, Bullets(report.notes)] if report.notes else blocks


def _row(line: ShownLine) -> Row:
    return Row(
        (
            line.factor,
            line.group,
            line.n,
            line.rate,
            line.gap,
            line.within,
            line.between,
            line.adjusted_gap,
        )
    )
