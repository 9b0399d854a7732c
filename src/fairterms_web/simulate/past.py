"""What was learned from the records of a room, kept so that it need not be read each time."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fairterms.decide.trial_run.past_text import past_from_text
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.units.refusal import Refusal
from fairterms_web.deals.access import Listed, state_of_hashes
from fairterms_web.jobs import access as work
from fairterms_web.jobs.models import State
from fairterms_web.jobs.worker import FILES
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import Kind

KIND = "prepared"
PART = "past.json"
RECORDS = "records/"
OUTCOMES = "outcomes.toml"
_ALSO_READ = frozenset({OUTCOMES, "terms.toml", "forecast.toml", "deal.toml"})


@dataclass(frozen=True)
class Kept:
    """What is known of a room's past.

    Attributes
    ----------
    past
        What the records say; None where they must be read first.
    text
        The same as text; empty where nothing was kept.
    """

    past: Past | None
    text: str = ""


def kept(by: Entered, files: Sequence[Listed]) -> Kept:
    """Return what was kept of the records, if they are as they were then.

    Outside the group's own room records are left out, as they are from the decision.

    Parameters
    ----------
    by
        The room as entered.
    files
        The files of the room as they are now.
    """
    now = {one.path: one.sha256 for one in files}
    has_records = OUTCOMES in now and any(path.startswith(RECORDS) for path in now)
    if by.room.kind != Kind.GROUP or not has_records:
        return Kept(NOTHING_PAST)
    done = work.jobs_of(by, KIND).filter(state=State.DONE).first()
    parts = work.parts_of(by, done, [FILES, PART]) if done else {}
    if PART not in parts or state_read(json.loads(parts[FILES])) != state_read(now):
        return Kept(None)
    text = parts[PART].decode()
    try:
        return Kept(past_from_text(text), text)
    except Refusal:
        # Kept by another version of the program: the records are read again.
        return Kept(None)


def state_read(hashes: Mapping[str, str]) -> str:
    """Return one hash for the files that are read to learn the past.

    Examples
    --------
    >>> state_read({"notes.txt": "1", "deal.toml": "2"}) == state_read({"deal.toml": "2"})
    True
    """
    return state_of_hashes(
        {path: one for path, one in hashes.items() if path in _ALSO_READ or is_record(path)}
    )


def is_record(path: str) -> bool:
    """Tell whether a file lies in the folder of records."""
    return path.startswith(RECORDS)
