"""An audit as the tests of its page carry it out; everything in it is made up."""

from datetime import date

from fairterms.audit.engagement.finding import Issue
from fairterms.audit.engagement.reader import FILE, read_text
from fairterms.audit.engagement.sharing import with_finding
from fairterms.audit.engagement.writing import Fields, extended
from fairterms_web.audit.access import kept
from fairterms_web.deals.actions import save_files
from fairterms_web.people.models import Person
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant
from fairterms_web.rooms.walls import acting
from tests.web.cast import NOW, Cast

ON = date(2020, 1, 6)
"""Long before any day on which these tests run."""
MAREN, IDRIS = "auditor@example.org", "second.auditor@example.org"
PROGRAMME: Fields = {
    "title": "Audit of 2019",
    "from": date(2019, 1, 1),
    "to": date(2019, 12, 31),
    "universe": ("the settlement",),
    "objectives": ("both sides can compute it",),
    "decision": "audit_1",
    "risks": ("arithmetic_unseen",),
    "answer_days": 30,
    "follow_up_days": 30,
}
SCOPE: Fields = {"hours": "40 hours", "interviews": 2, "documents": ("settlement reports",)}
ENGAGEMENT: Fields = {
    "id": "engagement_1",
    "title": "Settlement of 2019",
    "kind": "assurance",
    "level": "limited",
    "criteria": ("Exhibit B",),
    "from": date(2190, 1, 1),
    "to": date(2190, 3, 1),
    "team": (MAREN, IDRIS),
    "decision": "audit_1",
    "budget": "30 hours",
}
DECLARED: Fields = {
    "engagement": "engagement_1",
    "on": ON,
    "interests": "none",
    "fee": "by hour",
    "fee_depends_on_result": False,
}
PROCEDURE: Fields = {
    "id": "procedure_1",
    "engagement": "engagement_1",
    "uses": "settlement_recomputation",
    "objective": "Does each line follow?",
    "expected": "every line agrees",
    "drawn_from": "lines of the payment file",
    "population": 1000,
    "size": 5,
    "seed": "larch 2020",
    "are_people": False,
}
PAPER: Fields = {
    "id": "workpaper_1",
    "procedure": "procedure_1",
    "done_by": MAREN,
    "on": ON,
    "result": "Seen in the secret sheet.",
    "deviations": 1,
}
OBSERVATION: Fields = {
    "id": "observation_1",
    "workpaper": "workpaper_1",
    "method": "inspection",
    "on": ON,
    "what": "Line 13 is taken after Line 15.",
}
FINDING: Fields = {
    "id": "finding_1",
    "engagement": "engagement_1",
    "title": "The lines are taken out of order",
    "on": ON,
    "about": ("plan",),
    "criteria": "B-7.4",
    "condition": "Line 15 comes first.",
    "cause": "An older sheet was used.",
    "effect": "$4,108.00 too little.",
    "recommendation": "Work it out again.",
    "significance": "high",
    "observations": ("observation_1",),
}
DRAFT: Fields = {
    "id": "finding_2",
    "engagement": "engagement_1",
    "title": "Not ready",
    "on": ON,
    "condition": "Unfinished",
}
ISSUE: Fields = {"finding": "finding_1", "on": ON, "by": MAREN}
WORK = extended(
    "",
    (
        ("programme", PROGRAMME),
        ("scope.limited", SCOPE),
        ("engagement", ENGAGEMENT),
        ("independence", {**DECLARED, "member": MAREN}),
        ("independence", {**DECLARED, "member": IDRIS}),
        ("procedure", PROCEDURE),
        ("workpaper", PAPER),
        ("review", {"workpaper": "workpaper_1", "by": IDRIS, "on": ON}),
        ("observation", OBSERVATION),
        ("finding", FINDING),
        ("finding", DRAFT),
    ),
)
"""The auditor's file with a whole draft, which rests on work somebody else looked over."""


def let_in_a_second_auditor(cast: Cast) -> None:
    """Let somebody else into the auditor's room and the joint room, as auditor."""
    person = Person(email=IDRIS)
    person.save(force_insert=True)
    cast.people["second auditor"] = person  # type: ignore[index] # a dictionary in these tests
    for room in ("auditor", "joint"):
        let_in(cast, "second auditor", room, "auditor")


def let_in(cast: Cast, name: str, room: str, role: str) -> None:
    """Let somebody into one more room."""
    Grant(
        person=cast.people[name],
        room=cast.rooms[room],
        role=role,
        purpose="made up",
        starts_at=NOW,
        granted_by="a test",
    ).save(force_insert=True)


def work_done(cast: Cast) -> Entered:
    """Put the audit into the auditor's room up to a whole draft; return the room."""
    by = cast.entered("auditor", "auditor")
    with acting(by.actor):
        save_files(by=by, files={FILE: WORK.encode(), "evidence.csv": b"line,value\n13,402.35\n"})
    return by


def told(cast: Cast) -> Entered:
    """Put the audit into both rooms up to a finding both sides were told; return the joint one."""
    by, joint = cast.entered("auditor", "auditor"), cast.entered("auditor", "joint")
    own = extended(WORK, (("issue", ISSUE),))
    book = read_text(own).book
    copy = with_finding("", book, book.findings[0], Issue("finding_1", ON, MAREN))
    with acting(by.actor):
        save_files(by=by, files={FILE: own.encode()})
        save_files(by=joint, files={FILE: copy.encode()})
    return joint


def text_of(cast: Cast, name: str, room: str) -> str:
    """What audit.toml of a room says."""
    by = cast.entered(name, room)
    with acting(by.actor):
        return kept(by).text or ""
