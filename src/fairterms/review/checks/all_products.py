"""The plan may add networks and products, or the group must take all of them."""

import re
from collections.abc import Iterable

from fairterms.review import bound, places, sieve
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = (
    "network",
    "product",
    "program",
    "plans",
    "benefit plan",
    "lines of business",
    "line of bus",
)
_THINGS = (
    r"(?:networks?(?:\(s\))?|products?|health benefit (?:plans?|products?)|(?<!health )plans|"
    r"benefit plans?|lines? of business|health plans?|coverage programs?|plan types?|(?:payou?r|"
    r"payer|ACO|value-based|government|"
    r"sponsored|managed care) programs?|programs? "
    r"and products?|products? (?:and|or|and/or) programs?|benefit programs?)"
)
_NEW = (
    r"(?:additional|further|new|other|any other|future|more|subsequent(?:ly offered)?|different|"
    r"(?:new|additional|further) (?:and|or|and/or) (?:different|existing|additional))"
)
_ADDS = re.compile(
    r"\b(?P<verb>may(?! not)|(?:reserves?|retains?|shall have|has|have) the right to|(?:is|are|"
    r"shall be) entitled to|can)\b[^.;]{0,60}?\b(?:add|designate|identify|assign|include|enroll|"
    r"place|extend|select|appoint|list|introduce|establish|develop|create|offer|implement)\w*"
    rf"\b[^.;]{{0,120}}?\b{_NEW}[^.;]{{0,40}}?\b{_THINGS}",
    re.IGNORECASE,
)
_ADDS_OURS = re.compile(
    r"\b(?P<verb>may(?! not)|(?:reserves?|retains?|shall have|has|have) the right to|(?:is|are|"
    r"shall be) entitled to)\b[^.;]{0,60}?\b(?:add|designate|change|modify|expand)\b[^.;]{0,60}?\b"
    rf"{_THINGS}\b[^.;]{{0,40}}?\bin which\b[^.;]{{0,60}}?\bparticipat",
    re.IGNORECASE,
)
_PUTS_US_IN = re.compile(
    r"\b(?P<verb>may(?! not)|(?:reserves?|retains?|shall have|has|have) the right to|(?:is|are|"
    r"shall be) entitled to)\b[^.;]{0,60}?\b(?:introduce|designate|determine|assign|modify)\b"
    r"[^.;]{0,60}?\bparticipation (?:in|status)\b[^.;]{0,60}?"
    rf"\b{_THINGS}",
    re.IGNORECASE,
)
_ADDED_LATER = re.compile(
    rf"\b{_THINGS}\b[^.;]{{0,80}}?\b(?:may be|are|is|as) (?:\w+ )?(?:added|designated|identified|"
    r"included|established|selected)\b[^.;]{0,60}?\b(?:from time to time|at any time|by notice|"
    r"upon (?:\w+ ){0,3}notice|in its (?:sole )?discretion)",
    re.IGNORECASE,
)
_MUST_JOIN = re.compile(
    r"\b(?P<verb>(?:shall|must|will|agrees? to|is required to|are required to)(?! not))(?: "
    r"\w+){0,3}? (?:participate|be (?:a |an |deemed |considered )*(?:participating|network)|"
    r"provide|render|furnish|accept|join|serve)\b[^.;]{0,160}?\b(?:any and all|any|all|each(?: "
    r"and every)?|every)"
    rf"(?: of)?(?: such| the| its|(?: \w+'s))?(?: [\w-]+){{0,5}}? ?{_THINGS}",
    re.IGNORECASE,
)
_TIED = re.compile(
    rf"\b(?:participat\w+|condition\w*)\b[^.;]{{0,60}}?\b{_THINGS}\b[^.;]{{0,80}}?"
    r"\b(?:is|as) (?:a )?condition(?:ed)? (?:of|on|upon|for)\b|\bas a condition (?:of|to|"
    r"for)\b[^.;]{0,100}?\bparticipat\w+[^.;]{0,80}?"
    rf"\b(?:all|any|every|each)\b[^.;]{{0,40}}?\b{_THINGS}",
    re.IGNORECASE,
)
_NOW_OR_LATER = re.compile(
    r"\b(?:hereafter|in the future|now (?:existing|offered)|now or later|subsequently|currently "
    r"or|(?:developed|offered|added|created|introduced|established) (?:after|later|subsequent|"
    r"during)|existing (?:or|and) (?:new|future)|from time to time|later|may (?:offer|add|"
    r"develop|establish|designate))\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:any and all|all|every|any (?:such|additional|new|other|further|future))\b", re.IGNORECASE
)
# Choosing, signing or refusing by the group is what the healthy clause gives.
_FREE = re.compile(
    r"\b(?:signed (?:amendment|by)|written (?:consent|agreement|amendment)|mutual\w*|both "
    r"parties|parties (?:may )?agree|(?:with|without|upon|subject to) [^.;]{0,40}?consent|"
    r"elects?|election|chooses?|not (?:be )?(?:required|obligated|compelled)|no (?:duty|"
    r"obligation)|separate\w* (?:sign\w*|agree\w*|amend\w*)|executed amendment)\b",
    re.IGNORECASE,
)
_OPTS_OUT = re.compile(
    r"\b(?:opt(?:s|ing)? out|declin\w+|reject\w*|object\w*|refus\w+|unless (?:\w+ "
    r"){0,3}notif\w+)\b",
    re.IGNORECASE,
)
_REACH = 120
# Duties that go along with a network one is in already.
_OTHER = re.compile(
    r"\b(?:compl(?:y|iance)|polic(?:y|ies)|credential\w*|quality (?:improvement|assurance|"
    r"management)|utilization|grievance|terminat\w+|payment reform|claims?|audit\w*|"
    r"confidential\w*|notify)\b",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = sieve.holding(reading.passages, *_STEMS)
    added = places.within(
        passages,
        _ADDS,
        _ADDS_OURS,
        _PUTS_US_IN,
        _ADDED_LATER,
        where=lambda place: _is_imposed(reading, place),
    )
    joined = places.within(
        passages, _MUST_JOIN, _TIED, where=lambda place: _must_join(reading, place)
    )
    found = list(dict.fromkeys([*added, *joined]))
    if not found:
        return
    may_leave = any(_OPTS_OUT.search(place.text) for place in found)
    yield places.sighting(
        found,
        (
            "The plan may put you into more networks or products."
            if added
            else "You must take part in all of the plan's networks or products."
        )
        + (" You are in unless you say no in time." if may_leave else ""),
        severity=Severity.MEDIUM if may_leave else None,
    )


def _is_imposed(reading: Reading, place: Place) -> bool:
    """Say whether the plan alone adds the network, for this group."""
    if _is_free(place):
        return False
    if place.match.re is _ADDED_LATER:
        return reading.parties.names_group(place.text)
    side = bound.subject(reading, place.text, place.match.start("verb"))
    return side in (Side.PLAN, Side.UNNAMED) and _touches_group(reading, place)


def _touches_group(reading: Reading, place: Place) -> bool:
    """Say whether it is this group that is put in, and not only a network that is made."""
    return reading.parties.names_group(place.match[0] + place.after)


def _is_free(place: Place) -> bool:
    """Say whether the group's choice or signature stands by the right."""
    start, end = place.match.span()
    return _FREE.search(place.text[max(0, start - _REACH) : end + _REACH]) is not None


def _must_join(reading: Reading, place: Place) -> bool:
    """Say whether the group must take all networks, those it is not in included."""
    if _is_free(place) or _OTHER.search(place.match[0]):
        return False
    if place.match.re is _TIED:
        return True
    side = bound.subject(reading, place.text, place.match.start("verb"))
    if side is not Side.GROUP:
        return False
    return _OPEN.search(place.match[0]) is not None or _NOW_OR_LATER.search(place.text) is not None


def _has_plan(reading: Reading) -> bool:
    return bound.is_with_payer(reading)


CHECK = Check(
    id="all-products",
    title="All products",
    detects=(Detects.ONE_SIDED,),
    severity=Severity.HIGH,
    theme=Theme.FAIR_DEALING,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(),
    laws=("all-products",),
    why=(
        "You agree to one product and one price. A later product may pay less or bring patients "
        "and rules you are not staffed for."
    ),
    asks=("Ask that a new network or product needs an amendment that both sides sign.",),
    wording=(
        "Provider takes part only in the networks and products listed in Exhibit P. A new one "
        "needs an amendment signed by both parties."
    ),
    applies=_has_plan,
    find=_find,
)
