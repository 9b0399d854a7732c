"""A settlement as JSON-ready records and as CSV, for spreadsheets and other programs."""

import csv
import io
from typing import Any

from fairterms.settle.settlement import Settlement, written_figure


def as_record(settlement: Settlement) -> dict[str, Any]:
    """Return a settlement as nested records of plain text; amounts are exact decimals as text."""
    return {
        "contract": settlement.contract,
        "period": {
            "first": str(settlement.period.first),
            "last": str(settlement.period.last),
        },
        "payable": settlement.lines[-1].written,
        "terms": settlement.terms,
        "settlement": settlement.hash,
        "figures": {
            name: written_figure(settlement.figures, name) for name in settlement.figures.values
        },
        "lines": [
            {
                "step": line.id,
                "value": f"{line.value:f}",
                "unit": str(line.unit),
                "written": line.written,
                "formula": line.words,
                "reads": dict(line.reads),
                "where": [str(cite) for cite in line.cites],
            }
            for line in settlement.lines
        ],
        "thresholds": [
            {"name": bite.id, "bit": bite.bit, "reason": bite.reason} for bite in settlement.bites
        ],
    }


def as_csv(settlement: Settlement) -> str:
    """Return a settlement as CSV, one line of arithmetic a row."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["step", "value", "unit", "written", "formula", "clause", "where"])
    for line in settlement.lines:
        table.writerow(
            [
                line.id,
                f"{line.value:f}",
                str(line.unit),
                line.written,
                line.words,
                line.clause,
                "; ".join(str(cite) for cite in line.cites),
            ]
        )
    return text.getvalue()
