"""Small made-up terms with a script, laid into rooms; and hands that sign them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from fairterms.document.reader import read_all
from fairterms_web.deals.actions import save_files
from fairterms_web.jobs import read_documents
from fairterms_web.jobs.kind import Arguments, Kind, Tell
from fairterms_web.jobs.kinds import kinds
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from fairterms_web.terms import actions, agreement
from fairterms_web.terms.models import TermsSignature
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import done

TERMS = """[contract]
name = "Larch"
starts = 2027-01-01
ends = 2027-12-31
rounding = "to the cent, half up, once at the end"

[[clause]]
id = "fee"
model = "care_coordination"
rate = "$2.00 PMPM"
cite = { document = "01-agreement.txt", section = "1", quote = "agreement of the group room" }
"""
DEARER = TERMS.replace("$2.00", "$3.00")
SCRIPT = """title = "A hundred months"

[given]
member_months = "100 member-months"

[expect]
payable = "$200.00"
"""
DEARER_SCRIPT = SCRIPT.replace("$200.00", "$300.00")
PATH = "scripts/hundred.toml"
BOTH = {"terms.toml": TERMS, PATH: SCRIPT}


def lay(by: Entered, texts: Mapping[str, str]) -> None:
    """Save texts into a room."""
    with acting(by.actor):
        save_files(by=by, files={path: text.encode() for path, text in texts.items()})


def read_contract(monkeypatch: pytest.MonkeyPatch, by: Entered) -> None:
    """Read the contract of a room, and look for nothing in it."""

    def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
        tell("Reading")
        documents, _ = read_all(sorted((folder / "contract").iterdir()))
        yield read_documents.PART, read_documents.write(documents)

    monkeypatch.setitem(kinds(), "review", Kind("review", "Reading", run, 1, reads="contract/"))
    done(by, "review")


def standing(by: Entered) -> agreement.Standing:
    """How the terms of the joint room stand."""
    with acting(by.actor):
        return actions.now_in(by)[1]


def version_in(by: Entered) -> str:
    """The hash that would be signed now."""
    found = standing(by).version
    assert found is not None
    return found.hash


def sign(cast: Cast, name: str, version: str = "") -> TermsSignature:
    """Sign in the joint room as somebody: what lies there, or another version."""
    by = cast.entered(name, "joint")
    with acting(by.actor):
        return actions.sign(by=by, version=version or version_in(by))


def url(by: Entered, view: str = "page", query: str = "") -> str:
    """The address of a view of a room."""
    return reverse(f"terms:{view}", args=[by.room.id]) + query


def page(client: Client, by: Entered, view: str = "page", query: str = "") -> str:
    """What a page says."""
    answered = client.get(url(by, view, query))
    assert answered.status_code == 200, answered.status_code
    return answered.content.decode()
