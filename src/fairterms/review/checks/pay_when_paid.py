"""Payment hangs on the plan being paid by someone else."""

import re
from collections.abc import Iterable

from fairterms.review import places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_PAYMENT = (
    r"(?:pay(?:s|ments?|able|ing)?|paid|reimburse\w*|compensat\w+|fees?|rates?|incentives?|"
    r"amounts? (?:due|owed|payable)|sums? (?:due|owed))"
)
_HANGS = (
    r"(?:contingent (?:up)?on|condition(?:ed|al) (?:up)?on|depend(?:s|ent|ing) (?:up)?on|"
    r"subject to|only (?:if|when|after|upon|to the extent|as|from)|to the extent|provided that|"
    r"until|unless|(?:up)?on|after|following|once|when|as and when|if and when|"
    r"within [\w() -]{1,40}? (?:after|of|following)|in the event(?: that)?|from)"
)
_FUNDER = (
    r"(?:State|Commonwealth|Agency|Department|CMS|HHS|HCA|DHS|OHA|Medicaid|government\w*|federal|"
    r"county|employers?|plan sponsors?|sponsors?|self-?(?:funded|insured)[\w -]{0,30}|payou?rs?|"
    r"payers?|customers?|clients?|third part(?:y|ies)|funding source|purchasers?|account|"
    r"reinsurers?|legislat\w+|health plan|insurer)"
)
_RECEIVES = (
    r"(?:recei(?:pt|ves?|ved|ving)|is paid|are paid|has been paid|have been paid|being paid|"
    r"collect(?:s|ed|ion)|obtain(?:s|ed)|fund(?:s|ed|ing)?|remit(?:s|ted|tance)|"
    r"reimbursed|appropriat\w+|availab\w+|payment)"
)
_MONEY = r"(?:payments?|funds?|funding|monies|money|premiums?|amounts?|appropriation\w*|sums?)"
_PATTERNS = (
    # Payment is contingent upon Plan's receipt of funds from the State.
    re.compile(
        rf"\b{_PAYMENT}\b[^;]{{0,140}}?\b{_HANGS}\b[^;]{{0,60}}?\b{_RECEIVES}\b[^;]{{0,60}}?"
        rf"\b(?:{_MONEY}\b[^;]{{0,50}}?)?(?:from|by|of) (?:\w+ ){{0,4}}?{_FUNDER}\b",
        re.IGNORECASE,
    ),
    # Payment is made once the State has funded Plan.
    re.compile(
        rf"\b{_PAYMENT}\b[^;]{{0,140}}?\b{_HANGS}\b (?:\w+,? ){{0,4}}?{_FUNDER}\b[^;]{{0,50}}?"
        r"\b(?:has |have |is |are )?(?:paid|funded|funds|pays|remitted|remits|reimbursed|"
        r"reimburses|provides? funds|made (?:the )?(?:payment|funds)|transferr?ed|released?)\b",
        re.IGNORECASE,
    ),
    # Upon receipt of funds from the State, Plan shall pay.
    re.compile(
        rf"\b{_HANGS}\b [^;]{{0,40}}?\b{_RECEIVES}\b[^;]{{0,40}}?\b(?:from|by|of) "
        rf"(?:\w+ ){{0,4}}?{_FUNDER}\b[^;]{{0,80}}?\b(?:shall|will|agrees to) (?:\w+ )?"
        r"(?:pay|reimburse|remit|be paid|be payable)",
        re.IGNORECASE,
    ),
    # Plan has no duty to pay if the payor does not fund.
    re.compile(
        r"\b(?:no (?:obligation|liability|duty|responsibility)|not (?:be )?(?:obligated|required|"
        rf"liable|responsible))\b[^;]{{0,60}}?\b{_PAYMENT}\b[^;]{{0,140}}?\b(?:{_FUNDER})\b"
        r"[^;]{0,60}?\b(?:fails?|does not|has not|do not|have not|failure|until|unless|paid|funded|"
        r"provided)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_FUNDER}\b[^;]{{0,40}}?\b(?:fails? to|does not|do not|has not|failure to) "
        rf"(?:\w+ )?(?:fund|pay|remit|provide)\w*\b[^;]{{0,120}}?\b(?:no (?:obligation|liability|"
        rf"duty)|not (?:be )?(?:obligated|required|liable|responsible)|may (?:withhold|suspend|"
        rf"delay|defer))\b[^;]{{0,60}}?\b{_PAYMENT}\b",
        re.IGNORECASE,
    ),
    # Compensation is 70 % of the fees collected.
    re.compile(
        rf"\b{_PAYMENT}\b[^;]{{0,100}}?(?:%|\bpercent(?:age)?\b)\)?[^;]{{0,20}}? of (?:the |all |"
        rf"any )?"
        rf"(?:\w+ ){{0,3}}?(?:fees|charges|{_MONEY}|revenues?|collections)(?: \w+)?(?: that| "
        rf"which)?"
        r"(?: \w+){0,3}? (?:collected|received|recovered)\b(?! by provider)",
        re.IGNORECASE,
    ),
    # Payment is subject to the availability of State funds.
    re.compile(
        rf"\b{_PAYMENT}\b[^;]{{0,120}}?\b(?:subject to|contingent (?:up)?on|conditioned (?:up)?on|"
        rf"depend\w* (?:up)?on|limited to|to the extent of)\b[^;]{{0,40}}?"
        rf"\b(?:availab\w+|appropriat\w+|sufficien\w+|receipt)\b[^;]{{0,30}}?\b{_MONEY}\b",
        re.IGNORECASE,
    ),
)
_STEMS = (
    *("receiv", "receipt", "fund", "appropriat", "collect", "remit", "been paid", "is paid"),
    *("does not pay", "fails to", "reimburses"),
)
_FUNDER_STEMS = (
    *("state", "agency", "cms", "government", "employer", "sponsor", "payor", "payer", "customer"),
    *("collected", "collections", "actually received", "recovered"),
    *("self-", "legislat", "medicaid", "availab", "sufficien", "third part", "appropriat"),
    *(" hca", " oha", " dhs", "department", "commonwealth", "county", "federal", "client"),
)
_SOMETHING_ELSE = re.compile(
    # What the group must send in, what another insurer owes, what protects members, what is sound.
    r"\b(?:receipt|receives?|received|receiving) (?:by \[?\w+\]? )?(?:of )?(?:an? |the |all |such |"
    r"any |each )?(?:\w+ ){0,2}?(?:claims?|invoices?|notice|bills?|documentation|information|"
    r"records?|request|report|statement|form|fee schedules?|file|data)\b|"
    r"\bcoordination of benefits\b|\bother coverage\b|\bprimary (?:payou?r|payer|carrier|insur\w+)|"
    r"\bsecondary\b|\bthird[- ]party liab|\bsubrogat|\bwhether or not\b|\bregardless of whether\b|"
    r"\bsubcontractors?\b|\bcopay\w*|\bcost[- ]sharing\b|\bfederal funds\b|\bmember-?pay\w*",
    re.IGNORECASE,
)
_WARDED_OFF = re.compile(
    r"\b(?:shall|will|is|are|may|does|do) not (?:be |in any way be )?(?:made )?"
    r"(?:contingent|conditioned|conditional|subject|depend\w*)|"
    r"\bnot (?:contingent|conditioned|dependent)\b|\birrespective of\b|"
    r"\bnotwithstanding\b[^;]{0,40}\bnon-?(?:payment|receipt)",
    re.IGNORECASE,
)
_OWES = re.compile(
    r"\b(?:shall|will|must|agrees to) (?:\w+ )?(?:pay|reimburse|remit|refund)\b", re.IGNORECASE
)


def _find(reading: Reading) -> Iterable[Sighting]:
    about = sieve.holding(sieve.holding(reading.passages, *_STEMS), *_FUNDER_STEMS)
    found = places.within(about, *_PATTERNS, where=lambda place: _hangs(reading, place))
    if found:
        yield places.sighting(found, "What you are paid waits for money from someone else.")


def _hangs(reading: Reading, place: Place) -> bool:
    """Say whether it is the plan's payment that waits, and for another's money."""
    text = place.text
    if _SOMETHING_ELSE.search(place.match[0]) or _WARDED_OFF.search(text):
        return False
    owes = _OWES.search(text)
    return owes is None or reading.parties.subject(text, owes.start()) is not Side.GROUP


def _is_with_plan(reading: Reading) -> bool:
    return reading.is_provider_agreement


CHECK = Check(
    id="pay-when-paid",
    title="Paid only when the plan is paid",
    detects=(Detects.PRESENCE,),
    severity=Severity.CRITICAL,
    theme=Theme.MONEY,
    tactics=("strategic_ambiguity",),
    questions=("gf_q02",),
    lesson="training_1",
    sources=(GOOD_PRACTICE,),
    laws=("prompt-pay",),
    why=(
        "You give the care and carry the wages. If a state or an employer pays the plan late or "
        "not at all, the plan pays you late or not at all."
    ),
    asks=("Ask that the plan owes payment whether or not others have paid it.",),
    wording="Plan owes payment under this Agreement whether or not others have paid Plan.",
    applies=_is_with_plan,
    find=_find,
)
