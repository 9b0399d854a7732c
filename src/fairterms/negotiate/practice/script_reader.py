"""Read the script that comes with the program; it is ours, so a mistake in it is an assert."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from fairterms.correspondence.entry import Channel, Kind, Topic
from fairterms.negotiate.practice.script import (
    Answer,
    End,
    Later,
    Reply,
    Result,
    Round,
    Says,
    Script,
    Worth,
)
from fairterms.units.finding import QUESTIONS, TACTICS

FILE = "script.toml"


@cache
def own_script() -> Script:
    """Return the script that comes with the program; its words still have their blanks."""
    return read_text(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))


def read_text(text: str) -> Script:
    """Read a script from its text."""
    raw = tomllib.loads(text)
    rounds = tuple(_round(one) for one in raw["round"])
    known = {one.id for one in rounds}
    assert all(not one.follows or one.follows in known for one in rounds), "it follows a round"
    return Script(
        raw["title"],
        tuple(raw["intro"]),
        raw["group"],
        raw["plan"],
        raw["lesson"],
        raw["lesson_section"],
        rounds,
    )


def _round(raw: Mapping[str, Any]) -> Round:
    found = Round(
        id=raw["id"],
        on=raw["on"],
        issue=raw["issue"],
        section=raw["section"],
        quote=raw["quote"],
        kind=Kind(raw["kind"]),
        how=Channel(raw["how"]),
        says=tuple(Says(**one) for one in raw["says"]),
        replies=tuple(_reply(one) for one in raw["reply"]),
        tactic=raw.get("tactic", ""),
        signs=tuple(raw.get("signs", ())),
        ask=raw.get("ask", ""),
        about=Topic(raw.get("about", "terms")),
        questions=tuple(raw.get("questions", ())),
        follows=raw.get("follows", ""),
        lesson_section=raw.get("lesson_section", 0),
    )
    assert set(found.tactics) <= TACTICS.keys(), f"{found.id}: a tactic has its name"
    assert set(found.questions) <= set(QUESTIONS), f"{found.id}: a question has its name"
    return found


def _reply(raw: Mapping[str, Any]) -> Reply:
    return Reply(
        raw["id"],
        Worth(raw["worth"]),
        raw["words"],
        raw["why"],
        Kind(raw["kind"]),
        tuple(_answer(one) for one in raw["answer"]),
        raw.get("due"),
        End(raw["end"]) if "end" in raw else None,
    )


def _answer(raw: Mapping[str, Any]) -> Answer:
    later = raw.get("later")
    return Answer(
        raw.get("asked", 0),
        Result(raw["result"]) if "result" in raw else None,
        Kind(raw["kind"]),
        Channel(raw["how"]),
        raw["words"],
        raw.get("days", 1),
        raw.get("due"),
        Later(later["on"], Kind(later["kind"]), later["words"]) if later else None,
        raw.get("keeps_said", False),
    )
