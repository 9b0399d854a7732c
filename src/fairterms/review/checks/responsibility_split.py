"""Nothing says who does which task and who pays for it."""

import re
from collections.abc import Iterable

from fairterms.review import absence, governance, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_DUTIES = r"(?:responsibilit(?:y|ies)|functions|tasks|activities|duties|roles)"
_STEMS = (
    "responsib",
    "function",
    "task",
    "activit",
    "duties",
    "roles",
    "dofr",
    "raci",
    "delegat",
)
_SPLIT = (
    re.compile(
        rf"\b(?:divisions?|split|allocations?|assignments?|matrix|table|grid|list|schedule|chart|"
        rf"summary) of (?:\w+ ){{0,4}}?{_DUTIES}\b|\bDOFR\b|"
        rf"\b(?:financial |delegated )?{_DUTIES} (?:matrix|table|grid|chart|exhibit|schedule|"
        r"attachment)\b|\bRACI\b|\bdelegation (?:agreement|grid|addendum)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:exhibit|attachment|schedule|appendix|table|addendum) [\w.-]{{1,6}}\b[^.;]{{0,40}}?"
        rf"\b(?:states?|lists?|assigns?|allocates?|sets? (?:forth|out)|shows?|describes?)\b"
        rf"[^.;]{{0,60}}?"
        rf"\b(?:who (?:does|pays|carries|performs|is responsible)|{_DUTIES}\b[^.;]{{0,60}}?"
        r"\b(?:each|both|of the parties|between|respective))",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:states?|lists?|says?|shows?|sets? (?:forth|out))\b[^.;]{0,40}?\b(?:who|which "
        r"(?:party|side|of (?:them|the parties)))\b[^.;]{0,30}?\b(?:does|performs|carries out|is "
        rf"responsible for|handles|owns)\b[^.;]{{0,30}}?\b{_DUTIES[:-1]}|task|function|activity|"
        r"duty)\b|"
        r"\b(?:assigns?|lists?|shows?|states?) (?:each|every|all)(?: of the)? (?:tasks?|functions?|"
        r"dut(?:y|ies)|activit(?:y|ies))\b[^.;]{0,40}?\bwho\b|"
        r"\b(?:done|performed|carried out|handled) by\b[^.;]{0,30}?\b(?:paid|funded) (?:by|for)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_DUTIES}\b[^.;]{{0,60}}?\b(?:allocated|divided|assigned|split|shared) "
        r"(?:between|among|as (?:set|stated|listed|shown|provided)|"
        r"in (?:exhibit|attachment|schedule|table))",
        re.IGNORECASE,
    ),
)
_OF_OTHERS = re.compile(
    r"\b(?:covered services (?:under|are)|fee schedule|assign(?:ment)?s? of (?:this|rights)|"
    r"subcontract\w*|first tier|downstream|delegated activities)\b",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"\b(?P<verb>shall|must|will|agrees? to|is responsible for)\b[^.;]{0,100}?"
    r"\b(?:coordinat\w+ (?:of )?(?:care|with|all)|coordinate\b|care coordination|"
    r"care management|case management|population health|outreach)\b",
    re.IGNORECASE,
)
_NOT_CARE = re.compile(r"\bcoordination of benefits\b|\bcoordinate benefits\b", re.IGNORECASE)


def _find(reading: Reading) -> Iterable[Sighting]:
    spoken_of = sieve.holding(reading.passages, *_STEMS)
    if places.within(spoken_of, *_SPLIT, where=lambda place: not _OF_OTHERS.search(place.text)):
        return
    missing = absence.sighting(
        reading,
        ("a table of who does which task, and who pays for it", "a division of responsibilities"),
        "no table of who does which task and who pays for it was found",
    )
    caring = sieve.holding(reading.passages, "coordinat", "management", "population", "outreach")
    loose = places.within(caring, _LOOSE, where=lambda place: _is_groups(reading, place))
    yield governance.with_quotes(missing, loose)


def _is_groups(reading: Reading, place: Place) -> bool:
    """Say whether a duty to coordinate is put on the group."""
    return place.side(reading, "verb") is Side.GROUP and not _NOT_CARE.search(place.text)


CHECK = Check(
    id="responsibility-split",
    title="Nobody said who does what",
    detects=(Detects.ABSENCE,),
    severity=Severity.MEDIUM,
    theme=Theme.GOVERNANCE,
    tactics=("unfunded_mandates",),
    questions=("gf_q05",),
    lesson="training_5",
    sources=(GOOD_PRACTICE,),
    why=(
        "Work that nobody was given and nobody pays for ends with the clinicians. A table settles "
        "who does each task, and who pays, before the work begins."
    ),
    asks=("Ask for a table of every task, with who does it and who pays for it.",),
    wording="Exhibit F assigns each task to a party and says who pays for it.",
    applies=governance.pays_by_results,
    find=_find,
)
