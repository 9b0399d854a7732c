"""The rules of the incentive stand in a document that is not at hand."""

import re
from collections.abc import Iterable

from fairterms.review import incentives, places
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_RULES = (
    r"(?:incentives?|bonus(?:es)?|shared savings|gain[- ]?shar\w+|risk[- ]?shar\w+|value[- ]based|"
    r"measures?|metrics?|quality (?:standards?|goals?|targets?|indicators?|program|incentive)|"
    r"indicators?|measurement specifications?|benchmarks?|targets?|thresholds?|attribution|"
    r"performance (?:standards?|goals?|payments?|program|criteria)|withholds?|scoring|score "
    r"?cards?|"
    r"reward\w*|outcomes? (?:payments?|bonus(?:es)?|incentives?|program)|"
    r"P4P|pay[- ]for[- ]performance|eligibility (?:criteria|requirements) for the "
    r"program|"
    r"enhanced (?:reimbursement|payments?|rates?)|program (?:rules|requirements|terms|payments?|"
    r"methodology|eligibility)|incentive program|outcome measures)"
)
_STANDS = (
    r"(?:set forth|set out|described|stated|defined|published|posted|contained|found|outlined|"
    r"specified|identified|provided|listed|detailed|located|explained|available|established|"
    r"documented|referenced|governed by|administered|paid|made|calculated|named)"
)
_OUTSIDE = (
    r"(?:program (?:descriptions?|guides?|manuals?|specifications?|documents?|polic\w+|overviews?|"
    r"summar\w+|materials|guidelines?)|(?:incentive|quality|bonus|measure|measures|methodology|"
    r"technical|reward|performance|VBP|P4P|payment) (?:\w+ )?(?:guides?|manuals?|specifications? "
    r"(?:manual|document|guide)|descriptions?|booklets?|handbooks?)|(?:provider|practitioner|"
    r"physician|network|administrative|operations) (?:manual|handbook|portal|web ?site)(?:\(s\)|s)"
    r"?|"
    r"(?:web ?sites?|web ?pages?|portal)|separate (?:document|program|agreement|communication)|"
    r"polic(?:y|ies) and procedures|Policies|policies)"
)
_IN = re.compile(
    rf"\b{_RULES}\b[^.;]{{0,140}}?\b{_STANDS}\b[^.;]{{0,40}}?\b(?:in|on|at|by|through|via|under|"
    rf"with|per)\b[^.;]{{0,50}}?\b{_OUTSIDE}\b",
    re.IGNORECASE,
)
_GOVERNED = re.compile(
    r"\b(?:subject to|in accordance with|according to|as (?:set forth|described|provided) in|"
    r"under|"
    r"pursuant to|per|see)\b[^.;]{0,40}?\b(?:program (?:descriptions?|guides?|manuals?|"
    r"specifications?|documents?)|(?:incentive|quality|measure|measures|reward) (?:program )?"
    r"(?:guides?|manuals?|descriptions?))\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    rf"\b{_RULES}\b(?: [\w,'-]+){{0,9}}? (?:will|shall|to|may) be (?:\w+ )?(?:published|posted|"
    rf"communicated|announced|released|issued|distributed|(?:provided|furnished|supplied|made "
    rf"available|given|identified|determined|established|defined|set))\b(?P<rest>[^.;]{{0,120}})",
    re.IGNORECASE,
)
_PLANS_CRITERIA = re.compile(
    r"\b(?:incentives?|bonus(?:es)?|shared savings|performance payments?|rewards?|value-based "
    r"payments?)\b[^.;]{0,80}?\b(?:using|based (?:up)?on|under|according to|by|pursuant to|per)\b"
    r"[^.;]{0,30}?\b(?:criteria|methodolog\w+|formulas?|standards|rules|requirements|terms|"
    r"measures)\b"
    r"(?: \w+){0,2} (?:developed|established|determined|set|published|adopted|maintained) by\b",
    re.IGNORECASE,
)
# Plan will adopt policies about who is eligible for the incentive.
_ADOPTS = re.compile(
    r"\b(?P<verb>will|shall|may) (?:\w+ )?(?:adopt|develop|issue|publish|establish|promulgate)\b"
    r"[^.;]{0,40}?\b(?:polic(?:y|ies)|rules|criteria|requirements|guidelines|procedures)\b[^.;]{0,160}?"
    r"\b(?:eligib\w+|receive|earn|qualify)\b[^.;]{0,60}?\b(?:incentives?|bonus(?:es)?|payments?|"
    r"savings|rewards?)\b",
    re.IGNORECASE,
)
# What the plan works out "in accordance with the Operations Manual".
_BY_MANUAL = re.compile(
    r"\b(?:calculate\w*|compute\w*|determine\w*|reconcile\w*|settle\w*)\b[^.;]{0,80}?"
    r"\b(?:claims?|costs?|budgets?|savings|losses|deficits?|surplus|incentives?|bonus(?:es)?|"
    r"settlements?|withholds?|risk)\b[^.;]{0,60}?\b(?:in accordance with|according to|pursuant to|"
    rf"under|per|as set forth in)\b[^.;]{{0,30}}?\b{_OUTSIDE}\b",
    re.IGNORECASE,
)
_REST_OUTSIDE = re.compile(
    r"^(?: (?:annually|separately|periodically|each year|from time to time|(?:by|with|at|before|"
    r"prior to|on|to|in advance|through|via|upon|no later than|during)\b|$))",
    re.IGNORECASE,
)
_AT_HAND = re.compile(
    r"\b(?:this|attached|the following|herein|hereto)\b|\b(?:Exhibit|Attachment|Appendix|Schedule|"
    r"Annex|Table|Section|Article|Addendum)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:reports? (?:will|shall)|results? (?:will|shall|of)|notice of|directory|member materials|"
    r"ratings?|state website|claims? status|fee schedules?|HEDIS specifications|published by NCQA|"
    r"NCQA|tn\.gov|CMS|credentialing|drug|formulary|for the purpose of|informational|kickbacks?|"
    r"precautionary|security measures|corrective|appeals?|utilization management|"
    r"consistent with applicable|disclos\w+ to|outlier|admission|concurrent review|audits?|"
    r"coordination of benefits|Regulatory Requirements|claims? payment)\b",
    re.IGNORECASE,
)
_JOINT_DOCUMENT = re.compile(
    r"\b(?:attached|dated|is Exhibit|as Exhibit|supplied (?:to|before)|annexed)\b", re.IGNORECASE
)
_ELSEWHERE = (
    "manual",
    "web",
    "portal",
    "polic",
    "program d",
    "program g",
    "program s",
    "guide",
    "specification",
    "separate",
    "handbook",
    "document",
    "description",
    "booklet",
    "overview",
    "summar",
    "materials",
    "publish",
    "post",
    "communicat",
    "announce",
    "will be",
    "shall be",
)
_WORDS = (
    "incentive",
    "outcome",
    "bonus",
    "savings",
    "sharing",
    "shared risk",
    "settlement",
    "value-based",
    "measure",
    "metric",
    "quality",
    "indicator",
    "benchmark",
    "target",
    "threshold",
    "attribution",
    "performance",
    "withhold",
    "scoring",
    "scorecard",
    "reward",
    "p4p",
    "enhanced",
    "program r",
    "program t",
    "program p",
    "program m",
    "program e",
    "subject to",
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = incentives.mentioning(reading, *_WORDS, also=_ELSEWHERE)
    elsewhere = places.within(
        passages, _IN, _GOVERNED, _BY_MANUAL, where=lambda p: _is_missing(reading, p)
    )
    later = places.within(passages, _LATER, where=_comes_later)
    criteria = incentives.mentioning(reading, "incentive", "bonus", "savings", "reward", "payment")
    set_by = places.within(
        criteria, _PLANS_CRITERIA, _ADOPTS, where=lambda p: _is_plans(reading, p)
    )
    own = places.within(passages, *_named(reading), where=_is_rule)
    found = incentives.once((*elsewhere, *own, *later, *set_by))
    if found:
        yield places.sighting(found, "Rules of the incentive stand outside of what you sign.")


def _named(reading: Reading) -> tuple["re.Pattern[str]", ...]:
    """Return how rules point to each outside document that was not supplied, by its own name."""
    missing = (one.name for one in reading.outside if not one.is_supplied)
    names = [re.escape(name) for name in missing if not name.startswith("Exhibit")]
    if not names:
        return ()
    called = "|".join(names)
    pattern = (
        rf"\b{_RULES}\b[^.;]{{0,140}}?\b(?:in|on|at|by|through|via|under|with|per)\b[^.;]{{0,50}}?"
        rf"\b(?:{called})\b"
    )
    return (re.compile(pattern, re.IGNORECASE),)


def _is_rule(place: Place) -> bool:
    signs = (_REPORTED, _JOINT_DOCUMENT)
    return not any(sign.search(place.text) for sign in signs)


def _is_missing(reading: Reading, place: Place) -> bool:
    """Say whether what is pointed to is not at hand."""
    if not _is_rule(place):
        return False
    said = place.match[0].lower()
    return not any(one.is_supplied and one.name.lower() in said for one in reading.outside)


def _comes_later(place: Place) -> bool:
    rest = place.match["rest"]
    if not _is_rule(place) or _AT_HAND.search(rest) or incentives.is_joint(place.text):
        return False
    return _REST_OUTSIDE.search(rest) is not None or not rest.strip()


def _is_plans(reading: Reading, place: Place) -> bool:
    if place.match.re is _ADOPTS:
        is_by_plan = place.side(reading, "verb") in (Side.PLAN, Side.UNNAMED)
        return is_by_plan and not incentives.is_joint(place.text)
    is_plans = incentives.names_plan_next(reading, place.after)
    return is_plans and not incentives.is_joint(place.text) and not _AT_HAND.search(place.after)


def _applies(reading: Reading) -> bool:
    return reading.features.has_incentive and reading.is_provider_agreement


CHECK = Check(
    id="vbp-terms-outside",
    title="Deal terms elsewhere",
    detects=(Detects.PRESENCE,),
    severity=Severity.CRITICAL,
    theme=Theme.DEFINITIONS,
    tactics=("strategic_ambiguity", "withheld_information"),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(GOOD_PRACTICE,),
    laws=("documents-incorporated",),
    why=(
        "What earns the money is written in a paper you have not seen, and that its author can "
        "rewrite. You would sign a price without the goods."
    ),
    asks=("Ask for the document now, dated, as an exhibit that changes only by amendment.",),
    wording=(
        "The program description of a stated date is Exhibit V and changes only by an amendment "
        "that both parties sign."
    ),
    applies=_applies,
    find=_find,
)
