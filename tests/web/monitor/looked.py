"""What a look at a signed deal makes, as the work of the page After signing writes it."""

import json

BOOK = b"""calendar = "CO"

[[obligation]]
id = "list_of_members"
owed_by = "plan"
what = "Deliver the list of members"
due = "10th of each month"
cite = { document = "01.txt", section = "2", quote = "by the tenth day of each month" }
confirmed = { by = "lead", on = 2026-12-01 }
"""
"""An obligations.toml that a person wrote."""


QUOTE = "Plan shall send the report within thirty (30) days."


def proposal(name: str, rule: str) -> dict[str, object]:
    """One proposal, as it is kept."""
    return {
        "id": name,
        "what": f"Send the report <{name}>",
        "owed_by": "plan",
        "owed_to": "group",
        "due": "within thirty (30) days",
        "rule": rule,
        "section": "4.2",
        "quote": {
            "document": "01-agreement.txt",
            "page": 1,
            "start": 0,
            "end": len(QUOTE),
            "text": QUOTE,
            "is_recognised": False,
        },
    }


WITH_RULE, WITHOUT_RULE = "plan_4_2", "plan_4_3"
STATE = {
    "on": "2027-07-31",
    "proposals": [
        proposal(WITH_RULE, "30 days after the end of each quarter"),
        proposal(WITHOUT_RULE, ""),
    ],
    "open": [
        {
            "obligation": "list_of_members",
            "key": "2027-08",
            "name": "Deliver the list of members (August 2027)",
            "due": "2027-08-10",
        },
        {"obligation": "list_of_members", "key": "", "name": "Pay what is due", "due": ""},
    ],
    "problems": [
        {
            "where": "meetings.toml, line 3",
            "what": "the owner is missing",
            "why": "",
            "fix": "name one",
        }
    ],
}
PARTS = {
    "monitor.html": b"<h2>Who owes what by when</h2><p>Nothing is late.</p>",
    "monitor.json": json.dumps(STATE).encode(),
    "obligations.ics": b"BEGIN:VCALENDAR",
    "agenda.docx": b"an agenda",
    "after-signing.pdf": b"%PDF made up",
}
