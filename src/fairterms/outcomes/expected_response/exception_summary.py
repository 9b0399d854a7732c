"""The summary of an exception report: counts by severity group, and nobody's name.

Each patient is counted in one place, so that small counts can be hidden together with what would
give them back.
"""

import numpy as np

from fairterms.outcomes.expected_response.exception_report import ExceptionReport
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.outcomes.small_cells.suppression import protect
from fairterms.outcomes.small_cells.table import Table
from fairterms.publish import csv_export

COLUMNS = ("not judged yet", "as expected", "off track, reason given", "off track, no reason yet")
ALL = "all"


def tabulate(report: ExceptionReport) -> Table:
    """Return how many courses of each group are where; each course in one column.

    Parameters
    ----------
    report
        Of the period.
    """
    counts = [
        (c.n - c.judged, c.judged - c.off_track, c.coded, c.off_track - c.coded)
        for c in report.counts
    ]
    return Table(
        f"exceptions {report.period}",
        tuple(count.group for count in report.counts),
        COLUMNS,
        np.array(counts, dtype=np.int64),
    )


def render(report: ExceptionReport, audience: Audience) -> str:
    """Return the summary as CSV, with sums.

    Parameters
    ----------
    report
        Of the period.
    audience
        Outside the group's room counts of 1 to 10 people are hidden, and what gives them back.

    Raises
    ------
    Refusal
        When it cannot be proved that no small count can be worked out.
    """
    table = tabulate(report)
    if audience is Audience.GROUP:
        grid = [tuple(f"{count:,}" for count in row) for row in table.with_margins().tolist()]
    else:
        grid = list(protect(table).grid(audience))
    rows = [(name, *texts) for name, texts in zip((*table.rows, ALL), grid, strict=True)]
    return csv_export.render(("group", *COLUMNS, ALL), rows)
