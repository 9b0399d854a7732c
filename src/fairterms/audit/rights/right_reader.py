"""Read one ``[[right_to_audit]]``."""

from datetime import date

from fairterms.audit.procedures.evidence_table import EvidenceTable
from fairterms.audit.rights.right import (
    ASK,
    TERMS,
    Citation,
    Holder,
    NotStated,
    RightToAudit,
    Stated,
    Term,
)
from fairterms.reference.measure_logic.working_days import BUSINESS, CALENDAR, DayCount
from fairterms.units.period import Period

KEYS = (
    *("id", "holder", "of", *TERMS, "days", "holidays", "blackouts"),
    *("scope_limits", "records_owed", "stops_when", "cite"),
)
_NUMBERS = ("notice_days", "response_days", "look_back_years", "yearly_cap")


def read_right(table: EvidenceTable, taken: set[str]) -> RightToAudit | None:
    """Read one right.

    Parameters
    ----------
    table
        Its table.
    taken
        Ids in use; its own is added.

    Returns
    -------
    RightToAudit or None
        None where something is missing that is not marked as not stated.
    """
    table.only(*KEYS)
    name = table.notes.id((*table.path, "id"), table.raw.get("id"), "right", taken)
    holder = table.needed_choice("holder", tuple(one.value for one in Holder))
    of, cite = table.needed_words("of", "the settlement and its files"), _cite(table)
    counted, blackouts = _counted(table), _blackouts(table)
    section = cite.section if cite else "that gives the right"
    terms = _terms(table, section)
    limits, owed = table.listed("scope_limits"), table.listed("records_owed")
    if terms is None or not (name and holder and of):
        return None
    if cite is None or counted is None or blackouts is None:
        return None
    return RightToAudit(
        name,
        Holder(holder),
        of,
        cite,
        *terms,
        counted=counted,
        blackouts=blackouts,
        scope_limits=limits,
        records_owed=owed,
        stops_when=table.words("stops_when"),
    )


_Terms = tuple[Term[int], Term[int], Term[int], Term[int], Term[str], Term[str]]


def _terms(table: EvidenceTable, section: str) -> _Terms | None:
    """Read every term of :data:`TERMS`; None where one is missing, and all problems told."""
    notice, response, back, cap = (_number(table, key, section) for key in _NUMBERS)
    cost, survival = (_words(table, key, section) for key in ("cost_bearer", "survival"))
    if notice is None or response is None or back is None:
        return None
    if cap is None or cost is None or survival is None:
        return None
    return notice, response, back, cap, cost, survival


def _number(table: EvidenceTable, key: str, section: str) -> Term[int] | None:
    if _is_open(table, key):
        return _not_stated(table, key, section)
    least = 0 if key == "yearly_cap" else 1
    found = table.whole(key, least)
    return None if found is None else Stated(found)


def _words(table: EvidenceTable, key: str, section: str) -> Term[str] | None:
    if _is_open(table, key):
        return _not_stated(table, key, section)
    found = table.needed_words(key, "...")
    return Stated(found) if found else None


def _is_open(table: EvidenceTable, key: str) -> bool:
    """Say whether a term is missing, or marked as one the clause does not give."""
    return key not in table.raw or isinstance(table.raw[key], dict)


def _not_stated(table: EvidenceTable, key: str, section: str) -> NotStated | None:
    """Read a term marked as not stated; one that is simply not there is a problem."""
    raw = table.raw.get(key)
    if raw is None:
        what = f"section {section} gives no {key} here: {TERMS[key]}"
        ask = f"{ASK[key][:1].lower()}{ASK[key][1:]}"
        fix = f"write what the clause says; where it says nothing, {ask}"
        fix += f', and write {key} = {{ not_stated = true, section = "{section}" }}'
        table.note("", what, "not-stated", fix)
        return None
    part = EvidenceTable(raw, (*table.path, key), table.notes)
    part.only("not_stated", "section", "ask")
    if part.flag("not_stated") is not True:
        part.note(
            "", f"{key} is no value", "not-a-value", f"write {key} = 30, or not_stated = true"
        )
        return None
    ask = part.words("ask").rstrip(".") or ASK[key]
    return NotStated(key, part.words("section") or section, ask)


def _cite(table: EvidenceTable) -> Citation | None:
    raw = table.raw.get("cite")
    if not isinstance(raw, dict):
        fix = 'write cite = { document = "01-agreement.pdf", section = "7.10", quote = "..." }'
        table.note("cite", "the right is not cited", "missing", fix)
        return None
    part = EvidenceTable(raw, (*table.path, "cite"), table.notes)
    part.only("document", "section", "quote")
    document = part.needed_words("document", "01-agreement.pdf")
    section, quote = part.needed_words("section", "7.10"), part.needed_words("quote", "...")
    return Citation(document, section, quote) if document and section and quote else None


def _counted(table: EvidenceTable) -> DayCount | None:
    kind, holidays = table.needed_choice("days", (CALENDAR, BUSINESS)), table.days("holidays")
    if kind == CALENDAR and holidays:
        fix = 'write days = "business", or take the holidays out'
        table.note("holidays", "calendar days have no holidays", "two-ways", fix)
        return None
    return DayCount(kind == BUSINESS, frozenset[date](holidays)) if kind else None


def _blackouts(table: EvidenceTable) -> tuple[Period, ...] | None:
    parts = table.parts("blackouts")
    for part in parts:
        part.only("from", "to")
    found = [part.span() for part in parts]
    whole = tuple(one for one in found if one is not None)
    return whole if len(whole) == len(found) else None
