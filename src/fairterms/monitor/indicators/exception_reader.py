"""Read [[exception]] and [[loss]] of ``indicators.toml``.

::

    [[exception]]
    id = "april_feed"
    indicator = "feed_days_late"      # or rule = "every list is answered within ten days"
    subject = "adults in the evening programme"
    people = "64 patients"            # a subject is a group of at least 11 people, or none
    opened = 2027-05-12
    due = 2027-05-26
    owner = "data lead"
    cause = "counterparty"
    resolution = "the plan moved its file to the first of the month"

    [[loss]]
    day = 2026-08-31
    what = "fees taken back for members removed from the list"
    clause = "care_coordination"
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fairterms.monitor.indicators.block import Block, blocks
from fairterms.monitor.indicators.guarded import Guarded
from fairterms.monitor.indicators.indicator import Guard
from fairterms.monitor.indicators.indicator_reader import guard_of
from fairterms.risks.control.exception import CauseClass, ExceptionItem, Waiver
from fairterms.units.finding import Severity
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem
from fairterms.units.quantity import Kind

FEWEST_IN_A_SUBJECT = 11
"""A smaller group would make its people known to who reads the page."""


@dataclass(frozen=True)
class Loss:
    """A loss that came, for counting how often it was foreseen.

    Attributes
    ----------
    day
        The day it was seen.
    what
        What was lost, in words.
    guard
        The objective or clause it touched: indicators of the same guard should have warned.
    """

    day: date
    what: str
    guard: Guard


def read_losses(document: Mapping[str, Any], notes: Notes, guarded: Guarded) -> tuple[Loss, ...]:
    """Read the losses; mistakes go to ``notes``."""
    found = []
    for block in blocks(document, "loss", notes):
        day, what = block.day("day"), block.words("what", "the interim payment was repaid")
        guard = guard_of(block, guarded)
        block.close("a loss")
        if day is not None and what and guard is not None:
            found.append(Loss(day, what, guard))
    return tuple(found)


def read_exceptions(
    document: Mapping[str, Any], notes: Notes, indicators: Collection[str]
) -> tuple[ExceptionItem, ...]:
    """Read the exceptions; mistakes go to ``notes``.

    Parameters
    ----------
    document
        The file.
    notes
        Where problems go.
    indicators
        The ids that an exception may name.
    """
    taken: set[str] = set()
    found = [_exception(one, taken, indicators) for one in blocks(document, "exception", notes)]
    return tuple(one for one in found if one is not None)


def _exception(block: Block, taken: set[str], indicators: Collection[str]) -> ExceptionItem | None:
    name, rule = block.id("exception", taken), block.optional_words("rule")
    indicator = block.refer("indicator", indicators, "indicator", must=False)
    subject = _subject(block)
    severity = block.choice("severity", Severity, Severity.MEDIUM)
    opened, due, owner = block.day("opened"), block.day("due"), block.words("owner", "data lead")
    cause = block.choice("cause", CauseClass) if block.has("cause") else None
    resolution, waiver = block.optional_words("resolution"), _waiver(block)
    block.close("an exception")
    if block.has("indicator") and not indicator:
        return None
    if not name or not owner or severity is None or opened is None or due is None:
        return None
    return block.build(
        lambda: ExceptionItem(
            name,
            rule,
            indicator,
            subject,
            severity,
            opened,
            due,
            owner,
            cause,
            resolution,
            waiver,
        )
    )


def _subject(block: Block) -> str:
    """Read the group of people it is about; empty where it names none, or one that is too small."""
    subject = block.optional_words("subject")
    if not subject:
        block.asked.add("people")
        return ""
    people = block.quantity("people", "64 patients")
    if people is None:
        return ""
    if people.unit.kind is Kind.COUNT and people.amount >= FEWEST_IN_A_SUBJECT:
        return f"{subject} ({people})"
    # The line itself would show the small number, so the message leaves it out.
    line = block.notes.line((*block.path, "people"))
    block.notes.found.append(
        Problem(
            block.notes.file,
            line,
            f"the subject is not a group of at least {FEWEST_IN_A_SUBJECT} people",
            "few-people",
            "fewer people could be known by name to who reads the page",
            "leave subject and people out, and say in the group's own records who is meant",
        )
    )
    return ""


def _waiver(block: Block) -> Waiver | None:
    example = '{ reason = "...", approver = "practice owner", expires = 2027-09-30 }'
    table = block.table("waiver", example)
    if table is None:
        return None
    reason = table.words("reason", "the plan mends its file by September")
    approver, expires = table.words("approver", "practice owner"), table.day("expires")
    table.close("a waiver")
    if expires is None or not (reason and approver):
        return None
    return Waiver(reason, approver, expires)
