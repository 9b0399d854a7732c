"""An event: what became of an obligation, on a day, as somebody wrote it down."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fairterms.correspondence.entry import EvidenceFile


class Kind(StrEnum):
    """What happened."""

    CONFIRMED = "confirmed"
    STARTED = "started"
    DONE = "done"
    WAIVED = "waived"
    DISPUTED = "disputed"
    REMINDED = "reminded"
    NOTE = "note"


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing that happened to an obligation.

    Attributes
    ----------
    id
        Its name in ``obligations.toml``.
    line
        Where it stands there, counted from 1.
    obligation
        Which obligation.
    key
        Which of its due days: ``"2027-04"``; empty where it has only one.
    kind
        What happened.
    on
        The day on which it happened.
    by
        The role of the person who wrote it down.
    reason
        Why, for a waiver or a dispute; what is to be remembered, for a note.
    approved_by
        The role that approved a waiver.
    evidence
        The file that shows it.
    corrects
        The event it takes the place of; empty for none.
    """

    id: str
    line: int
    obligation: str
    key: str
    kind: Kind
    on: date
    by: str
    reason: str = ""
    approved_by: str = ""
    evidence: EvidenceFile | None = None
    corrects: str = ""
