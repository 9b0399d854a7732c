"""A statement of the plan beside ours: why they differ, the letter, the worksheet."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish import docx, fragment, pdf, xlsx
from fairterms.reconcile.dispute import letter
from fairterms.reconcile.page import page
from fairterms.reconcile.reconciliation import Asked, Reconciliation, own_report, reconcile
from fairterms.units.refusal import Refusal
from fairterms_web.deals import access as files
from fairterms_web.deals.access import Listed
from fairterms_web.jobs.kind import Arguments, CannotBeDone, Kind, Tell
from fairterms_web.jobs.models import Job
from fairterms_web.jobs.wording import for_the_web, on_a_page
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import Kind as RoomKind

STATEMENT, EARLIER = "statement", "earlier"
SIDES = (STATEMENT, EARLIER)
"""The versions that may be chosen: names of arguments, and of what lies beside the folder."""
PATHS = "paths.json"
"""The part laid beside the folder that says where the chosen versions belong in it."""
PAGE = "reconciliation.html"
LETTER = "letter.docx"
WORKSHEET = "worksheet.xlsx"
SETTLEMENT = "our-settlement.json"


def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
    """Work the statement through and yield what the page shows of it."""
    chosen = _lay_out(folder)
    if STATEMENT not in chosen:
        raise CannotBeDone("No statement was chosen. Choose one on the page Reconcile.")
    # Who forgets to say which room it is gets what may be shown in any.
    is_own = arguments.get("room") == RoomKind.GROUP
    came = arguments.get("delivered", "")
    asked = Asked(
        folder,
        chosen[STATEMENT],
        earlier=chosen.get(EARLIER),
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
    """Return the versions that were chosen, and where each belongs in the folder."""
    held = {
        side: files.version_content(by, job.arguments[side])
        for side in SIDES
        if job.arguments.get(side)
    }
    paths = _paths({side: version for side, (version, _) in held.items()})
    return {PATHS: json.dumps(paths).encode(), **{side: held[side][1] for side in held}}


def _paths(chosen: Mapping[str, Listed]) -> dict[str, str]:
    """Return the path of each version; two versions of one file cannot lie at one place."""
    paths = {side: version.path for side, version in chosen.items()}
    if paths.get(EARLIER) and paths[EARLIER] == paths.get(STATEMENT):
        path = PurePosixPath(paths[EARLIER])
        name = f"{path.stem}-version-{chosen[EARLIER].number}{path.suffix}"
        paths[EARLIER] = str(path.with_name(name))
    return paths


def _lay_out(folder: Path) -> dict[str, Path]:
    """Put the chosen versions into the folder: what lies there now may be newer, or gone."""
    place = folder.parent / "beside"
    found: dict[str, Path] = {}
    for side, path in json.loads((place / PATHS).read_text(encoding="utf-8")).items():
        found[side] = folder / path
        found[side].parent.mkdir(parents=True, exist_ok=True)
        found[side].write_bytes((place / side).read_bytes())
    return found


KIND = Kind(
    "reconciliation",
    "Laying the statement beside ours",
    run,
    stages=12,
    beside=beside,
    is_short=True,
)
