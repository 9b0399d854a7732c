"""The plan's rights to take back what it paid, and how far back they reach."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from fairterms.document import numbers
from fairterms.document.numbers import Amount
from fairterms.review import places, sieve
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place

SHORTEST_LOOK_BACK = Decimal(90)
"""Calendar days below which a time is one to give notice or to pay, not one to look back."""

TAKE_BACK = (
    r"(?:recoup\w*|recover\w*|offset\w*|off-set\w*|set[- ]?offs?|deduct\w*|withhold\w*|withheld|"
    r"retract\w*|take[- ]?backs?|take back|debit\w*|reclaim\w*|claw\w*|net against)"
)
STEMS = (
    *("recoup", "recover", "off", "deduct", "withh", "retract", "take", "overpa", "refund", "repa"),
    *("reopen", "retroactive", "adjust"),
)
"""Letters one of which stands in every sentence about taking money back."""
_TOO_MUCH = re.compile(
    r"\boverpa\w+|\b(?:erroneous|improper|incorrect|excess|duplicate|unearned|inappropriate)\w*\b|"
    r"\bin (?:error|excess)\b|\bpaid (?:by mistake|mistakenly)|\bnot (?:been )?(?:due|payable|owed|"
    r"covered|medically necessary)\b|\bow(?:e|es|ed|ing)\b|\b(?:amounts?|sums?|monies) due\b|"
    r"\bpayments? (?:made|on any claim|for any)|\bmiscod\w+",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"\b(?P<verb>(?:may|can|will|shall(?! not)(?: be entitled to| have the right to)?|"
    r"(?:is|are) (?:entitled|authorized|permitted) to|ha(?:s|ve) the (?:\w+ )?rights?|"
    r"re(?:serve|tain)s? (?:the|its) (?:\w+ )?rights?))\b(?! not)[^;]{0,120}?"
    rf"\b{TAKE_BACK}\b",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"\b(?:agrees? (?:to|that)|authoriz\w+|permits?|consents? to|allows?)\b[^;]{0,80}?"
    rf"\b{TAKE_BACK}\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:may|shall|will|can|is|are|must)(?: also)? be (?:\w+ ){0,3}?(?:subject to )?"
    rf"(?:\w+ ){{0,2}}?{TAKE_BACK}\b|"
    r"\b(?:recover(?:y|ies)|recoupments?|offsets?|adjustments?|take-?backs?)\b"
    r"[^;]{0,60}?\b(?:shall|will|may) (?:occur|be (?:made|taken|effected|automatic\w*))\b",
    re.IGNORECASE,
)
_GIVES_BACK = re.compile(
    r"\b(?P<verb>shall|must|will|agrees? to)\b (?:\w+ ){0,3}?(?:refund|repay|return|reimburse)\b",
    re.IGNORECASE,
)
# Sums of a settlement, of an advance or of pay by results; what other people owe; the State's.
_OTHER_MONEY = re.compile(
    r"\b(?:advance|settlement reports?|shared loss|deficit|risk shar\w+|incentive|withhold amount|"
    r"copay\w*|coinsurance|premiums?|excluded individuals?|unallowable)\b",
    re.IGNORECASE,
)
_TAX = re.compile(r"\btax(?:es|ing)?\b|\bsalary\b", re.IGNORECASE)
_FORBIDDEN = re.compile(
    r"\b(?:shall|may|will|can|does|do) not\b[^;]{0,40}$|\b(?:no|neither|never)\b[^;]{0,60}$",
    re.IGNORECASE,
)
_REOPENS = re.compile(
    rf"\b(?:{TAKE_BACK}|overpa\w+|refund\w*|reopen\w*|re-?adjudicat\w*|retroactive\w*|"
    r"adjust(?:s|ed|ments?)?)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:within|more than|later than|longer than|earlier than|older than|exceed\w*|beyond|after|"
    r"preceding|previous|prior|past|last|period of|for|up to|made in the|back)\b[\w ,()-]{0,30}$",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\bunderpa\w+|\bretain\w*|\bretention\b|\brecords\b|\bterm of\b", re.IGNORECASE
)
# "The notice must come within a year after the claim was paid", a sentence after the right.
_AFTER_PAID = re.compile(
    r"\b(?:within|later than|more than|after)\b[^.;]{0,40}?\b(?:months?|years?|days)\b[^.;]{0,30}?"
    r"\b(?:after|of|from|since|following)\b[^.;]{0,40}?\b(?:paid|payment|remittance|processed|"
    r"adjudicat\w+)\b",
    re.IGNORECASE,
)
_IS_RECOVERY = re.compile(rf"\boverpa\w+|\b{TAKE_BACK}\b", re.IGNORECASE)
_MONEY = re.compile(
    r"\b(?:claims?|pa(?:id|ys?|yments?|yable)|overpa\w+|underpa\w+|amounts?|sums?|monies|fees?|"
    r"compensation|reimburse\w*|recoup\w*|refund\w*|adjudicat\w+|remittance)\b|\$",
    re.IGNORECASE,
)
_BY_LAW = re.compile(
    r"\b(?:time(?:s|frames?| (?:limits?|periods?|frames?))?|periods?|limits?|limitations?|"
    r"look-?back\w*|deadlines?)\b[^;]{0,80}?\b(?:laws?|statut\w*|regulat\w*)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _about(reading: Reading) -> tuple[Passage, ...]:
    """Return the sentences about taking money back; the questions below are asked of them."""
    return sieve.holding(reading.passages, *STEMS)


def rights(reading: Reading) -> tuple[Place, ...]:
    """Find where the plan may take back what it paid, or the group must give it back."""
    about = [p for p in _about(reading) if _is_of_claims(p)]
    return places.within(
        about,
        _RIGHT,
        _ALLOWED,
        _PASSIVE,
        _GIVES_BACK,
        where=lambda place: _is_right(reading, place),
    )


def look_backs(reading: Reading) -> Iterator[tuple[Place, Amount]]:
    """Return how far back the plan may reach, wherever the agreement says so."""
    for passage in (*_about(reading), *_beside(reading)):
        match = _REOPENS.search(passage.text) or _AFTER_PAID.search(passage.text)
        if match is None or _OTHER_TIME.search(passage.text) or not _MONEY.search(passage.text):
            continue
        for amount in numbers.times(passage.text):
            days = amount.calendar_days
            before = passage.text[max(0, amount.start - 60) : amount.start]
            if days is not None and days >= SHORTEST_LOOK_BACK and _SINCE.search(before):
                yield Place(passage, match), amount


def _beside(reading: Reading) -> Iterator[Passage]:
    """Return what a section about recoveries says of the time after a claim was paid."""
    about = set(_about(reading))
    for passage in sieve.holding(reading.passages, "month", "year", "day"):
        if passage not in about and _AFTER_PAID.search(passage.text):
            section = reading.same_section(passage)
            if any(p in about and _IS_RECOVERY.search(p.text) for p in section):
                yield passage


def follows_law(reading: Reading) -> bool:
    """Say whether the agreement leaves how far back to a law that limits it."""
    return any(
        _REOPENS.search(passage.text) and _BY_LAW.search(passage.text)
        for passage in _about(reading)
    )


def _is_of_claims(passage: Passage) -> bool:
    """Say whether a sentence is about payments for care, not about settling results."""
    is_too_much = _TOO_MUCH.search(passage.text) is not None
    if _TAX.search(passage.text):
        return False
    is_overpaid = "overpa" in passage.text.lower()
    return is_overpaid or (is_too_much and _OTHER_MONEY.search(passage.text) is None)


def _is_right(reading: Reading, place: Place) -> bool:
    if _FORBIDDEN.search(place.before[-80:]) or re.search(r"\bnot\b", place.match[0]):
        return False
    if place.match.re in (_PASSIVE, _ALLOWED):
        return True
    is_of_group = place.side(reading, "verb") is Side.GROUP
    return is_of_group is (place.match.re is _GIVES_BACK)
