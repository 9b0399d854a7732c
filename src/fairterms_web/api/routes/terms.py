"""The payment terms and the other texts of the folder: checked, before they are saved as files."""

from typing import Annotated

from ninja import Router
from pydantic import StringConstraints

from fairterms_web.api.policy import in_room
from fairterms_web.api.shapes import FilePath, Sent, Told
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import WRITE
from fairterms_web.terms import access, checks
from fairterms_web.terms.pace import pace

router = Router(tags=["Terms"])
MOST = 500_000
"""Letters of one text (our choice); the page Terms says of shorter ones when they are too long."""
Text = Annotated[str, StringConstraints(max_length=MOST, pattern=r"^[^\x00]*$")]


class Draft(Sent):
    """A text as it is to be, under the path it is to have."""

    text: Text
    path: FilePath = access.FILE


class ProblemTold(Told):
    """One thing to mend in a text."""

    line: int
    what: str
    why: str
    fix: str
    severity: str


class CheckedTold(Told):
    """What was found in a text; ``terms`` is the hash both sides sign, empty while it is wrong."""

    problems: list[ProblemTold]
    terms: str
    failing: list[str]


@router.post("/rooms/{room_id}/terms/check", response=CheckedTold)
@in_room(WRITE)
def check_terms(by: Entered, draft: Draft) -> CheckedTold:
    """Check a text that is not saved, beside the other files of the room."""
    with pace.turn(by.actor.person):
        desk = access.desk(by, draft.path)
        found = checks.check(desk, access.plain(draft.text.encode()))
    return CheckedTold(
        problems=[
            ProblemTold(
                line=one.line, what=one.what, why=one.why, fix=one.fix, severity=str(one.severity)
            )
            for one in found.problems
        ],
        terms=found.terms,
        failing=list(found.failing),
    )
