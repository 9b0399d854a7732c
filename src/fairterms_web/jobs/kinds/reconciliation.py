"""A statement of the plan beside ours: why they differ, the letter, the worksheet."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish import docx, fragment, pdf, xlsx
from fairterms.reconcile.dispute import letter
from fairterms.reconcile.page import page
from fairterms.reconcile.reconciliation import Asked, Reconciliation, own_report, reconcile
from fairterms.units.refusal import Refusal
from fairterms_web.deals import access as files
from fairterms_web.jobs.kind import Arguments, CannotBeDone, Kind, Tell
from fairterms_web.jobs.models import Job
from fairterms_web.jobs.wording import for_the_web, on_a_page
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import Kind as RoomKind

PATHS = "paths.json"
"""The part laid beside the folder that says where the asked versions lie in it."""
PAGE = "reconciliation.html"
LETTER = "letter.docx"
WORKSHEET = "worksheet.xlsx"
SETTLEMENT = "our-settlement.json"


def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
    """Work the statement through and yield what the page shows of it."""
    named = json.loads((folder.parent / "beside" / PATHS).read_text(encoding="utf-8"))
    is_own = arguments.get("room") == RoomKind.GROUP
    came = arguments.get("delivered", "")
    asked = Asked(
        folder,
        folder / named["statement"],
        earlier=folder / named["earlier"] if named.get("earlier") else None,
        delivered=date.fromisoformat(came) if came else None,
        is_own_room=is_own,
    )
    try:
        found = reconcile(asked, tell)
    except Refusal as refusal:
        raise CannotBeDone(on_a_page(refusal.sentences, folder)) from None
    tell("Writing the page")
    today = datetime.now(UTC).date()
    audience = Audience.GROUP if is_own else Audience.OUTSIDE
    report = for_the_web(page(found, audience, today), folder)
    yield PAGE, fragment.render(report.blocks, prefix="reconcile-").encode()
    yield WORKSHEET, xlsx.render(report)
    yield "reconciliation.pdf", pdf.render(report)
    yield from _to_send(found, today, is_own=is_own)


def _to_send(found: Reconciliation, today: date, *, is_own: bool) -> Iterator[tuple[str, bytes]]:
    """Yield what leaves the group's room: the letter, and our settlement for programs."""
    if found.dispute is None:
        return
    if found.dispute.is_needed:
        yield LETTER, docx.render(letter.build(found.dispute, today.isoformat()))
    if is_own:
        yield SETTLEMENT, own_report(found, today).encode()


def beside(by: Entered, job: Job) -> Mapping[str, bytes]:
    """Say where the versions that were chosen lie in the folder."""
    told = {
        side: files.version_content(by, job.arguments[side])[0].path
        for side in ("statement", "earlier")
        if job.arguments.get(side)
    }
    return {PATHS: json.dumps(told).encode()}


KIND = Kind("reconciliation", "Laying the statement beside ours", run, stages=12, beside=beside)
