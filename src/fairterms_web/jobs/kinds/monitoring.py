"""How a signed deal stands on a day: duties, early signs, the year's end, changes, meetings."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

from fairterms.monitor.meetings.section import agenda_report
from fairterms.monitor.monitoring import Monitored, NoTerms, monitor
from fairterms.monitor.obligations.calendar_entries import calendar_file
from fairterms.monitor.obligations.unconfirmed import unconfirmed
from fairterms.monitor.page import page
from fairterms.publish import docx, fragment, pdf, xlsx
from fairterms.units.refusal import Refusal
from fairterms_web.jobs import access as work
from fairterms_web.jobs.kind import Arguments, CannotBeDone, Kind, Tell
from fairterms_web.jobs.models import Job
from fairterms_web.jobs.wording import for_the_web, on_a_page
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import Kind as RoomKind

PAGE = "monitor.html"
STATE = "monitor.json"
CALENDAR = "obligations.ics"
AGENDA = "agenda.docx"


def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
    """Look at the deal as of a day and yield what the page shows."""
    now = datetime.now(UTC)
    on = date.fromisoformat(arguments["on"]) if arguments.get("on") else now.date()
    # Who forgets to say which room it is gets what may be shown in any.
    is_own = arguments.get("room") == RoomKind.GROUP
    found = _seen(folder, on, tell)
    tell("Writing the page")
    report = for_the_web(page(found, own_room=is_own), folder)
    yield PAGE, fragment.render(report.blocks, prefix="monitor-").encode()
    yield STATE, json.dumps(_state(found, folder), ensure_ascii=False).encode()
    yield "after-signing.pdf", pdf.render(report)
    yield "after-signing.xlsx", xlsx.render(report)
    yield AGENDA, docx.render(for_the_web(agenda_report(found.agenda, found.deal.name), folder))
    kept = folder.parent / "beside" / CALENDAR
    earlier = kept.read_bytes() if kept.exists() else None
    yield CALENDAR, calendar_file(found.schedule, found.deal.name, now, earlier)


def _seen(folder: Path, on: date, tell: Tell) -> Monitored:
    """Look at the deal, or say what must be mended first."""
    try:
        return monitor(folder, on, tell)
    except NoTerms:
        raise CannotBeDone(
            "The payment terms are not written down yet, or something in them is wrong. Mend them "
            "on the page Terms first."
        ) from None
    except Refusal as refusal:
        raise CannotBeDone(on_a_page(refusal.sentences, folder)) from None


def _state(found: Monitored, folder: Path) -> dict[str, object]:
    """Say what can be confirmed or written down, and what is wrong in the files."""
    return {
        "on": found.on.isoformat(),
        "proposals": [
            {
                "id": one.id,
                "what": one.what,
                "owed_by": one.owed_by.value,
                "owed_to": one.owed_to.value,
                "due": one.due_words,
                "rule": one.rule.words if one.rule else "",
                "section": one.section,
                "quote": asdict(one.quote),
            }
            for one in unconfirmed(found.schedule, found.proposals)
        ],
        "open": [
            {
                "obligation": one.obligation.id,
                "key": one.key,
                "name": one.name,
                "due": one.due.isoformat() if one.due else "",
            }
            for one in (*found.schedule.open, *found.schedule.waiting)
        ],
        "problems": [
            {
                "where": f"{one.file}, line {one.line}" if one.line else one.file,
                **{name: on_a_page(getattr(one, name), folder) for name in ("what", "why", "fix")},
            }
            for one in found.problems
        ],
    }


def beside(by: Entered, job: Job) -> Mapping[str, bytes]:
    """Give the calendar file as it was made last: a newer one numbers its entries on from it."""
    last = work.shown(by, job.kind)
    return work.parts_of(by, last, (CALENDAR,)) if last is not None else {}


KIND = Kind(
    "monitoring",
    "Looking at the deal after signing",
    run,
    stages=8,
    beside=beside,
    is_short=True,
)
