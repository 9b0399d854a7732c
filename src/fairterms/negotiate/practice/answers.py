"""A file of answers: what a learner chose, written down, and read again to be replayed.

::

    [[answer]]
    round = "final_figures"
    reply = "see_first"
    tactic = "withheld_information"
    own = "Please send the data of one year by Friday."
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fairterms.negotiate.practice.script import Round, Script
from fairterms.negotiate.practice.talk import Choice, Talk
from fairterms.units.finding import TACTICS
from fairterms.units.form_file import open_form
from fairterms.units.form_table import FormTable
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem

WHY = "the practice follows from the answers, one after the other"
KEYS = ("round", "reply", "tactic", "own")


@dataclass(frozen=True)
class Answered:
    """The talks that a file of answers leads to, and what to mend in the file."""

    talk: Talk
    problems: tuple[Problem, ...]


def write(choices: Iterable[Choice]) -> str:
    r"""Write choices as the text of a file.

    Examples
    --------
    >>> print(write([Choice("portal", "who_pays", own='Who "pays"?')]), end="")
    [[answer]]
    round = "portal"
    reply = "who_pays"
    own = "Who \"pays\"?"
    """
    return "\n".join(_written(one) for one in choices)


def _written(one: Choice) -> str:
    fields = {"round": one.round, "reply": one.reply, "tactic": one.tactic, "own": one.words}
    lines = [
        f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items() if value
    ]
    return "\n".join(("[[answer]]", *lines, ""))


def read(path: Path, script: Script) -> Answered:
    """Read a file of answers and play them.

    Parameters
    ----------
    path
        The file.
    script
        The script, its words filled in.
    """
    opened = open_form(path)
    if opened is None:
        what, fix = "there is no such file of answers", "check the name"
        return Answered(Talk(script), (Problem(str(path), 0, what, "no-answers", WHY, fix),))
    document, notes = opened
    for key in () if notes.found else document.keys() - {"answer"}:
        notes.unknown((key,), key, ("answer",), "section")
    talk = Talk(script)
    for table in _tables(document, notes):
        choice = _choice(table, talk)
        if choice is None:
            break
        talk = talk.after(choice)
    return Answered(talk, notes.problems())


def _tables(document: Mapping[str, Any], notes: Notes) -> list[FormTable]:
    raw = document.get("answer", [])
    if isinstance(raw, list) and all(isinstance(one, dict) for one in raw):
        return [FormTable(one, ("answer", at), notes, WHY) for at, one in enumerate(raw)]
    notes.add(("answer",), "answer is not a list", "bad-answers", WHY, "begin each with [[answer]]")
    return []


def _choice(table: FormTable, talk: Talk) -> Choice | None:
    """Read one answer; None where the talks cannot go on with it."""
    table.only(*KEYS)
    now = talk.next
    if now is None:
        table.note("", "the talks have ended before this answer", "after-the-end", "take it out")
        return None
    if table.needed_words("round", now.id) != now.id:
        what = f"the talks have come to another round: {now.id}"
        table.note("round", what, "another-round", f'write round = "{now.id}"')
        return None
    reply = _reply(table, now)
    tactic = table.choice("tactic", tuple(TACTICS))
    own = table.words("own")
    return Choice(now.id, reply, tactic, own) if reply else None


def _reply(table: FormTable, now: Round) -> str:
    names = tuple(one.id for one in now.replies)
    if not table.needed_words("reply", names[0]):
        return ""
    return table.choice("reply", names)
