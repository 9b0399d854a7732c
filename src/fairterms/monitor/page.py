"""The page of the years after signing."""

from collections.abc import Iterator

from fairterms.monitor.amendments.section import amendment_blocks
from fairterms.monitor.indicators.section import indicator_blocks
from fairterms.monitor.meetings.section import agenda_blocks, meeting_blocks
from fairterms.monitor.monitoring import Monitored
from fairterms.monitor.obligations.section import obligation_blocks
from fairterms.monitor.year_end.section import feed_blocks, no_year_blocks, year_end_blocks
from fairterms.publish.blocks import Block, Callout, Heading, Prose
from fairterms.publish.page import Report


def page(found: Monitored, *, own_room: bool) -> Report:
    """Write the page.

    Parameters
    ----------
    found
        The deal as of a day.
    own_room
        Whether the page stays in the group's own room; anywhere else what rests on 1 to 10 people
        is not shown.
    """
    return Report(
        title=f"{found.deal.name}: after signing",
        subtitle=f"as of {found.on}",
        blocks=tuple(_blocks(found, own_room=own_room)),
        footer=("Made with Fairterms. It is not legal advice.",),
        made_on=found.on.isoformat(),
    )


def _blocks(found: Monitored, *, own_room: bool) -> Iterator[Block]:
    yield from obligation_blocks(found.schedule, found.proposals)
    yield from indicator_blocks(found.watchlist, found.on, own_room=own_room)
    yield from _year_end(found, own_room=own_room)
    yield from amendment_blocks(found.changes)
    yield from meeting_blocks(found.meetings, found.due)
    yield from agenda_blocks(found.agenda)


def _year_end(found: Monitored, *, own_room: bool) -> Iterator[Block]:
    if found.course is not None:
        yield from year_end_blocks(found.course, own_room=own_room)
    elif found.year is None:
        yield from no_year_blocks()
    else:
        yield Heading(2, "How the year will end")
        if found.why_no_course:
            words = found.why_no_course.rstrip(".")
            why = Prose(f"{words[:1].upper()}{words[1:]}.")
            yield Callout("note", "There is no forecast yet", (why,))
        yield Heading(3, "How the plan's data came")
        yield from feed_blocks(found.year, found.on)
