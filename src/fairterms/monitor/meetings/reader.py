"""Read ``meetings.toml``; everything wrong in it is reported together, each with its line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from fairterms.document.document import Document
from fairterms.monitor.amendments.declared_entry import DeclaredEntry, sections
from fairterms.monitor.amendments.quotation import unfound
from fairterms.monitor.meetings.entry_readers import (
    read_decision,
    read_done,
    read_initiative,
    read_meeting,
    read_minutes,
    read_report,
    read_result,
    read_rule,
)
from fairterms.monitor.meetings.meeting import (
    USUAL_RULE,
    Decision,
    Done,
    Initiative,
    Meeting,
    MeetingRule,
    Minutes,
    ReportDuty,
)
from fairterms.outcomes.small_cells.measured_result import MeasuredResult
from fairterms.units.form_file import open_form, parsed
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem

FILE = "meetings.toml"
SECTIONS = (
    *("meeting_rule", "report", "meeting", "minutes", "decision", "done", "initiative", "result"),
)


@dataclass(frozen=True)
class Meetings:
    """What the file says.

    Attributes
    ----------
    rule
        How often the two sides meet.
    meetings, minutes, decisions, done, initiatives, results, reports
        In the order of the file.
    problems
        What is to be mended.
    """

    rule: MeetingRule = USUAL_RULE
    meetings: tuple[Meeting, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    decisions: tuple[Decision, ...] = ()
    done: tuple[Done, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    results: tuple[MeasuredResult, ...] = ()
    reports: tuple[ReportDuty, ...] = ()
    problems: tuple[Problem, ...] = ()

    def up_to(self, day: date) -> "Meetings":
        """Return the file without what happened after a day."""
        held = tuple(one for one in self.meetings if one.on <= day)
        names = {one.id for one in held}
        return replace(
            self,
            meetings=held,
            minutes=tuple(one for one in self.minutes if one.on <= day),
            decisions=tuple(one for one in self.decisions if one.meeting in names),
            done=tuple(one for one in self.done if one.on <= day),
            initiatives=tuple(one for one in self.initiatives if one.start <= day),
            results=tuple(one for one in self.results if one.on <= day),
        )

    def open_decisions(self, day: date) -> tuple[Decision, ...]:
        """Return the decisions not carried out by a day, the earliest due first."""
        known = self.up_to(day)
        done = {one.decision for one in known.done}
        waiting = (one for one in known.decisions if one.id not in done)
        return tuple(sorted(waiting, key=lambda one: (one.due or date.max, one.line)))

    def results_of(self, initiative: Initiative) -> tuple[MeasuredResult, ...]:
        """Return the measured results of an initiative, the oldest first."""
        found = (one for one in self.results if one.initiative == initiative.id)
        return tuple(sorted(found, key=lambda one: one.on))

    def is_closed(self, initiative: Initiative) -> bool:
        """Say whether a measured result closed an initiative; nothing else does."""
        return any(one.closes for one in self.results_of(initiative))

    def minutes_of(self, meeting: Meeting) -> Minutes | None:
        """Return the minutes of a meeting; None where there are none yet."""
        return next((one for one in self.minutes if one.meeting == meeting.id), None)


def read(folder: Path) -> Meetings | None:
    """Read the meetings of a deal.

    Parameters
    ----------
    folder
        The deal folder, where the files of minutes are looked for.

    Returns
    -------
    Meetings or None
        None when the deal has no such file. Problems of the file are part of the result.
    """
    found = open_form(folder / FILE)
    if found is None:
        return None
    document, notes = found
    return _read(sections(document, SECTIONS, notes), notes, folder)


def read_text(text: str, folder: Path | None = None) -> Meetings:
    """Read meetings from their text; files of minutes are compared where a folder is given.

    Examples
    --------
    >>> read_text("[[meeting]").problems[0].code
    'not-toml'
    """
    found = parsed(text, FILE)
    if isinstance(found, Problem):
        return Meetings(problems=(found,))
    document, notes = found
    return _read(sections(document, SECTIONS, notes), notes, folder)


def _read(
    parts: dict[str, tuple[DeclaredEntry, ...]], notes: Notes, folder: Path | None
) -> Meetings:
    held: set[str] = set()
    decided: set[str] = set()
    tried: set[str] = set()
    reported: set[str] = set()
    rules = [read_rule(one) for one in parts["meeting_rule"]]
    if len(rules) > 1:
        parts["meeting_rule"][1].add(
            "every",
            "there are two rules for meetings",
            "duplicate-rule",
            "keep the one that the contract gives",
        )
    meetings = [read_meeting(one, held) for one in parts["meeting"]]
    decisions = [read_decision(one, decided, held) for one in parts["decision"]]
    initiatives = [read_initiative(one, tried) for one in parts["initiative"]]
    minutes = [read_minutes(one, held, folder) for one in parts["minutes"]]
    done = [read_done(one, decided) for one in parts["done"]]
    results = [read_result(one, tried) for one in parts["result"]]
    reports = [read_report(one, reported) for one in parts["report"]]
    return Meetings(
        rules[0] or USUAL_RULE if rules else USUAL_RULE,
        tuple(one for one in meetings if one is not None),
        tuple(one for one in minutes if one is not None),
        tuple(one for one in decisions if one is not None),
        tuple(one for one in done if one is not None),
        tuple(one for one in initiatives if one is not None),
        tuple(one for one in results if one is not None),
        tuple(one for one in reports if one is not None),
        notes.problems(),
    )


def quote_problems(book: Meetings, documents: Sequence[Document]) -> tuple[Problem, ...]:
    """Return a problem where the contract does not say the words of the meeting rule."""
    rule = book.rule
    if not rule.is_declared:
        return ()
    found = unfound(FILE, rule.line, (rule.document, rule.quote), documents)
    return (found,) if found else ()
