"""The practice as pages: the points as they stand, the log, the scorecards and the debrief."""

from collections.abc import Iterator, Sequence

from fairterms.correspondence.log import Log
from fairterms.correspondence.state import standings
from fairterms.negotiate.practice.cards import Cards
from fairterms.negotiate.practice.score import Score, verdict
from fairterms.negotiate.practice.script import End, Result, Worth
from fairterms.negotiate.practice.talk import Talk, Turn
from fairterms.negotiate.practice.wording import (
    DID,
    ENDED,
    JUDGED,
    NOT_ADDED,
    NOT_INTENT,
    lesson_words,
    seen_words,
    stands_words,
    sum_words,
    tactic_words,
    worth_of,
)
from fairterms.publish.blocks import Block, Definition, Definitions, Heading, Prose
from fairterms.publish.inline import Strong
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table
from fairterms.publish.page import Report

_FOOTER = (
    "A practice on a made-up deal. Nothing in it was said by anyone.",
    "Made with Fairterms. It is not legal advice.",
)


def debrief(talk: Talk, found: Score, cards: Cards, log: Log) -> Report:
    """Write what each answer did, and what it came to.

    Parameters
    ----------
    talk
        The talks; they need not have ended.
    found
        What the answers came to.
    cards
        The real scorecards.
    log
        The practice log.
    """
    return Report(
        title=talk.script.title,
        subtitle="what your answers did",
        blocks=tuple(_debrief(talk, found, cards, log)),
        footer=_FOOTER,
        made_on=log.last_day.isoformat() if log.last_day else "",
    )


def _debrief(talk: Talk, found: Score, cards: Cards, log: Log) -> Iterator[Block]:
    yield Heading(2, "What it came to", "came-to")
    yield Prose(end_words(talk, found))
    yield from score_blocks(talk, found)
    yield Heading(2, "The terms as they stand", "terms")
    yield from term_blocks(talk, found)
    yield Heading(2, "What each answer did", "answers")
    yield Prose(NOT_INTENT)
    for number, turn in enumerate(talk.turns, start=1):
        yield from _turn(number, turn, talk, found)
    yield Heading(2, "The scorecards", "scorecards")
    yield from card_blocks(cards)
    yield Heading(2, "The practice log", "log")
    yield from log_blocks(log)


def end_words(talk: Talk, found: Score) -> str:
    """Say how the talks ended, and what to think of it."""
    if talk.end is None:
        return "The talks go on."
    told = verdict(talk, found)
    return f"{ENDED[talk.end]} {JUDGED[told.worth]} {told.why}"


def kept_title(talk: Talk) -> str:
    """Say what the points are that the group has: nothing is kept before the talks are over."""
    return "Kept" if talk.end in (End.AGREED, End.WALKED_AWAY) else "Agreed so far"


def score_blocks(talk: Talk, found: Score) -> list[Block]:
    """Show what the answers came to, in a few numbers."""
    total = len(found.points)
    kept, more_kept = sum_words(found.kept)
    given, more_given = sum_words(found.given)
    numbers = (
        KeyNumber(f"{kept_title(talk)}, in dollars a year", kept, more_kept),
        KeyNumber("Given away, in dollars a year", given, more_given),
        KeyNumber("Points agreed", f"{found.count(Result.AGREED)} of {total}", _second(found)),
        KeyNumber("Tactics you saw", f"{found.recognised} of {found.shown}"),
        KeyNumber("Points with the plan's word in writing", f"{found.in_writing} of {total}"),
        KeyNumber("Points you asked about with a last day", f"{found.questions} of {total}"),
    )
    blocks: list[Block] = [Figures(numbers), Prose(NOT_ADDED)]
    if found.missing:
        names = "; ".join(one.what.rstrip(".") for one in found.missing)
        blocks.append(Prose((Strong("Must-haves that are still missing: "), f"{names}.")))
    return blocks


def _second(found: Score) -> str:
    count = found.count(Result.HALF)
    return f"and {count} in a second-best form" if count else ""


def term_blocks(talk: Talk, found: Score) -> list[Block]:
    """Show each point: its clause, where it stands, what the text says, what it is worth."""
    rows = tuple(
        Row(
            (
                one.issue,
                one.section,
                "not talked about yet" if not point.is_talked_about else point.result.value,
                stands_words(point, talk.script),
                worth_of(point),
            )
        )
        for point in found.points
        for one in (talk.script.issue(point.ask.id),)
    )
    columns = ("Point", "Clause", "Where it stands", "What the text says", "Worth to the group")
    return [
        Table(
            "The seven points, as they stand",
            tuple(map(Column, columns)),
            rows,
            footnote="Prices are those of the asks of this deal, in dollars a year.",
            anchor="terms-table",
        )
    ]


def _turn(number: int, turn: Turn, talk: Talk, found: Score) -> Iterator[Block]:
    one, reply = turn.round, turn.reply
    yield Heading(3, f"{number}. {one.issue} ({one.section})", f"turn-{one.id.replace('_', '-')}")
    entries = [
        Definition("The plan said", f"“{turn.says}”"),
        Definition("You said", f"“{turn.said}”"),
        Definition("The plan answered", f"“{turn.answer.words}”"),
        Definition("What it did", what_it_did(turn, talk, found)),
    ]
    if one.tactic:
        entries.append(Definition("The tactic", seen_words(one, turn.choice.tactic)))
    if one.tactic and reply.worth is not Worth.GOOD:
        entries.append(Definition("A stronger reply", f"“{one.best.words}”"))
    entries.append(Definition("Read again", f"{lesson_words(talk.script, one)}."))
    yield Definitions(tuple(entries))


def what_it_did(turn: Turn, talk: Talk, found: Score) -> str:
    """Say what an answer did, and why."""
    if turn.reply.end is not None:
        told = verdict(talk, found)
        return f"{JUDGED[told.worth]} {told.why}"
    assert turn.answer.result is not None, "only the last round leaves no result"
    return f"{DID[turn.reply.worth]} {turn.reply.why} The point: {turn.answer.result.value}."


def card_blocks(cards: Cards) -> list[Block]:
    """Show what the real scorecards say of the contract and the practice log."""
    rows = tuple(
        Row((tactic_words(one.tactic), str(len(one.found)), str(len(one.said))))
        for one in cards.signs
    )
    columns = (Column("Tactic"), Column("In the text", "right"), Column("In the log", "right"))
    return [
        Table("Signs of the seven tactics", columns, rows, NOT_INTENT, anchor="signs"),
        Prose((Strong("Twenty good-faith questions. "), cards.summary)),
        *_heard(cards),
        *(
            Prose((Strong(f"{one.name}. "), one.remark))
            for one in cards.elements
            if one.name == "Honesty"
        ),
    ]


def _heard(cards: Cards) -> Iterator[Block]:
    if not cards.heard:
        yield Prose("The log says nothing of them yet. Ask a question with a last day.")
        return
    rows = tuple(
        Row((line.question.text, line.answer.reply.value, line.answer.because))
        for line in cards.heard
    )
    columns = (Column("Question"), Column("Answer"), Column("Why"))
    yield Table("Questions of which the log says something", columns, rows, anchor="heard")


def log_blocks(log: Log) -> list[Block]:
    """Show the practice log, with what became of each entry by its last day."""
    if log.last_day is None:
        return [Prose("Nothing was said yet. Choose a reply, and it stands here.")]
    rows: Sequence[Row] = [
        Row(
            (
                one.entry.on.isoformat(),
                one.entry.side.value,
                one.entry.kind.value,
                one.entry.said,
                one.words,
            )
        )
        for one in standings(log, log.last_day)
    ]
    columns = ("Day", "Whose word", "What", "Words", "What became of it")
    title = f"{len(rows)} entries of the practice"
    return [Table(title, tuple(map(Column, columns)), tuple(rows), anchor="log-table")]
