"""The scorecards as plain values, for other programs."""

from typing import Any

from fairterms.review import export, good_faith, tactics
from fairterms.review.filled_cards import filled
from fairterms.review.scorecard import Line, Material


def as_records(material: Material) -> dict[str, Any]:
    """Return every card as nested plain values, with exact places."""
    if not material.reading.is_provider_agreement:
        return {}
    records: dict[str, Any] = {
        card.anchor.replace("-", "_"): [_line_record(line) for line in card.lines]
        for card in filled(material)
    }
    records["tactics"] = [
        {
            "tactic": one.tactic,
            "meaning": one.meaning,
            "signs_seen": one.count,
            "findings": [finding.check for finding in one.found],
            "growth": dict(one.growth),
            "log": one.log,
            "log_entries": export.evidence_records(one.said),
        }
        for one in tactics.signs(material)
    ]
    records["elements"] = [
        {
            "element": one.name,
            "asks": one.asks,
            "remark": one.remark,
            "evidence_for": export.evidence_records(one.evidence_for),
            "evidence_against": export.evidence_records(one.evidence_against),
        }
        for one in good_faith.elements(material)
    ]
    return records


def _line_record(line: Line) -> dict[str, Any]:
    return {
        "id": line.question.id,
        "question": line.question.text,
        "answer": line.answer.reply.value,
        "because": line.answer.because,
        "rule": line.question.rule,
        "checks": list(line.question.checks),
        "evidence_for": export.evidence_records(line.answer.evidence_for),
        "evidence_against": export.evidence_records(line.answer.evidence_against),
    }
