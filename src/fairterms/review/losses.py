"""Where the group bears part of a loss: what it owes, and what limits it."""

import re
from functools import lru_cache

from fairterms.review import places, sieve
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place

LOSS = (
    r"(?:deficits?|shared[- ](?:loss(?:es)?|risk)|loss(?:es)?|shortfalls?|"
    r"risk[- ]?shar(?:e|ing)(?: (?:amount|payment|penalt\w+|obligation))?|downside(?: risk)?|"
    r"excess costs?|costs? (?:in excess of|above|over) (?:the )?(?:\w+ ){0,3}?(?:target|benchmark|"
    r"budget|threshold)|amounts? by which [^;]{0,60}?\bexceeds?|"
    r"negative (?:balance|variance|settlement|amount)|"
    r"repayment(?: amount| obligation)?|(?:risk )?pool deficits?|"
    r"(?:full|financial|insurance|professional|downside)(?: \w+)? risk)"
)
STEMS = ("deficit", "loss", "risk", "downside", "shortfall", "repay", "exceed", "excess", " owe")
"""Letters that stand in every sentence about a loss."""
_PAYS = (
    r"(?:pay|pays|repay|repays|reimburse|reimburses|refund|refunds|return|remit|owe|owes|bear|"
    r"bears|"
    r"share|shares|absorb|absorbs|fund|accept|accepts|be (?:\w+ )?(?:responsible|liable|obligated)|"
    r"(?:is|are) (?:\w+ )?(?:responsible|liable|obligated|at risk)|assume|assumes|contribute)"
)
_AT_MOST = (
    r"(?:(?:shall|will|may|can|must|does|do)? ?(?:not|never|in no event) (?:\w+ ){0,2}?exceeds?|"
    r"no (?:more|greater) than|not (?:more|greater) than|(?:is|are|be) (?:\w+ )?(?:limited|capped)|"
    r"capped|up to (?:a maximum of )?(?:\$|\w+ percent|\d)|maximum of|lesser of)"
)
_OWED = re.compile(
    rf"\b(?P<verb>(?:shall|will|must|(?:is|are) required to|agrees? to)\b)[^;]{{0,60}}?\b{_PAYS}\b"
    rf"[^;]{{0,140}}?\b{LOSS}\b",
    re.IGNORECASE,
)
_BORNE = re.compile(
    rf"\b(?P<verb>(?:(?:re)?pays|remits|reimburses|owes?|bears?|shares?|absorbs?|assumes?|"
    rf"accepts?|(?:is|are) (?:\w+ )?(?:responsible|liable|at risk)))\b[^;]{{0,140}}?\b{LOSS}\b",
    re.IGNORECASE,
)
_CHARGED = re.compile(
    rf"\b{LOSS}\b[^;]{{0,140}}?\b(?:shall|will|must|is|are|may)\b[^;]{{0,30}}?\b(?:be )?"
    r"(?:shared|paid|repaid|owed|borne|charged|deducted|recovered|withheld|offset|allocated|due|"
    r"payable)\b[^;]{0,40}?\b(?:by|from|to|with|against|between)\b",
    re.IGNORECASE,
)
_EXCEEDED = re.compile(
    r"\b(?:costs?|expenditures?|expenses?|claims|spending)\b[^;]{0,100}?\b(?:exceeds?|(?:is|are) "
    r"(?:more|greater|higher) than|above)\b[^;]{0,140}?\b(?P<verb>shall|will|must|is required to|"
    rf"owes?)\b[^;]{{0,60}}?\b{_PAYS}\b",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"\bindemnif\w+|\bharmless\b|\binsurance\b|\bmalpractice\b|\bloss of (?:licens|accred|profit|"
    r"revenue|data|use|coverage)|\blost profits\b|\bmembers? (?:shall|may|is|are)\b|"
    r"\bthird[- ]party\b|\bconsequential\b|\bemergency\b|\bdamages\b|\bdata loss\b|"
    r"\bno (?:shared (?:loss|risk)|risk shar\w+|downside|deficit|loss)\b|"
    r"\bneither party\b|\b(?:interim payment|advance)\b|\b(?:medical|minimum) loss r\w+\b",
    re.IGNORECASE,
)
_UPSIDE_ONLY = re.compile(
    r"\b(?:upside[- ]only|no downside|one[- ]sided|not (?:be )?(?:responsible|liable|required|"
    r"obligated|at risk)|(?:shall|will|does|do) not (?:owe|bear|share|pay|repay|be))\b",
    re.IGNORECASE,
)

_CAPS = (
    re.compile(
        r"\b(?:loss|losses|downside|(?:shared )?risk(?: shar\w+)?|repayment|deficit|"
        r"exposure|penalty)(?: \w+){0,2}? (?:caps?|limits?|ceilings?|maximums?)\b|"
        r"\b(?:maximum|cap|ceiling|limit)(?: \w+){0,4}? (?:losses|loss|shared risk|downside|"
        r"deficit|repayment|exposure|(?:financial )?risk|risk shar\w+|penalty|"
        r"amount (?:owed|payable) by|amount [^;]{0,40}?\b(?:owes?|pays?|repays?))\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{LOSS}\b[^;]{{0,200}}?\b{_AT_MOST}\b|\b{_AT_MOST}\b[^;]{{0,160}}?\b{LOSS}\b|"
        r"\b(?:owes?|pays?|repays?|be (?:responsible|liable) for|bears?)\b (?:\w+ ){0,2}?"
        r"(?:more than|in excess of|up to|a maximum of)\b|"
        rf"\b(?:neither|no|nor)\b[^;]{{0,80}}?\b{LOSS}\b[^;]{{0,80}}?\b(?:may|shall|will|can|does)"
        rf" (?:ever )?exceeds?\b|\b{LOSS}\b[^;]{{0,80}}?\b(?:(?:stops?|ends?|tops? out) at|"
        r"(?:is|are|be) (?:never|not|at) (?:most|more|above|over|larger|higher))\b",
        re.IGNORECASE,
    ),
)
_OTHER_CAP = re.compile(
    r"\b(?:gain|savings?|surplus|bonus|incentive|upside)(?: \w+){0,2}? (?:caps?|limits?)\b|"
    r"\bstop[- ]loss\b|\binsurance\b|\bmalpractice\b|\bdamages\b|\bindemnif|"
    r"\b(?:is|are|has|have) (?:no|not|un)(?: \w+)?(?: \w+)? ?(?:cap|limit|maximum|limited|capped)|"
    r"\bwithout (?:a |any )?(?:cap|limit|maximum)|\bno (?:cap|limit|maximum)\b|\bunlimited\b",
    re.IGNORECASE,
)


# Three checks ask the same of one reading.
@lru_cache(maxsize=1)
def owed(reading: Reading) -> tuple[Place, ...]:
    """Find where the group must bear part of a loss."""
    about = sieve.holding(reading.passages, *STEMS)
    found = places.within(
        about,
        _OWED,
        _BORNE,
        _EXCEEDED,
        _CHARGED,
        where=lambda place: _is_of_group(reading, place),
    )
    # A duty in plain words leads; a definition or a step of the arithmetic follows.
    return tuple(sorted(found, key=lambda place: place.match.re is not _OWED))


@lru_cache(maxsize=1)
def caps(reading: Reading) -> tuple[Place, ...]:
    """Find where a maximum for what the group may lose is named, with its amount or without."""
    about = sieve.holding(reading.passages, *STEMS)
    return places.within(about, *_CAPS, where=lambda place: _OTHER_CAP.search(place.text) is None)


def _is_of_group(reading: Reading, place: Place) -> bool:
    """Say whether it is the group that bears the loss."""
    text = place.text
    if _SOMETHING_ELSE.search(text) or _UPSIDE_ONLY.search(text):
        return False
    if place.match.re is _CHARGED:
        return reading.parties.names_group(text) or not reading.parties.names_plan(text)
    side = place.side(reading, "verb")
    if side is Side.OTHER:
        near = place.before[-120:] + place.match[0]
        return reading.parties.names_group(near)
    return side in (Side.GROUP, Side.UNNAMED, Side.BOTH)
