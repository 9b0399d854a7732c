"""Where the group bears part of a loss: what it owes, and what limits it."""

import re

from fairterms.review import places
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place

LOSS = (
    r"(?:deficits?|shared[- ](?:loss(?:es)?|risk)|loss(?:es)?|shortfalls?|overruns?|"
    r"risk[- ]?shar(?:e|ing)(?: (?:amount|payment|penalt\w+|obligation))?|downside(?: risk)?|"
    r"excess costs?|costs? (?:in excess of|above|over) (?:the )?(?:\w+ ){0,3}?(?:target|benchmark|"
    r"budget|threshold)|negative (?:balance|variance|settlement|amount)|"
    r"repayment(?: amount| obligation)?|(?:risk )?pool deficits?)"
)
_ABOUT = re.compile(
    r"deficit|shared (?:loss|risk)|risk[- ]?shar|downside|shortfall|overrun|\bloss(?:es)?\b|"
    r"excess cost|full[- ]risk|at risk|withh[eo]ld|costs? (?:in excess|above|over|exceed)|negative|"
    r"repay|penalt",
    re.IGNORECASE,
)
_PAYS = (
    r"(?:pay|pays|repay|repays|reimburse|reimburses|refund|refunds|return|remit|owe|owes|bear|bears|"
    r"share|shares|absorb|absorbs|fund|be (?:\w+ )?(?:responsible|liable|obligated)|"
    r"(?:is|are) (?:\w+ )?(?:responsible|liable|obligated|at risk)|assume|assumes|contribute)"
)
_OWED = re.compile(
    rf"\b(?P<verb>(?:shall|will|must|(?:is|are) required to|agrees? to)\b)[^;]{{0,60}}?\b{_PAYS}\b"
    rf"[^;]{{0,140}}?\b{LOSS}\b",
    re.IGNORECASE,
)
_BORNE = re.compile(
    rf"\b(?P<verb>(?:owes?|bears?|shares?|absorbs?|assumes?|(?:is|are) (?:\w+ )?(?:responsible|"
    rf"liable|at risk)))\b[^;]{{0,140}}?\b{LOSS}\b",
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
    r"\bno (?:shared loss|downside|deficit|loss)\b|\b(?:medical|minimum) loss r\w+\b",
    re.IGNORECASE,
)
_UPSIDE_ONLY = re.compile(
    r"\b(?:upside[- ]only|no downside|one[- ]sided|not (?:be )?(?:responsible|liable|required|"
    r"obligated|at risk)|(?:shall|will|does|do) not (?:owe|bear|share|pay|repay|be))\b",
    re.IGNORECASE,
)


def owed(reading: Reading) -> tuple[Place, ...]:
    """Find where the group must bear part of a loss."""
    about = [p for p in reading.passages if _ABOUT.search(p.text)]
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
