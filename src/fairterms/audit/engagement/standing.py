"""How each finding stands on a day: who must act next, and who is late."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from fairterms.audit.engagement.book import AuditBook
from fairterms.audit.engagement.finding import Answer, Finding, FollowUp, Party, Response, Result
from fairterms.audit.engagement.programme import Programme


class State(StrEnum):
    """How a finding stands."""

    DRAFT = "draft"
    WAITING = "waiting for an answer"
    ANSWER_LATE = "answer overdue"
    DISPUTED = "a side disagrees"
    ACTING = "being put right"
    ACTION_LATE = "not verified in time"
    OPEN = "looked at again, still open"
    CLOSED = "closed"
    RISK_ACCEPTED = "risk accepted"


OVER = (State.CLOSED, State.RISK_ACCEPTED)
"""States in which nobody has to act."""
LATE = (State.ANSWER_LATE, State.ACTION_LATE)
"""States in which somebody is late."""


@dataclass(frozen=True)
class Standing:
    """A finding as of a day.

    Attributes
    ----------
    finding
        Which.
    state
        How it stands.
    issued_on
        The day both sides were told; None for a draft.
    next_by
        Until when somebody has to act; None where nobody has to, or no day is set.
    waits_for
        Sides that have not answered.
    responses
        Every answer, the oldest first.
    follow_ups
        Every follow-up, the oldest first.
    """

    finding: Finding
    state: State
    issued_on: date | None = None
    next_by: date | None = None
    waits_for: tuple[Party, ...] = ()
    responses: tuple[Response, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether nobody has to act any more."""
        return self.state in OVER

    @property
    def is_late(self) -> bool:
        """Whether somebody is late."""
        return self.state in LATE


def stand(book: AuditBook, on: date) -> tuple[Standing, ...]:
    """Return how every finding stands on a day, in the order of the file.

    Parameters
    ----------
    book
        The whole book; what was written after the day is left out.
    on
        The day.
    """
    known = book.up_to(on)
    return tuple(_standing(one, known, on) for one in known.findings)


def _standing(finding: Finding, known: AuditBook, on: date) -> Standing:
    issue = known.issue_of(finding.id)
    if issue is None:
        return Standing(finding, State.DRAFT)
    answers, looks = known.responses_to(finding.id), known.follow_ups_of(finding.id)
    waits = tuple(one for one in finding.about if one not in {one.party for one in answers})
    before = Standing(finding, State.DRAFT, issue.on, None, waits, answers, looks)
    state, by = _state(before, known.programme, on)
    return replace(before, state=state, next_by=by)


def _state(found: Standing, programme: Programme | None, on: date) -> tuple[State, date | None]:
    """Return how an issued finding stands, and until when somebody has to act."""
    looks = found.follow_ups
    if looks and looks[-1].result is not Result.OPEN:
        is_closed = looks[-1].result is Result.CLOSED
        return (State.CLOSED if is_closed else State.RISK_ACCEPTED), None
    if found.waits_for:
        by = _after(found.issued_on, programme.answer_days if programme else None)
        return (State.ANSWER_LATE if by and by < on else State.WAITING), by
    due = _due(latest(found.responses))
    if due is None:
        return (State.OPEN if looks else State.DISPUTED), None
    by = _after(due, programme.follow_up_days if programme else None)
    if by and by < on:
        return State.ACTION_LATE, by
    return (State.OPEN if looks else State.ACTING), by


def _after(day: date | None, number: int | None) -> date | None:
    """Return the day so many calendar days later; None where either is not known."""
    if day is None or number is None:
        return None
    return day + timedelta(days=min(number, (date.max - day).days))


def latest(answers: Iterable[Response]) -> tuple[Response, ...]:
    """Return the last answer of each side."""
    return tuple({one.party: one for one in answers}.values())


def _due(answers: Iterable[Response]) -> date | None:
    """Return the last day on which something was promised to be done; None where nothing was."""
    days = [one.due for one in answers if one.due and one.answer is not Answer.DISAGREE]
    return max(days, default=None)
