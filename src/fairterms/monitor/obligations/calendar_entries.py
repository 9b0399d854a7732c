"""The obligations as entries of a calendar file: duties of both sides, and no personal data.

An entry says what is due, who owes it and under which section. Names, roles, quotes and what became
of it stay in the deal folder: a calendar is passed on more easily than a contract.
"""

import hashlib
from collections.abc import Iterator
from datetime import datetime

from fairterms.monitor.calendar import ics
from fairterms.monitor.calendar.ics import Entry
from fairterms.monitor.obligations.alerts import DAYS_BEFORE
from fairterms.monitor.obligations.obligation import Obligation, Party
from fairterms.monitor.obligations.occurrence import Occurrence, State
from fairterms.monitor.obligations.schedule import Schedule

FILE = "obligations.ics"
_OWED = {Party.GROUP: "Group owes", Party.PLAN: "Plan owes", Party.BOTH: "Both sides owe"}
_ENTRIES = "Obligations"
_MONTH = 30


def calendar_file(
    schedule: Schedule, deal: str, written: datetime, earlier: bytes | None = None
) -> bytes:
    """Write the due days as a calendar file.

    Parameters
    ----------
    schedule
        The due days; those that are waived, or wait for something, are left out.
    deal
        The deal's name; entries of two deals never share a name.
    written
        The moment it is made, in UTC.
    earlier
        The file as it was made last; None for the first one.

    Raises
    ------
    Refusal
        When ``earlier`` is no calendar file.
    """
    return ics.text_of(entries(schedule, deal), f"{_ENTRIES}: {deal}", written, earlier)


def entries(schedule: Schedule, deal: str) -> Iterator[Entry]:
    """Return one entry for each due day that is known and was not waived."""
    for one in schedule.occurrences:
        if one.due is not None and one.state is not State.WAIVED:
            yield Entry(
                uid=uid(deal, one),
                day=one.due,
                title=f"{_OWED[one.obligation.owed_by]}: {one.name}",
                words=_words(one.obligation, schedule.rule_words(one.obligation)),
                sort=_OWED[one.obligation.owed_by],
                reminders=_reminders(one) if one.due >= schedule.on else (),
            )


def uid(deal: str, one: Occurrence) -> str:
    """Return the name of a due day, which stays when its day moves.

    It is a hash, so that it says nothing by itself.
    """
    raw = f"{deal}\n{one.obligation.id}\n{one.key}"
    return f"{hashlib.sha256(raw.encode()).hexdigest()[:32]}@fairterms"


def _reminders(one: Occurrence) -> tuple[int, ...]:
    """Return when a calendar reminds; what comes round each month reminds in its own month."""
    return tuple(
        days for days in DAYS_BEFORE if days < _MONTH or not one.obligation.rule.is_monthly
    )


def _words(duty: Obligation, rule: str) -> str:
    section = f" Section {duty.cite.section}." if duty.cite and duty.cite.section else ""
    grace = f" Grace: {duty.grace}." if duty.grace else ""
    cure = f" Time to cure: {duty.cure}." if duty.cure else ""
    return f"Due {rule}.{section}{grace}{cure}"
