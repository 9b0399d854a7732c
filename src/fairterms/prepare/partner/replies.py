"""Read the group's replies about the plan: the part ``[partner.<question>]`` of a form."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from fairterms.prepare.partner.question import QUESTIONS, Reply, Weighs
from fairterms.units.notes import Notes
from fairterms.units.positions import Path as Place

_KEYS = ("answer", "weighs", "evidence", "on")
_WHY = "what is said of a partner must be read the same way by everybody"


def read_replies(raw: Any, notes: Notes) -> Mapping[str, Reply]:
    """Read every reply.

    Parameters
    ----------
    raw
        What stands under ``partner``; None where nothing does.
    notes
        Where problems go.

    Returns
    -------
    Mapping
        By the question's name. A reply that cannot be read is a problem and left out.
    """
    if raw is None:
        return MappingProxyType({})
    if not isinstance(raw, dict):
        fix = "write [partner.data_feed] and its answer below"
        notes.add(("partner",), "partner is not a section", "not-a-section", _WHY, fix)
        return MappingProxyType({})
    found = {}
    for name, entry in raw.items():
        if name not in QUESTIONS:
            notes.unknown(("partner", name), name, QUESTIONS, "question")
        elif (reply := _reply(entry, ("partner", name), notes)) is not None:
            found[name] = reply
    return MappingProxyType(found)


def _reply(entry: Any, path: Place, notes: Notes) -> Reply | None:
    if not isinstance(entry, dict):
        fix = f'write [partner.{path[-1]}] and below it answer = "..."'
        notes.add(path, f"{path[-1]} is not a section", "not-a-section", _WHY, fix)
        return None
    for key in entry.keys() - set(_KEYS):
        notes.unknown((*path, key), key, _KEYS, "key")
    answer, evidence = (_words(entry, path, key, notes) for key in ("answer", "evidence"))
    weighs = _weighs(entry, path, notes)
    if not answer:
        fix = 'write answer = "what you know", or leave the question out'
        notes.missing(path, f"{path[-1]} has no answer", fix, _WHY)
    if not answer or weighs is None:
        return None
    source = f"{notes.file}, line {notes.line(path)}"
    return Reply(answer, weighs, evidence, _day(entry, path, notes), source)


def _words(entry: Mapping[str, Any], path: Place, key: str, notes: Notes) -> str:
    raw = entry.get(key, "")
    if isinstance(raw, str):
        return raw.strip()
    fix = 'put words between " and "'
    notes.add((*path, key), f"{key} is not written in words", "not-words", _WHY, fix)
    return ""


def _weighs(entry: Mapping[str, Any], path: Place, notes: Notes) -> Weighs | None:
    raw = entry.get("weighs")
    choices = [one.value for one in Weighs]
    if raw in choices:
        return Weighs(raw)
    said = "says not how the answer weighs" if raw is None else f'weighs: there is no "{raw}"'
    fix = 'write weighs = "for", "against" or "open"'
    notes.add((*path, "weighs"), f"{path[-1]} {said}", "no-such-choice", _WHY, fix)
    return None


def _day(entry: Mapping[str, Any], path: Place, notes: Notes) -> date | None:
    raw = entry.get("on")
    if raw is None or (isinstance(raw, date) and not isinstance(raw, datetime)):
        return raw
    what = "the day of the evidence is not a date"
    fix = "write on = 2026-09-30, without quotes"
    notes.add((*path, "on"), what, "not-a-date", _WHY, fix)
    return None
