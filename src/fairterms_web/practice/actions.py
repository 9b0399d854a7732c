"""Answering in a practice, taking the last answer back, beginning again.

Nothing here touches a file of the room: a practice never comes into the log of real talks.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace

from fairterms.negotiate.practice.talk import Choice, Talk, play
from fairterms_web.practice.access import TABLE, choices_of, player_of, script
from fairterms_web.practice.models import PracticeTalk
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import REMARK
from fairterms_web.vault.keyring import keyring


class Elsewhere(ValueError):
    """The talks have gone on meanwhile, in another window."""


def answer(*, by: Entered, choice: Choice) -> Talk:
    """Answer in one's own practice; return the talks after it.

    Raises
    ------
    Elsewhere
        When the choice is not of the round that is to be answered now.
    """
    with change(by, REMARK) as said:
        talk = play(script(), choices_of(by))
        if not talk.takes(choice):
            raise Elsewhere("The talks have gone on in another window. Here is where they are.")
        talk = talk.after(replace(choice, own=choice.words))
        _store(by, [one.choice for one in talk.turns])
        said.that("practice.answered", {"round": len(talk.turns)})
    return talk


def take_back(*, by: Entered, shown: str = "") -> None:
    """Take the last answer of one's own practice back.

    Parameters
    ----------
    by
        Whose practice it is.
    shown
        The round whose answer the page showed as the last; empty for whichever it is.

    Raises
    ------
    Elsewhere
        When there is none, or when the last one is not that of the round.
    """
    with change(by, REMARK) as said:
        choices = _valid(by)
        if not choices:
            raise Elsewhere("Nothing was answered yet.")
        if shown not in {"", choices[-1].round}:
            raise Elsewhere("The talks are elsewhere by now. Here is where they are.")
        _store(by, choices[:-1])
        said.that("practice.taken-back", {"round": len(choices)})


def begin_again(*, by: Entered) -> None:
    """Begin one's own practice again; what was answered is gone."""
    with change(by, REMARK) as said:
        _store(by, [])
        said.that("practice.begun", {})


def _valid(by: Entered) -> list[Choice]:
    """Return the choices that the script of today still takes."""
    return [one.choice for one in play(script(), choices_of(by)).turns]


def _store(by: Entered, choices: Sequence[Choice]) -> None:
    player = player_of(by)
    content = json.dumps([asdict(one) for one in choices]).encode()
    sealed = keyring(by).seal(TABLE, "choices", player, content)
    row = PracticeTalk.objects.within(by).filter(player=player).first()
    row = row or PracticeTalk(room=by.room, player=player)
    row.choices = sealed
    row.save()
