"""Reading the records once, so that numbers can be moved and answered at once."""

from collections.abc import Iterator
from pathlib import Path

from fairterms.decide.trial_run.past_text import past_as_text
from fairterms.decide.trial_run.prepared import prepare
from fairterms.units.refusal import Refusal
from fairterms_web.jobs.kind import Arguments, CannotBeDone, Kind, Tell
from fairterms_web.jobs.kinds.decision import laid_aside
from fairterms_web.jobs.wording import on_a_page
from fairterms_web.rooms.roles import Kind as RoomKind

PART = "past.json"


def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
    """Read the records and yield what they say of the past, without any name."""
    # What each patient cost stays in the group's own room.
    with laid_aside(folder, is_needed=arguments.get("room") != RoomKind.GROUP):
        try:
            prepared = prepare(folder, tell=tell)
        except Refusal as refusal:
            raise CannotBeDone(on_a_page(refusal.sentences, folder)) from None
    tell("Keeping what was learned")
    yield PART, past_as_text(prepared.past).encode()


KIND = Kind("prepared", "Getting the sliders ready", run, stages=12)
