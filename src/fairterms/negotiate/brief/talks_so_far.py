"""What was said so far: what is open, what came late, what was not kept."""

from datetime import date

from fairterms.correspondence.entry import Side
from fairterms.correspondence.log import Log
from fairterms.correspondence.state import OPEN, OVERDUE, Standing, State, standings
from fairterms.publish.blocks import Block, Heading, Prose
from fairterms.publish.inline import Code
from fairterms.publish.number_blocks import Column, Row, Table

ANCHOR = "brief-talks"
_NO_LOG = (
    "Nobody keeps a log of the talks. Start one before you meet: fairterms log DEAL says how. What "
    "is not written down is soon remembered in two ways."
)


def talk_blocks(log: Log | None, today: date, command: str) -> list[Block]:
    """Show what is open, late or not kept, on either side.

    Parameters
    ----------
    log
        The log; None where none is kept.
    today
        The day on which it is looked at.
    command
        The deal as the reader would name it on the command line.
    """
    heading = Heading(2, "What was said so far", ANCHOR)
    if log is None or not log.entries:
        return [heading, Prose(_NO_LOG)]
    stood = standings(log, today)
    shown = sorted((one for one in stood if one.state in _SHOWN), key=_order)
    counts = {
        "open": sum(one.state in OPEN and one.state not in OVERDUE for one in shown),
        "past the last day": sum(one.state in OVERDUE for one in shown),
        "kept late": sum(one.state is State.LATE for one in shown),
    }
    told = ", ".join(f"{count} {words}" for words, count in counts.items())
    blocks: list[Block] = [
        heading,
        Prose(
            (
                f"As of {today}, of {len(stood)} entries: {told}. The whole chronology: ",
                _code(command),
            )
        ),
    ]
    return [*blocks, _table(shown)] if shown else blocks


_SHOWN = (*OPEN, State.LATE)


def _code(command: str) -> Code:
    # An offer changes the terms and not the talks: fairterms log takes none.
    return Code(f"fairterms log {command.partition(' --with ')[0]}")


def _order(one: Standing) -> tuple[bool, bool, int, date]:
    """Put what is past its day first, the longest first, then what came late, then what is open."""
    return (
        one.state not in OVERDUE,
        one.state is not State.LATE,
        -(one.days_past_due or 0),
        one.entry.on,
    )


def _table(shown: list[Standing]) -> Table:
    columns = (Column("Entry"), Column("Of the"), Column("What"), Column("How it stands"))
    rows = tuple(
        Row(
            (
                (Code(one.entry.id),),
                "group" if one.entry.side is Side.GROUP else "plan",
                f"{one.entry.kind.value} of {one.entry.on}: {one.entry.said}",
                one.words,
            )
        )
        for one in shown
    )
    note = "Worked out from the entries that follow each; it says nothing of anybody's reasons."
    return Table("Open, late, or not kept", columns, rows, note, anchor=f"{ANCHOR}-table")
