"""The report of the decision, on the screen and to take away, and what its history shows."""

import json
from collections.abc import Iterator
from datetime import date

from fairterms.decide.basis import Basis
from fairterms.decide.folder import as_decision
from fairterms.decide.report import build
from fairterms.publish import docx, fragment, pdf, xlsx
from fairterms.publish.blocks import Callout
from fairterms.publish.number_blocks import Figures
from fairterms.publish.page import Report
from fairterms_web.jobs.wording import for_the_web

ANSWER = "answer.json"
"""The part that is small enough to be read for every entry of the history."""


def make(basis: Basis, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield the report as a page, then in the forms to take away."""
    report = for_the_web(build(basis, today), basis.deal.folder)
    yield "decision.json", json.dumps(as_decision(basis), ensure_ascii=False).encode()
    yield ANSWER, json.dumps(answer_of(basis, report), ensure_ascii=False).encode()
    yield "decide.html", fragment.render(report.blocks, prefix="decide-", shift=0).encode()
    yield "report.docx", docx.render(report)
    yield "report.xlsx", xlsx.render(report)
    yield "report.pdf", pdf.render(report)


def answer_of(basis: Basis, report: Report) -> dict[str, object]:
    """Return the answer, why, and the key figures, as the report's head shows them."""
    said = next(one for one in report.blocks if isinstance(one, Callout))
    numbers = next(one for one in report.blocks if isinstance(one, Figures))
    return {
        "answer": basis.decision.answer.value,
        "title": said.title,
        "reasons": list(basis.decision.reasons),
        "figures": [[one.label, one.value, one.note] for one in numbers.numbers],
        "terms": basis.terms,
    }
