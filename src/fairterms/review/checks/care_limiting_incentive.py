"""Pay that rewards less care, or no promise that none does."""

import re
from collections.abc import Iterable

from fairterms.review import absence, headings, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_PAY = (
    r"(?:bonus(?:es)?|incentives?|rewards?|awards?|payments?|earn(?:s|ed)?|eligible|paid|"
    r"pays?|additional|"
    r"withhold|shared? savings|points?|(?:quality|performance|efficiency|overall|total|Group's|"
    r"Provider's) scores?|credit|increase)"
)
_FEWER = (
    r"(?:fewer|less than|below|under|reduc\w+|lower(?:ing)?|decreas\w+|declin\w+|limit\w*|"
    r"minimi[sz]\w+|"
    r"shorten\w*|not (?:to )?exceed\w*|no more than|at most|(?:does|do) not exceed|"
    r"within the target)"
)
_CARE = (
    r"(?:sessions?|visits?|units of (?:service|care)|hours of (?:therapy|treatment|care)|"
    r"length of (?:treatment|"
    r"stay|care)|treatment days|referrals?|authorizations? requested|utili[sz]ation(?: rate| of)?|"
    r"services (?:per|used|furnished)|therapy|episodes? of care|level of care)"
)
_REWARDS_LESS = re.compile(
    rf"\b{_PAY}\b[^.;]{{0,160}}?\b{_FEWER}\b[^.;]{{0,80}}?\b{_CARE}\b|"
    rf"\b{_FEWER}\b[^.;]{{0,80}}?\b{_CARE}\b[^.;]{{0,160}}?\b{_PAY}\b|"
    rf"\b{_CARE}\b[^.;]{{0,80}}?\b{_FEWER}\b[^.;]{{0,160}}?\b{_PAY}\b|"
    rf"\b{_PAY}\b[^.;]{{0,160}}?\b{_CARE}\b[^.;]{{0,60}}?\b{_FEWER}\b",
    re.IGNORECASE,
)
_COSTS_MORE = re.compile(
    r"\b(?:forfeit\w*|penalt(?:y|ies)|reduc\w+|withh[eo]ld\w*|loses?|deduct\w*|"
    r"lower\w*)\b[^.;]{0,120}?"
    r"\b(?:exceed\w*|more than|above|over)\b[^.;]{0,60}?\b(?:sessions?|visits?|"
    r"hours of (?:therapy|treatment)|"
    r"length of treatment|units of (?:service|care))\b|"
    r"\b(?:sessions?|visits?|length of treatment)\b[^.;]{0,60}?\b(?:exceed\w*|more than|"
    r"above|over)\b[^.;]{0,140}?"
    r"\b(?:forfeit\w*|penalt(?:y|ies)|withh[eo]ld\w*|loses?|deduct\w*|reduction (?:of|"
    r"in) (?:fee|pay|rate)\w*)\b",
    re.IGNORECASE,
)
# Care that it is good to avoid, and things that are not care.
_GOOD_TO_AVOID = re.compile(
    r"\b(?:readmi\w+|re-?hospitali\w+|emergency|hospital\w*|inpatient|no-?shows?|missed|"
    r"wait\w*|avoidable|drop(?:s|ped|ping)?[- ]?outs?|(?:stops?|leaves?|quits?) (?:care )?before|"
    r"under-?(?:treat|us)\w*|"
    r"duplicat\w+|unnecessary|opioid|restraint|crisis|C-Section|screening|copay\w*|"
    r"deductible|coinsurance|"
    r"clean claim|billed charges|new patients seen|site visits?|on-?site|denominator|"
    r"fewer than \w+ (?:\(\d+\) )?(?:patients|"
    r"members|cases)|least denominator)",
    re.IGNORECASE,
)
_CARE_STEMS = (
    *("session", "visit", "length of", "hours of", "utiliz", "utilis", "referral", "level of care"),
    "units of",
)
_PAY_STEMS = (
    *("bonus", "incentive", "reward", "earn", "forfeit", "penalt", "withh", "score", "award"),
    *("eligible", "points", "deduct", "savings", "additional"),
)
_PICK_STEMS = ("decline", "refuse", "exclude", "disenroll", "transfer", "discharge")
_PROMISE_STEMS = (
    "incentive",
    "induce",
    "reward",
    "withhold",
    "penal",
    "422.208",
    "417.479",
    "bonus",
)
_PICKS = re.compile(
    r"\b(?:may|shall be entitled to|reserves the right to|"
    r"is permitted to)\b[^.;]{0,60}?\b(?:decline|refuse|exclude|"
    r"transfer|discharge|remove|disenroll|not accept)\b[^.;]{0,80}?\b(?:members?|"
    r"patients?|cases?|enrollees?)\b"
    r"[^.;]{0,100}?\b(?:sever\w+|complex\w*|high[- ](?:cost|need|risk|acuity)|cost(?:ly|"
    r"s)?|difficult\w*|chronic|"
    r"suicid\w+|likely to (?:cost|exceed|fail))",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|nor|never|nothing|neither|without|prohibit\w*|none)\b[^.;]{0,140}$", re.IGNORECASE
)
_NO_REWARD = re.compile(
    r"\b(?:no|not|nor|never|nothing|neither|without|prohibit\w*|none|"
    r"free of)\b[^.;]{0,220}?\b(?:inducement|induce\w*|"
    r"incentive|reward\w*|payment|compensat\w+|encourag\w*|financial|penali\w*|requires?|"
    r"bonus\w*|pay)\b[^.;]{0,220}?"
    r"\b(?:withh[eo]ld\w*|limit\w*|reduc\w*|den(?:y|ial|ies)|delay\w*|restrict\w*|less|"
    r"fewer|under-?\w+|deny\w*)\b"
    r"[^.;]{0,140}?\b(?:care|services?|treatment|covered|necessary|therapy)\b|"
    r"\b(?:physician incentive plan|422\.208|417\.479|438\.3\(i\))",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    about = sieve.holding(sieve.holding(reading.passages, *_CARE_STEMS), *_PAY_STEMS)
    found = (
        *places.within(about, _REWARDS_LESS, _COSTS_MORE, where=_is_bad),
        *places.within(sieve.holding(reading.passages, *_PICK_STEMS), _PICKS, where=_is_bad),
    )
    if found:
        picks = any(place.match.re is _PICKS for place in found)
        detail = (
            "Hard cases may be turned away."
            if picks
            else "The group earns more when it gives less care."
        )
        yield places.sighting(found, detail)
    elif reading.features.has_incentive and not _promises(reading):
        missing = absence.sighting(
            reading,
            ("a promise that no payment rewards withholding care",),
            "no promise that payment never rewards withholding care was found",
        )
        yield Sighting(
            missing.evidence,
            detail=missing.detail,
            severity=Severity.HIGH,
            unclear_because=missing.unclear_because,
        )


def _promises(reading: Reading) -> bool:
    about = sieve.holding(reading.passages, *_PROMISE_STEMS)
    return bool(places.within(about, _NO_REWARD)) or headings.say(reading, _NO_REWARD)


def _is_bad(place: Place) -> bool:
    """Say whether less care is rewarded: not denied, and not of care that it is good to avoid."""
    around = place.text[max(0, place.match.start() - 60) : place.match.end() + 60]
    if _DENIED.search(place.before) or _GOOD_TO_AVOID.search(around):
        return False
    return place.match.re is _PICKS or not _is_of_claims(place)


def _is_of_claims(place: Place) -> bool:
    """Say whether it is about paying a bill, not about rewarding how many services there are."""
    if re.search(
        r"\b(?:sessions?|visits?|length of|hours of|utili[sz]ation|referrals?)\b",
        place.match[0],
        re.I,
    ):
        return (
            re.search(
                r"\b(?:bonus|incentive|reward|award|earn|eligible|score|points|forfeit|"
                r"penalt|withh|"
                r"deduct|additional|savings)",
                place.match[0],
                re.I,
            )
            is None
        )
    return True


def _is_for_care(reading: Reading) -> bool:
    return reading.is_provider_agreement


CHECK = Check(
    id="care-limiting-incentive",
    title="Pay for less care",
    detects=(Detects.PRESENCE, Detects.ABSENCE),
    severity=Severity.CRITICAL,
    theme=Theme.EQUITY,
    tactics=("weak_definitions",),
    questions=("gf_q09",),
    lesson="training_4",
    sources=(GOOD_PRACTICE,),
    laws=("care-limiting-incentives",),
    why=(
        "Pay that grows when care shrinks sets the clinician against the patient. Those who need "
        "most are then treated least."
    ),
    asks=("Ask that no payment rewards fewer visits, and that the text says so.",),
    wording="No payment under this Agreement rewards withholding, shortening or delaying care.",
    applies=_is_for_care,
    find=_find,
)
