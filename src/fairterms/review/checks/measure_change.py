"""The plan may change measures or targets alone."""

import re
from collections.abc import Iterable

from fairterms.review import incentives, places
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_CHANGE = (
    r"(?:revis\w+|chang\w+|modif\w+|updat\w+|amend\w*|adjust\w*|add|adds|added|replac\w+|delet\w+|"
    r"retir\w+|remov\w+|substitut\w+|re-?set|re-?calibrat\w+|re-?weight\w*|alter\w*|"
    r"supplement\w*|eliminat\w+|introduc\w+|increas\w+|rais\w+)"
)
_KIND = (
    r"(?:quality|performance|outcome|clinical|incentive|cost|program|measure|gain[- ]sharing|"
    r"scoring|payment|efficiency|reporting|savings|utili[sz]ation)"
)
_OBJECT = (
    rf"(?:(?:{_KIND} )?(?:measures?|metrics?|indicators?)(?! (?:to|that|designed)\b)|"
    rf"(?:{_KIND} )?(?:targets?|benchmarks?|thresholds?|goals?)|"
    rf"(?:{_KIND} ){{1,2}}(?:standards?|specifications?|weights?|levels?|criteria|methodolog\w+|"
    r"components?|requirements?|formula|scores?)|weights?|measure sets?|score ?cards?|"
    r"(?:additional |new )episodes?)"
)
_MODAL = (
    r"(?P<verb>may(?! not)|can|shall|will|(?:(?:is|are|shall be) )?entitled to|(?:shall )"
    r"?(?:ha(?:ve"
    r"|s)|retains?|reserves?) the (?:sole |exclusive )?(?:right|option|discretion) to)"
)
_ACTIVE = re.compile(
    rf"\b{_MODAL}(?:,? (?:at any time|from time to time|annually|periodically),?)*"
    rf"(?:, [^.;]{{1,90}}?,)?(?: [\w,/()'-]+){{0,8}}? {_CHANGE}\b"
    rf"(?:,? (?:and|or|and/or|\w+,) \w+)*(?: [\w,'-]+){{0,6}}? {_OBJECT}",
    re.IGNORECASE,
)
_REVIEWS = re.compile(
    rf"\b(?P<verb>will|shall|may) review\b[^.;]{{0,30}}?\b{_OBJECT}[^.;]{{0,80}}?\b{_CHANGE}",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"\b{_OBJECT}(?: [\w,()'-]+){{0,14}}? (?:(?:may|can|will|shall)(?: also)? be|(?:are|is) "
    rf"subject "
    rf"to(?: [\w-]+){{0,3}}?)(?: [\w-]+){{0,3}}? (?:{_CHANGE}|change|revision|modification|"
    rf"adjustment|"
    r"identified and added)\b(?P<rest>[^.;]{0,120})",
    re.IGNORECASE,
)
_AS_REVISED = re.compile(
    rf"\b{_OBJECT}\b[^.;]{{0,120}}?\b(?:as|and) (?:may be )?(?:revised|modified|amended|updated|"
    r"changed)(?: by (?P<who>[\w' ]{2,30}?))?,? from time to time",
    re.IGNORECASE,
)
_FREQUENCY = re.compile(
    r"\b(?P<verb>may|reserves the right to|has the right to) (?:also )?(?:change|increase|revise|"
    r"modify|require|alter)\b[^.;]{0,60}?\b(?:frequency|reports? (?:to be )?(?:submitted )?(?:more "
    r"often|more frequently|monthly|weekly)|"
    r"reporting (?:schedule|frequency|periods?|requirements))",
    re.IGNORECASE,
)
_BY_LAW = re.compile(
    r"\b(?:required|mandated|directed) (?:by|to comply|under)\b|\bto (?:comply|conform) with\b|"
    r"\bchanges? (?:in|to|of) (?:applicable )?(?:law|regulation|HEDIS|NCQA|the (?:measure )"
    r"?steward)|"
    r"\b(?:HEDIS|NCQA|NQF|measure steward|steward of)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:cost[- ]containment measures|security measures|corrective measures|safety measures|"
    r"fee schedules?|drug|formular\w+|claims? edits?|utilization management program|"
    r"(?:record|data) retention|remedial|credentialing (?:standards|criteria)|mediat\w+|"
    r"arbitrat\w+|staff(?:ing)?|medical necessity|coverage criteria|preventive measures|"
    r"reasonable measures|appropriate measures|all measures|overpayment)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:may|shall|will|can) not\b|\bno (?:measure|target|change|benchmark)|\bonly (?:by|with|if)"
    r"\b|"
    r"\bis not (?:changed|reset)",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby (?P<who>.*)")
_FREELY = re.compile(
    r"\b(?:annual(?:ly)?|from time to time|at any time|periodic\w*|each (?:\w+ )?year|upon|on|"
    r"with(?:out)?|in its|by posting|every year|discretion)\b",
    re.IGNORECASE,
)
_RIGHTS = (_ACTIVE, _REVIEWS, _PASSIVE)
_CHANGES = (
    "revis",
    "chang",
    "modif",
    "updat",
    "amend",
    "adjust",
    "added",
    " add",
    "replac",
    "delet",
    "retire",
    "remov",
    "substitut",
    "reset",
    "re-set",
    "calibrat",
    "weight",
    "alter ",
    "altered",
    "supplement",
    "eliminat",
    "introduc",
    "increas",
    "raise",
)
_WORDS = (
    "measure",
    "metric",
    "indicator",
    "target",
    "benchmark",
    "threshold",
    "goal",
    "weight",
    "score",
    "scoring",
    "episode",
    "component",
    "criteria",
    "methodolog",
    "standards",
    "requirement",
    "levels",
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = incentives.mentioning(reading, *_WORDS, also=_CHANGES)
    rights = places.within(passages, *_RIGHTS, where=lambda p: _is_plans(reading, p))
    revised = places.within(passages, _AS_REVISED, where=lambda p: _is_plans(reading, p))
    reports = incentives.mentioning(reading, "frequen", "monthly", "weekly", "reporting")
    often = places.within(reports, _FREQUENCY, where=lambda p: _is_plans(reading, p))
    if rights or revised:
        found = incentives.once((*rights, *revised, *often))
        yield places.sighting(found, "The plan alone may change what is measured, or the target.")
    elif often:
        yield places.sighting(often, "The plan alone may ask for reports more often.")


def _is_plans(reading: Reading, place: Place) -> bool:
    text = place.text
    unfit = any(sign.search(text) for sign in (_BY_LAW, _OTHER, _DENIED))
    if unfit or incentives.is_joint(text):
        return False
    named = place.match.groupdict()
    if named.get("verb"):
        return _may(reading, place)
    if named.get("who"):
        return reading.parties.names_plan(named["who"])
    return _is_by_plan(reading, named.get("rest") or "from time to time")


def _may(reading: Reading, place: Place) -> bool:
    side = place.side(reading, "verb")
    if side is Side.UNNAMED:
        return not reading.parties.names_plan(place.text)
    return side is Side.PLAN


def _is_by_plan(reading: Reading, rest: str) -> bool:
    """Say whether "may be revised ..." goes on "by Plan", by a removed name, or freely."""
    by = _BY.search(rest)
    if by is None or by["who"].startswith("posting"):
        return _FREELY.search(rest) is not None
    return incentives.names_plan_next(reading, by["who"])


CHECK = Check(
    id="measure-change",
    title="Plan changes measures",
    detects=(Detects.ONE_SIDED,),
    severity=Severity.HIGH,
    theme=Theme.MEASUREMENT,
    tactics=("ratcheting",),
    questions=("gf_q12",),
    lesson="training_2",
    sources=(GOOD_PRACTICE,),
    why=(
        "A measure that the plan can move is not a promise. You may build staff and forms for one "
        "target and be judged by another."
    ),
    asks=(
        "Ask that measures and targets change once a year at most, by joint vote, after a test.",
    ),
    wording=(
        "Measures and targets change no more than yearly, by joint vote, and after a year of "
        "reporting without payment."
    ),
    applies=incentives.pays_by_results,
    find=_find,
)
