"""Members who join or leave during the year."""

import re
from collections.abc import Iterable

from fairterms.review import absence, incentives, places
from fairterms.review.authorities import PAYMENT_NETWORK
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_WHO = r"(?:members?|patients?|enrollees?|beneficiar(?:y|ies)|persons?|individuals?)"
_MONTHS = r"(?:member[- ]months?|months?|days)"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\w() -]{0,12}?"
_SEVERAL = _NUMBER.replace("one|", "").replace(r"\d+", r"(?:[2-9]|1\d)")
_RULE = re.compile(
    rf"\b(?:fewer|less) than {_NUMBER} (?:\w+ ){{0,3}}?{_MONTHS}\b(?=[^.;]{{0,160}}\b(?:attribut|"
    r"contribut|enroll|exclud|count|eligib|includ|not))|"
    rf"\b{_WHO}\b[^.;]{{0,80}}?\b(?:fewer|less|under|at least|minimum of|more) (?:than )?{_NUMBER} "
    rf"(?:\w+ ){{0,3}}?{_MONTHS}\b|"
    rf"\b(?:minimum(?: of)?|at least|under) {_NUMBER} (?:\w+ ){{0,3}}?{_MONTHS} (?:of )?(?:\w+ )?"
    r"(?:continuous |attribution|enroll\w+|eligib\w+|member|coverage)|"
    r"\bcontinuous(?:ly)? (?:enroll\w+|eligib\w+|attributed|assigned|covered)|"
    r"\b(?:newly|new) (?:enroll\w+|attributed|assigned|aligned|eligible) |"
    rf"\bnew {_WHO}\b[^.;]{{0,60}}?\b(?:exclu|includ|count|attribut|results?|until|target)|"
    r"\bpart[- ]?ial[- ]?year|\bfor part of (?:the|a) (?:performance |calendar )?year|"
    rf"\b{_WHO}\b[^.;]{{0,40}}?\b(?:who )?(?:joins?|leaves?|disenrolls?|moves? away|dies|loses? "
    r"(?:coverage|eligibility))\b[^.;]{0,100}?\b(?:exclu|count|remain|attribut|results?|month|"
    r"pro-?rat|includ)|\bjoiners\b|\bmid-?year (?:enroll|join|add|chang)",
    re.IGNORECASE,
)
_ENROLLED_FOR = re.compile(
    r"\b(?:enrolled|enrollment|eligib\w+|coverage|attributed|attribution|assigned|aligned)"
    r"\b[^.;]{0,40}?"
    rf"\b(?:for|of|with|than|least|only after)\b[^.;]{{0,24}}?\b{_SEVERAL} (?:or more )?(?:\w+ )"
    rf"{{0,3}}?"
    rf"{_MONTHS}\b|\b(?:after|for|over) {_SEVERAL} (?:or more )?(?:\w+ ){{0,2}}?{_MONTHS} of "
    r"(?:\w+ )?(?:enrollment|attribution|eligibility|coverage|assignment)\b",
    re.IGNORECASE,
)
_LOOK_BACK = re.compile(
    r"\b(?:visits?|claims|services|encounters|sessions)\b[^.;]{0,60}?\bmonths\b", re.IGNORECASE
)
_ABOUT_RESULTS = re.compile(
    r"\b(?:attribut|assign|align|result|count|contribut|exclu|includ|member[- ]month|target|"
    r"benchmark|measure|denominator|settle|calculat|list|saving|cost|eligib|episode)",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:grace period|newborn|premium|continuity of care|active (?:course of )?treatment|"
    r"new patients?|accept(?:s|ing)? new|COBRA|pregnan|transition of care|open panel|first visit)"
    r"\b",
    re.IGNORECASE,
)
_BACKWARDS = re.compile(
    r"\b(?P<verb>may|shall|will|reserves? the right to|has the right to)\b[^.;]{0,30}?\b(?:add|"
    r"remove|delete|adjust|re-?assign|restate|revise|change|re-?attribute|drop)\w*\b[^.;]{0,140}?"
    r"\bretroactive(?:ly)?\b|"
    r"\b(?:attribution|assignment|alignment|roster|list)\b[^.;]{0,80}?\b(?P<passive>may be|is "
    r"subject to|are subject to)\b[^.;]{0,60}?\bretroactive(?:ly)?\b|"
    r"\bretroactive(?:ly)? (?:adjust|chang|re-?assign|attribut|add|remov|delet)\w*[^.;]{0,60}?"
    r"\b(?:members?|attribution|assignment|roster|enrollees?|patients?)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\b(?:attribut|assign|align|roster|list|panel|enroll)\w*", re.IGNORECASE)
_LIMITED = re.compile(
    r"\b(?:not|no|never)\b[^.;]{0,60}?\bretroactive|\bno (?:more|later) than\b|\bwithin [\w() "
    r"-]{1,20}"
    r"(?:days|months)\b|\bup to [\w() -]{1,20}(?:days|months)\b|\blast [\w() -]{1,20}(?:days|"
    r"months)",
    re.IGNORECASE,
)
_WORDS = (
    "month",
    "days",
    "continuous",
    "new",
    "partial",
    "part of",
    "join",
    "leave",
    "disenroll",
    "dies",
    "moves",
    "lose",
    "mid-year",
    "midyear",
)


def _find(reading: Reading) -> Iterable[Sighting]:
    retroactive = incentives.mentioning(reading, "retroactive")
    backwards = places.within(retroactive, _BACKWARDS, where=lambda p: _goes_back(reading, p))
    if backwards:
        detail = "Who counts may change backwards, after care was given, without a time limit."
        yield places.sighting(backwards, detail)
        return
    if not places.within(
        incentives.mentioning(reading, *_WORDS), _RULE, _ENROLLED_FOR, where=_is_rule
    ):
        yield absence.sighting(
            reading,
            ("members who join or leave during the year", "a least number of months"),
            "no rule for members who join or leave during the year was found",
        )


def _is_rule(place: Place) -> bool:
    text = place.text
    if _ABOUT_RESULTS.search(text) is None or _SOMETHING_ELSE.search(text):
        return False
    return place.match.re is not _ENROLLED_FOR or not _LOOK_BACK.search(text)


def _goes_back(reading: Reading, place: Place) -> bool:
    text = place.text
    if not _LISTED.search(text) or _LIMITED.search(text) or incentives.is_joint(text):
        return False
    verb = place.match["verb"]
    side = place.side(reading, "verb") if verb else Side.UNNAMED
    return side in (Side.PLAN, Side.UNNAMED)


CHECK = Check(
    id="new-member-rule",
    title="Joiners and leavers",
    detects=(Detects.ABSENCE,),
    severity=Severity.HIGH,
    theme=Theme.RISK,
    tactics=("strategic_ambiguity",),
    questions=("gf_q04",),
    lesson="training_2",
    sources=(PAYMENT_NETWORK,),
    why=(
        "Someone who joined last month, or was struck off the list backwards, changes your result "
        "although you could do nothing for them."
    ),
    asks=("Ask from how many months a member counts, and how long the list can change backwards.",),
    wording=(
        "Members with under six months are excluded from results. The list is not changed "
        "retroactively by more than sixty days."
    ),
    applies=incentives.pays_by_results,
    find=_find,
)
