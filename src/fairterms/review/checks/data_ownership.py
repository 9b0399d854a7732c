"""The plan owns the data, or may use them for more than the agreement."""

import re
from collections.abc import Iterable

from fairterms.review import absence, bound, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import LONGEST_QUOTE
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = (
    *(
        "property",
        "owned",
        "owner",
        "assign",
        "ownership",
        "own ",
        "owns",
        "title",
        "belong",
        "vest",
        "retain",
    ),
    *("research", "purpose", "market", "sell", "sale", "commerci", "monetiz", "licens"),
    "product development",
)
_DATA = r"(?:data|information|records?|reports?|results?|work product|analytics)"
_PROPERTY = re.compile(
    rf"\b{_DATA}\b[^.;]{{0,120}}?\b(?:is|are|be|become|remains?)\b[^.;]{{0,40}}?"
    r"(?:(?:property|ownership) of (?P<owner>[^.;,]{0,40})|owned by (?P<holder>[^.;,]{0,40})|"
    r"(?P<possessor>[\w ]{1,30})'s (?:sole |exclusive )?property)",
    re.IGNORECASE,
)
_BELONGS = re.compile(
    rf"\b{_DATA}\b[^.;]{{0,80}}?\b(?:belongs? to|vests? in) (?P<owner>[^.;,]{{0,40}})",
    re.IGNORECASE,
)
_OWNS = re.compile(
    rf"\b(?P<verb>(?:shall |will )?(?:own|owns|retain|retains) (?:all )?(?:(?!right\b)\w+ "
    rf"){{0,5}}?(?:{_DATA}|(?:title|ownership|rights (?:in|to))[^.;]{{0,30}}?{_DATA}))\b",
    re.IGNORECASE,
)
_OWNER = re.compile(
    rf"\b(?P<verb>is|shall be|will be|becomes?) (?:the )?(?:sole |exclusive |and )*owner "
    rf"of[^.;]{{0,80}}?\b{_DATA}",
    re.IGNORECASE,
)
_ASSIGNS = re.compile(
    r"\b(?P<verb>(?:(?:shall|agrees? to) )?(?:assigns?|transfers?|conveys?|"
    r"grants?))\b[^.;]{0,80}?(?:\b(?:right|"
    rf"title|interest|ownership)\b[^.;]{{0,40}}?|\blicen[cs]e\b[^.;]{{0,80}}?)\b{_DATA}",
    re.IGNORECASE,
)
# What the plan made or bought itself, and its secrets, are its own.
_ITS_OWN = re.compile(
    r"\b(?:claims (?:records?|data|files)|confidential|proprietary|trade secrets?|trade ?marks?|"
    r"manuals?|software|fee schedules?|forms|(?:furnished|supplied|provided|developed|prepared|"
    r"disclosed) by (?:the )?(?:Plan|Company|Health Plan|Payor|HMO|MCO|that party))\b",
    re.IGNORECASE,
)
_MORE = (
    r"(?:(?:for|including|in|purpose of) (?:(?:its|their|the|own|internal|other|general|and|or|"
    r"any|commercially|reasonable|medical|clinical|lawful|such|of) )*(?:research|commercial "
    r"(?:purposes?|uses?)|marketing|product development|business purposes?|resale|sale|purposes? "
    r"(?:that |permitted|allowed|whatsoever|not prohibited|it (?:deems|chooses)))|for any "
    r"(?:other |lawful |business )*purposes?\b(?! of this| related| under| described))"
)
_HANDLES = (
    r"(?:use|uses|disclose|share|access|copy|publish|display|release|analy[sz]e|transcribe|"
    r"examine|distribute|aggregate|combine|permit|allow|provide|submit|grant)"
)
_USES = re.compile(
    rf"\b(?P<verb>may|shall|will|agrees?(?: to)?|has the right|is entitled|have the right)\b(?! "
    rf"not)[^.;]{{0,200}}?\b{_HANDLES}\b.{{0,900}}?\b{_MORE}",
    re.IGNORECASE,
)
_SELLS = re.compile(
    rf"\b(?P<verb>may|shall have the right|is entitled|has the right)\b(?! "
    rf"not)[^.;]{{0,80}}?\b(?:sell|license|commerciali[sz]e|monetize)\b[^.;]{{0,80}}?\b{_DATA}",
    re.IGNORECASE,
)
_FURTHER = re.compile(rf"\b{_MORE}|\b(?:sell|license|commerciali[sz]e|monetize)\b", re.IGNORECASE)
_OF_DATA = re.compile(rf"\b{_DATA}\b", re.IGNORECASE)
_LIMITED = re.compile(
    r"\b(?:shall|may|will) not\b|\bno(?:r|t)?\b[^.;]{0,20}\b(?:sell|license|use)\b|\bwritten "
    r"consent\b|\bInstitutional Review Board\b|\bpublic health research\b|\b(?:participate|"
    r"participation|enroll\w*|member|patient)s? in[^.;]{0,40}\bresearch\b",
    re.IGNORECASE,
)
_GIVES = re.compile(r"\b(?:permit|allow|provide|submit|grant)", re.IGNORECASE)
_SHARES = re.compile(
    r"\b(?:shall|agrees? to|must|will) (?:\w+ ){0,4}?(?:provide|submit|share|send|give|permit|"
    r"allow|deliver|furnish|transmit|upload|supply)\b[^.;]{0,160}?\b(?:data|records|files)\b",
    re.IGNORECASE,
)
_SAYS_WHO = re.compile(
    rf"\b{_DATA}\b[^.;]{{0,120}}?\b(?:property|owned by|ownership|belongs? to|stays? with|"
    r"proprietary .{0,40}disclosing party)\b|\bown(?:s|ership)?\b[^.;]{0,60}?\b(?:data|records)\b",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = sieve.holding(reading.passages, *_STEMS)
    owned = places.within(
        passages,
        _PROPERTY,
        _BELONGS,
        _OWNS,
        _OWNER,
        _ASSIGNS,
        where=lambda place: _is_owned(reading, place),
    )
    telling = [p for p in passages if _FURTHER.search(p.text) and not _LIMITED.search(p.text)]
    used = places.within(telling, _USES, _SELLS, where=lambda place: _is_used(reading, place))
    used = tuple(sorted(used, key=lambda place: "research" not in place.match[0]))
    if owned or used:
        shown = [*owned, *(_purpose(place) for place in used)]
        yield places.sighting(shown, _detail(bool(owned), bool(used)))
    elif _is_silent(reading):
        yield absence.sighting(
            reading,
            ("who owns patients' records and data", "what the plan may use them for"),
            "no word on who owns the data you must hand over was found",
        )


def _detail(is_owned: bool, is_used: bool) -> str:
    parts = ["The plan owns data that come from your patients and your work."] if is_owned else []
    if is_used:
        parts.append(
            "The plan may use records or data for more than this agreement needs, such as research."
        )
    return " ".join(parts)


def _is_owned(reading: Reading, place: Place) -> bool:
    """Say whether data that are not the plan's own making become the plan's."""
    match, text = place.match, place.text
    if _ITS_OWN.search(text[: match.end()]):
        return False
    if match.re is _ASSIGNS:
        is_ours = bound.is_ours(reading, text, match.start("verb"))
        return is_ours and reading.parties.names_plan(match[0]) and not _LIMITED.search(text)
    if match.re in (_OWNS, _OWNER):
        return reading.parties.subject(text, match.start("verb")) is Side.PLAN
    owner = next((words for words in match.groups() if words), "")
    return reading.parties.names_plan(owner) and not reading.parties.names_group(owner)


def _is_used(reading: Reading, place: Place) -> bool:
    """Say whether the plan may use data further, by its own right or by the group's leave."""
    match, text = place.match, place.text
    if not _OF_DATA.search(text):
        return False
    side = bound.subject(reading, text, match.start("verb"))
    if side is Side.PLAN:
        return True
    hands_over = _GIVES.search(match[0]) is not None or " may use" in match[0]
    return side in (Side.GROUP, Side.UNNAMED) and hands_over and _to_plan(reading, match[0])


def _to_plan(reading: Reading, words: str) -> bool:
    return reading.parties.names_plan(words)


def _purpose(place: Place) -> Place:
    """Return, of a long sentence, the place of the purpose; it says more than the right before."""
    purpose = _FURTHER.search(place.text, place.match.start())
    if purpose is None or len(place.match[0]) <= LONGEST_QUOTE:
        return place
    return Place(place.passage, purpose)


def _is_silent(reading: Reading) -> bool:
    """Say whether the group must hand data over and nothing says whose they are."""
    shares = any(
        _SHARES.search(p.text) and reading.parties.names_group(p.text) for p in reading.passages
    )
    return shares and not any(_SAYS_WHO.search(p.text) for p in reading.passages)


def _has_patients(reading: Reading) -> bool:
    return bound.is_with_payer(reading)


CHECK = Check(
    id="data-ownership",
    title="Data ownership and use",
    detects=(Detects.ONE_SIDED, Detects.ABSENCE),
    severity=Severity.HIGH,
    theme=Theme.DATA,
    tactics=("strategic_ambiguity",),
    questions=("gf_q20",),
    lesson="training_2",
    sources=(GOOD_PRACTICE,),
    why=(
        "Outcome data are what a group bargains with, and patients trusted it with their records. "
        "Who owns them, and for what they may be used, should be written down."
    ),
    asks=("Ask that records stay with patient and provider, and that the plan's uses are listed.",),
    wording=(
        "Patients' records stay with patient and provider. Plan's use of data is limited to the "
        "uses listed in Exhibit U."
    ),
    applies=_has_patients,
    find=_find,
)
