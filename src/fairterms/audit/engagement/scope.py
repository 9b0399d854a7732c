"""How far an engagement goes: hours, interviews and documents of each level, as the charter says.

The five levels are words only. What each of them means is agreed text of the deal, not of this
program.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from fairterms.audit.engagement.entry import WHY, Entry
from fairterms.units.notes import Notes

_KEYS = ("hours", "interviews", "documents")


class Level(StrEnum):
    """How deep an engagement looks."""

    SIMPLE = "simple"
    LIMITED = "limited"
    STANDARD = "standard"
    EXTENDED = "extended"
    COMPLETE = "complete"


@dataclass(frozen=True)
class Scope:
    """What a level means.

    Attributes
    ----------
    level
        Which.
    hours
        The most hours of the team.
    interviews
        Talks or surveys that are planned.
    documents
        Classes of documents looked at.
    line
        Where it stands in the file.
    """

    level: Level
    hours: Decimal
    interviews: int
    documents: tuple[str, ...]
    line: int = 0


def read_scopes(document: Mapping[str, Any], notes: Notes) -> dict[Level, Scope]:
    """Read the ``[scope.LEVEL]`` tables."""
    raw = document.get("scope", {})
    if not isinstance(raw, dict):
        fix = "write [scope.standard], and under it hours, interviews and documents"
        notes.add(("scope",), "scope is not a table", "not-a-table", WHY, fix)
        return {}
    known = tuple(one.value for one in Level)
    for name in raw.keys() - set(known):
        notes.unknown(("scope", name), name, known, "scope level")
    found = (_scope(Level(one), raw[one], notes) for one in known if one in raw)
    return {one.level: one for one in found if one is not None}


def _scope(level: Level, raw: object, notes: Notes) -> Scope | None:
    entry = Entry(raw if isinstance(raw, dict) else {}, ("scope", level.value), notes)
    entry.only(*_KEYS)
    hours = entry.hours("hours")
    interviews = entry.needed_whole("interviews", 4)
    documents = entry.needed_list("documents", "settlement reports")
    if hours is None or interviews is None or not documents:
        return None
    return Scope(level, hours, interviews, documents, entry.line)
