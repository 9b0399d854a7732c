"""Reports, for those of the independent party who may know of them, and for nobody else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.http import Http404

from fairterms.audit.ethics.case import Case, Step, Taken
from fairterms.audit.ethics.protection import Watch
from fairterms.audit.ethics.routing import FEWEST, Route, route
from fairterms_web.ethics import slip as slips
from fairterms_web.ethics.models import Act, CaseEntry, Letterbox, Report
from fairterms_web.ethics.recipients import NamedRecipient, recipients
from fairterms_web.ethics.seals import ENTRIES, REPORTS
from fairterms_web.ethics.slip import Slip
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import REMARK, Kind
from fairterms_web.vault.keyring import Keyring, keyring


@dataclass(frozen=True)
class Entry:
    """One thing that was done about a report, as its readers see it."""

    act: str
    step: str
    on: date
    by: str
    text: str


@dataclass(frozen=True)
class Seen:
    """A report as one of its readers sees it.

    Attributes
    ----------
    row
        The row, of which only the body is closed.
    slip, case, route
        What stands outside on it, its steps, and which way it goes.
    entries
        What was done, in order; what the reporter wrote is empty until the report is opened.
    """

    row: Report
    slip: Slip
    case: Case
    route: Route
    entries: tuple[Entry, ...]

    @property
    def openers(self) -> frozenset[str]:
        """The accounts that agreed to open it."""
        return frozenset(account_of(one.by) for one in self.entries if one.act == Act.OPENING)

    @property
    def is_opened(self) -> bool:
        """Whether two different people agreed."""
        return len(self.openers) >= FEWEST

    @property
    def watch(self) -> Watch:
        """How the reporter is looked after."""
        looked = tuple(one.on for one in self.entries if one.act == Act.LOOK)
        return Watch(self.row.received_on, self.slip.has_consent, looked)


def account_of(slug: str) -> str:
    """Return the account of a slug such as ``owner.0f…``.

    Examples
    --------
    >>> account_of("owner.0f3a"), account_of("")
    ('0f3a', '')
    """
    return slug.rpartition(".")[2]


def box_of(by: Entered) -> Letterbox | None:
    """Return the letterbox of the room; None where it has none."""
    if by.room.kind != Kind.INDEPENDENT:
        return None
    return Letterbox.objects.within(by).first()


def people_of(by: Entered, at: datetime | None = None) -> tuple[NamedRecipient, ...]:
    """Return who is in the room of the independent party."""
    return recipients(by.room, at or by.actor.at)


def cases(by: Entered, today: date) -> tuple[Seen, ...]:
    """Return the reports that somebody may know of, the oldest first.

    Parameters
    ----------
    by
        The room of the independent party, as entered.
    today
        What the reporter wrote today is left for tomorrow: who reloads a page every minute would
        else see when it was sent.
    """
    if not by.may(REMARK) or by.room.kind != Kind.INDEPENDENT:
        return ()
    rows = Report.objects.within(by).exclude(batch=None).order_by("received_on", "id")
    return _seen(by, list(rows), today)


def case_of(by: Entered, report_id: str, today: date) -> Seen:
    """Return one report.

    Raises
    ------
    Http404
        When there is none, it was not taken in yet, or whoever asks is left out of it: nobody can
        tell which.
    """
    if not by.may(REMARK) or by.room.kind != Kind.INDEPENDENT:
        raise Http404
    rows = Report.objects.within(by).filter(pk=report_id).exclude(batch=None)
    found = _seen(by, list(rows), today)
    if not found:
        raise Http404
    return found[0]


def body_of(by: Entered, seen: Seen) -> str:
    """Return what a report says.

    Raises
    ------
    AssertionError
        When it was not opened: no page asks for it then.
    """
    assert seen.is_opened, "two people open a report"
    return keyring(by).open(REPORTS, "body", seen.row.id, bytes(seen.row.body)).decode()


def _seen(by: Entered, rows: Sequence[Report], today: date) -> tuple[Seen, ...]:
    if not rows:
        return ()
    ring, people = keyring(by), tuple(one.recipient for one in people_of(by))
    entries = _entries(by, rows, ring, today)
    found = []
    for row in rows:
        slip = slips.read(ring.open(REPORTS, "slip", row.id, bytes(row.slip)).decode())
        way = route(people, slip.left_out, slip.about)
        if by.actor.person in way.readers:
            said = entries.get(row.id, ())
            seen = Seen(row, slip, _case(row, slip, said), way, said)
            found.append(seen if seen.is_opened else _closed(seen))
    return tuple(found)


def _closed(seen: Seen) -> Seen:
    """Close what the reporter added, as the report is closed: one reader alone reads neither."""
    entries = (replace(one, text="") if one.act == Act.MESSAGE else one for one in seen.entries)
    return replace(seen, entries=tuple(entries))


def _entries(
    by: Entered, rows: Sequence[Report], ring: Keyring, today: date
) -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    kept = CaseEntry.objects.within(by).filter(report__in=rows).exclude(act=Act.MESSAGE, on=today)
    for row in kept.order_by("number"):
        text = ring.open(ENTRIES, "text", row.id, bytes(row.text)).decode()
        entry = Entry(row.act, row.step, row.on, row.by, text)
        found[row.report_id] = (*found.get(row.report_id, ()), entry)
    return found


def _case(row: Report, slip: Slip, entries: Sequence[Entry]) -> Case:
    taken = tuple(Taken(Step(one.step), one.on) for one in entries if one.act == Act.STEP)
    return Case(slip.subject, row.received_on, taken)
