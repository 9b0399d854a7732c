"""A new obligation or event as text, added at the end of the file; what stands there stays."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from fairterms.monitor.obligations import reader
from fairterms.monitor.obligations.book import FILE
from fairterms.monitor.obligations.event import Event
from fairterms.monitor.obligations.obligation import Confirmed
from fairterms.monitor.obligations.proposal import Proposal
from fairterms.units.refusal import Refusal

Value = str | date | int | Mapping[str, str | date | int]


def confirm(text: str, proposal: Proposal, confirmed: Confirmed, due: str = "") -> str:
    """Return the file's text with a proposal at its end, confirmed by a person.

    Parameters
    ----------
    text
        The file as it is; empty for a new one.
    proposal
        What the text was read to say.
    confirmed
        Who confirmed it, by role, and when.
    due
        The rule, where the person corrected it or the text gives none.

    Raises
    ------
    Refusal
        When nobody says when it is due, or the file could then no longer be read.
    """
    rule = due or (proposal.rule.words if proposal.rule else "")
    if not rule:
        why = f"the clause says “{proposal.due_words}”, and no day follows from that alone"
        fix = "give the rule, such as: 15 days after a settlement notice"
        raise Refusal(proposal.id, "has no due rule", why, fix)
    fields: dict[str, Value] = {
        "id": proposal.id,
        "owed_by": proposal.owed_by.value,
        "owed_to": proposal.owed_to.value,
        "what": proposal.what,
        "due": rule,
        "cite": {
            "document": proposal.quote.document,
            "section": proposal.section,
            "quote": " ".join(proposal.quote.text.split()),
            "page": proposal.quote.page,
        },
        "confirmed": {"by": confirmed.by, "on": confirmed.on},
    }
    return _checked(text, appended(text, "obligation", fields))


def record(text: str, event: Event) -> str:
    """Return the file's text with an event at its end.

    Parameters
    ----------
    text
        The file as it is.
    event
        What happened; its line is not used.

    Raises
    ------
    Refusal
        When the file could then no longer be read: an unknown obligation, an id used twice.
    """
    fields: dict[str, Value] = {
        "id": event.id,
        "obligation": event.obligation,
        "for": event.key,
        "what": event.kind.value,
        "on": event.on,
        "by": event.by,
        "reason": event.reason,
        "approved_by": event.approved_by,
        "corrects": event.corrects,
    }
    if event.evidence is not None:
        fields["evidence"] = {"file": event.evidence.file, "sha256": event.evidence.sha256}
    return _checked(text, appended(text, "event", fields))


def save(folder: Path, older: str, newer: str) -> None:
    """Add to the file what a text has more than the one before; nothing else is written.

    Parameters
    ----------
    folder
        The deal folder.
    older
        The file as it was read.
    newer
        The same with something at its end.

    Raises
    ------
    Refusal
        When the file is no longer what it was: somebody else has added to it meanwhile.
    """
    path = folder / FILE
    found = path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
    if found.replace("\r\n", "\n") != older.replace("\r\n", "\n"):
        why = "what somebody else has written there must not be lost"
        raise Refusal(FILE, "has changed since it was read", why, "read it again, and try again")
    assert newer.startswith(older), "a text is only added to"
    with path.open("a", encoding="utf-8", newline="\n") as opened:
        opened.write(newer[len(older) :])


def appended(text: str, sort: str, fields: Mapping[str, Value]) -> str:
    r"""Return a text with one more entry at its end; empty values are left out.

    Examples
    --------
    >>> fields = {"id": "a", "on": date(2027, 5, 4), "confirmed": {"by": "lead"}, "reason": ""}
    >>> print(appended("", "event", fields), end="")
    [[event]]
    id = "a"
    on = 2027-05-04
    confirmed = { by = "lead" }
    """
    lines = [f"{key} = {_written(value)}" for key, value in fields.items() if value]
    entry = "\n".join((f"[[{sort}]]", *lines, ""))
    if not text.strip():
        return text + entry
    # What stands there is kept to the letter, its last line end and its empty lines included.
    gap = "\n" if text.endswith("\n") else "\n\n"
    return f"{text}{gap}{entry}"


def _written(value: Value) -> str:
    """Write a value as TOML; its strings are escaped as those of JSON, and one character more."""
    if isinstance(value, Mapping):
        parts = (f"{key} = {_written(one)}" for key, one in value.items() if one)
        return f"{{ {', '.join(parts)} }}"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _checked(older: str, newer: str) -> str:
    """Return the new text, or say what of it cannot be read."""
    known = set(reader.read_text(older).problems)
    wrong = [one for one in reader.read_text(newer).problems if one not in known]
    if wrong:
        first = wrong[0]
        raise Refusal(FILE, first.what, first.why, first.fix)
    return newer
