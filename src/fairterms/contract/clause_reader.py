"""Read [[clause]] blocks: id, model, terms with their history, citations and open readings."""

from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from fairterms.contract import value
from fairterms.contract.clause import Citation, Clause, Dated, Reading, Term
from fairterms.units import rounding
from fairterms.units.notes import Notes
from fairterms.units.positions import Path

OWN_KEYS = {"id", "model", "title", "of", "reads", "cite", "readings", "rounding"}
CITE_KEYS = {"document", "section", "quote", "term"}
HISTORY_KEYS = {"value", "from", "agreed", "amendment"}


def read(raw: Any, notes: Notes, header: dict[str, Any] | None) -> tuple[Clause, ...]:
    """Read the clauses, in written order; ``header`` gives the contract's days when known."""
    if not isinstance(raw, list) or not all(isinstance(entry, dict) for entry in raw):
        notes.add(
            ("clause",),
            "clause is not a list of entries",
            "bad-clause",
            "the order of clauses is the order of operations",
            "start each clause with [[clause]]",
        )
        return ()
    if not raw:
        notes.missing(
            (),
            "there is no [[clause]] in the file",
            "write the first clause; fairterms show --models lists what a clause can be",
            "a contract without clauses pays nothing",
        )
    taken: set[str] = set()
    clauses = (_clause(entry, ("clause", at), notes, header, taken) for at, entry in enumerate(raw))
    return tuple(clause for clause in clauses if clause is not None)


def _clause(
    raw: dict[str, Any], path: Path, notes: Notes, header: dict[str, Any] | None, taken: set[str]
) -> Clause | None:
    name = notes.id((*path, "id"), raw.get("id"), "clause", taken)
    model = raw.get("model")
    if not isinstance(model, str):
        notes.missing(
            path,
            "this clause names no model",
            'write model = "shared_savings"; fairterms show --models lists them',
            "the model says how the clause pays",
        )
        return None
    terms = {
        key: _term(key, entry, (*path, key), notes, header)
        for key, entry in raw.items()
        if key not in OWN_KEYS
    }
    if not name:
        return None
    return Clause(
        name,
        model,
        MappingProxyType(terms),
        of=_names(raw.get("of", []), (*path, "of"), notes),
        reads=_reads(raw.get("reads", {}), (*path, "reads"), notes),
        title=str(raw.get("title", "")),
        cites=_cites(raw.get("cite", []), (*path, "cite"), notes),
        readings=_readings(raw.get("readings", []), (*path, "readings"), notes),
        rounding=_rounding(raw.get("rounding"), (*path, "rounding"), notes),
        line=notes.line(path),
    )


def _term(name: str, raw: Any, path: Path, notes: Notes, header: dict[str, Any] | None) -> Term:
    line = notes.line(path)
    if _is_history(raw):
        history = _history(raw, path, notes, header)
        latest = history[-1].value if history else value.Unclear("", "no value", "write a value")
        return Term(name, latest, line, history)
    read_value = value.read(raw)
    _report_unclear(read_value, path, notes)
    return Term(name, read_value, line)


def _is_history(raw: Any) -> bool:
    return (
        isinstance(raw, list)
        and bool(raw)
        and all(isinstance(entry, dict) and "value" in entry and "from" in entry for entry in raw)
    )


def _history(
    raw: list[dict[str, Any]], path: Path, notes: Notes, header: dict[str, Any] | None
) -> tuple[Dated, ...]:
    found: list[Dated] = []
    for position, entry in enumerate(raw):
        here = (*path, position)
        for key in entry.keys() - HISTORY_KEYS:
            notes.unknown((*here, key), key, HISTORY_KEYS, "history key")
        day, agreed = entry["from"], entry.get("agreed")
        if not _is_day(day) or not (agreed is None or _is_day(agreed)):
            notes.add(
                here,
                "a date in this history is not a date",
                "bad-date",
                "a change applies from a day and was agreed on a day",
                "write from = 2027-01-01, agreed = 2026-11-20 without quotes",
            )
            continue
        _check_day(day, here, notes, header, found)
        entry_value = value.read(entry["value"])
        _report_unclear(entry_value, here, notes)
        found.append(Dated(entry_value, day, agreed, str(entry.get("amendment", ""))))
        if entry.get("amendment") and agreed is None:
            notes.missing(
                here,
                "an amendment without the day it was agreed on",
                "write agreed = 2027-10-15",
                "a change binds from the day both sides agreed to it",
            )
    return tuple(found)


def _check_day(
    day: date, path: Path, notes: Notes, header: dict[str, Any] | None, before: list[Dated]
) -> None:
    """Note a date outside the contract, or one that overlaps the entry before it."""
    if before and day <= before[-1].effective_from:
        notes.add(
            path,
            f"two values apply from {day}, or their order is reversed",
            "overlapping-dates",
            "on some day two values would apply",
            "give each entry a later day than the one before",
        )
    if header and not header["starts"] <= day <= header["ends"]:
        notes.add(
            path,
            f"{day} lies outside the contract ({header['starts']} to {header['ends']})",
            "date-outside",
            "a term can only change while the contract runs",
            "mend the date, or the contract's starts and ends",
        )


def _is_day(raw: Any) -> bool:
    return isinstance(raw, date) and not isinstance(raw, datetime)


def _report_unclear(found: value.Value, path: Path, notes: Notes) -> None:
    if isinstance(found, value.Unclear):
        notes.add(path, found.reason, found.code, found.why, found.fix)
    elif isinstance(found, tuple):
        for position, item in enumerate(found):
            _report_unclear(item, (*path, position), notes)
    elif isinstance(found, value.Row):
        for key, item in found.cells.items():
            _report_unclear(item, (*path, key), notes)


def _names(raw: Any, path: Path, notes: Notes) -> tuple[str, ...]:
    if isinstance(raw, str):
        return (raw,)
    if isinstance(raw, list) and all(isinstance(item, str) for item in raw):
        return tuple(raw)
    notes.add(
        path,
        "of is not a clause id or a list of them",
        "bad-of",
        "it says whose result this clause takes",
        'write of = "savings" or of = ["savings", "incentive"]',
    )
    return ()


def _reads(raw: Any, path: Path, notes: Notes) -> MappingProxyType[str, str]:
    if isinstance(raw, dict) and all(isinstance(item, str) for item in raw.values()):
        return MappingProxyType(dict(raw))
    notes.add(
        path,
        "reads is not a table of names",
        "bad-reads",
        "it says which figure stands for which of the model's",
        'write reads = { cost = "behavioral_cost" }',
    )
    return MappingProxyType({})


def _cites(raw: Any, path: Path, notes: Notes) -> tuple[Citation, ...]:
    entries = raw if isinstance(raw, list) else [raw]
    found = []
    for position, entry in enumerate(entries):
        here = (*path, position) if isinstance(raw, list) else path
        if not isinstance(entry, dict) or not isinstance(entry.get("document"), str):
            notes.add(
                here,
                "the citation names no document",
                "bad-citation",
                "a term must be traceable to the text",
                'write cite = { document = "01-agreement.pdf", section = "4.2", quote = "…" }',
            )
            continue
        for key in entry.keys() - CITE_KEYS:
            notes.unknown((*here, key), key, CITE_KEYS, "citation key")
        words = {key: str(entry.get(key, "")) for key in CITE_KEYS}
        found.append(Citation(**words, line=notes.line(here)))
    return tuple(found)


def _readings(raw: Any, path: Path, notes: Notes) -> tuple[Reading, ...]:
    found = []
    for position, entry in enumerate(raw if isinstance(raw, list) else [None]):
        here = (*path, position)
        if isinstance(entry, str):
            found.append(Reading(entry, line=notes.line(here)))
        elif isinstance(entry, dict) and isinstance(entry.get("name"), str):
            sets = {key: value.read(item) for key, item in entry.get("set", {}).items()}
            found.append(Reading(entry["name"], MappingProxyType(sets), notes.line(here)))
        else:
            notes.add(
                here,
                "a reading is a sentence, or a name with the terms it sets",
                "bad-reading",
                "the difference between readings is priced",
                'write readings = ["cap before reduction", "cap after reduction"] or '
                '[{ name = "yearly", set = { limit = "$5,000.00" } }, …]',
            )
    if len(found) == 1:
        notes.add(
            path,
            "only one reading is declared",
            "bad-reading",
            "an open question has at least two answers",
            "declare each way the text can be read",
        )
    return tuple(found)


def _rounding(raw: Any, path: Path, notes: Notes) -> rounding.Rounding | None:
    if raw is None:
        return None
    try:
        return rounding.parse(str(raw))
    except ValueError as wrong:
        notes.add(
            path,
            f'"{raw}" is not a rounding rule',
            "bad-rounding",
            "to what, how and where amounts are rounded moves money",
            str(wrong),
        )
        return None
