"""Manuals and policies change with little notice."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from fairterms.document import numbers
from fairterms.document.numbers import Amount, Unit
from fairterms.review import agents, amendments, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place
from fairterms.units.finding import Severity

FEWEST_DAYS = 60
"""Calendar days; the laws on material changes that were read ask for 45, 60 or 90."""
FEWEST_BUSINESS_DAYS = 45

_STEMS = ("manual", "handbook", "polic", "procedure", "guideline", "protocol", "program require")
_MANUAL = (
    r"(?:manuals?(?:\(s\))?|handbooks?)|(?<!insurance )(?<!privacy )(?<!coverage )polic(?:y|ies)"
    r"(?! of insurance| limits?| period| holder)"
)
_DOCUMENT = rf"{_MANUAL}|procedures|guidelines|protocols|program requirements"
_CHANGE = (
    r"(?:amend|modify|change|revise|update|supplement|alter|adopt|establish|implement|withdraw|"
    r"replace|issue|make changes to)"
)
_CHANGED = (
    r"(?:amended|modified|changed?s?|revised|updated?s?|supplemented|altered|amendments?|"
    r"modifications?|revisions?)"
)
_RIGHT = (
    r"(?P<right>(?:may|can)(?! not)|(?:shall|will) have the right to|"
    r"(?:has|have) the (?:sole |exclusive )?right to|(?:is|are|shall be) (?:entitled|permitted) to|"
    r"(?:reserves?|retains?) the (?:\w+ )?right(?: at any time)?(?:, [^,]{1,50},)? to)"
)
_ACTIVE = re.compile(
    rf"\b{_RIGHT},? (?:[\w,/-]+ ){{0,10}}?{_CHANGE}\b(?P<object>[^.;]{{0,100}}?)\b(?:{_DOCUMENT})",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"\b(?:{_DOCUMENT})[^.;]{{0,90}}?\b(?:may be|can be|(?:is|are|be) subject to)"
    rf" (?:[\w,/-]+ ){{0,5}}?{_CHANGED}\b(?P<rest>[^.;]{{0,100}})",
    re.IGNORECASE,
)
_NO_AMENDMENT = re.compile(
    rf"\b(?:changes?|revisions?|updates?|modifications?|amendments?) (?:to|of|in) [^.;]{{0,60}}?"
    rf"\b(?:{_MANUAL})[^.;]{{0,90}}?\b(?:(?:is|are|shall|will|does|do) not|takes? effect|"
    r"effective|binding|become)\b",
    re.IGNORECASE,
)
_POSTED = re.compile(
    rf"\bpost\w*\b[^.;]{{0,60}}?\b(?:updates?|changes?|revisions?|modifications?|amendments?)\b"
    rf"[^.;]{{0,60}}?\b(?:{_DOCUMENT})|"
    rf"\b(?:{_DOCUMENT})[^.;]{{0,120}}?\b(?:updates?|changes?|revisions?|modifications?|notice)\b"
    r"[^.;]{0,80}?\b(?:post(?:ed|ing)|web ?sites?|portal|newsletters?|bulletins?)\b|"
    r"\bpost\w*\b[^.;]{0,80}?\bnotice\b[^.;]{0,80}?\bchanges? (?:of|to|in) [^.;]{0,30}?"
    rf"\b(?:{_DOCUMENT})|"
    r"\b(?:notice|notif\w+)\b[^.;]{0,80}?\bchanges?\b[^.;]{0,60}?"
    rf"\b(?:{_DOCUMENT})[^.;]{{0,80}}?\b(?:post(?:ed|ing)|web ?sites?|portal|newsletters?)\b",
    re.IGNORECASE,
)
_SOFT = re.compile(
    rf"\b(?:changes?|revisions?|modifications?|updates?) (?:to|of|in) [^.;]{{0,60}}?"
    rf"\b(?:{_DOCUMENT})[^.;]{{0,120}}?\befforts? to\b[^.;]{{0,40}}?\bnoti\w+|"
    r"\befforts? to\b[^.;]{0,40}?\bnoti\w+[^.;]{0,80}?\b(?:changes?|revisions?|modifications?|"
    rf"updates?)\b[^.;]{{0,60}}?\b(?:{_DOCUMENT})",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?P<right>shall|will|must|agrees to)\b[^.;]{0,30}?\b(?:notify|notice|inform)\b[^.;]{0,60}?"
    rf"\bchanges?\b[^.;]{{0,60}}?\b(?:{_DOCUMENT})[^.;]{{0,40}}?\b(?:within|no(?:t)? later than) "
    r"[^.;]{1,40}?\b(?:days?|months?) (?:of|after|following) (?!receipt|receiving)(?:\w+ ){0,4}?"
    r"(?:changes?|change's|revisions?|amendments?|modifications?|adoption|implementation|effective)\b",
    re.IGNORECASE,
)
_FLOATING = re.compile(
    rf"\b(?:{_DOCUMENT})[^.;]{{0,110}}?\b(?:{_CHANGED}|in effect|established|adopted|posted|"
    r"published)[^.;]{0,40}?\bfrom time to time\b|"
    rf"\bfrom time to time\b[^.;]{{0,40}}?\b(?:{_CHANGED})\b[^.;]{{0,40}}?\b(?:{_DOCUMENT})",
    re.IGNORECASE,
)
_EFFORT = re.compile(r"\befforts?\b[^.;]{0,40}?\bnoti\w+|\b(?:attempt|try|endeavou?r) to", re.I)
_WEB = re.compile(r"\b(?:post(?:ed|ing|s)?|web ?sites?|portal|newsletters?|bulletins?)\b", re.I)
_NOTICE = re.compile(r"\b(?:noti\w+|advance|prior|before|effective)\b", re.IGNORECASE)
_OTHER_TIME = re.compile(r"\bterminat|\bobject|\bdispute|\bcure\b|\bappeal", re.IGNORECASE)
_AS_AMENDMENT = re.compile(
    r"\b(?:treated|handled|subject to the same|considered|deemed) (?:as|to be|in the "
    r"same)?[^.;]{0,40}"
    r"\bamendment|\b(?:does|do|shall|will) not (?:apply|bind|take effect)[^.;]{0,60}\b(?:unless|"
    r"until|without)\b|\bmutual(?:ly)? (?:agree|written)|\bsigned by both|"
    r"\b(?:written )?(?:consent|agreement) of (?:Provider|Group|both|the parties|Practice)",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?:{_DOCUMENT})", re.IGNORECASE)
_NEAR_NAME = 40
_NOTHING = re.compile(r"\bno (?:\w+ ){0,4}$", re.IGNORECASE)
_NOT_OF_PLAN = re.compile(
    r"\b(?:State|CMS|Agency|Department|federal|state|JAMS|arbitration|AAA|court|"
    r"insurance|malpractice|personnel|employment)\b[^.;,]{0,25}$"
)


@dataclass(frozen=True, eq=False)
class _Fault:
    """A right to change manuals and what is wrong with its notice; the worst rank first."""

    place: Place
    rank: int
    says: str


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = sieve.holding(reading.passages, *_STEMS)
    rights = [
        *places.within(passages, _NO_AMENDMENT, _POSTED, _SOFT, where=_is_of_plan),
        *places.within(passages, _AFTER, where=lambda place: _is_told_by_plan(reading, place)),
        *places.within(passages, _ACTIVE, where=lambda place: _is_plans(reading, place)),
        *places.within(passages, _PASSIVE, where=lambda place: _is_by_plan(reading, place)),
    ]
    faults = [fault for place in rights for fault in _faults(reading, place)]
    if not rights and reading.is_provider_agreement:
        floating = places.within(passages, _FLOATING, where=_is_of_plan)
        says = "They change from time to time, and no notice of it is promised."
        faults = [_Fault(place, 0, says) for place in floating]
    ordered = sorted(faults, key=lambda fault: fault.rank)
    unique = list({fault.place.passage: fault for fault in ordered}.values())
    if unique:
        reasons = dict.fromkeys(fault.says for fault in unique)
        yield places.sighting([fault.place for fault in unique], " ".join(reasons))


def _is_of_plan(place: Place) -> bool:
    """Say whether the document is no one else's, and the change not one that a law requires."""
    document = _NAMED.search(place.text, *place.match.span())
    start = place.text[: document.start()][-_NEAR_NAME:] if document else place.before[-_NEAR_NAME:]
    return not (
        _NOT_OF_PLAN.search(start)
        or _NOTHING.search(place.before)
        or amendments.is_by_law(place.text, place.match.start())
    )


def _is_told_by_plan(reading: Reading, place: Place) -> bool:
    side = place.side(reading, "right")
    is_plans = side is Side.PLAN or (side is Side.UNNAMED and reading.is_provider_agreement)
    return is_plans and _is_of_plan(place)


def _is_plans(reading: Reading, place: Place) -> bool:
    """Say whether it is the plan that may change them, and more than what the law requires."""
    side = place.side(reading, "right")
    if side is Side.OTHER:
        side = agents.before(reading.parties, place.text, place.match.start("right"))
    is_other_object = re.search(
        r"\b(?:Agreement|fee|rate|compl\w+|accord\w*|through)\b",
        place.match["object"],
        re.IGNORECASE,
    )
    is_plans = side is Side.PLAN or (side is Side.UNNAMED and reading.is_provider_agreement)
    return is_plans and is_other_object is None and _is_of_plan(place)


def _is_by_plan(reading: Reading, place: Place) -> bool:
    by = re.search(r"\bby\b", place.match["rest"])
    if by is None:
        return reading.is_provider_agreement and _is_of_plan(place)
    side = agents.after(reading.parties, place.text, place.match.start("rest") + by.end())
    return side in (Side.PLAN, Side.UNNAMED) and _is_of_plan(place)


def _faults(reading: Reading, place: Place) -> list[_Fault]:
    """Return what is wrong with the notice of a change, if anything: at most one fault."""
    near = _near(reading, place)
    if any(_AS_AMENDMENT.search(passage.text) for passage in near):
        return []
    if _AFTER.search(place.text):
        return [_Fault(place, 1, "You are told only after a change.")]
    if any(_EFFORT.search(passage.text) for passage in near):
        return [_Fault(place, 1, "Only an effort to give notice is promised.")]
    told = [amount for passage in near for amount in _told(passage)]
    short = [amount for amount in told if _is_short(amount)]
    if told and not short:
        return []
    if short:
        days = f"{short[0].value:f} {short[0].unit.value}"
        return [_Fault(place, 2, f"Notice of a change is {days}.")]
    if any(_WEB.search(passage.text) for passage in near):
        return [_Fault(place, 0, "A posting is enough, so you must look for changes yourself.")]
    return [_Fault(place, 0, "No notice of a change is promised.")]


def _near(reading: Reading, place: Place) -> list[Passage]:
    """Return the sentence and those of its section that go on about the same documents."""
    section = list(reading.same_section(place.passage))
    at = section.index(place.passage)
    return [
        passage
        for number, passage in enumerate(section)
        if at <= number <= at + 1 or (number <= at + 3 and _speaks_of_change(passage))
    ]


def _speaks_of_change(passage: Passage) -> bool:
    text = passage.text.lower()
    return any(stem in text for stem in _STEMS) and any(
        stem in text for stem in ("chang", "modif", "amend", "revis", "update")
    )


def _told(passage: Passage) -> list[Amount]:
    """Return the lengths of notice that a sentence gives."""
    if _OTHER_TIME.search(passage.text) or not _NOTICE.search(passage.text):
        return []
    return list(numbers.times(passage.text))


def _is_short(amount: Amount) -> bool:
    """Judge calendar days and business days each by their own number, never one by the other."""
    if amount.unit is Unit.BUSINESS_DAYS:
        return amount.value < FEWEST_BUSINESS_DAYS
    days = amount.calendar_days
    return days is not None and days < FEWEST_DAYS


CHECK = Check(
    id="manual-change-notice",
    title="Manual changes lightly noticed",
    detects=(Detects.NUMBER, Detects.VAGUE),
    severity=Severity.HIGH,
    theme=Theme.BURDEN,
    tactics=("ratcheting",),
    questions=("gf_q17",),
    lesson="training_5",
    sources=(GOOD_PRACTICE,),
    laws=("manual-changes", "change-notice"),
    why=(
        "A manual can add work or cut pay as much as the agreement itself. Without fair notice you "
        "learn of it when a claim is denied."
    ),
    asks=(
        "Ask for sixty days' written notice of every change to a manual or policy.",
        "Ask that a change that adds cost or cuts pay needs your signature.",
    ),
    wording=(
        "A change to a manual or policy that adds cost or cuts pay is treated as an amendment. "
        "Plan gives sixty days' written notice of every other change."
    ),
    find=_find,
)
