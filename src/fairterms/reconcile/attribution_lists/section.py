"""The section on a changed list of members: who came and went, what it moves, what can be done.

Outside the group nothing is shown from which a number about 1 to 10 people could be worked out: one
such number hides every sum it is a part of.
"""

from fairterms.outcomes.small_cells.audience import NOT_SHOWN, SMALL, Audience, is_small
from fairterms.population.list_difference import MonthDifference
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table
from fairterms.reconcile.attribution_lists.list_worth import ListChange, ListWorth
from fairterms.reconcile.attribution_lists.received_list import Received
from fairterms.reconcile.restatement.effect import Effect
from fairterms.reconcile.wording import signed
from fairterms.units.dollars import dollars

_NAMES = {
    "added_late": "Added to months that had begun",
    "dropped_late": "Dropped from months that had begun",
    "added": "Added to months still to come",
    "dropped": "Dropped from months still to come",
}
_SMALL = (
    "A part of what changed is about 1 to 10 people. Those numbers, the sums they are in and the "
    "single months are shown only in the group’s own room."
)
_COST = (
    "Only member months are counted here. What these members cost changes with their bills, and "
    "shows when the plan restates its claims."
)


def attribution_blocks(
    worth: ListWorth, received: Received | None, audience: Audience
) -> tuple[Block, ...]:
    """Show what a newer list of members changed, in members and dollars.

    Parameters
    ----------
    worth
        The two lists, compared.
    received
        The newer list as it was received; None when it came in another form.
    audience
        Who reads it. What there is to notice in the list names places on it, and is shown to the
        group alone.
    """
    heading = Heading(2, "What the newer list of members changed", "attribution-lists")
    blocks: list[Block] = [heading]
    if not worth.is_changed:
        words = "Nobody was added, dropped or moved. Nothing needs to be done; keep the newer list."
        return (*blocks, Prose(words), *_notices(received, audience))
    is_hidden = audience is Audience.OUTSIDE and _has_small(worth)
    blocks += [Prose(_SMALL)] if is_hidden else [_sums(worth)]
    blocks.append(_table(worth, audience, is_hidden))
    blocks.append(Prose(worth.why_not or _COST))
    if not is_hidden:
        blocks += [*_clauses(worth.together), _months(worth)]
    if received is not None:
        blocks.append(Callout("note", "What can be done about it", (Prose(received.next_step),)))
    return (*blocks, *_notices(received, audience))


def _has_small(worth: ListWorth) -> bool:
    """Tell whether any number that would be shown is about 1 to 10 people."""
    people = [change.people for change in worth.changes] + [worth.moved_people]
    people += [
        number
        for month in worth.months
        for number in (month.kept, month.moved, month.added, month.dropped)
    ]
    return any(is_small(number) for number in people)


def _sums(worth: ListWorth) -> Figures:
    net = worth.net_months
    return Figures(
        (
            KeyNumber("Member months gained or lost", f"{'+' if net > 0 else ''}{net:,}"),
            KeyNumber(
                "All changes together move", _dollars(worth.together), "in the amount payable"
            ),
            KeyNumber("One member month moves", _dollars(worth.one_month), "added in retrospect"),
        )
    )


def _table(worth: ListWorth, audience: Audience, is_hidden: bool) -> Table:
    columns = (
        Column("Change"),
        Column("People", "right"),
        Column("Member months", "right"),
        Column("Moves alone", "right"),
    )
    rows = [_row(change, audience, is_hidden) for change in worth.changes]
    moved = _seen(worth.moved_people, worth.moved_months, audience)
    rows.append(Row(("Moved to another clinician", *moved, "")))
    if not is_hidden:
        net = f"{worth.net_months:,}"
        rows.append(Row(("All together", "", net, _dollars(worth.together)), "total"))
    note = "A month had begun when its first day was not after the day the newer list came."
    return Table("Changes of the list", columns, tuple(rows), note)


def _row(change: ListChange, audience: Audience, is_hidden: bool) -> Row:
    hides_dollars = audience is Audience.OUTSIDE and is_small(change.people)
    # A sum of dollars stated elsewhere would give the hidden part away.
    moves = NOT_SHOWN if is_hidden or hides_dollars else _dollars(change.alone)
    return Row((_NAMES[change.sort], *_seen(change.people, change.months, audience), moves))


def _seen(people: int, months: int, audience: Audience) -> tuple[str, str]:
    if audience is Audience.OUTSIDE and is_small(people):
        return SMALL, NOT_SHOWN
    return f"{people:,}", f"{months:,}"


def _clauses(together: Effect | None) -> list[Block]:
    if together is None or not together.moves:
        return []
    columns = (
        Column("Clause"),
        Column("Before", "right"),
        Column("Now", "right"),
        Column("Moved by", "right"),
    )
    rows = tuple(
        Row((move.title, dollars(move.before), dollars(move.after), signed(move.dollars)))
        for move in together.moves
    )
    note = "A benchmark or a step on the way is shown beside what is paid; they do not add up."
    return [Table("Clauses that come out otherwise", columns, rows, note)]


def _months(worth: ListWorth) -> Table:
    columns = (
        Column("Month"),
        Column("Kept", "right"),
        Column("Moved", "right"),
        Column("Added", "right"),
        Column("Dropped", "right"),
        Column("Had begun"),
    )
    rows = tuple(_month_row(month) for month in worth.months if month.is_changed)
    return Table("Months that changed", columns, rows)


def _month_row(month: MonthDifference) -> Row:
    numbers = (month.kept, month.moved, month.added, month.dropped)
    begun = "yes" if month.is_retroactive else "no"
    return Row((f"{month.month:%Y-%m}", *(f"{number:,}" for number in numbers), begun))


def _notices(received: Received | None, audience: Audience) -> list[Block]:
    if received is None or audience is Audience.OUTSIDE:
        return []
    heading = Heading(3, "What to notice in the list", "list-notices")
    if not received.notices:
        return [heading, Prose("Nothing was found in the list itself.")]
    items = tuple(
        f"{one.what}. {_sentence(one.why)} {_sentence(one.fix)}" for one in received.notices
    )
    return [heading, Bullets(items)]


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _dollars(found: Effect | None) -> str:
    return "not known" if found is None else signed(found.dollars)
