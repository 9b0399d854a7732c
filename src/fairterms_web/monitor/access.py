"""How a signed deal stands: what the last look found, and what can be written down."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.http import Http404

from fairterms.monitor.calendar import rule_reader
from fairterms.monitor.obligations import reader
from fairterms.monitor.obligations.book import FILE
from fairterms.monitor.obligations.obligation import Party
from fairterms.monitor.obligations.proposal import Proposal
from fairterms.units.finding import QuoteEvidence
from fairterms_web.deals import access as files
from fairterms_web.jobs import access as work
from fairterms_web.jobs.kinds.monitoring import AGENDA, CALENDAR, PAGE, STATE
from fairterms_web.jobs.models import Job
from fairterms_web.rooms.entered import Entered

KIND = "monitoring"
TAKEN: Mapping[str, tuple[str, str]] = {
    "calendar": (CALENDAR, "The due days for your calendar (iCalendar)"),
    "agenda": (AGENDA, "The agenda of the next meeting (Word)"),
    "pdf": ("after-signing.pdf", "This page (PDF)"),
    "xlsx": ("after-signing.xlsx", "The tables (Excel)"),
}
KEPT_IN = {
    "obligations.toml": "Who owes what by when",
    "indicators.toml": "Early signs",
    "amendments.toml": "What changed after signing",
    "meetings.toml": "Joint meetings",
}
"""Files that the page is made from, and what each holds."""


@dataclass(frozen=True)
class Obligations:
    """The file of the obligations as it is now.

    Attributes
    ----------
    text
        What it says; empty where there is none. None where it is no text, and nothing can be added.
    sha256
        The hash of its bytes; empty where there is none.
    """

    text: str | None = ""
    sha256: str = ""

    @property
    def names(self) -> frozenset[str]:
        """The names of the obligations and events in it."""
        book = reader.read_text(self.text or "")
        return frozenset(one.id.partition(".")[2] for one in book.written)


@dataclass(frozen=True)
class Shown:
    """What a room shows of a deal after signing.

    Attributes
    ----------
    html
        The page.
    on
        The day it holds for, as ISO 8601.
    proposals
        Obligations read from the text that nobody has confirmed or written down.
    open
        Due days that are not over.
    problems
        What is wrong in the files.
    taken
        What can be taken away, by its name in the address.
    """

    html: str
    on: str
    proposals: tuple[Mapping[str, Any], ...]
    open: tuple[Mapping[str, str], ...]
    problems: tuple[Mapping[str, str], ...]
    taken: Mapping[str, str]


def shown(by: Entered, job: Job) -> Shown:
    """Return what a look at the deal found, without what was confirmed since."""
    parts = work.parts_of(by, job, (PAGE, STATE))
    told = json.loads(parts.get(STATE, b"{}"))
    proposed = tuple(told.get("proposals", ()))
    now = obligations(by).names if proposed else frozenset[str]()
    return Shown(
        parts.get(PAGE, b"").decode(),
        str(told.get("on", "")),
        tuple(one for one in proposed if one["id"] not in now),
        tuple(told.get("open", ())),
        tuple(told.get("problems", ())),
        {name: words for name, (_, words) in TAKEN.items()},
    )


def proposals(by: Entered) -> tuple[Proposal, ...]:
    """Return what the last look proposes, as the core reads it."""
    job = work.shown(by, KIND)
    told = json.loads(work.part_of(by, job, STATE)) if job is not None else {}
    return tuple(proposal_of(one) for one in told.get("proposals", ()))


def proposal_of(told: Mapping[str, Any]) -> Proposal:
    """Return a proposal from what the work keeps of it."""
    return Proposal(
        told["id"],
        Party(told["owed_by"]),
        Party(told["owed_to"]),
        told["what"],
        told["due"],
        rule_reader.read(told["rule"]) if told["rule"] else None,
        told["section"],
        QuoteEvidence(**told["quote"]),
    )


def obligations(by: Entered) -> Obligations:
    """Return obligations.toml as it is; one without text where there is none."""
    try:
        content = files.content_of(by, FILE)
    except Http404:
        return Obligations()
    digest = sha256(content).hexdigest()
    try:
        return Obligations(content.decode("utf-8-sig"), digest)
    except UnicodeDecodeError:
        return Obligations(None, digest)
