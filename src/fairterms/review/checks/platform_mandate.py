"""The plan's system must be used, and the group pays for it."""

import re
from collections.abc import Iterable

from fairterms.review import bound, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = (
    "portal",
    "platform",
    "software",
    "system",
    "interface",
    "application",
    "clearinghouse",
    "electronic health record",
    "electronic medical record",
    "ehr",
    "emr",
    "web site",
    "website",
    "registry",
    "health information exchange",
    "tool",
    "vendor",
    "guideline",
    "interqual",
    "milliman",
    "criteria",
    "electronic data",
    "technology",
    "module",
    "dashboard",
    "app ",
)
_SYSTEM = (
    r"(?:portals?|platforms?|software|interfaces?|(?:[\w-]+ )?applications?|apps?\b|"
    r"clearinghouses?|electronic (?:health|medical) records?(?: systems?)?|EHRs?|EMRs?|(?:web "
    r"?sites?|web ?pages?)|registr(?:y|ies)|health information exchanges?|HIEs?|(?:measurement|"
    r"assessment|screening|care management|data|reporting|referral|authorization|scheduling|"
    r"telehealth|outcomes?|quality|patient|information|technology|computer|electronic|online|"
    r"web-based|billing) (?:\w+ )?(?:systems?|tools?|technolog(?:y|ies)|solutions?|modules?|"
    r"services?|programs?)|dashboards?|electronic data interchange|EDI|electronic (?:funds "
    r"transfer|remittance)|vendor|hardware|connectivity)"
)
_MUST = (
    r"(?P<verb>(?:shall|must|will|agrees? to|is required to|are required to|is responsible for|"
    r"covenants? to)(?! not))"
)
_USES = (
    r"(?:use|using|utili[sz]e|access|adopt|implement|install|connect|interface|enroll|register|"
    r"acquire|purchase|license|obtain|subscribe|join|participate in|integrate|deploy|configure|"
    r"submit|enter|transmit|report|log|check|receive|maintain|establish|have)"
)
_USED = re.compile(
    rf"\b{_MUST}\b[^.;]{{0,60}}?\b{_USES}\b[^.;]{{0,140}}?\b{_SYSTEM}\b", re.IGNORECASE
)
# "Data must be submitted through Plan's platform": whose duty it is, the sentence leaves out.
_THROUGH = re.compile(
    r"\b(?:data|claims?|reports?|forms?|results?|measures?|authorizations?|referrals?|encounters?|"
    r"requests?|records?|assessments?)\b[^.;]{0,60}?\b(?P<verb>(?:shall|must|will|are to|is to)(?! "
    r"not))"
    r" (?:\w+ )?be (?:\w+ )?(?:submitted|entered|reported|transmitted|sent|made|uploaded|recorded|"
    rf"filed)\b[^.;]{{0,30}}?\b(?:through|via|in|into|using|on)\b[^.;]{{0,60}}?\b{_SYSTEM}\b",
    re.IGNORECASE,
)
_GUIDELINES = re.compile(
    rf"\b{_MUST}\b[^.;]{{0,40}}?\b(?:use|utili[sz]e|apply|adopt|implement|follow|administer)\b"
    r"[^.;]{0,80}?\b(?:InterQual|MCG|Milliman|LOCUS|CALOCUS|ASAM|(?:proprietary|licensed|vendor) "
    r"[\w ]{0,30}?(?:guidelines|criteria|instruments?|tools?))\b",
    re.IGNORECASE,
)
_OPENED = re.compile(
    rf"\b{_MUST}\b[^.;]{{0,30}}?\b(?:grant|give|provide|allow|permit)\b[^.;]{{0,60}}?\b(?:remote|"
    rf"direct|"
    r"electronic|online|read-only|ongoing)\b[^.;]{0,20}?\baccess to (?:its|Provider's|Group's|"
    r"the) (?:electronic |practice |medical |health )*(?:records?|systems?|software|EHR|EMR)\b",
    re.IGNORECASE,
)
# A system that is the plan's, or of its choosing; or one the group has to pay for.
_DESIGNATED = re.compile(
    r"\b(?:designated|specified|selected|required|prescribed|approved|chosen|identified|provided|"
    r"offered|sponsored|acceptable|adopted|established|owned|maintained|operated|licensed|hosted|"
    r"supported|furnished)\b(?: \w+){0,2}? (?:by|to|from) (?P<by>[^.;]{0,40})|\b(?:that|which|"
    r"as) (?P<who>[^.;]{1,30}?) (?:may |shall )?(?:designat|specif|select|requir|prescrib|choos|"
    r"approv|adopt|direct|request)\w*",
    re.IGNORECASE,
)
_AT_OWN_COST = re.compile(
    r"\bat (?:its|their|his|his or her|Provider's|Group's|Practice's) (?:own |sole )*(?:cost|"
    r"expense)|\b(?:bear|pay|responsible for)\b[^.;]{0,40}?\b(?:costs?|expenses?|fees?)\b|\bat "
    r"no (?:\w+ )?(?:cost|charge|expense) to (?:the )?(?:Plan|Health Plan|Company|Payor)\b",
    re.IGNORECASE,
)
_PAID = re.compile(
    r"\b(?:at no (?:\w+ )?(?:cost|charge|expense) to|without (?:\w+ )?(?:charge|cost) to|free of "
    r"charge (?:to|for)) (?:the )?(?:Provider|Group|Practice|Physician|Clinician|IPA|Contractor|"
    r"Facility)|\b(?:Plan|Company|Payor|HMO|Health Plan|MCO)\b[^.;]{0,30}?\b(?:shall|will|agrees "
    r"to) (?:\w+ )?(?:pay|bear|reimburse|fund|cover|supply|license)\b|\bPlan's (?:sole |own "
    r")*(?:cost|expense)\b|\bInfrastructure (?:Advance|Payment)\b|\bfree of charge\b|\b(?:Plan|"
    r"Company) pays\b",
)
_BY_STATE = re.compile(
    r"\b(?:CMS|State(?! of)|State's|State Agency|TennCare|Medicaid agency|federal|law|laws|"
    r"regulation\w*|statut\w*|Department|HIPAA|electronic visit verification|EVV|government\w*|"
    r"Regulatory Requirements|NPPES|CAQH)\b",
)
_CHOICE = re.compile(
    r"\b(?:may (?:also )?(?:elect|choose)|at its (?:option|election)|or (?:in|by|if|through|on|"
    r"another|any other|paper|other)|if (?:available|feasible|electronic submission is not)|its "
    r"choice|of (?:Provider|Group)'s choosing|encourag\w+|paper)\b",
    re.IGNORECASE,
)
_OTHER_MATTER = re.compile(
    r"\b(?:each have a system|delivery system|health ?care system|payment system|record[- "
    r"]?keeping|(?<!electronic )medical record (?:keeping )?system|system (?:for|of) (?:award|"
    r"records)|appointment|recall|call system|answering|(?:after[- ]hours|on[- ]call)|"
    r"confidential\w*|trademark\w*|background|sanction|excluded|exclusion\w*|grievances?|drug|"
    r"member'?s? portal|accredit\w*|licens(?:e|ed|ure) (?:to|in|and)|insurance|director(?:y|"
    r"ies))\b",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = sieve.holding(reading.passages, *_STEMS)
    found = places.within(
        passages, _USED, _THROUGH, _GUIDELINES, _OPENED, where=lambda p: _is_imposed(reading, p)
    )
    if found:
        ordered = sorted(found, key=lambda place: _AT_OWN_COST.search(place.text) is None)
        costs = any(_AT_OWN_COST.search(place.text) for place in found)
        yield places.sighting(
            ordered,
            "You must use a system that the plan chooses"
            + (
                ", at your cost." if costs else ", and nothing near says that the plan pays for it."
            ),
        )


def _is_imposed(reading: Reading, place: Place) -> bool:
    """Say whether our side must use the plan's system, unpaid and without a choice."""
    text, match = place.text, place.match
    if _BY_STATE.search(text) or _CHOICE.search(text) or _OTHER_MATTER.search(text):
        return False
    is_ours = match.re is _THROUGH or bound.is_ours(reading, text, match.start("verb"))
    if not is_ours or _is_paid(reading, place):
        return False
    return match.re in (_GUIDELINES, _OPENED) or _is_plans(reading, place)


def _is_plans(reading: Reading, place: Place) -> bool:
    """Say whether the system is the plan's, of its choosing, or at our cost."""
    reach = place.match[0] + place.after[:_REACH]
    if re.search(
        rf"\b(?:{reading.parties.plan})'?s? (?:[\w-]+ ){{0,5}}?(?i:{_SYSTEM}|systems)", reach
    ):
        return True
    if _THE_PORTAL.search(reach) or _is_plans_own(reading, reach):
        return True
    chosen = _DESIGNATED.search(reach)
    if chosen is not None and reading.parties.names_plan(chosen["by"] or chosen["who"] or ""):
        return True
    return _AT_OWN_COST.search(reach) is not None


def _is_plans_own(reading: Reading, reach: str) -> bool:
    """Say whether "the Platform" is the plan's, as another sentence says."""
    named = _NAMED.search(reach)
    return named is not None and any(
        named["name"] in passage.text
        and _OFFERED.search(passage.text)
        and reading.parties.names_plan(passage.text)
        for passage in reading.passages
    )


_REACH = 140
_NAMED = re.compile(r"\bthe (?P<name>Platform|Portal|System|Website|Tool|Registry)\b")
_OFFERED = re.compile(
    r"\b(?:offer\w*|created?|own(?:s|ed)|operat(?:es|ed)|provide[sd]?|arranges?|licens\w+|designat\w+|"
    r"select\w*|maintain\w*|means)\b",
    re.IGNORECASE,
)
_THE_PORTAL = re.compile(r"\bthe (?:provider|online|web|secure|plan)[\w -]{0,20}portal\b", re.I)


def _is_paid(reading: Reading, place: Place) -> bool:
    """Say whether the clause or its section has the plan pay."""
    return any(_PAID.search(passage.text) for passage in reading.same_section(place.passage))


def _has_plan(reading: Reading) -> bool:
    return bound.is_with_payer(reading)


CHECK = Check(
    id="platform-mandate",
    title="Imposed platform",
    detects=(Detects.PRESENCE,),
    severity=Severity.HIGH,
    theme=Theme.BURDEN,
    tactics=("take_it_or_leave_it", "unfunded_mandates"),
    questions=("gf_q05",),
    lesson="training_2",
    sources=(GOOD_PRACTICE,),
    why=(
        "A system costs licenses, connections and hours of entry. With several plans, each with a "
        "system of its own, the same work is done several times."
    ),
    asks=("Ask that the plan pays license, connection and staff time, or takes your own format.",),
    wording=(
        "Plan pays license, connection and staff time for any system it requires, or accepts "
        "Provider's data in a standard format."
    ),
    applies=_has_plan,
    find=_find,
)
