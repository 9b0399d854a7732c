"""The brief, its asks and trades on the screen, and what is handed to the plan."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from fairterms.decide.basis import Basis
from fairterms.decide.brief import material_of
from fairterms.decide.trades_section import blocks_of
from fairterms.negotiate.ask.export import as_record
from fairterms.negotiate.brief.report import brief_report, questions_report, redline_report
from fairterms.publish import docx, fragment, pdf
from fairterms_web.jobs.wording import for_the_web


def make(basis: Basis, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield the asks as records, the pages, then the forms to take away."""
    material = replace(material_of(basis, today), command=basis.deal.folder.name)
    book = basis.position.asks
    asks = [as_record(one, book.weight) for one in book.asks]
    yield "asks.json", json.dumps(asks, ensure_ascii=False).encode()
    brief = for_the_web(brief_report(material, today), basis.deal.folder)
    yield "negotiate.html", fragment.render(brief.blocks, prefix="negotiate-").encode()
    trades = for_the_web(tuple(blocks_of(basis.position.trades)), basis.deal.folder)
    yield "trades.html", fragment.render(trades, prefix="trades-").encode()
    yield "brief.docx", docx.render(brief)
    yield "brief.pdf", pdf.render(brief)
    yield "questions.docx", docx.render(questions_report(material, today))
    yield "redline.docx", docx.render(redline_report(material, today))
