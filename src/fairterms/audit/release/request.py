"""A request for evidence: from which side, what exactly, what for, and how it is to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fairterms.audit.engagement.small_counts import small_counts
from fairterms.units.problem import Problem

LEAST_WORDS = 3
"""A purpose in fewer words tells nobody what it is for (our choice)."""
WHERE = "the request"


class Mode(StrEnum):
    """How evidence is given.

    Attributes
    ----------
    VIEW
        Read on a page, with a mark that says who reads it; there is no file to take away.
    COPY
        A file to keep until a day, and then to destroy.
    """

    VIEW = "view"
    COPY = "copy"


@dataclass(frozen=True)
class Request:
    """What was asked for.

    Attributes
    ----------
    id
        Its name in every room it is told of.
    of
        The side that is asked: the kind of its room.
    what, purpose, necessary
        What exactly; what for; and why no less will do.
    mode
        Whether it is to be read or kept.
    requester
        Who asks.
    asked_on
        The day.
    destroy_by
        The last day on which a copy may be kept; None where it is only read.
    is_confidential
        Whether it is data that leave the room only by a decision of the audit committee.
    exception_decision
        The identifier of that decision; empty where none is needed.
    """

    id: str
    of: str
    what: str
    purpose: str
    necessary: str
    mode: Mode
    requester: str
    asked_on: date
    destroy_by: date | None = None
    is_confidential: bool = False
    exception_decision: str = ""


def missing(request: Request) -> tuple[Problem, ...]:
    """Return everything that a request lacks; none where it can be answered.

    Examples
    --------
    >>> asked = Request("a1", "group", "visits by clinic and month", "to test the share of visits",
    ...                 "a total hides the clinics", Mode.COPY, "auditor.7", date(2028, 3, 1))
    >>> [problem.what for problem in missing(asked)]
    ['a copy has no last day']
    """
    found = [
        Problem(WHERE, 0, f"{name} is not said", code, why, fix)
        for text, name, code, why, fix in _words(request)
        if len(text.split()) < LEAST_WORDS
    ]
    return (*found, *_of_few(request), *_confidential(request), *_last_day(request))


def _words(request: Request) -> tuple[tuple[str, str, str, str, str], ...]:
    return (
        (
            request.what,
            "what is asked for",
            "request-what",
            "only what was named can be given",
            "name the table, the groups and the period",
        ),
        (
            request.purpose,
            "the purpose",
            "request-purpose",
            "who gives evidence must know what it is for",
            "say which question of the audit it answers",
        ),
        (
            request.necessary,
            "why no less will do",
            "request-necessary",
            "no more may be given than the purpose needs",
            "say why a total, a shorter period or fewer groups are not enough",
        ),
    )


def _of_few(request: Request) -> tuple[Problem, ...]:
    told = "; ".join((request.what, request.purpose, request.necessary))
    if not (found := small_counts(told)):
        return ()
    what = f"it tells a count of 1 to 10 people: “{found[0]}”"
    why, fix = "both sides read what is asked", "write “few” instead of the number"
    return (Problem(WHERE, 0, what, "request-count", why, fix),)


def _confidential(request: Request) -> tuple[Problem, ...]:
    if not request.is_confidential or request.exception_decision.strip():
        return ()
    why = "confidential data leave a room only where the audit committee decided so"
    fix = "ask the committee, and name its decision"
    what = "confidential data are asked for without a decision"
    return (Problem(WHERE, 0, what, "request-decision", why, fix),)


def _last_day(request: Request) -> tuple[Problem, ...]:
    last = request.destroy_by
    if request.mode is Mode.VIEW:
        if last is None:
            return ()
        why, fix = "what is only read is never kept", "leave the day out, or ask for a copy"
        return (Problem(WHERE, 0, "a last day is named for no copy", "request-day", why, fix),)
    if last is None:
        why, fix = "a copy without an end is kept for ever", "name the day it is destroyed by"
        return (Problem(WHERE, 0, "a copy has no last day", "request-day", why, fix),)
    if last <= request.asked_on:
        why, fix = "it would be over before it began", "name a day after today"
        return (Problem(WHERE, 0, "the last day is not to come", "request-day", why, fix),)
    return ()
