"""Goals are slogans: nothing says whose they are or how they are measured."""

import re
from collections.abc import Iterable

from fairterms.document import numbers
from fairterms.document.numbers import Unit
from fairterms.review import governance
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.governance import Promise
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_GOALS = r"(?:goals?|objectives?|aims?|values|priorities|purposes?|key results?)"
_JOINT = (
    r"(?:shared|common|mutual(?:ly)?|joint(?:ly)?|agreed|collective|both parties|the parties'?)"
)
_TWO = r"(?:plan|payer|provider|group) and (?:plan|payer|provider|group)"
_SOUND = (
    re.compile(rf"\b{_JOINT}[\w ,-]{{0,30}}? {_GOALS}\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:parties|committee|{_TWO})\b[^.;]{{0,60}}?"
        rf"\b(?:adopts?|agree(?:s|d)?|sets?|establish(?:es)?|shares?|defines?|reviews?|state)\b"
        rf"[^.;]{{0,60}}?\b{_GOALS}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_GOALS}\b[^.;]{{0,60}}?\b(?:agreed|shared) (?:by|between|on)\b", re.IGNORECASE
    ),
)
_MEASURED = re.compile(
    r"\b(?:measure[sd]?(?! of damages)|metrics?|indicators?|targets?|owner|baseline|table|"
    r"exhibit|scorecard|by (?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December))\b",
    re.IGNORECASE,
)
_HOLLOW = (
    *_SOUND,
    re.compile(
        rf"\b(?:parties|{_TWO})\b[^.;]{{0,60}}?\b(?:collaborat\w+|partner(?! of| or)\w*|"
        r"work together|share the|desire to|cooperate)\b[^.;]{0,120}?"
        r"\b(?:quality|care|outcomes?|affordab\w+|costs?|value|health|"
        r"experience)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bdesire to (?:collaborate|partner|work together)\b[^.;]{0,120}?"
        r"\b(?:quality|care|outcomes?|costs?|value|health)\b",
        re.IGNORECASE,
    ),
)
_SENTENCES_AFTER = 4
_OTHER = re.compile(
    r"\b(?:coordination of benefits|for purposes? of|arbitrat|mediat|litigation|dispute)",
    re.IGNORECASE,
)
_PROMISE = Promise(
    stems=(
        "goal",
        "objective",
        "aim",
        "values",
        "priorit",
        "purpose",
        "key result",
        "collaborat",
        "partner",
        "work together",
        "share the",
        "desire",
        "cooperate",
    ),
    sound=_SOUND,
    hollow=_HOLLOW,
    searched_for=("values and objectives of both sides", "an owner and a measure for each"),
    missing="no objectives that both sides share were found",
    only_named="Goals are named, and nothing says how they are measured or who answers for them.",
)


def _find(reading: Reading) -> Iterable[Sighting]:
    return governance.sightings(
        reading,
        _PROMISE,
        is_sound=lambda place: not _OTHER.search(place.text) and _is_measured(reading, place),
        is_hollow=lambda place: not _OTHER.search(place.text),
    )


def _is_measured(reading: Reading, place: Place) -> bool:
    """Say whether a measure, an owner, a date or a number stands with the goals."""
    section = list(reading.same_section(place.passage))
    at = section.index(place.passage)
    near = section[at : at + 1 + _SENTENCES_AFTER]
    return any(_says_how(passage.text) for passage in near)


def _says_how(text: str) -> bool:
    return _MEASURED.search(text) is not None or any(
        amount.unit is not Unit.NONE for amount in numbers.find(text)
    )


CHECK = Check(
    id="shared-objectives",
    title="Shared values and objectives",
    detects=(Detects.ABSENCE,),
    severity=Severity.HIGH,
    theme=Theme.GOVERNANCE,
    tactics=("weak_definitions",),
    questions=("gf_q11",),
    lesson="training_5",
    sources=(GOOD_PRACTICE,),
    why=(
        "Without goals that both sides wrote down, each year is judged by the side that holds the "
        "numbers. A goal needs an owner, a measure and a date."
    ),
    asks=("Ask for a short list of shared objectives, each with an owner, a measure and a date.",),
    wording="Exhibit G lists shared values and objectives, each with an owner and a measure.",
    applies=governance.pays_by_results,
    find=_find,
)
