"""The plan does not show who else is in its network."""

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
    "director",
    "network",
    "participating provider",
    "panel",
    "roster",
    "list of",
    "volume",
    "number of",
    "referral",
    "minimum",
    "guarantee",
    "to assign",
    "capacity",
)
_NETWORK = (
    r"(?:(?:provider |network |physician |practitioner |online |updated |web[- ]based "
    r")*director(?:y|ies)|(?:list|lists|listing|listings|roster|rosters)\b[^.;]{0,40}?\b(?:of|"
    r"for) (?:(?:all|its|the|other|current|contracted|in-network|network|participating|preferred|"
    r"behavioral|health) )*(?:providers?|clinicians?|practitioners?|physicians?|facilities|"
    r"hospitals)|network (?:information|composition|data|adequacy (?:data|reports?|information)|"
    r"panel|capacity)|provider panel|panel of (?:participating )?(?:providers|clinicians)|names "
    r"of (?:all |its |the |other )*(?:participating|network|contracted)[\w ]{0,20}providers?|"
    r"referral (?:volumes?|data|reports?)|(?:volume|number)s? of (?:referrals|members (?:referred|"
    r"assigned)))"
)
_GIVES = re.compile(
    r"\b(?P<verb>(?:shall|will|must|agrees? to)(?! not)|posts|publishes|maintains|makes|provides|"
    r"furnishes|lists)\b[^.;]{0,80}?\b(?:provide|supply|furnish|give|send|deliver|make|publish|"
    r"post|disclose|share|maintain|list|posts|publishes|maintains|makes|provides|an? updated|"
    r"available)\w*"
    rf"\b[^.;]{{0,120}}?\b{_NETWORK}|\b(?P<verb2>posts|publishes|maintains|makes|provides|"
    rf"furnishes|supplies|sends|shares|discloses|delivers|gives)\b[^.;]{{0,80}}?\b{_NETWORK}",
    re.IGNORECASE,
)
_IS_GIVEN = re.compile(
    rf"\b{_NETWORK}\b[^.;]{{0,100}}?\b(?:is|are|shall be|will be|can be) (?:\w+ )?(?:available|"
    rf"posted|"
    r"published|provided|supplied|furnished|found|accessible|made available|attached|updated|"
    r"given|shared|disclosed)\b",
    re.IGNORECASE,
)
_MAY_SEE = re.compile(
    r"\b(?P<verb>may|has the right to|is entitled to|shall have (?:access|the right))\b[^.;]{0,60}?"
    rf"\b(?:view|inspect|see|access|obtain|receive|request|review|"
    rf"consult)\b[^.;]{{0,60}}?\b{_NETWORK}",
    re.IGNORECASE,
)
# That the group itself is listed shows nothing of the others.
_LISTS_GROUP = re.compile(
    r"\b(?:list|lists|listed|listing|include|included|including|identify|publish|use|"
    r"display)\w*\b[^.;]{0,80}?\b(?:name|group|provider|practice|clinicians|information|"
    r"address)\b[^.;]{0,120}?\bin\b[^.;]{0,60}?\b(?:director|roster|list)",
    re.IGNORECASE,
)
_NO_VOLUME = re.compile(
    r"\b(?:no|not|nor|nothing|neither|never|without)\b[^.;]{0,80}?\b(?:guarant\w+|promis\w+|"
    r"represent\w*|warrant\w*|assur\w+|commit\w*|obligat\w+|"
    r"requir\w+)\b[^.;]{0,120}?\b(?:volumes?|number of|minimum (?:number|volume|level)|"
    r"referrals? (?:of|to)|utiliz\w+ of)\b|\bnot (?:be )?(?:obligated|required|obliged) to "
    r"(?:refer|assign|direct|send|steer)\b|\b(?:does|do|shall|will|makes?) (?:not|"
    r"no)\b[^.;]{0,40}?\b(?:promis\w+|guarant\w+|warrant\w*|"
    r"represent\w*)\b[^.;]{0,120}?\b(?:volumes?|any number|minimum (?:number|volume)|referred|"
    r"referrals? (?:of|to))\b",
    re.IGNORECASE,
)

_HEADING = 45
"""Letters below which a sentence is a heading rather than a clause, and does not lead."""


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = sieve.holding(reading.passages, *_STEMS)
    if places.within(passages, _GIVES, _IS_GIVEN, _MAY_SEE, where=lambda p: _shows(reading, p)):
        return
    silent = absence.sighting(
        reading,
        ("a directory or list of the network", "its capacity", "numbers of referrals"),
        "no duty of the plan to show you its network, its capacity or its referrals was found",
    )
    none_promised = places.within(passages, _NO_VOLUME)
    if none_promised:
        detail = f"No number of patients is promised. {silent.detail}"
        ordered = sorted(none_promised, key=lambda place: len(place.text) < _HEADING)
        yield places.sighting(ordered, detail, unclear_because=silent.unclear_because)
    else:
        yield silent


def _shows(reading: Reading, place: Place) -> bool:
    """Say whether the plan shows its network, and not only lists the group in it."""
    if place.match.re is _IS_GIVEN:
        return not _LISTS_GROUP.search(place.text)
    groups = place.match.groupdict()
    verb = "verb" if groups.get("verb") else "verb2"
    side = bound.subject(reading, place.text, place.match.start(verb))
    if place.match.re is _MAY_SEE:
        return side in (Side.GROUP, Side.BOTH)
    return side is not Side.GROUP and not _LISTS_GROUP.search(place.text)


def _has_network(reading: Reading) -> bool:
    return bound.is_with_payer(reading)


CHECK = Check(
    id="network-undisclosed",
    title="Network hidden",
    detects=(Detects.ABSENCE,),
    severity=Severity.HIGH,
    theme=Theme.FAIR_DEALING,
    tactics=("network_secrecy",),
    questions=("gf_q15",),
    lesson="training_5",
    sources=(GOOD_PRACTICE,),
    why=(
        "A discount buys patients. Without the list of others in the network, their room for new "
        "patients and the numbers sent to you, you cannot tell what you get for it."
    ),
    asks=("Ask for the network's list, its capacity and your referrals, each quarter.",),
    wording=(
        "Plan supplies to Provider each quarter its list of participating providers, their "
        "capacity for new patients, and the number of Members referred to Provider."
    ),
    applies=_has_network,
    find=_find,
)
