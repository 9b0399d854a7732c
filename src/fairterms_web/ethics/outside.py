"""What the joint room and the auditor learn of reports: numbers, rounded, and nothing else."""

from collections.abc import Iterator
from datetime import date

from fairterms.audit.ethics.case import Case, Step, Taken
from fairterms.audit.ethics.clock import usual
from fairterms.audit.ethics.escalation import escalation
from fairterms.audit.ethics.section import ethics_blocks
from fairterms.audit.ethics.statistics import HalfYear, half_year, published
from fairterms.audit.release.evidence import TableRelease
from fairterms.publish.blocks import Block
from fairterms.units.refusal import Refusal
from fairterms_web.ethics import slip as slips
from fairterms_web.ethics.models import Act, CaseEntry, Intake, Report
from fairterms_web.ethics.seals import REPORTS
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Room
from fairterms_web.rooms.roles import Kind
from fairterms_web.rooms.walls import as_system
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import of_room

MOST_HALF_YEARS = 4
TOLD = frozenset({Kind.JOINT, Kind.AUDITOR})


def numbers(by: Entered, on: date) -> tuple[Block, ...]:
    """Return the numbers of a deal's reports, as blocks; none where it has no address.

    Parameters
    ----------
    by
        The joint room or the auditor's.
    on
        Today.
    """
    assert by.room.kind in TOLD, "the sides learn numbers in the joint room alone"
    with as_system():
        rows = Intake.objects.of_every_room().filter(room__deal_id=by.room.deal_id)
        since = rows.values_list("opened_on", flat=True).first()
        room = Room.objects.filter(deal=by.room.deal_id, kind=Kind.INDEPENDENT).first()
        if since is None or room is None:
            return ()
        try:
            found = _cases(room)
        except Unopened:
            return ()
    return ethics_blocks(escalation(found, usual(), on), tuple(_releases(found, since, on)))


def _cases(room: Room) -> list[Case]:
    """Return the clocks of all reports, those nobody has taken in among them."""
    ring = of_room(room.id)
    steps: dict[str, tuple[Taken, ...]] = {}
    entries = CaseEntry.objects.of_every_room().filter(room=room, act=Act.STEP)
    for report, step, on in entries.order_by("number").values_list("report_id", "step", "on"):
        steps[report] = (*steps.get(report, ()), Taken(Step(step), on))
    found = []
    for row in Report.objects.of_every_room().filter(room=room).defer("body"):
        slip = slips.read(ring.open(REPORTS, "slip", row.id, bytes(row.slip)).decode())
        found.append(Case(slip.subject, row.received_on, steps.get(row.id, ())))
    return found


def _releases(cases: list[Case], since: date, on: date) -> Iterator[TableRelease]:
    for when in _over(since, on):
        try:
            yield published(cases, when, on)
        except Refusal:
            # What cannot be proved safe is not shown, and that it is not says nothing.
            continue


def _over(since: date, on: date) -> Iterator[HalfYear]:
    """Give the half-years that are over since the address was opened, the newest first."""
    when, first = half_year(on).before, half_year(since)
    for _ in range(MOST_HALF_YEARS):
        if when < first:
            return
        yield when
        when = when.before
