"""Questions to put to the plan: each once, in groups, ready to read out."""

from collections.abc import Iterator
from datetime import date

from fairterms.correspondence.entry import ASKS, Kind, Side
from fairterms.correspondence.log import Log
from fairterms.correspondence.state import Standing, State, standings
from fairterms.negotiate.brief.material import Material
from fairterms.negotiate.brief.phrasing import capital, ended, requested
from fairterms.publish.blocks import Block, Heading, Numbered, Prose
from fairterms.units.finding import Finding
from fairterms.units.problem import Problem

ANCHOR = "brief-questions"
Groups = dict[str, tuple[str, ...]]
"""Title of a group to its questions."""

_DOCUMENTS = "Documents we have not received"
_NUMBERS = "Numbers the contract does not give"
_WAITING = "What we asked and still wait for"
_PROMISED = "What we understood you would do"
_UNCLEAR = "What the text does not let us see"
_GOOD_FAITH = "How we would work together"
_HOW = (
    "Ask these before anything is bargained over: one at a time, as they stand. They may be handed "
    "over. Note each answer in the log, with its day and who gave it."
)


def question_blocks(material: Material, today: date) -> list[Block]:
    """Show the questions in groups; a sentence where there are none.

    Parameters
    ----------
    material
        What the brief is made of.
    today
        The day on which the log is looked at.
    """
    heading = Heading(2, "Questions to put to the plan", ANCHOR)
    groups = question_groups(material, today)
    if not groups:
        return [
            heading,
            Prose("Nothing is left to ask: every answer is in the text or the log."),
        ]
    return [heading, Prose(_HOW), *groups]


def question_groups(material: Material, today: date) -> list[Block]:
    """Show the questions alone, group by group; nothing where there are none.

    Parameters
    ----------
    material, today
        As for :func:`question_blocks`.
    """
    blocks: list[Block] = []
    for number, (title, questions) in enumerate(gather(material, today).items(), start=1):
        blocks += [Heading(3, title, f"{ANCHOR}-{number}"), Numbered(questions)]
    return blocks


def gather(material: Material, today: date) -> Groups:
    """Return every question once, by group; groups without a question are left out."""
    listed = {
        _DOCUMENTS: [
            f"Please send us {one}: the contract binds us to it." for one in _missing(material)
        ],
        _NUMBERS: [_number(one) for one in material.unstated],
        _WAITING: list(_waiting(material.log, today)),
        _PROMISED: list(_promised(material.log, today)),
        _UNCLEAR: [_unclear(one) for one in material.asks.questions],
        _GOOD_FAITH: list(_good_faith(material)),
    }
    return {title: tuple(dict.fromkeys(told)) for title, told in listed.items() if told}


def _missing(material: Material) -> tuple[str, ...]:
    return tuple(f"the {one}" if one[:1].isupper() else one for one in material.missing)


def _number(problem: Problem) -> str:
    """Turn the advice of a problem into words to the plan."""
    fix = problem.fix.removeprefix("ask the plan to ")
    if fix != problem.fix:
        return ended(f"Please {fix}")
    return requested(f"{capital(problem.fix)}")


def _waiting(log: Log | None, today: date) -> Iterator[str]:
    for one in _standing(log, today, Side.GROUP):
        if one.entry.kind in ASKS and one.state in (State.UNANSWERED, State.PENDING):
            due = f", for an answer by {one.entry.due}" if one.entry.due else ""
            did = "offered" if one.entry.kind is Kind.OFFER else "asked"
            yield (
                f"We {did} on {one.entry.on}{due}: {ended(one.entry.said)} "
                "When may we expect your answer?"
            )


def _promised(log: Log | None, today: date) -> Iterator[str]:
    for one in _standing(log, today, Side.PLAN):
        if one.entry.kind is Kind.PROMISE and one.state is State.BROKEN:
            yield (
                f"We noted on {one.entry.on}, from your {one.entry.by}, for {one.entry.due}: "
                f"{ended(one.entry.said)} On which day will it be done?"
            )


def _standing(log: Log | None, today: date, side: Side) -> Iterator[Standing]:
    if log is not None:
        yield from (one for one in standings(log, today) if one.entry.side is side)


def _unclear(finding: Finding) -> str:
    asks = " ".join(requested(one) for one in finding.asks) or ended(finding.title)
    return f"{asks} Does the agreement say so already, and where?"


def _good_faith(material: Material) -> Iterator[str]:
    """Yield the questions whose answer is not clear, without those that are asked already."""
    asked = {one.check for one in material.asks.questions}
    for line in material.good_faith:
        if not asked.intersection(line.question.checks):
            yield f"{line.question.text} {ended(line.answer.because)}"
