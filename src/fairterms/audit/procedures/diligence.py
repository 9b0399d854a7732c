"""What was looked at before signing, and what became of each gap."""

from dataclasses import dataclass
from datetime import date

from fairterms.audit.procedures.evidence_table import EvidenceTable

KEYS = ("topic", "looked_on", "result", "seen", "gap", "risk", "waiver")
WAIVER_KEYS = ("reason", "approver", "expires")
TOPICS = (
    "compliance programme",
    "exclusion lists",
    "licences",
    "solvency",
    "dispute history",
    "data capability",
)
"""Each must be looked at."""
RESULTS = ("in order", "gap")


@dataclass(frozen=True)
class Waiver:
    """Somebody's word that a gap is borne for a time.

    Attributes
    ----------
    reason, approver, expires
        Why, by whom (a role), and until when.
    """

    reason: str
    approver: str
    expires: date


@dataclass(frozen=True)
class Diligence:
    """One topic looked at.

    Attributes
    ----------
    topic
        One of :data:`TOPICS`.
    looked_on
        The day.
    seen
        What was looked at.
    gap
        What is wanting; empty where all is in order.
    risk, waiver
        The risk it became, by its id in risks.toml, or the waiver; at most one of them.
    """

    topic: str
    looked_on: date
    seen: str
    gap: str = ""
    risk: str = ""
    waiver: Waiver | None = None


def read(table: EvidenceTable) -> Diligence | None:
    """Read one ``[[due_diligence]]``; None where something it needs is missing."""
    table.only(*KEYS)
    topic = table.needed_choice("topic", TOPICS)
    day, result = table.needed_day("looked_on"), table.needed_choice("result", RESULTS)
    seen, gap, risk = table.needed_words("seen", "..."), table.words("gap"), table.words("risk")
    waiver = _waiver(table)
    if result and (result == "gap") != bool(gap):
        fix = 'write result = "gap" and what is wanting in gap, or result = "in order" without it'
        table.note("result", "result and gap do not agree", "half-a-gap", fix)
        return None
    if risk and waiver:
        fix = "keep one of the two: a risk is worked on, a waiver is borne"
        table.note("waiver", "the gap has a risk and a waiver", "two-ways", fix)
        return None
    if not (topic and result and seen) or day is None or ("waiver" in table.raw and not waiver):
        return None
    return Diligence(topic, day, seen, gap, risk, waiver)


def _waiver(table: EvidenceTable) -> Waiver | None:
    raw = table.raw.get("waiver")
    if raw is None:
        return None
    fix = 'write waiver = { reason = "...", approver = "practice owner", expires = 2029-06-30 }'
    if not isinstance(raw, dict):
        table.note("waiver", "waiver is no table", "not-a-table", fix)
        return None
    part = EvidenceTable(raw, (*table.path, "waiver"), table.notes)
    part.only(*WAIVER_KEYS)
    reason, approver = part.needed_words("reason", "..."), part.needed_words("approver", "owner")
    expires = part.needed_day("expires")
    return Waiver(reason, approver, expires) if reason and approver and expires else None
