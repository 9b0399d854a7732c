"""No joint meetings at fixed times."""

import re
from collections.abc import Iterable

from fairterms.review import governance
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.governance import Promise
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_OFTEN = (
    r"(?:monthly|weekly|quarterly|bi-?monthly|semi-?annual(?:ly)?|half-?yearly|bi-?annual(?:ly)?|"
    r"twice|(?:each|every|per) (?:calendar )?(?:month|quarter|half[- ]?year|six|three|two)|"
    r"each calendar quarter|two|three|four|2|3|4|regular(?:ly scheduled)?|"
    r"every (?:\w+ )?(?:\(\d+\) )?(?:months|weeks)|once (?:a|per|each|in each|every) (?:calendar )?"
    r"(?:month|quarter))"
)
_MEET = (
    r"(?:meet(?!s? (?:the|its|all|any|their|or exceed|with (?:the )?approval))s?|meetings?|"
    r"conferences?|calls|convene[sd]?)"
)
_WHO = re.compile(
    r"\b(?:parties|committees?|council|representatives|teams?|joint|medical directors?|leadership|"
    r"provider and|group and|plan and|contacts?|performance|operations|quality|"
    r"program|governance)\b",
    re.IGNORECASE,
)
_SOUND = (
    re.compile(rf"\b{_MEET}\b[^.;]{{0,80}}?\b{_OFTEN}\b", re.IGNORECASE),
    re.compile(rf"\b{_OFTEN}\b (?:[\w-]+ ){{0,4}}?{_MEET}\b", re.IGNORECASE),
)
_HOLLOW = (
    re.compile(
        rf"\b{_MEET}\b[^.;]{{0,80}}?\b(?:as needed|from time to time|"
        r"periodic(?:ally)?|upon request|when requested|as (?:\w+ )?(?:requests?|necessary|"
        r"appropriate)|annual(?:ly)?|once a year|each year|at mutually)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:as needed|from time to time|periodic|annual) (?:[\w-]+ ){0,3}?(?:meetings|calls)\b|"
        r"\b(?:participate|attend|take part) in\b[^.;]{0,60}?\bmeetings\b[^.;]{0,60}?"
        r"\b(?:as|when|that) (?:\w+ )?(?:reasonably )?(?:requests?|requires?|schedules?)\b",
        re.IGNORECASE,
    ),
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:shareholders?|stockholders?|board of directors|dispute|mediat|arbitrat|breach|"
    r"visits? (?:a|per)|credentialing committee|staff meetings)\b",
    re.IGNORECASE,
)
_PROMISE = Promise(
    stems=("meet", "conference", "calls", "convene"),
    sound=_SOUND,
    hollow=_HOLLOW,
    searched_for=("joint meetings two to four times a year", "named contacts of both sides"),
    missing="no joint meetings at fixed times were found",
    only_named="Meetings are named, and nothing says that both sides meet at fixed times.",
)


def _find(reading: Reading) -> Iterable[Sighting]:
    return governance.sightings(reading, _PROMISE, is_sound=_is_joint, is_hollow=_is_joint)


def _is_joint(place: Place) -> bool:
    """Say whether a meeting is of the deal, and not of a company's owners or about a dispute."""
    return _WHO.search(place.text) is not None and _SOMETHING_ELSE.search(place.text) is None


CHECK = Check(
    id="meeting-cadence",
    title="No fixed meetings",
    detects=(Detects.ABSENCE,),
    severity=Severity.MEDIUM,
    theme=Theme.GOVERNANCE,
    tactics=("withheld_information",),
    questions=("gf_q11",),
    lesson="training_5",
    sources=(GOOD_PRACTICE,),
    why=(
        "A deal about results changes with what is learned. Without a date at which both sides "
        "meet, questions wait until they are disputes."
    ),
    asks=(
        "Ask for joint meetings two to four times a year, with minutes.",
        "Ask for a named contact on each side, and for whom to turn to next.",
    ),
    wording="Named contacts of both parties meet every quarter and keep minutes.",
    applies=governance.pays_by_results,
    find=_find,
)
