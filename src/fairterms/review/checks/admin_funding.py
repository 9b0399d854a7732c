"""Reporting, coordination and training are asked for, and nobody pays for them."""

import re
from collections.abc import Iterable

from fairterms.review import absence, bound, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = (
    "cost",
    "expense",
    "charge",
    "compensat",
    "reimburs",
    "paid",
    "pay",
    "fund",
    "fee",
    "advance",
    "per member",
    "pmpm",
    "free",
)
_WORK = (
    r"(?:train\w*|coordinat\w*|care management|case management|quality (?:improvement|management|"
    r"program\w*|activit\w*|initiative\w*)|measure(?:s|ment)?\b|outcome\w*|surveys?|report(?:s|"
    r"ing)?|data (?:submission|collection|entry|files?|exchange|reporting)|meetings?|committees?|"
    r"administ\w+|scor(?:e|ing)|hardware|software|interfaces?|portal|electronic (?:health|"
    r"medical) records?|implement\w*|participat\w+ in|infrastructure|start-?up|screening|"
    r"documentation|work under this|activities under this|obligations under this (?:Exhibit|"
    r"Attachment|Addendum|Program))"
)
_UNPAID = re.compile(
    r"\bat (?:its|their|his or her|Provider's|Group's|Practice's|Physician's|IPA's) (?:own |sole "
    r"|entire |exclusive )*(?:cost|expense)s?\b|\bat the (?:sole |own |entire )*(?:cost|expense) "
    r"of (?:the )?(?:Provider|Group|Practice|Physician|Practitioner|IPA|Contractor)\b|"
    r"\b(?:costs?|expenses?)\b[^.;]{0,60}?\b(?:is|are|be) (?:borne|paid) by (?:the )?(?:Provider|"
    r"Group|Practice|Physician|Practitioner|IPA|Contractor)\b|\bnot be (?:entitled to|paid|"
    r"eligible for)\b[^.;]{0,30}?\b(?:additional|separate|further|extra|any) (?:compensation|"
    r"payment|reimbursement)|\b(?:shall|will) not be (?:separately |additionally )(?:paid|"
    r"reimbursed|compensated|billed)\b|\b(?:bears?|responsible for|"
    r"assumes?)\b[^.;]{0,30}?\b(?:all |its |their |own |the |any )+(?:\w+ ){0,2}?(?:costs?|"
    r"expenses?)\b|\bwithout (?:any )?(?:additional|further|separate|extra)? ?(?:charge|"
    r"compensation|reimbursement|payment|remuneration|cost)\b|\bat no (?:additional |further |"
    r"extra )?(?:cost|charge|expense) to (?:the )?(?P<to>[^.;,]{0,25})|\b(?:is|are|shall be|will "
    r"be) (?:not|included in)\b[^.;]{0,40}?\b(?:paid|reimbursed|compensated|billable|fees|rates|"
    r"payment)\b(?: separately| additionally)?|\bno (?:additional |separate |further |extra "
    r")?(?:payment|compensation|reimbursement|fee) (?:is|shall be|will be|for)\b",
    re.IGNORECASE,
)
_IS_WORK = re.compile(rf"\b{_WORK}", re.IGNORECASE)
_OTHER_MATTER = re.compile(
    r"\b(?:insurance|indemn\w*|arbitrat\w*|mediat\w*|attorneys?|litigation|defen[sd]\w*|copies|"
    r"copy\w*|records?|audits?|members? (?:for|shall|may|or)|to (?:the |a )?members?|hold "
    r"harmless|patients?' |copay\w*|deductible|non-covered|claims?|overpayment\w*|transfer|"
    r"recover\w*|prescription|interpreter|translation|emergency|termination|bill(?:ed|ing)?\b)",
    re.IGNORECASE,
)
_MUTUAL = re.compile(
    r"\b(?:each|either|both|neither) part(?:y|ies)\b|\beach (?:shall )?bears?\b|\bthe parties\b",
    re.IGNORECASE,
)
_MONEY_FOR_WORK = re.compile(
    r"\b(?:care|case|patient) (?:coordination|management|navigation) (?:fees?|payments?|amounts?|"
    r"stipend)\b|\b(?:infrastructure|start-?up|implementation|transformation|technology|"
    r"administrative|practice support|capacity|readiness) (?:[\w-]+ ){0,2}?(?:payments?|fees?|"
    r"advance|funding|grants?|stipends?|allowance|subsid\w+|investment)\b|\bmanagement fee\b|"
    r"\badministrative fee (?:to|of|equal)\b",
    re.IGNORECASE,
)
# Letters of one sentence; the point of "$1.50" does not end it.
_ANY = r"(?:[^.;]|\.\d)"
_PAYS_WORK = re.compile(
    rf"\b(?P<verb>(?:shall|will|agrees? to|pays|reimburses|funds)(?! "
    rf"not))\b[^.;]{{0,40}}?\b(?:pay|reimburse|fund|compensate|subsidi[sz]e|pays|bear|"
    rf"cover)\w*\b{_ANY}{{0,200}}?\bfor\b[^.;]{{0,80}}?\b(?:{_WORK})|"
    rf"\b(?P<verb3>pays|reimburses|funds)\b{_ANY}{{0,120}}?\bfor\b[^.;]{{0,80}}?\b(?:{_WORK})|"
    r"\b(?P<verb2>(?:shall|will|agrees? to)(?! not))\b[^.;]{0,40}?\b(?:pay|reimburse|fund|bear|"
    r"cover)\b[^.;]{0,60}?\b(?:(?:costs?(?! shar)|expenses?)\b(?! of (?:the )?(?:Covered )?"
    r"[Ss]ervices)|licen[sc]es?\b|staff time\b|salar\w+)",
    re.IGNORECASE,
)
_FREE_TRAINING = re.compile(
    r"\btrain\w*\b[^.;]{0,160}?\b(?:without|free of|at no)\b[^.;]{0,15}?\b(?:charge|cost)|"
    r"\b(?:without|free of|at no)\b[^.;]{0,15}?\b(?:charge|cost)\b[^.;]{0,160}?\btrain\w*",
    re.IGNORECASE,
)
# The state's own payments and the cost of arbitration or insurance are not money for the work.
_NOT_MONEY = re.compile(
    r"\b(?:not (?:pay|reimburse|be)|no (?:care|infrastructure|administrative)|third[- ]party "
    r"administrat\w*|arbitrat\w*|attorneys?|CMS|premium|administrative (?:fee|charge) (?:may|"
    r"shall) be (?:deducted|charged|withheld))\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(?:shall|must|will|agrees? to)\b(?! not)[^.;]{0,80}?\b(?:train\w*|coordinat\w*|report\w*|"
    r"submit\w*[^.;]{0,40}\bdata|participate in[^.;]{0,60}\b(?:quality|program|management|"
    r"committee)|outcome\w*|measures?\b|survey\w*|screening|collect\w*|electronic\w*|portal)",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = sieve.holding(reading.passages, *_STEMS)
    unpaid = places.within(passages, _UNPAID, where=lambda p: _is_unpaid(reading, p))
    if unpaid:
        yield places.sighting(unpaid, "The text says that you do this work at your own cost.")
        return
    funded = places.within(
        passages,
        _MONEY_FOR_WORK,
        _PAYS_WORK,
        _FREE_TRAINING,
        where=lambda p: _is_funded(reading, p),
    )
    if not funded and _has_work(reading):
        yield absence.sighting(
            reading,
            ("pay for coordination or measurement", "money to start", "free training"),
            "no money for reporting, coordination, training or starting up was found",
        )


def _is_unpaid(reading: Reading, place: Place) -> bool:
    """Say whether our side does administrative work for nothing."""
    text = place.text
    if not _is_work(reading, place) or _OTHER_MATTER.search(text) or _MUTUAL.search(text):
        return False
    to_whom = place.match["to"]
    if to_whom is not None:
        return not reading.parties.names_group(to_whom) and reading.parties.names_group(
            place.before
        )
    verbs = re.finditer(r"\b(?:shall|must|will|agrees|bears|performs|assumes|is|are)\b", text)
    spoken = {bound.subject(reading, text, verb.start()) for verb in verbs}
    return Side.PLAN not in spoken or Side.GROUP in spoken


def _is_work(reading: Reading, place: Place) -> bool:
    """Say whether the sentence, or the one before it ("its own cost of doing so"), names work."""
    if _IS_WORK.search(place.text):
        return True
    section = list(reading.same_section(place.passage))
    before = section[: section.index(place.passage)][-1:]
    return "doing so" in place.text and any(_IS_WORK.search(passage.text) for passage in before)


def _is_funded(reading: Reading, place: Place) -> bool:
    """Say whether the plan pays for some of the work."""
    if _NOT_MONEY.search(place.text):
        return False
    if place.match.re is not _PAYS_WORK:
        return True
    verb = next(name for name in ("verb", "verb2", "verb3") if place.match[name])
    side = bound.subject(reading, place.text, place.match.start(verb))
    return side in (Side.PLAN, Side.UNNAMED)


def _has_work(reading: Reading) -> bool:
    """Say whether our side must report, coordinate or train at all."""
    passages = sieve.holding(reading.passages, "report", "coordinat", "train", "quality", "outcome")
    duties = (p for passage in passages for p in places.within([passage], _DUTY))
    return any(bound.is_ours(reading, p.text, p.match.start()) for p in duties)


def _has_plan(reading: Reading) -> bool:
    return bound.is_with_payer(reading)


CHECK = Check(
    id="admin-funding",
    title="Work unfunded",
    detects=(Detects.ABSENCE, Detects.PRESENCE),
    severity=Severity.HIGH,
    theme=Theme.BURDEN,
    tactics=("unfunded_mandates",),
    questions=("gf_q08", "gf_q19"),
    lesson="training_2",
    sources=(GOOD_PRACTICE,),
    why=(
        "Measuring, reporting and coordinating take staff. Work that no one pays for comes out of "
        "the fee for therapy."
    ),
    asks=(
        "Ask for a monthly sum per member for measurement and coordination, and one to start.",
        "Ask that training is free and its hours are paid.",
    ),
    wording="Plan pays $X per Member each month for measurement, reporting and coordination.",
    applies=_has_plan,
    find=_find,
)
