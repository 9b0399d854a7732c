"""Others than the plan may use the group's rates."""

import re
from collections.abc import Iterable

from fairterms.review import bound, places, sieve
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = (
    "affiliate",
    "payor",
    "payer",
    "third part",
    "rent",
    "lease",
    "client",
    "subsidiar",
    "other entit",
    "other plans",
    "network access",
    "self-funded",
    "employer",
    "customers",
)
_OTHERS = (
    r"(?:affiliat(?:es?|ed (?:\w+ ){0,2}?(?:entit(?:y|ies)|compan(?:y|ies)|plans?))|subsidiar(?:y|"
    r"ies)|(?:other |third[- ]party |participating |contracted |affiliated |additional "
    r")+(?:pay(?:o|ou|e)rs?|plans?|entit(?:y|ies)|networks?|administrators?|organizations?|health "
    r"plans?|insurers?|carriers?)|pay(?:o|ou|e)rs|third part(?:y|ies)|clients|customers|(?:self[- "
    r"]funded|self[- ]insured) (?:employers?|groups?|plans?|customers?)|employers?|employer "
    r"groups|lessees|network lessees|licensees|(?:any )?other (?:persons?|organizations?|"
    r"entit(?:y|ies)|compan(?:y|ies)))"
)
_TERMS = (
    r"(?:rates?|fees?|fee schedules?|discounts?|discounted (?:rates?|fees?)|pricing|compensation|"
    r"reimbursement|payment (?:terms|rates)|terms(?: and conditions)?|terms, conditions|(?:this|"
    r"the) Agreement|contract(?:ed)? rates?|negotiated rates?|network)"
)
_USE = (
    r"(?:access|use|utili[sz]e|avail (?:itself|themselves) of|benefit from|take advantage of|rely "
    r"(?:up)?on|apply|obtain|receive the benefit of|pay(?: \w+){0,4}? (?:at|under|according to)|"
    r"enjoy)"
)
_THEY_MAY = re.compile(
    rf"\b{_OTHERS}\b(?:, [^,;.]{{1,120}},)?[^.;]{{0,60}}?\b(?:may(?! not)|shall (?:also )?(?:be "
    rf"entitled|have the right)|(?:is|are|will be) (?:entitled|authorized|permitted|eligible)|"
    rf"has|have the right|can)(?: to| also| "
    rf"each)*[^.;]{{0,40}}?\b{_USE}\b[^.;]{{0,80}}?\b{_TERMS}\b",
    re.IGNORECASE,
)
_PLAN_GIVES = re.compile(
    r"\b(?P<verb>may(?! not)|(?:reserves?|retains?|has|have|shall have) the right to|(?:is|are|"
    r"shall be) (?:entitled|authorized|permitted) to|can)\b[^.;]{0,60}?\b(?:sell|leas\w+|rent\w*|"
    r"licens\w+|grant|give|extend|share|make available|provide|permit|allow|offer|assign|transfer|"
    r"sublicense)\b"
    rf"[^.;]{{0,120}}?\b(?:{_TERMS}|access|services under)\b[^.;]{{0,120}}?\b{_OTHERS}|"
    r"\b(?P<verb2>may(?! not)|(?:reserves?|retains?|has|shall have) the right to|(?:is|are) "
    r"entitled to)\b[^.;]{0,60}?\b(?:permit|allow|grant|give|extend|offer|authorize|arrange for|"
    r"enable)\b[^.;]{0,40}?"
    rf"\b{_OTHERS}\b[^.;]{{0,80}}?\b(?:{_USE}|right to|the benefit)\b[^.;]{{0,80}}?\b{_TERMS}\b",
    re.IGNORECASE,
)
_GROUP_ACCEPTS = re.compile(
    r"\b(?P<verb>(?:shall|will|agrees? to|must)(?! not)) (?:\w+ )?(?:accept|honou?r|extend|provide|"
    rf"render|furnish|make available)\b[^.;]{{0,160}}?\b{_TERMS}\b[^.;]{{0,120}}?\b{_OTHERS}|"
    rf"\b(?P<verb2>(?:shall|will|agrees? to|must)(?! not)) (?:\w+ )?(?:accept|honou?r|extend|"
    rf"treat|provide|render|furnish)\b[^.;]{{0,160}}?\b{_OTHERS}\b[^.;]{{0,120}}?\b(?:at|under|"
    rf"pursuant to|for|in accordance with) (?:the |such |these )?(?:same )?{_TERMS}\b",
    re.IGNORECASE,
)
_APPLIES = re.compile(
    rf"\b{_TERMS}\b[^.;]{{0,60}}?\b(?:shall|will|may)? ?(?:also )?(?:apply|extend|be available|"
    rf"be made available|be (?:used|accessed|utilized))\b[^.;]{{0,60}}?\b(?:to|by|"
    rf"for)\b[^.;]{{0,60}}?\b{_OTHERS}",
    re.IGNORECASE,
)
# A list one can look at before signing, or a consent one can refuse, is the healthy clause.
_LIMITED = re.compile(
    r"\b(?:only|listed|named|identified) (?:\w+ ){0,6}?(?:in|on) (?:Exhibit|Attachment|Schedule|"
    r"Appendix|Annex)\b|\bonly (?:pay\w+|those|the)\b|\b(?:prior )?written consent of (?:the "
    r")?(?:Provider|Group|Practice|IPA|Physician)|\b(?:Provider|Group|Practice|IPA)'s (?:prior "
    r")?(?:written )?(?:consent|approval)|\bsigned by\b|\bno (?:affiliate|other|third)|"
    r"\b(?:shall|may|will) not\b|\bneither\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:Provider|Group|Practice|Physician|IPA)'s (?:\w+ ){0,2}?affiliates?\b|\b(?:either|each|"
    r"a|the other) party'?s? (?:and|or|may|affiliates?)\b",
    re.IGNORECASE,
)
# Other pay is not the rates' use: coordination of benefits, liability, disclosure, records.
_OTHER_MATTER = re.compile(
    r"\b(?:coordinat\w+ of benefits|primary pay\w+|secondary|subrogat\w*|third[- ]party "
    r"(?:payments?|liabilit\w+|claims?|beneficiar\w+|recover\w+)|disclos\w+|confidential\w*|"
    r"indemnif\w*|liabl\w*|records?|audit\w*|copay\w*|deductible|assign this Agreement)\b",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = sieve.holding(reading.passages, *_STEMS)
    found = places.within(
        passages,
        _THEY_MAY,
        _PLAN_GIVES,
        _GROUP_ACCEPTS,
        _APPLIES,
        where=lambda place: _opens_rates(reading, place),
    )
    if found:
        yield places.sighting(found, "Others than the plan may use your rates.")


def _opens_rates(reading: Reading, place: Place) -> bool:
    """Say whether a place gives others the group's rates, without a list or a consent."""
    match, text = place.match, place.text
    if _LIMITED.search(text) or _OWN.search(text[: match.end()]) or _OTHER_MATTER.search(match[0]):
        return False
    if match.re is _THEY_MAY or match.re is _APPLIES:
        return True
    verb = "verb" if match["verb"] else "verb2"
    side = bound.subject(reading, text, match.start(verb))
    if match.re is _GROUP_ACCEPTS:
        return side is Side.GROUP
    return side in (Side.PLAN, Side.UNNAMED)


def _has_plan(reading: Reading) -> bool:
    return bound.is_with_payer(reading)


CHECK = Check(
    id="affiliate-access",
    title="Rates shared with others",
    detects=(Detects.ONE_SIDED,),
    severity=Severity.MEDIUM,
    theme=Theme.MONEY,
    tactics=("strategic_ambiguity",),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(),
    laws=("rate-sharing",),
    why=(
        "You gave this plan a discount for the patients it sends. Others who send you none, and "
        "whom you never agreed to serve, would pay the same low rates."
    ),
    asks=(
        "Ask for a list of all who may use the rates, and that no one is added without consent.",
    ),
    wording=(
        "Only the payors listed in Exhibit P may use these rates. A payor is added only by a "
        "written amendment."
    ),
    applies=_has_plan,
    find=_find,
)
