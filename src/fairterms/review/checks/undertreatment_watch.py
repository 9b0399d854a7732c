"""Controls look only for too much care, and never for too little."""

import re
from collections.abc import Iterable

from fairterms.review import absence, headings, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_WATCHES = re.compile(
    r"\bunder[- ]?(?:treat\w*|utili[sz]\w*|serv\w+|us(?:e|ed)|provision|car(?:e|ing))\b|"
    r"\btoo (?:little|few)\b|\bonly one visit\b|\bunmet needs?\b|\binadequate (?:care|treatment)\b|"
    r"\b(?:withh[eo]ld\w*|limit\w*|den(?:y|ied)|stint\w*)\b[^.;]{0,60}\b(?:medically "
    r"necessary|necessary|"
    r"appropriate)\b[^.;]{0,40}\b(?:care|services)\b[^.;]{0,80}\breport\w*|"
    r"\breport\w*\b[^.;]{0,160}?\b(?:limit\w*|denied|den(?:y|ies)|"
    r"withheld)\b[^.;]{0,80}?\b(?:medically necessary|"
    r"appropriate|necessary) (?:or [\w ]{1,40})?(?:care|services)|"
    r"\b(?:over[- ]?(?:and|or|/) ?under)|\bstinting\b",
    re.IGNORECASE,
)
_ACCESS = re.compile(
    r"\b(?:wait(?:ing)?[- ]times?|appointment (?:availability|wait)|timely access|"
    r"access (?:to care )?(?:measures?|"
    r"standards?|metrics?|reports?)|new patients seen|first (?:appointment|visit)|"
    r"days (?:of|after|to) (?:first|"
    r"initial)|penetration rates?|drop-?outs?|retention in care|follow-?up (?:care|"
    r"visits?|after)|engagement (?:in|"
    r"of) (?:care|treatment)|continuity of care measure)\b",
    re.IGNORECASE,
)
_TRACKS = re.compile(
    r"\b(?:track\w*|monitor\w*|measur\w*|report\w*|review\w*|rates?|indicators?|"
    r"thresholds?|target\w*|percent|"
    r"quarterly|monthly|weight)\b|%",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:over-?utili[sz]\w*|high(?:er)?[- ](?:use|utili[sz]\w+|cost|volume)|outliers?|excessive|"
    r"number of (?:visits|sessions|services)|visits per|sessions per|"
    r"above (?:the )?(?:average|mean|norm|peer)|"
    r"more than (?:peers|other)|utili[sz]ation review|frequency of (?:visits|sessions))\b",
    re.IGNORECASE,
)
_WATCH_STEMS = (
    "under",
    "too little",
    "too few",
    "only one visit",
    "unmet",
    "inadequate",
    "limit",
    "deni",
    "stint",
    "withh",
)
_OVER_STEMS = (
    "utiliz",
    "utilis",
    "high",
    "outlier",
    "excess",
    "number of",
    "visits",
    "sessions",
    "above",
    "more than",
)
_ACCESS_STEMS = (
    "wait",
    "appointment",
    "access",
    "visit",
    "penetration",
    "drop",
    "retention",
    "follow",
    "engagement",
)
_REVIEWS = re.compile(
    r"\b(?:review\w*|compar\w*|monitor\w*|profil\w*|audit\w*|explain|explanation|"
    r"correct\w*|investigat\w*|control\w*|"
    r"analy[sz]\w*|report\w*)\b",
    re.IGNORECASE,
)
_IN_DETAIL = re.compile(
    r"\b(?:number|visits|sessions|frequency|average|peers|norm|high|over|exces)", re.IGNORECASE
)
_NO_REVIEW = re.compile(
    r"\b(?:stop-?loss|truncat\w*|episodes? excluded|admission|payment|claims? over|cost outlier)\b",
    re.I,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    if places.within(sieve.holding(reading.passages, *_WATCH_STEMS), _WATCHES):
        return
    if headings.say(reading, _WATCHES, _ACCESS):
        return
    found = places.within(sieve.holding(reading.passages, *_OVER_STEMS), _OVER, where=_is_review)
    over = tuple(sorted(found, key=_says_less))
    if over:
        yield places.sighting(over, "Reviews look at much care. Nothing looks at too little.")
    elif not places.within(
        sieve.holding(reading.passages, *_ACCESS_STEMS), _ACCESS, where=_is_tracked
    ):
        yield absence.sighting(
            reading,
            ("a watch for under-treatment", "access or waiting times that are tracked"),
            "nothing that looks for too little care was found",
        )


def _is_review(place: Place) -> bool:
    return _REVIEWS.search(place.text) is not None and not _NO_REVIEW.search(place.text)


def _says_less(place: Place) -> bool:
    return _IN_DETAIL.search(place.match[0]) is None


def _is_tracked(place: Place) -> bool:
    return _TRACKS.search(place.text) is not None


def _pays_by_results(reading: Reading) -> bool:
    features = reading.features
    is_by_results = features.has_incentive or features.has_target or features.has_downside
    return is_by_results and reading.is_provider_agreement


CHECK = Check(
    id="undertreatment-watch",
    title="Under-treatment watch",
    detects=(Detects.ABSENCE,),
    severity=Severity.HIGH,
    theme=Theme.EQUITY,
    tactics=("weak_definitions",),
    questions=("gf_q11",),
    lesson="training_4",
    sources=(GOOD_PRACTICE,),
    why=(
        "When savings are shared, too little care pays. If only high use is looked at, nobody "
        "sees the patients who came once and never again."
    ),
    asks=(
        "Ask that access and under-treatment are tracked each month, for all groups of patients.",
    ),
    wording="Access and signs of under-treatment are tracked monthly and reviewed jointly.",
    applies=_pays_by_results,
    find=_find,
)
