"""The results of a room, and which of their forms may be seen in it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from fairterms_web.jobs import access as work
from fairterms_web.jobs.made.outcomes import EXCEPTIONS, OUTSIDE, PAGE, STATE
from fairterms_web.jobs.models import Job
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import Kind

KIND = "decision"
PROTECTED: Mapping[str, tuple[str, str]] = {
    "outside-pdf": ("outcomes-outside.pdf", "The page that may leave the group’s room, as PDF"),
    "outside-xlsx": ("outcomes-outside.xlsx", "Its tables as Excel workbook"),
}
WHOLE: Mapping[str, tuple[str, str]] = {
    "pdf": ("outcomes.pdf", "This page as PDF, for this room alone"),
    "xlsx": ("outcomes.xlsx", "Its tables as Excel workbook, for this room alone"),
    "exceptions": (EXCEPTIONS, "Patients off track as a table, for this room alone"),
    **PROTECTED,
}
"""What may be taken away: the file and what it is called, by its name in the address."""


@dataclass(frozen=True)
class Shown:
    """What a room shows of the records.

    Attributes
    ----------
    html
        The page; empty where something is lacking.
    lacks, problems
        What must be there first, and what is wrong with it.
    taken
        What can be taken away, by its name in the address.
    """

    html: str
    lacks: str
    problems: tuple[str, ...]
    taken: Mapping[str, str]


def is_own(by: Entered) -> bool:
    """Tell whether this is the group's own room, the only one in which all may be seen."""
    return by.room.kind == Kind.GROUP


def forms(by: Entered) -> Mapping[str, tuple[str, str]]:
    """Return what may be taken away from this kind of room."""
    return WHOLE if is_own(by) else PROTECTED


def shown(by: Entered, job: Job) -> Shown:
    """Return what the room shows of what a job made."""
    page = PAGE if is_own(by) else OUTSIDE
    parts = work.parts_of(by, job, [STATE, page])
    made = set(work.names_of(by, job))
    told = json.loads(parts.get(STATE, b"{}"))
    taken = {name: words for name, (file, words) in forms(by).items() if file in made}
    return Shown(
        parts.get(page, b"").decode(),
        told.get("lacks", ""),
        tuple(told.get("problems", ())),
        taken,
    )
