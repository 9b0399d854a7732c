"""Results come at the end of the year only."""

import re
from collections.abc import Iterable

from fairterms.review import governance
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.governance import Promise
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_OFTEN = (
    r"(?:monthly|weekly|quarterly|bi-?monthly|daily(?! (?:question|contact|operation))|"
    r"real[- ]time|interim|"
    r"(?:each|every|per|of the|at the end of (?:each|every)) (?:calendar )?(?:month|quarter|week)|"
    r"(?:once|twice) (?:a|per|each) (?:month|quarter)|"
    r"at least (?:\w+ ){1,3}(?:a|per|each) (?:year|month|quarter)|"
    r"within \w+ (?:\(\d+\) )?days (?:after|of) (?:each|every) (?:month|quarter))"
)
_SIGNS = (
    r"(?:(?:performance|progress|results?|utili[sz]ation|cost|quality|status|trend|gap|outcomes?|"
    r"financial|experience|incentive|program|measure\w*|member-level|claims?|data)[\w -]{0,20}? "
    r"(?:reports?|data|files?|feeds?|updates?|summar\w+|results?|information|indicators?)|"
    r"dashboards?|scorecards?|report cards?|indicators?|early (?:signs?|warning)|"
    r"(?:preliminary|interim|rolling) (?:\w+ ){0,2}(?:results?|reports?|reconciliations?)|"
    # Not "$1.00 PMPM", a price, nor "PMPM" where it is only defined.
    r"(?<!\d )PMPM(?!\W{0,2} ?means)|"
    r"(?:progress|performance) (?:of|on|against) (?:each|the))"
)
_SOUND = (
    re.compile(rf"\b{_OFTEN}\b[^.;]{{0,120}}?\b{_SIGNS}\b", re.IGNORECASE),
    re.compile(rf"\b{_SIGNS}\b[^.;]{{0,120}}?\b{_OFTEN}\b", re.IGNORECASE),
    re.compile(r"\b(?:leading|early) indicators?\b|\bdashboards?\b", re.IGNORECASE),
)
_HOLLOW = (
    re.compile(
        r"\b(?:reports?|results?|data|information)\b[^.;]{0,80}?\b(?:performance|program|results?|"
        r"incentive|measures?|progress)\b[^.;]{0,80}?\b(?:at such times|from time to time|"
        r"as (?:\w+ )?(?:deems|considers|determines)|periodic(?:ally)?|upon request|if available|"
        r"when available|annual(?:ly)?|each year|once a year|after the end of)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:annual(?:ly)?|once a year|each (?:december|january|year))\b[^.;]{0,80}?"
        r"\b(?:performance|program|results?|incentive) (?:reports?|statements?|results?|scores?)\b|"
        r"\b(?:results|statement|report)s? (?:is|are|shall be|will be) (?:issued|sent|provided|"
        r"delivered|given)[^.;]{0,40}?"
        r"\b(?:annually|each december|once a year|after the (?:end|close))",
        re.IGNORECASE,
    ),
)
_FROM_GROUP = re.compile(r"\b(?:shall|must|will|agrees? to|is required to)\b", re.IGNORECASE)
_SOMETHING_ELSE = re.compile(
    r"\b(?:excluded individuals|exclusion|debar\w+|screen\w*|licens\w+ report|credential\w+|"
    r"remittance|weekly rate|fee schedule|insurance|outcome files?|"
    r"that (?:\w+ )?(?:accepts|requests))\b",
    re.IGNORECASE,
)
_PROMISE = Promise(
    stems=(
        "report",
        "data",
        "file",
        "feed",
        "update",
        "summar",
        "result",
        "information",
        "indicator",
        "dashboard",
        "scorecard",
        "early",
        "preliminary",
        "interim",
        "pmpm",
        "progress",
        "statement",
        "score",
    ),
    sound=_SOUND,
    hollow=_HOLLOW,
    searched_for=("results or early indicators shared monthly or quarterly", "interim reports"),
    missing="no early sign of results, monthly or quarterly, was found",
    only_named="Results come late, or when the plan chooses.",
)


def _find(reading: Reading) -> Iterable[Sighting]:
    def reaches_group(place: Place) -> bool:
        return not _SOMETHING_ELSE.search(place.text) and not _is_groups(reading, place)

    return governance.sightings(reading, _PROMISE, is_sound=reaches_group, is_hollow=reaches_group)


def _is_groups(reading: Reading, place: Place) -> bool:
    """Say whether it is the group that must report."""
    verbs = list(_FROM_GROUP.finditer(place.text))
    sides = {reading.parties.subject(place.text, verb.start()) for verb in verbs}
    return Side.GROUP in sides and not sides & {Side.PLAN, Side.BOTH, Side.UNNAMED}


CHECK = Check(
    id="leading-indicators",
    title="No leading indicators",
    detects=(Detects.ABSENCE,),
    severity=Severity.MEDIUM,
    theme=Theme.GOVERNANCE,
    tactics=("withheld_information",),
    questions=("gf_q11",),
    lesson="training_5",
    sources=(GOOD_PRACTICE,),
    why=(
        "What is told after the year has ended cannot be mended any more. Early signs let both "
        "sides act while it still helps patients."
    ),
    asks=("Ask for a few early indicators every month, and for results so far every quarter.",),
    wording="The parties share six early indicators, listed in Exhibit L, every month.",
    applies=governance.pays_by_results,
    find=_find,
)
