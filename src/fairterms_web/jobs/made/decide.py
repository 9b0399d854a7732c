"""The report of the decision, on the screen and to take away."""

import json
from collections.abc import Iterator
from datetime import date

from fairterms.decide.basis import Basis
from fairterms.decide.folder import as_decision
from fairterms.decide.report import build
from fairterms.publish import docx, fragment, pdf, xlsx


def make(basis: Basis, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield the report as a page, then in the forms to take away."""
    report = build(basis, today)
    yield "decision.json", json.dumps(as_decision(basis), ensure_ascii=False).encode()
    yield "decide.html", fragment.render(report.blocks, prefix="decide-").encode()
    yield "report.docx", docx.render(report)
    yield "report.xlsx", xlsx.render(report)
    yield "report.pdf", pdf.render(report)
