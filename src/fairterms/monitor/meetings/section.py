"""The parts of a page on joint meetings, and the agenda as a page of its own."""

from collections.abc import Sequence
from datetime import date

from fairterms.monitor.meetings.agenda import Agenda, OpenItem
from fairterms.monitor.meetings.due import Due, MeetingsDue
from fairterms.monitor.meetings.meeting import Decision, Initiative, Meeting, ReportDuty
from fairterms.monitor.meetings.reader import FILE, Meetings
from fairterms.outcomes.small_cells.measured_result import MeasuredResult
from fairterms.publish.blocks import Block, Callout, Heading, Numbered, Prose
from fairterms.publish.inline import Words
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.publish.page import Report

ANCHOR = "meetings"
_TITLE = "Joint meetings"
_NO_FILE = (
    f"No meeting is written down. Put each one into {FILE} as [[meeting]], with the day, who was "
    "present of each side and what was spoken of; its decisions as [[decision]], each with an "
    "owner and a day; and what you try to improve together as [[initiative]]."
)
_NO_DECISION = (
    f"No decision waits. Write each one into {FILE} as [[decision]] on the day of the meeting."
)
_NO_INITIATIVE = (
    "No improvement initiative is written down. One is an aim, a measure, a change and a result: "
    f"write it into {FILE} as [[initiative]]."
)
_NO_REPORT = (
    f"No report is written down. Put each one into {FILE} as [[report]], with who prepares it "
    "(reporter) and whom to ask about it (contact)."
)


def meeting_blocks(book: Meetings | None, due: MeetingsDue) -> tuple[Block, ...]:
    """Show when a meeting is due, what was decided, what is being improved, and who reports.

    Parameters
    ----------
    book
        The meetings; None where there is no file.
    due
        How the meetings stand; its day is the day the page holds for.
    """
    head = Heading(2, _TITLE, ANCHOR)
    if book is None:
        return (head, *_standing(due), Prose(_NO_FILE))
    known = book.up_to(due.on)
    return (
        head,
        *_standing(due),
        *_held(known),
        *_decisions(book.open_decisions(due.on), due.on),
        *_initiatives(known, due.on),
        *_reports(book.reports),
    )


def _standing(due: MeetingsDue) -> tuple[Block, ...]:
    every = f"One joint meeting is due in each {due.rule.every.value}"
    source = (
        f"{every} (Section {due.rule.section})."
        if due.rule.is_declared
        else f"{every}: two to four a year are usual, and no rule of the contract is written down."
    )
    when = f" The next is due by {due.next_by}." if due.next_by else ""
    if not due.overdue:
        return (Prose(source + when),)
    missed = ", ".join(_part(one) for one in due.overdue)
    number = len(due.overdue)
    title = f"{number} {'meetings were' if number > 1 else 'meeting was'} not held: {missed}."
    ask = "Propose two days for the next one, and send the agenda with them."
    return (Prose(source + when), Callout("warning", title, (Prose(ask),)))


def _part(one: Due) -> str:
    return f"{one.period.first} to {one.period.last}"


def _held(known: Meetings) -> list[Block]:
    if not known.meetings:
        return [Prose("No meeting had been held by this day.")]
    titles = ("Meeting", "On", "Of the group", "Of the plan", "Spoken of", "Minutes")
    rows = tuple(_meeting(one, known) for one in sorted(known.meetings, key=lambda one: one.on))
    caption = "The meetings"
    return [Table(caption, tuple(map(Column, titles)), rows, anchor=f"{ANCHOR}-table")]


def _meeting(one: Meeting, known: Meetings) -> Row:
    minutes = known.minutes_of(one)
    cells = (
        one.kind,
        str(one.on),
        ", ".join(one.group) or "nobody",
        ", ".join(one.plan) or "nobody",
        "; ".join(one.items) or "not said",
        f"{minutes.file.file}, {minutes.on}" if minutes else "not there yet",
    )
    return Row(cells, "" if minutes and one.is_joint else "highlight")


def _decisions(waiting: Sequence[Decision], on: date) -> list[Block]:
    head = Heading(3, "Decisions to be carried out", f"{ANCHOR}-decisions")
    if not waiting:
        return [head, Prose(_NO_DECISION)]
    titles = ("Decision", "Owner", "Due", "Agreed by")
    rows = tuple(_decision(one, on) for one in waiting)
    caption = "Decisions that are not carried out yet"
    return [
        head,
        Table(caption, tuple(map(Column, titles)), rows, anchor=f"{ANCHOR}-decisions-table"),
    ]


def _decision(one: Decision, on: date) -> Row:
    due = "no day set" if one.due is None else str(one.due)
    is_late = one.due is not None and one.due < on
    if one.due is not None and is_late:
        days = (on - one.due).days
        due += f", {days} day{'s' if days != 1 else ''} ago"
    cells = (one.what, one.owner, due, ", ".join(one.agreed_by))
    return Row(cells, "highlight" if is_late else "")


def _initiatives(known: Meetings, on: date) -> list[Block]:
    head = Heading(3, "Improvement initiatives", f"{ANCHOR}-initiatives")
    if not known.initiatives:
        return [head, Prose(_NO_INITIATIVE)]
    titles = ("Aim", "Measure", "Change", "From", "To", "Result", "Owner", "Stands")
    rows = tuple(_initiative(one, known, on) for one in known.initiatives)
    return [
        head,
        Table(
            "What both sides try to improve",
            tuple(map(Column, titles)),
            rows,
            footnote="An initiative is closed by a measured result, not by the work done.",
            anchor=f"{ANCHOR}-initiatives-table",
        ),
    ]


def _initiative(one: Initiative, known: Meetings, on: date) -> Row:
    results = known.results_of(one)
    stands = f"open, to be reviewed by {one.review}"
    is_late = False
    if known.is_closed(one):
        stands = "closed with a measured result"
    elif one.review < on:
        stands, is_late = f"open, its review of {one.review} is past", True
    cells: tuple[Words, ...] = (
        one.aim,
        one.measure,
        one.change,
        str(one.baseline) if one.baseline else "not measured",
        str(one.target) if one.target else "no number set",
        _result(results[-1]) if results else "not measured yet",
        one.owner,
        stands,
    )
    return Row(cells, "highlight" if is_late else "")


def _result(one: MeasuredResult) -> str:
    if one.is_hidden:
        return f"measured on too few people to show, {one.on}"
    people = "" if one.people is None else f", {one.people:,} people"
    return f"{one.value}, {one.on}{people} ({one.source})"


def _reports(reports: Sequence[ReportDuty]) -> list[Block]:
    head = Heading(3, "Who prepares each report, and whom to ask", f"{ANCHOR}-reports")
    if not reports:
        return [head, Prose(_NO_REPORT)]
    titles = ("Report", "Owed by", "How often", "Prepared by", "Whom to ask", "Section")
    rows = tuple(map(_report, reports))
    caption = "Reports with their people"
    return [
        head,
        Table(caption, tuple(map(Column, titles)), rows, anchor=f"{ANCHOR}-reports-table"),
    ]


def _report(one: ReportDuty) -> Row:
    nobody = "nobody is named"
    cells = (
        one.what,
        one.owed_by,
        one.every or "not said",
        one.reporter or nobody,
        one.contact or nobody,
        one.section or "not said",
    )
    return Row(cells, "" if one.reporter and one.contact else "highlight")


def agenda_blocks(found: Agenda) -> tuple[Block, ...]:
    """Show the agenda inside a longer page."""
    return (Heading(2, "For the next joint meeting", "agenda"), *_agenda(found))


def agenda_report(found: Agenda, deal: str) -> Report:
    """Make the agenda a page of its own, to be sent to the other side.

    Parameters
    ----------
    found
        The agenda.
    deal
        What the deal is called.
    """
    when = f"To be held by {found.by}." if found.by else "No day is due."
    intro = (
        f"Draft of {found.on}. {when} Please add what you want to speak of, and send it back "
        "before the meeting."
    )
    return Report(
        title="Agenda of the next joint meeting",
        subtitle=deal,
        blocks=(
            Prose(intro),
            *_agenda(found),
            Heading(2, "Decisions of this meeting", "new-decisions"),
            Prose("What was decided, who agreed, who does it, by when:"),
            Numbered(("[decision]", "[decision]")),
        ),
        footer=("Made from both sides' open items. It accuses nobody.",),
        made_on=found.on.isoformat(),
    )


def _agenda(found: Agenda) -> tuple[Block, ...]:
    if not found.items:
        nothing = "Nothing is open. Ask both sides what they want to speak of."
        return (Prose(nothing),)
    topics = list(dict.fromkeys(one.topic for one in found.items))
    rows = tuple(
        Row((f"{at}", one.topic.value.capitalize(), one.text, _since(one, found.on), _who(one)))
        for at, one in enumerate(found.items, start=1)
    )
    titles = ("No.", "About", "What", "Open since", "Who, and from where")
    number = f"{len(rows)} item{'s' if len(rows) > 1 else ''} on {len(topics)} topic"
    return (
        Prose(f"{number}{'s' if len(topics) > 1 else ''}, the longest open first in each."),
        Table("Agenda", tuple(map(Column, titles)), rows, anchor="agenda-table"),
    )


def _since(one: OpenItem, on: date) -> str:
    days = one.days_open(on)
    if one.since is None or days is None:
        return "always"
    return f"{one.since} ({days} day{'s' if days != 1 else ''})"


def _who(one: OpenItem) -> str:
    return f"{one.owner}; {one.source}" if one.owner else one.source
