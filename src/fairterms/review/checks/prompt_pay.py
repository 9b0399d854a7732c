"""When the plan must pay a claim is not said, is soft, or is far off."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from fairterms.document import numbers
from fairterms.document.numbers import Amount, Unit
from fairterms.review import absence, places, sieve
from fairterms.review.authorities import AMA_MODEL
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

MOST_DAYS = Decimal(45)
"""Calendar days for a clean claim, above which the wait is long; our own standard."""
MOST_BUSINESS_DAYS = Decimal(32)

_CLAIM = r"(?:claims?|invoices?|statements?|bills?|services|encounters?|capitation|compensation)"
_PAYS = (
    r"(?:pay|pays|paid|payments?|paying|reimburse[sd]?|reimbursement|adjudicate[sd]?|"
    r"remit(?:s|ted)?)"
)
_ABOUT = re.compile(rf"\b{_PAYS}\b", re.IGNORECASE)
_OF_CLAIMS = re.compile(rf"\b{_CLAIM}\b|\bprompt", re.IGNORECASE)
_PAID_CLAIMS = re.compile(
    rf"\b(?:{_PAYS}|compensation)\b[^;]{{0,200}}?\b(?:claims?|(?:covered|contracted|authorized) "
    r"services|capitation)\b|"
    rf"\b(?:claims?|(?:covered|contracted|authorized) services)\b[^;]{{0,200}}?\b{_PAYS}\b",
    re.IGNORECASE,
)
_IN_TIME = re.compile(r"\b(?:prompt\w*|tim(?:e|es|ely)|days|within|late)\b", re.IGNORECASE)
_HEDGES = (
    *("effort", "endeav", "attempt", "intend", "aim", "seek", "strive", "target", "expect"),
    "anticipat",
)
_SOFT = re.compile(
    r"\b(?:(?:best|reasonable|commercially reasonable|good[- ]faith|diligent|every) "
    r"(?:\w+ )?efforts?|endeavou?rs?|attempts?|intends?|aims?|seeks?|strives?|"
    rf"targets?|expects?|anticipates?)\b (?:is made )?to (?:\w+ ){{0,2}}?(?:{_PAYS}|process)\b"
    rf"(?P<rest>[^;]{{0,160}})",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    rf"\b{_PAYS}\b[^;]{{0,120}}?\b(?:promptly(?! notif| inform| refund| return| report)|"
    r"(?<!not )timely(?! (?:or \w+ )?(?:fil|submi))|in a (?:timely|prompt) "
    r"(?:manner|fashion|basis)|as soon as (?:practicable|possible|reasonably \w+)|"
    r"within a reasonable (?:time|period)|in due course|(?:in accordance with|according to|under) "
    r"[\w']{1,20} (?:normal|usual|customary|standard|then-current)[\w ]{0,30}"
    rf"(?:cycle|schedule|practices?|procedures?))|\b(?:promptly|timely) {_PAYS}\b",
    re.IGNORECASE,
)
_NO_INTEREST = re.compile(
    r"\b(?:no|without|not (?:be )?(?:responsible|liable|obligated|required|entitled)[^;]{0,40}?"
    r"(?:for|to)|not (?:bear|accrue|earn|pay|owe|include))(?: any)?(?: late| penalty| \w+)? "
    r"interest\b|\bwaives?\b[^;]{0,60}\binterest\b",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:late|claims?|overdue|past due|delay\w*|underpa\w+|amounts?|payments?)\b", re.IGNORECASE
)
_NOT_LATE_PAY = re.compile(
    r"\b(?:advance|loan|deposit|escrow|reserve|withh\w+|pool|conflict)\b", re.IGNORECASE
)
_BY_LAW = re.compile(
    r"\bprompt[- ]pay(?:ment)? (?:laws?|statut\w*|regulat\w*|requirements?|rules?|act|standards?)|"
    r"\b(?:as|within|in accordance with|in compliance with|pursuant to|under|subject to|consistent "
    r"with|according to|specified (?:in|by)|required (?:by|under)|comply with|set (?:forth|out) in|"
    r"provided (?:in|by))\b[^;]{0,80}?"
    r"(?:\blaws?\b|\bstatut\w*|\bregulat\w*|\bsections? \d|\bC\.?F\.?R|\bU\.?S\.?C|\b\w+ Code\b|§|"
    r"\b(?:TCA|ORS|RCW|C\.R\.S|ARS|NRS)\b|\bTitle \d)",
    re.IGNORECASE,
)
# "1% for each month" is the price of being late, and no time to pay.
_A_MONTH = re.compile(
    r"(?:%|\bpercent)\)? (?:\w+ ){0,2}?(?:a|an|per|each|every) (?:month|year)\b|"
    r"%? monthly interest",
    re.IGNORECASE,
)
_OF_RESULTS = re.compile(
    r"\b(?:settlement|reconcil\w+|objection|shared (?:gain|loss|savings)|outcomes? payment|"
    r"incentive|bonus|withhold|performance|start-?up|advance)\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:within|(?:no|not) (?:later|more) than|not to exceed)\b[\w ()-]{0,25}$", re.IGNORECASE
)
_SUBMITS = re.compile(
    r"\b(?:submit\w*|fil(?:e|es|ed|ing)|refund\w*|repa(?:y|id)|overpa\w+|appeal\w*|recoup\w*|"
    r"notice|notif\w*|terminat\w*|resubmi\w*|deposit\w*|premium\w*|recover\w*)\b",
    re.IGNORECASE,
)
_TIMELY = re.compile(
    r"\b(?:monthly|weekly|each month|(?:each|every) week|(?:\d+(?:st|nd|rd|th)|first|fifth|tenth|"
    r"fifteenth|twentieth|last) (?:\(\w+\) )?(?:business |calendar )?day of)\b",
    re.IGNORECASE,
)
_INTEREST = re.compile(
    r"\binterest (?:at|of|on|shall|is|will|as|for|equal|accru|under|thereon)|"
    r"\b(?:bear|bears|accrue|accrues|with|plus|including|pay|and|simple|statutory) (?:\w+ ){0,2}?"
    r"interest\b|\blate (?:payment )?(?:fee|charge|penalt)|\bpercent[^;]{0,40}per month\b",
    re.IGNORECASE,
)
_INTEREST_ELSEWHERE = re.compile(
    r"\b(?:best|financial|ownership|conflicts?(?: of)?|controlling|security|public|own(?:ership)?|"
    r"pecuniary|property|insurable|title and|right,? title and) interest\b",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    about = sieve.holding(reading.passages, "pay", "paid", "reimburs", "adjudicat", "remit")
    hedged = sieve.holding(about, *_HEDGES)
    soft = places.within(hedged, _SOFT, where=lambda place: _is_soft(reading, place))
    timed = sieve.holding(about, "day", "month", "week")
    late = places.within(timed, _ABOUT, where=lambda place: _is_far_off(reading, place))
    waived = places.within(
        sieve.holding(reading.passages, " interest"),
        _NO_INTEREST,
        where=_waives_interest,
    )
    if soft or late:
        yield places.sighting((*soft, *late, *waived), _detail(soft, late))
    elif not any(_sets_time(reading, passage.text) for passage in about):
        yield from _without_time(reading)
    elif waived:
        bears = _bears_interest(reading)
        severity = Severity.LOW if bears else Severity.MEDIUM
        yield places.sighting(waived, "The plan pays late without interest.", severity=severity)
    elif not _bears_interest(reading):
        missing = "no interest on payments that come late was found"
        found = absence.sighting(reading, ("interest on late payment",), missing)
        # The time is fixed, and only its price is missing.
        yield replace(found, severity=Severity.MEDIUM)


def _detail(soft: tuple[Place, ...], late: tuple[Place, ...]) -> str:
    parts = ["The plan tries to pay in time, and owes you nothing if it does not."] if soft else []
    if late:
        parts.append(f"A claim may wait more than {MOST_DAYS} days.")
    return " ".join(parts)


def _is_soft(reading: Reading, place: Place) -> bool:
    """Say whether it is the plan that only tries, and to pay."""
    is_of_claims = _OF_CLAIMS.search(place.text) or reading.parties.names_group(place.text)
    return bool(is_of_claims) and place.side(reading) is not Side.GROUP


def _is_far_off(reading: Reading, place: Place) -> bool:
    """Say whether a claim is paid within a time that is too long."""
    return any(_is_long(amount) for amount in _times_to_pay(reading, place.text))


def _is_long(amount: Amount) -> bool:
    if amount.unit is Unit.BUSINESS_DAYS:
        return amount.value > MOST_BUSINESS_DAYS
    return amount.calendar_days is not None and amount.calendar_days > MOST_DAYS


def _times_to_pay(reading: Reading, text: str) -> Iterator[Amount]:
    """Return the times within which the plan pays claims."""
    if not _OF_CLAIMS.search(text) or _BY_LAW.search(text):
        return
    for amount in numbers.times(text):
        near = text[max(0, amount.start - 160) : amount.start]
        pays = list(_ABOUT.finditer(near))
        if pays and _DEADLINE.search(near) and not _SUBMITS.search(near[pays[-1].start() :]):
            place = amount.start - len(near) + pays[-1].start()
            if not _is_of_group(reading, text, place):
                yield amount


def _is_of_group(reading: Reading, text: str, place: int) -> bool:
    """Say whether it is the group that pays."""
    verbs = list(re.finditer(r"\b(?:shall|will|must|agrees?|may)\b", text[: place + 1]))
    at = verbs[-1].start() if verbs else place
    return reading.parties.subject(text, at) is Side.GROUP


def _sets_time(reading: Reading, text: str) -> bool:
    """Say whether a sentence gives a time for payment, or names a law that does."""
    if not _OF_CLAIMS.search(text) and (not _ABOUT.search(text) or _OF_RESULTS.search(text)):
        return False
    if _BY_LAW.search(text):
        return bool(_OF_CLAIMS.search(text) and _IN_TIME.search(text))
    text = _A_MONTH.sub("", text)
    if _TIMELY.search(text) or numbers.times(text):
        return not _SUBMITS.search(text) or any(True for _ in _times_to_pay(reading, text))
    return False


def _without_time(reading: Reading) -> Iterator[Sighting]:
    """Return the vague promise to pay, or the absence of a time."""
    vague = places.find(reading, _VAGUE, where=lambda place: _is_of_plan(reading, place))
    if vague:
        yield places.sighting(vague, "The plan pays promptly, and no days say what that is.")
    else:
        yield absence.sighting(
            reading,
            ("days within which the plan pays a claim", "a prompt-payment law", "a payment cycle"),
            "no time within which the plan must pay a claim was found",
        )


def _is_of_plan(reading: Reading, place: Place) -> bool:
    if "subcontract" in place.text.lower() or _BY_LAW.search(place.text):
        return False
    return not _is_of_group(reading, place.text, place.match.start())


def _waives_interest(place: Place) -> bool:
    return bool(_LATE.search(place.text)) and _NOT_LATE_PAY.search(place.text) is None


def _bears_interest(reading: Reading) -> bool:
    """Say whether late payment has a price: interest, a late fee, or a law that sets one."""
    return any(
        (_INTEREST.search(p.text) and not _INTEREST_ELSEWHERE.search(p.text))
        or (_BY_LAW.search(p.text) and _ABOUT.search(p.text) and _sets_time(reading, p.text))
        for p in reading.passages
    )


def _is_with_plan(reading: Reading) -> bool:
    """Apply where care for members is paid for."""
    return reading.is_provider_agreement and any(
        _PAID_CLAIMS.search(passage.text) for passage in reading.passages
    )


CHECK = Check(
    id="prompt-pay",
    title="Payment time unclear",
    detects=(Detects.VAGUE, Detects.ABSENCE, Detects.NUMBER),
    severity=Severity.HIGH,
    theme=Theme.MONEY,
    tactics=("strategic_ambiguity",),
    questions=("gf_q02",),
    lesson="training_1",
    sources=(AMA_MODEL,),
    laws=("prompt-pay",),
    why=(
        "Wages and rent are due whether or not the plan has paid. A promise without days and "
        "without interest costs the plan nothing to break."
    ),
    asks=(
        "Ask, for each line of business, for days to pay a clean claim and interest after them.",
    ),
    wording=(
        "Plan pays clean claims within 30 days after it receives them. Sums paid later bear "
        "interest of 1% for each month."
    ),
    applies=_is_with_plan,
    find=_find,
)
