"""Our side promises nobody a better price."""

import re
from collections.abc import Iterable

from fairterms.review import bound, places, sieve
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = (
    "favor",
    "favour",
    "lower",
    "lowest",
    "best price",
    "best rate",
    "no higher",
    "no greater",
    "no more than",
    "not exceed",
    "no less",
    "better",
    "preferred pric",
    "less than",
)
_PRICE = (
    r"(?:rates?|prices?|pricing|fees?|payments?|amounts?|compensation|reimbursement|discounts?|"
    r"terms|remuneration)"
)
_OTHER_PAYERS = (
    r"(?:any |all |an |the )?(?:other|another|third|similarly situated|similar|comparable)(?: "
    r"[\w-]+){0,4}? (?:pay(?:o|ou|e)rs?|(?:health|benefit|managed care|insurance)? ?plans?|"
    r"insurers?|carriers?|HMOs?|MCOs?|PPOs?|organizations?|customers?|clients?|purchasers?|"
    r"buyers?|part(?:y|ies)|persons?|entit(?:y|ies)|compan(?:y|ies)|licensees?|resellers?)"
)
_FAVOURED = re.compile(
    r"\bmost[- ]favou?red(?: |-)(?:nations?|customers?|rates?|payou?rs?|payers?|pric\w+|plans?|"
    r"status|treatment|basis|terms)\b|\bMFN\b",
    re.IGNORECASE,
)
_NO_WORSE = re.compile(
    rf"\b{_PRICE}\b[^.;]{{0,160}}?\b(?:no|not|at least)(?: be)? (?:(?:less|as) favou?rable|"
    rf"higher|greater|more)\b[^.;]{{0,60}}?\b(?:than|as)\b[^.;]{{0,160}}?\b{_OTHER_PAYERS}|"
    rf"\b(?:no|not|at least) (?:less|as) "
    rf"favou?rable\b[^.;]{{0,160}}?\b{_OTHER_PAYERS}[^.;]{{0,80}}?\b{_PRICE}\b|"
    rf"\b{_PRICE}\b[^.;]{{0,120}}?\b(?:at|to|be|equal) (?:the |its )?(?:lowest|best|most "
    rf"favou?rable)\b[^.;]{{0,160}}?\b{_OTHER_PAYERS}|\b(?:the |its )?(?:lowest|best|most "
    rf"favou?rable) {_PRICE}\b[^.;]{{0,160}}?\b(?:{_OTHER_PAYERS}|any (?:one|payou?r|payer|"
    rf"customer|health plan|insurer))",
    re.IGNORECASE,
)
_LOWERED = re.compile(
    rf"\b(?:accepts?|agrees? to|offers?|grants?|gives?|enters? into|extends?|charges?|"
    rf"contracts?)\b[^.;]{{0,120}}?\b(?:lower|more favou?rable|better|"
    rf"lesser)\b[^.;]{{0,60}}?\b{_PRICE}\b"
    r"[^.;]{0,240}?\b(?:automatically|shall (?:also )?(?:apply|be (?:reduced|lowered|extended|"
    r"offered|adjusted|entitled|made available))|entitled|reduce\w*|extend\w*|offer\w*|notif\w+|"
    r"match\w*|available|refund\w*)\b",
    re.IGNORECASE,
)
_BARRED = re.compile(
    r"\b(?P<verb>(?:shall|will|may|agrees?)(?: \w+){0,3}? not(?: to)?|(?:shall|will|may|agrees?) "
    r"not)"
    rf"\b[^.;]{{0,60}}?\b(?:offer|accept|grant|give|charge|agree|enter|contract|sell|provide|"
    rf"extend)\w*\b[^.;]{{0,120}}?\b(?:lower|better|more favou?rable|preferred|"
    rf"less)\b[^.;]{{0,60}}?\b(?:{_PRICE}|than)\b",
    re.IGNORECASE,
)
_IF_LESS = re.compile(
    rf"\b{_PRICE}\b[^.;]{{0,80}}?\b{_OTHER_PAYERS}\b[^.;]{{0,40}}?\b(?:is|are|be|were) (?:less|"
    rf"lower) than\b",
    re.IGNORECASE,
)
_GIVES_BEST = re.compile(
    r"\b(?:offers?|gives?|grants?|provides?|extends?|charges?|accepts?)\b[^.;]{0,50}?\b(?:its|the|"
    r"their|his) "
    rf"(?:very )?(?:best|lowest|most favou?rable) (?:available |contracted )?{_PRICE}\b",
    re.IGNORECASE,
)
_LESSER_OF = re.compile(
    rf"\b(?:lesser|lower|lowest) of\b[^.;]{{0,200}}?\b{_PRICE}\b[^.;]{{0,100}}?\b(?:accept\w*|"
    rf"agree\w*|contract\w*|negotiated|paid)\b[^.;]{{0,60}}?\b{_OTHER_PAYERS}",
    re.IGNORECASE,
)
# To charge no one less than one charges this plan's members leaves the rate one accepts alone.
_CHARGES = re.compile(
    r"\b(?:usual|customary|billed|standard|retail)\b[\w ,]{0,30}\bcharges?\b|\bprovider charges "
    r"(?:shall|will|may|are|must)\b|\bcharges? (?:shall|will|may|must|for|to|billed)\b|"
    r"\bsubmits? to any person\b|\b(?:fee|charge) [^.;]{0,40}would charge\b",
    re.IGNORECASE,
)
# What is promised to our side, or is about care and not about money.
_OTHER_PROVIDERS = re.compile(
    r"\b(?:other|another|similarly situated|comparable)(?: [\w-]+){0,3}? (?:participating "
    r")?(?:providers?|groups?|practices?|physicians?|practitioners?|clinicians?|vendors?|"
    r"suppliers?|distributors?|resellers?|dealers?|agents?|contractors?|franchisees?)\b",
    re.IGNORECASE,
)
_NOT_PRICE = re.compile(
    r"\b(?:patients|quality of (?:care|service)|standards? of care|copay\w*|coinsurance|"
    r"deductible|cost shar\w+|premiums?|interest rate|liabilit\w*|indemni\w*|insurance|benefits?|"
    r"quality|accreditation|confidential\w*|most favou?rable (?:venue|light))\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|without|nothing|neither|never)\b[^.;]{0,60}?\bmost[- ]favou?red", re.IGNORECASE
)
_VERB = re.compile(
    r"\b(?:shall|will|agrees?|warrants?|represents?|guarantees?|covenants?|may|must|accepts?|"
    r"offers?|grants?|enters?|gives?|extends?|charges?|certif\w+|undertakes?|contracts?)\b",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = sieve.holding(reading.passages, *_STEMS)
    found = places.within(
        passages,
        _FAVOURED,
        _NO_WORSE,
        _LOWERED,
        _BARRED,
        _LESSER_OF,
        _IF_LESS,
        _GIVES_BEST,
        where=lambda place: _binds_us(reading, place),
    )
    if found:
        yield places.sighting(found, "No one else may pay you less than this plan does.")


def _binds_us(reading: Reading, place: Place) -> bool:
    """Say whether it is our price that is tied to what others pay."""
    text = place.text
    if _DENIED.search(text) or _OTHER_PROVIDERS.search(text) or _NOT_PRICE.search(place.match[0]):
        return False
    if place.match.re is not _FAVOURED and _CHARGES.search(text):
        return False
    spoken = {bound.subject(reading, text, verb.start()) for verb in _VERB.finditer(text)}
    if spoken & {Side.BOTH}:
        return False
    if Side.GROUP in spoken:
        return True
    return reading.is_provider_agreement and _is_of_group(reading, place)


def _is_of_group(reading: Reading, place: Place) -> bool:
    """Say whether a sentence whose subject is a thing ("the rates") speaks of the group's price."""
    return reading.parties.names_group(place.text) or place.match.re in (_FAVOURED, _LESSER_OF)


CHECK = Check(
    id="most-favoured-rate",
    title="Most-favoured rate",
    detects=(Detects.PRESENCE, Detects.ONE_SIDED),
    severity=Severity.HIGH,
    theme=Theme.FAIR_DEALING,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(),
    laws=("most-favoured-rate",),
    why=(
        "A discount you give one payer, to win patients or to help a new plan start, would cut "
        "what this plan pays for everyone."
    ),
    asks=("Ask to delete the clause.",),
    wording="Each rate stands alone; what others pay Provider does not change it.",
    find=_find,
)
