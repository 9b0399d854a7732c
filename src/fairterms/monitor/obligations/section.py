"""The blocks on obligations: what is due next, what is overdue, what waits, what is proposed."""

from collections.abc import Sequence

from fairterms.monitor.calendar.rule_reader import day_in_words
from fairterms.monitor.obligations.alerts import alerts, may
from fairterms.monitor.obligations.obligation import Obligation, Party
from fairterms.monitor.obligations.occurrence import Occurrence, State
from fairterms.monitor.obligations.proposal import Proposal
from fairterms.monitor.obligations.schedule import Schedule
from fairterms.monitor.obligations.unconfirmed import unconfirmed
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.inline import Badge, Severity, Words
from fairterms.publish.number_blocks import Column, Row, Table

ANCHOR = "obligations"
AHEAD = 90
"""Days that the page looks ahead."""
_OWED_BY = {Party.GROUP: "Group", Party.PLAN: "Plan", Party.BOTH: "Both"}
_SHAPES: dict[State, Severity] = {
    State.DONE: "passed",
    State.CURED: "low",
    State.DONE_LATE: "medium",
    State.WAIVED: "low",
    State.UPCOMING: "low",
    State.IN_GRACE: "medium",
    State.LATE: "high",
    State.IN_DEFAULT: "critical",
    State.NOT_KNOWN: "low",
}
_NO_BOOK = (
    "This deal has no confirmed obligations yet. Read the proposals below, compare each with its "
    "clause, and confirm those that are right: they are then added to obligations.toml."
)


def obligation_blocks(schedule: Schedule, proposals: Sequence[Proposal] = ()) -> tuple[Block, ...]:
    """Show the obligations of both sides as of a day.

    Parameters
    ----------
    schedule
        The due days as of that day.
    proposals
        What the contract's text proposes; those that stand in the file already are left out.
    """
    return (
        Heading(2, "Who owes what by when", ANCHOR),
        *_summary(schedule),
        *_alerts(schedule),
        *_overdue(schedule),
        *_ahead(schedule),
        *_waiting(schedule),
        *_kept(schedule),
        *_proposed(schedule, proposals),
    )


def _summary(schedule: Schedule) -> list[Block]:
    if not schedule.occurrences:
        return [Callout("note", "No obligation is confirmed yet.", (Prose(_NO_BOOK),))]
    late = schedule.overdue
    sides = ", ".join(
        f"{sum(one.obligation.owed_by is party for one in late)} by {words}"
        for party, words in (
            (Party.PLAN, "the plan"),
            (Party.GROUP, "the group"),
            (Party.BOTH, "both"),
        )
    )
    ahead = len(schedule.ahead(AHEAD))
    title = (
        f"On {day_in_words(schedule.on)} {len(late)} due day{'s' if len(late) != 1 else ''} "
        f"{'are' if len(late) != 1 else 'is'} past and open ({sides}); {ahead} fall due in the "
        f"next {AHEAD} days."
    )
    return [Callout("warning" if late else "note", title), *_problems(schedule)]


def _problems(schedule: Schedule) -> list[Block]:
    if not schedule.problems:
        return []
    count = len(schedule.problems)
    title = f"{count} place{'s' if count > 1 else ''} of obligations.toml cannot be used yet"
    items = tuple(f"Line {one.line}: {one.what}. {one.fix}." for one in schedule.problems)
    return [Callout("warning", title, (Bullets(items),))]


def _alerts(schedule: Schedule) -> list[Block]:
    found = alerts(schedule)
    title = Heading(3, "To be said today", f"{ANCHOR}-today")
    if not found:
        return [
            title,
            Prose("Nothing falls due in exactly 90, 30, 14, 7 or 1 days, and nothing is past."),
        ]
    items = tuple(f"{one.words} {one.may}".strip() for one in found)
    return [title, Bullets(items)]


def _overdue(schedule: Schedule) -> list[Block]:
    title = Heading(3, "Past the due day, by side", f"{ANCHOR}-overdue")
    if not schedule.overdue:
        words = (
            "Nothing is past its due day. When something is done, record it: an event with "
            "what = “done”."
        )
        return [title, Prose(words)]
    order = list(Party)
    late = sorted(schedule.overdue, key=lambda one: order.index(one.obligation.owed_by))
    titles = (
        "Owed by",
        "What",
        "Was due",
        "Days past",
        "Stands",
        "What the contract lets the other side do",
    )
    rows = tuple(
        Row(
            (
                _OWED_BY[one.obligation.owed_by],
                one.name,
                str(one.due),
                str(-(one.days_left or 0)),
                _stands(one),
                may(one.obligation),
            )
        )
        for one in late
    )
    return [title, _table("What is past its due day", titles, rows, "overdue-table", numbers=(3,))]


def _ahead(schedule: Schedule) -> list[Block]:
    title = Heading(3, f"The next {AHEAD} days", f"{ANCHOR}-ahead")
    found = schedule.ahead(AHEAD)
    if not found:
        words = (
            f"Nothing falls due in the next {AHEAD} days. If that surprises you, look whether "
            "every obligation is confirmed."
        )
        return [title, Prose(words)]
    titles = ("Due", "Days left", "Owed by", "What", "Rule", "Section")
    rows = tuple(
        Row(
            (
                str(one.due),
                str(one.days_left),
                _OWED_BY[one.obligation.owed_by],
                one.name,
                schedule.rule_words(one.obligation),
                _section(one.obligation),
            )
        )
        for one in found
    )
    return [title, _table("What falls due next", titles, rows, "ahead-table", numbers=(1,))]


def _waiting(schedule: Schedule) -> list[Block]:
    title = Heading(3, "What waits for something to happen", f"{ANCHOR}-waiting")
    if not schedule.waiting:
        return [title, Prose("No obligation waits for something to happen first.")]
    titles = ("Owed by", "What", "Falls due", "Section")
    rows = tuple(
        Row(
            (
                _OWED_BY[one.obligation.owed_by],
                one.obligation.what,
                schedule.rule_words(one.obligation),
                _section(one.obligation),
            )
        )
        for one in schedule.waiting
    )
    note = Prose(
        "When it happens, record it: an event with what = “started” and its day. Then the due day "
        "is known."
    )
    return [title, _table("What has no due day yet", titles, rows, "waiting-table"), note]


def _kept(schedule: Schedule) -> list[Block]:
    """Show how each side has kept its due days so far, both measured alike."""
    title = Heading(3, "How each side has kept its due days", f"{ANCHOR}-kept")
    states = (State.DONE, State.CURED, State.DONE_LATE, State.WAIVED)
    past = [one for one in schedule.occurrences if one.state in states]
    if not past:
        return [
            title,
            Prose(
                "Nothing has been recorded as done yet. Record what is done, with the file that "
                "shows it."
            ),
        ]
    titles = ("Owed by", *(state.value.capitalize() for state in states), "Past and open")
    rows = tuple(
        Row(
            (
                _OWED_BY[party],
                *(str(_count(past, party, (state,))) for state in states),
                str(_count(schedule.overdue, party, tuple(State))),
            )
        )
        for party in Party
    )
    return [title, _table("Due days so far", titles, rows, "kept-table", numbers=(1, 2, 3, 4, 5))]


def _count(found: Sequence[Occurrence], party: Party, states: tuple[State, ...]) -> int:
    return sum(one.obligation.owed_by is party and one.state in states for one in found)


def _proposed(schedule: Schedule, proposals: Sequence[Proposal]) -> list[Block]:
    title = Heading(3, "Proposed, not confirmed", f"{ANCHOR}-proposed")
    rows = [
        Row((_OWED_BY[one.owed_by], one.what, one.rule.words, _section(one)))
        for one in schedule.proposed
    ]
    rows += [
        Row(
            (
                _OWED_BY[one.owed_by] + (" (check)" if one.is_told else ""),
                one.what,
                one.rule.words if one.rule else f"“{one.due_words}”: say from what it counts",
                f"{one.section}, page {one.quote.page}",
            )
        )
        for one in unconfirmed(schedule, proposals)
    ]
    if not rows:
        return [title, Prose("Nothing waits to be confirmed.")]
    titles = ("Owed by", "What the clause says", "Due, as read", "Section")
    note = Prose(
        "A program read these from the text, and may have misread. Nobody is held to them until a "
        "person has compared each with its clause and confirmed it."
    )
    return [title, note, _table("Proposed obligations", titles, tuple(rows), "proposed-table")]


def _stands(one: Occurrence) -> Words:
    words = f"{one.state.value}, disputed" if one.is_disputed else one.state.value
    return (Badge(_SHAPES[one.state], words),)


def _section(one: Obligation) -> str:
    return one.cite.section if one.cite and one.cite.section else "not said"


def _table(
    caption: str,
    titles: Sequence[str],
    rows: tuple[Row, ...],
    anchor: str,
    numbers: tuple[int, ...] = (),
) -> Table:
    columns = tuple(
        Column(title, "right" if at in numbers else "left") for at, title in enumerate(titles)
    )
    return Table(caption, columns, rows, anchor=f"{ANCHOR}-{anchor}")
