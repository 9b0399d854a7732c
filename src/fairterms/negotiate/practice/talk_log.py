"""The practice log: what was said in the practice, as entries that the log of real talks has too.

It is marked as practice in its first line, and it is never a part of a deal.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from fairterms.correspondence import reader
from fairterms.correspondence.entry import Kind
from fairterms.correspondence.log import Log
from fairterms.correspondence.writing import Value, appended
from fairterms.negotiate.practice.script import Script
from fairterms.negotiate.practice.talk import Talk, Turn

MARK = """\
# PRACTICE. Made up from beginning to end: nobody said any of this, and it belongs to no deal.
# To look at it, put it into an empty folder as log.toml: fairterms log FOLDER
"""
"""What the file begins with."""


def log_text(talk: Talk) -> str:
    """Write what was said by now as the text of a log; only its mark before anything was said."""
    text = MARK
    for turn in talk.turns:
        for fields in _entries(turn, talk.script):
            text = appended(text, fields)
    return text


def log_of(talk: Talk) -> Log:
    """Return what was said by now as a log; ours, so it has no problem."""
    log = reader.read_text(log_text(talk))
    assert not log.problems, log.problems
    return log


def _entries(turn: Turn, script: Script) -> Iterator[Mapping[str, Value]]:
    yield _what_the_plan_says(turn, script)
    yield _what_the_group_replies(turn, script)
    yield _what_the_plan_answers(turn, script)
    later = turn.answer.later
    if later is not None:
        yield {
            **_head(f"{turn.round.id}_later", later.on, later.kind),
            **_from_plan(script),
            "how": "email",
            "about": turn.round.about.value,
            "summary": later.words,
            "replies_to": f"{turn.round.id}_answer",
            "fulfils": True,
        }


def _what_the_plan_says(turn: Turn, script: Script) -> Mapping[str, Value]:
    one = turn.round
    return {
        **_head(one.id, one.on, one.kind),
        **_from_plan(script),
        "how": one.how.value,
        "about": one.about.value,
        "quote": turn.says,
        "tactic": turn.choice.tactic,
    }


def _what_the_group_replies(turn: Turn, script: Script) -> Mapping[str, Value]:
    one, reply = turn.round, turn.reply
    due: dict[str, Value] = {"due": reply.due} if reply.due else {}
    return {
        **_head(f"{one.id}_reply", one.on, reply.kind),
        "side": "group",
        "by": script.group,
        "to": script.plan,
        "how": one.how.value,
        "about": one.about.value,
        "quote": turn.said,
        **due,
        "replies_to": one.id,
        "questions": one.questions,
    }


def _what_the_plan_answers(turn: Turn, script: Script) -> Mapping[str, Value]:
    one, answer = turn.round, turn.answer
    due: dict[str, Value] = {"due": answer.due} if answer.due else {}
    return {
        **_head(f"{one.id}_answer", one.on + timedelta(days=answer.days), answer.kind),
        **_from_plan(script),
        "how": answer.how.value,
        "about": one.about.value,
        "quote": answer.words,
        **due,
        "replies_to": f"{one.id}_reply",
        "questions": one.questions,
    }


def _head(name: str, on: date, kind: Kind) -> Mapping[str, Value]:
    return {"id": name, "on": on, "kind": kind.value}


def _from_plan(script: Script) -> Mapping[str, Value]:
    return {"side": "plan", "by": script.plan, "to": script.group}
