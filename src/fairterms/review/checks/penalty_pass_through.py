"""Fines and damages that the plan must pay are passed down to the group."""

import re
from collections.abc import Iterable

from fairterms.review import places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = ("penalt", " fine", "sanction", "liquidated", "assess", "forfeiture")
_FINE = (
    r"(?:(?:civil )?(?:monetary )?penalt(?:y|ies)|fines?|sanctions?|liquidated damages|"
    r"(?:regulatory |monetary )?assessments?|forfeitures?|performance guarantees?)"
)
_PASSES = (
    r"(?:recoup\w*|recover\w*|offset\w*|deduct\w*|withhold\w*|pass(?:ed|es)?(?: \w+){0,3}? "
    r"(?:through|down|on|along)|assess\w*|charge[sd]?|allocate[sd]?|impose[sd]?|bill(?:ed|s)?|"
    r"collect\w*|shift\w*|transfer\w*)"
)
_BEARS = (
    r"(?:pay|reimburse|indemnify|be (?:\w+ )?(?:responsible|liable|charged|assessed)|bear|"
    r"make (?:\w+ )?whole|refund|repay|remit|absorb|share|assume|credit)"
)
_ON_PLAN = (
    r"(?:imposed|assessed|levied|charged|incurred|issued|owed|paid|payable|due|required|applied|"
    r"sustained|suffered)"
)
_BY_GROUP = re.compile(
    rf"\b(?P<verb>shall|will|must|agrees? to|(?:is|are) (?:\w+ )?(?:responsible|liable))\b"
    rf"[^;]{{0,60}}?\b(?:{_BEARS}|for)\b[^;]{{0,200}}?\b{_FINE}\b[^;]{{0,200}}?"
    rf"\b(?:{_ON_PLAN}|against|by)\b",
    re.IGNORECASE,
)
_BY_PLAN = re.compile(
    r"\b(?P<verb>may|shall|will|(?:shall )?ha(?:s|ve) the right|reserves the right|(?:is|are) "
    rf"entitled|can)\b(?! not)[^;]{{0,80}}?\b{_PASSES}\b[^;]{{0,200}}?\b{_FINE}\b"
    # On to where the plan's own fine is named, so that the quotation shows it.
    r"(?:[^;]{0,160}?\b(?:penalt\w+|fines?|sanctions?) (?:\w+ ){0,3}?(?:assessed|imposed|levied))?",
    re.IGNORECASE,
)
_THEN_BY_PLAN = re.compile(
    rf"\b{_FINE}\b[^;]{{0,160}}?\b(?P<verb>may|shall|will|has the right|is entitled)\b(?! not)"
    rf"[^;]{{0,60}}?\b{_PASSES}\b[^;]{{0,60}}?\b(?:to|from|against|for)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"\b{_FINE}\b[^;]{{0,200}}?\b(?:shall|will|may|must) be (?:\w+ )?(?:{_PASSES}|borne|paid|"
    r"reimbursed|the (?:sole )?responsibility)\b[^;]{0,80}?\b(?:by|to|from|against|of)\b",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"\b(?:imposed|assessed|levied|charged|incurred|issued)\b(?:[\w ,/]{0,40}?)"
    r"\b(?:up)?(?:on|against|by|from)\b|\b(?:equal to|amount of) (?:any|the|such) "
    rf"(?:\w+ ){{0,2}}?{_FINE}\b|\b(?:any|all|such|the)(?: and all)? (?:\w+ ){{0,3}}?{_FINE}\b",
    re.IGNORECASE,
)
_LAID = re.compile(
    r"\b(?:imposed|assessed|levied|charged|issued) (?:directly )?(?:up)?(?:on|against) "
    r"(?:the |a |any )?(?P<whom>\w+)",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"\bcost[- ]shar\w+|\bdeductible\b|\bcopay\w*|\b(?:without|no) penalty\b|\bearly withdrawal|"
    r"\btax(?:es)?(?:,| and| or| assessment)|\brisk[- ]?shar\w+ penalt|"
    r"\b(?:health|health risk|risk adjustment|needs?|clinical|quality|functional) assessments?\b|"
    r"\b(?:shall|will|may) not\b[^;]{0,60}\b(?:penal|sanction|fine)|"
    r"\bsanctions? (?:screening|list)",
    re.IGNORECASE,
)
_BY_FAULT = re.compile(
    r"\bto the extent\b[^;]{0,120}?\b(?:caus\w+|attribut\w+|result\w*|aris\w+|due|own|fault)\b|"
    r"\bin proportion\b|\bproportion(?:al|ate)\w*\b|\bsolely (?:caused|because|due|by|as a result)",
    re.IGNORECASE,
)
_OWN_ACTS = re.compile(
    r"\b(?:(?<!sums )(?<!amounts )(?<!payments )due to|because of|as a result of|"
    r"result(?:s|ed|ing)? from|caused by|arising (?:out of|from)|attributable to|by reason of)\b"
    r"[^;]{0,100}?\b(?:provider|group|practice|physician|contractor|acts?|omissions?|breach\w*|fail\w*|"
    r"non-?compliance|violation|false)\b|"
    r"\b(?:provider|group|practice|physician|contractor)\b(?:'s)? (?:fails?|failure|breach\w*)\b",
    re.IGNORECASE,
)
_MUTUAL = re.compile(
    r"\b(?:neither|either|each) part(?:y|ies)\b|\bon the other\b|\bthe other party\b", re.IGNORECASE
)


def _find(reading: Reading) -> Iterable[Sighting]:
    about = sieve.holding(reading.passages, *_STEMS)
    found = places.within(
        about,
        _BY_GROUP,
        _BY_PLAN,
        _THEN_BY_PLAN,
        _PASSIVE,
        where=lambda place: _passes_down(reading, place),
    )
    at_large = tuple(place for place in found if not _OWN_ACTS.search(place.text))
    if at_large:
        yield places.sighting(at_large, "What a regulator charges the plan is charged to you.")
    elif found:
        detail = (
            "You pay for your own failure only, yet the amount is whatever the plan is charged: "
            "without proof, a hearing or a cap."
        )
        yield places.sighting(found, detail, severity=Severity.LOW)


def _passes_down(reading: Reading, place: Place) -> bool:
    """Say whether fines of the plan reach the group whatever part it had in them."""
    text = place.text
    if any(pattern.search(text) for pattern in (_SOMETHING_ELSE, _BY_FAULT, _MUTUAL)):
        return False
    if _WHOSE.search(text) is None or not reading.parties.names_group(text):
        return False
    if _is_on_group(reading, text):
        return False
    if place.match.re is _PASSIVE:
        return True
    is_of_group = place.side(reading, "verb") is Side.GROUP
    return is_of_group is (place.match.re is _BY_GROUP)


def _is_on_group(reading: Reading, text: str) -> bool:
    """Say whether the fine is one that a regulator lays on the group itself."""
    laid = _LAID.search(text)
    return laid is not None and reading.parties.names_group(laid["whom"])


def _is_with_plan(reading: Reading) -> bool:
    return reading.is_provider_agreement


CHECK = Check(
    id="penalty-pass-through",
    title="Fines passed down",
    detects=(Detects.ONE_SIDED,),
    severity=Severity.HIGH,
    theme=Theme.RISK,
    tactics=("unfunded_mandates",),
    questions=("gf_q17",),
    lesson="training_1",
    sources=(GOOD_PRACTICE,),
    laws=("withholds",),
    why=(
        "A regulator's fine on the plan can be larger than a year of your pay, and you had no part "
        "in the case. You should answer for what you did, once it is shown."
    ),
    asks=("Ask to bear only fines that your own breach caused, with proof and a yearly cap.",),
    wording=(
        "Provider bears a fine only to the extent that its own breach caused it, after proof, and "
        "up to a yearly maximum of $X."
    ),
    applies=_is_with_plan,
    find=_find,
)
