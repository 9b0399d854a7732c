"""Measures whose result is no share of patients: days, visits, dollars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fairterms.outcomes.group_results.measured import MeasureResult
from fairterms.outcomes.small_cells.audience import Audience, is_small, show
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.reference.measure import MEASURES, Kind

_LEAD = (
    "These results are amounts, not shares of patients, so no chance to meet a target is worked "
    "out for them here. A median counts whoever was still waiting when the records end."
)


def other_measures_section(
    measured: Sequence[MeasureResult], titles: Mapping[str, str], audience: Audience
) -> list[Block]:
    """Show means, medians and ratios by year.

    Parameters
    ----------
    measured
        All measures; proportions are left out here.
    titles
        What the contract calls each measure, by id.
    audience
        Whose eyes the page is for: outside, a result of 1 to 10 cases is not shown.
    """
    others = [one for one in measured if one.kind is not Kind.PROPORTION]
    if not others:
        return []
    rows = tuple(row for one in others for row in _rows(one, titles, audience))
    columns = (
        Column("Measure"),
        Column("Worked out as"),
        Column("Year"),
        Column("Cases", "right"),
        Column("Result", "right"),
    )
    blocks: list[Block] = [
        Heading(2, "Measures in days, visits and dollars", "other-measures"),
        Prose(_LEAD),
        Table("By year", columns, rows, has_row_headers=False),
    ]
    notes = tuple(dict.fromkeys(note for one in others for note in _notes(one, audience)))
    return [*blocks, Bullets(notes)] if notes else blocks


def _notes(one: MeasureResult, audience: Audience) -> tuple[str, ...]:
    """Outside, leave out how often a record is wrong: it may count a few people."""
    return one.uncounted_notes if audience is Audience.OUTSIDE else one.notes


def _rows(one: MeasureResult, titles: Mapping[str, str], audience: Audience) -> list[Row]:
    title = titles.get(one.declared.measure, one.declared.measure)
    how = f"{MEASURES[one.declared.by].title} ({one.kind.value})"
    rows = []
    for year, value in zip(one.years, one.values, strict=True):
        is_hidden = audience is Audience.OUTSIDE and is_small(year.n)
        shown = "not shown" if is_hidden else "–" if value is None else f"{value:,.2f}"
        rows.append(Row((title, how, str(year.year), show(year.n, audience), shown)))
    return rows
