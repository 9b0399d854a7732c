"""A small book of obligations, with business days given by hand."""

from collections.abc import Callable
from datetime import date

import pytest

from fairterms.monitor.calendar.business_calendar import BusinessCalendar
from fairterms.monitor.obligations import reader, schedule
from fairterms.monitor.obligations.schedule import Schedule
from fairterms.units.period import Period

TERM = Period(date(2027, 1, 1), date(2029, 12, 31))
MEMORIAL_DAY = date(2027, 5, 31)
Stand = Callable[[str, date], Schedule]

BOOK = """\
calendar = "CO"

[[obligation]]
id = "claims_file"
owed_by = "plan"
what = "Send the claims file"
due = "20 days after the end of each month"
grace = "5 business days"
cure = "10 days after notice"
consequence = "The group may ask for a meeting"
cite = { document = "01-agreement.pdf", section = "D-1.2", quote = "files P-2 and P-3", page = 20 }
confirmed = { by = "contracting lead", on = 2026-12-04 }

[[obligation]]
id = "quality_files"
owed_by = "group"
what = "Deliver the quality files"
due = "30 days after the end of each quarter"
cure = "10 days"
confirmed = { by = "contracting lead", on = 2026-12-04 }

[[obligation]]
id = "final_report"
owed_by = "plan"
what = "Deliver the final report"
due = [2028-08-31, 2029-08-31, 2030-08-30]
confirmed = { by = "contracting lead", on = 2026-12-04 }

[[obligation]]
id = "payment"
owed_by = "both"
what = "Pay what the final report shows"
due = "45 days after final_report"
confirmed = { by = "contracting lead", on = 2026-12-04 }

[[obligation]]
id = "answer"
owed_by = "plan"
what = "Answer a notice"
due = "20 days after receipt of a settlement notice"
confirmed = { by = "contracting lead", on = 2026-12-04 }

[[obligation]]
id = "contacts"
owed_by = "both"
what = "Tell of a change of contact"
due = "10 days after a change of contact"
"""


def event(name: str, obligation: str, what: str, on: str, **more: str) -> str:
    """Write an event."""
    fields = {"id": name, "obligation": obligation, "what": what, "by": "analyst", **more}
    lines = [f'{"for" if key == "key" else key} = "{value}"' for key, value in fields.items()]
    return "\n".join(("\n[[event]]", *lines, f"on = {on}", ""))


def calendars(name: str, first: int, last: int) -> BusinessCalendar:
    """Give business days without the package of holidays."""
    return BusinessCalendar(name, {MEMORIAL_DAY: "Memorial Day"})


@pytest.fixture
def stand() -> Stand:
    """Read a text and work out how its obligations stand on a day."""

    def stands(text: str, on: date) -> Schedule:
        return schedule.of(reader.read_text(text), TERM, on, calendars)

    return stands
