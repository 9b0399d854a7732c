"""The register of risks of a room: what was made of it, and its file as it is now."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404

from fairterms.risks.register.block import FILE
from fairterms.risks.register.reader import read_text
from fairterms.units.problem import Problem
from fairterms_web.deals import access as files
from fairterms_web.jobs import access as work
from fairterms_web.jobs.made.risks import MATRIX, PAGE, STATE
from fairterms_web.jobs.models import Job
from fairterms_web.rooms.entered import Entered

KIND = "decision"
NOTHING = ""
TAKEN: Mapping[str, tuple[str, str]] = {
    "pdf": ("risks.pdf", "The register as PDF"),
    "xlsx": ("risks.xlsx", "The register as Excel workbook"),
    "csv": (MATRIX, "The risk-control matrix as a table (CSV)"),
}
_OF_LIBRARY = re.compile(r'^\s*library\s*=\s*["\']([^"\']+)["\']', re.MULTILINE)


@dataclass(frozen=True)
class Proposed:
    """A risk of the library that the contract makes live, and that the register does not hold."""

    id: str
    title: str
    is_certain: bool
    toml: str


@dataclass(frozen=True)
class Shown:
    """What a room shows of its risks.

    Attributes
    ----------
    html
        The page.
    has_register
        Whether there was a risks.toml.
    problems
        What was wrong in it.
    proposed
        What could be added.
    taken
        What can be taken away, by its name in the address.
    """

    html: str
    has_register: bool
    problems: tuple[Mapping[str, str], ...]
    proposed: tuple[Proposed, ...]
    taken: Mapping[str, str]


@dataclass(frozen=True)
class Register:
    """The file of the register as it is now.

    Attributes
    ----------
    text
        What it says; empty where there is none.
    sha256
        The hash of what was read, to be sent back with what replaces it.
    """

    text: str
    sha256: str

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in it, with the line of each."""
        return read_text(self.text).problems if self.text.strip() else ()

    @property
    def of_library(self) -> frozenset[str]:
        """Ids of the library's risks that it names already, gaps or not."""
        return frozenset(_OF_LIBRARY.findall(self.text))


def shown(by: Entered, job: Job) -> Shown:
    """Return what a job made of the risks, without what was added to the file since."""
    parts = work.parts_of(by, job, [STATE, PAGE])
    made = set(work.names_of(by, job))
    told = json.loads(parts.get(STATE, b"{}"))
    now = register(by).of_library
    proposed = tuple(Proposed(**one) for one in told.get("proposed", ()) if one["id"] not in now)
    return Shown(
        parts.get(PAGE, b"").decode(),
        bool(told.get("has_register")),
        tuple(told.get("problems", ())),
        proposed,
        {name: words for name, (file, words) in TAKEN.items() if file in made},
    )


def proposed(by: Entered) -> tuple[Proposed, ...]:
    """Return what could be added to the register now."""
    job = work.standing(by, KIND).shown
    return shown(by, job).proposed if job else ()


def register(by: Entered) -> Register:
    """Return the file of the register; one without text where there is none."""
    try:
        content = files.content_of(by, FILE)
    except Http404:
        return Register("", NOTHING)
    text = content.decode("utf-8-sig", errors="replace")
    return Register(text, hashlib.sha256(content).hexdigest())
