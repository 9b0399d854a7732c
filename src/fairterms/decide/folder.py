"""Write the report into a folder: HTML, PDF and JSON."""

import json
from pathlib import Path
from typing import Any

from fairterms.decide.basis import Basis
from fairterms.decide.unknown_section import unknowns
from fairterms.negotiate.ask.export import as_record as as_ask
from fairterms.publish import html, json_export, pdf
from fairterms.publish.page import Report
from fairterms.review.export import as_records
from fairterms.settle.export import as_record


def write(basis: Basis, report: Report, folder: Path) -> tuple[Path, ...]:
    """Write report.html, report.pdf and report.json; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    html_path, pdf_path, json_path = (
        folder / f"report.{suffix}" for suffix in ("html", "pdf", "json")
    )
    html_path.write_text(html.render(report), encoding="utf-8")
    pdf_path.write_bytes(pdf.render(report))
    record = {"decision": as_decision(basis), "report": json.loads(json_export.render(report))}
    json_path.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return html_path, pdf_path, json_path


def as_decision(basis: Basis) -> dict[str, Any]:
    """Return the decision as nested records of plain text, for other programs."""
    decision = basis.decision
    return {
        "deal": basis.deal.name,
        "answer": decision.answer.value,
        "reasons": list(decision.reasons),
        "criteria": [
            {
                "question": one.question,
                "verdict": one.verdict.value,
                "reason": one.reason,
                "otherwise": one.otherwise.value,
            }
            for one in decision.criteria
        ],
        "cost_to_comply": f"{basis.deal.cost_to_comply:f}",
        "outcomes": [
            {
                "scenario": one.scenario.title,
                "role": one.role,
                "first": str(one.period.first),
                "last": str(one.period.last),
                "gain": f"{one.gain:f}" if one.settlement else None,
                "net": f"{one.net:f}" if one.settlement else None,
                "refused": f"{one.refusal.subject}: {one.refusal.what}" if one.refusal else None,
                "settlement": as_record(one.settlement) if one.settlement else None,
            }
            for one in basis.results
        ],
        "findings": as_records(basis.findings),
        "asks": [as_ask(ask, basis.position.asks.weight) for ask in basis.position.asks.asks],
        "unknown": list(unknowns(basis)),
        "terms": basis.terms,
        "documents": {one.name: f"sha256:{one.sha256}" for one in basis.documents},
    }
