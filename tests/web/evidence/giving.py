"""Evidence on its way between the rooms of the cast, step by step, with made-up people."""

from collections.abc import Mapping
from datetime import date, timedelta

from fairterms.audit.release import counts_file, leaving, people_shown
from fairterms.audit.release.leaving import Leaving
from fairterms.ledger.canonical import Value
from fairterms_web.evidence import access, actions
from fairterms_web.evidence.access import Kept
from fairterms_web.evidence.actions import Made
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import WRITE
from fairterms_web.rooms.walls import acting
from tests.web.cast import Cast

ON = date(2028, 3, 1)
LAST = ON + timedelta(days=90)
LATE = LAST + timedelta(days=1)
PATH = "evidence/counts.csv"
COUNTS = "clinic,sex,people\nElm,women,4\nElm,men,30\nOak,women,60\nOak,men,90\n"
"""Four people of one clinic are few; 34 and 64 are margins that give them away."""
ASKED: Mapping[str, object] = {
    "of": "group",
    "what": "patients by clinic and sex in 2027",
    "purpose": "to test the share of women",
    "necessary": "a total hides the clinics",
    "mode": "copy",
    "destroy_by": LAST,
    "is_confidential": False,
    "exception_decision": "",
}


def ask(cast: Cast, **other: object) -> str:
    """The auditor asks; the name of the release."""
    with acting((by := cast.entered("auditor", "joint")).actor):
        return actions.ask(by=by, told={**ASKED, **other}, on=ON)


def view(cast: Cast, **other: object) -> str:
    """The auditor asks for something to read, and to take nothing away."""
    return ask(cast, mode="view", destroy_by=None, **other)


def table(by: Entered, text: str = COUNTS, people: str = "2027", title: str = "Patients") -> Made:
    """A table of counts as it would leave, proved against what left before."""
    before = access.earlier(by, ON)
    counted = counts_file.read(text, PATH, title, [people]).table
    assert counted is not None, "made up, and whole"
    return Made(title, leaving.of_table(counted, before.tables, before.shown), before.refs)


def plain(by: Entered, content: bytes = b"%PDF-1.7 made up", title: str = "The policy") -> Made:
    """A file as it is."""
    shown = people_shown.Shown(people_shown.Form.FILE, (), title)
    found = Leaving("policy.pdf", leaving.PDF, content, leaving.DECLARED, shown)
    return Made(title, found, access.earlier(by, ON).refs)


def decline(
    cast: Cast, ref: str, why: str = "our vendor never kept it", name: str = "owner"
) -> None:
    """Somebody of the group declines."""
    with acting((by := cast.entered(name, "group")).actor):
        actions.decline(by=by, ref=ref, why=why, on=ON)


def decided(cast: Cast, outcome: str = "carried", touches: str = "confidential") -> str:
    """The committee decided a motion, as the history of the auditor's room tells it; its name."""
    told: dict[str, Value] = {"motion": "0" * 32, "number": 1, "title": "Show the lists"}
    with acting((by := cast.entered("auditor", "auditor")).actor), change(by, WRITE) as said:
        made = {"decision": "committee_1", "outcome": outcome, "touches": touches}
        said.that("motion.decided", {**told, **made})
    return "committee_1"


def prepare(cast: Cast, ref: str, made: Made | None = None) -> str:
    """The owner prepares it; the hash of its manifest."""
    with acting((by := cast.entered("owner", "group")).actor):
        actions.prepare(by=by, ref=ref, made=made or table(by), on=ON)
        return access.record(by, ref, ON).held.release.manifest_hash


def approve(cast: Cast, ref: str, seen: str, *names: str) -> None:
    """People of the group approve it."""
    for name in names or ("owner", "teammate"):
        with acting((by := cast.entered(name, "group")).actor):
            actions.approve(by=by, ref=ref, seen=seen, on=ON)


def give(cast: Cast, ref: str, made: Made | None = None) -> None:
    """It is prepared, approved by two, and given."""
    approve(cast, ref, prepare(cast, ref, made))


def sign(cast: Cast, ref: str, name: str = "auditor") -> None:
    """A reader signs the agreement."""
    with acting((by := cast.entered(name, "auditor")).actor):
        seen = access.record(by, ref, ON).held.agreement.hash
        actions.sign(by=by, ref=ref, seen=seen, on=ON)


def furnish(cast: Cast) -> None:
    """Let the plan have prepared something: a row of every kind, and none in the group's room."""
    ref = ask(cast, of="plan")
    with acting((by := cast.entered("other party", "plan")).actor):
        actions.prepare(by=by, ref=ref, made=table(by), on=ON)


def known(cast: Cast, room: str, ref: str, on: date = ON) -> Kept:
    """What a room knows of a release."""
    with cast.acting_in(room) as by:
        return access.record(by, ref, on)
