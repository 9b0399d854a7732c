"""A gate before the reward: all or nothing, or blind to small numbers."""

import re
from collections.abc import Iterable

from fairterms.review import absence, incentives, measures, places
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_MEASURES = (
    r"(?:quality |performance |outcome |clinical |program |gate |required |applicable )*"
    r"(?:measures?|metrics?|indicators?|benchmarks?|thresholds?|targets?|standards?|goals?|"
    r"performance requirements|quality requirements)"
)
_REWARD = (
    r"(?:incentives?|bonus(?:es)?|rewards?|gain[- ]?shar\w*|shared savings|savings|surplus|"
    r"earn\w*|eligib\w*|ineligib\w*|payments?|paid|payable|withh\w+|forfeit\w*|distribut\w+|"
    r"score|share|qualif\w+)"
)
_ALL = (
    r"(?:all(?: \(100%\))?|each(?: and every)?|every(?: one)?|100%|one hundred percent(?: "
    r"\(100%\))?)"
)
_ALL_MET = re.compile(
    rf"\b(?:meet|meets|meeting|met|achiev\w+|pass\w*|satisf\w+|attain\w*|reach\w*|exceeds?) "
    rf"(?:or exceed\w* )?{_ALL}(?: of)?(?: the| its| \w+)? {_MEASURES}\b",
    re.IGNORECASE,
)
_MUST_ALL = re.compile(
    rf"\b{_ALL}(?: of)?(?: the| its)? {_MEASURES}\b[^.;]{{0,60}}?\b(?:must|shall|have to|has to|"
    rf"are|"
    r"is|were|been) (?:be |each )?(?:met|achieved|passed|satisfied|attained|reached)",
    re.IGNORECASE,
)
_ANY_MISSED = re.compile(
    r"\b(?:any|one|a single|one or more)(?: one)?(?: or more)?(?: of)?(?: the| these| its)? "
    r"(?:quality |performance |outcome |clinical |program )*(?:measures?|metrics?|indicators?|"
    r"benchmarks?|thresholds?|targets?|goals?)\b[^.;]{0,40}?\b(?:is not|are not|not|fails?|missed|"
    r"below|unmet)\b[^.;]{0,120}?\b(?:no|not|zero|none|forfeit\w*|ineligible|lost|nothing)\b|"
    r"\b(?:fails?|failure|unable|not)\b[^.;]{0,30}?\b(?:meet|achieve|satisfy|attain|reach|pass)"
    r"\w*\b"
    r"[^.;]{0,20}?\b(?:any|one|a single|each|all)(?: one)?(?: of)?(?: the| its)? (?:quality |"
    r"performance |outcome |clinical |program )*(?:measures?|metrics?|indicators?|benchmarks?|"
    r"thresholds?|targets?|goals?)\b",
    re.IGNORECASE,
)
_ZERO_FOR_ALL = re.compile(
    r"\b(?:zero|nothing|no (?:payment|share|credit|bonus|amount)|not (?:earn\w*|paid|payable))\b"
    r"[^.;]{0,40}?\bfor (?:all|any|every)(?: of the| other)? (?:measures|metrics|indicators)\b|"
    r"\bmust[- ]pass\b|\bmeasures? must be passed\b|\ball[- ]or[- ](?:nothing|none)\b",
    re.IGNORECASE,
)
# Who misses the benchmarks, in the plural, has no part in the gain.
_MISS_THEM = re.compile(
    rf"\b(?:(?:do(?:es)?|did) not|fails? to|failure to|unless) [^.;]{{0,40}}?\b(?:meet|meets|"
    rf"achieve|"
    rf"satisfy|attain|reach|pass)\w* (?:the |its |\w+'s |required )*(?:minimum )?{_MEASURES}\b"
    r"[^.;]{0,90}?\b(?:ineligible|not (?:be )?(?:eligible|paid|entitled|receive|earn)|no (?:gain|"
    r"incentive|bonus|shared|payment)|forfeit\w*|lose)",
    re.IGNORECASE,
)
# There is no saving to share if the quality thresholds are not met.
_NONE_IF_MISSED = re.compile(
    r"\b(?:no|not (?:be )?(?:eligible|entitled|paid|payable|receive|earn\w*|share|distribut\w+))\b"
    rf"[^.;]{{0,100}}?\b{_REWARD}\b[^.;]{{0,80}}?\b(?:if|where|when|should)\b[^.;]{{0,100}}?"
    rf"{_MEASURES}\b[^.;]{{0,40}}?\b(?:is|are|were|be) (?:not (?:met|achieved|satisfied|reached|"
    r"attained)|missed|unmet)",
    re.IGNORECASE,
)
# A gate in a word that no number or measure stands behind.
_GATE = re.compile(
    r"\b(?:quality gate|quality certification|minimum quality (?:score|threshold|standards?)|"
    r"(?:meets?|meeting|satisf\w+|achiev\w+|pass\w*) (?:the |all |minimum |required |applicable |"
    r"\w+'s )*(?:quality|performance) (?:gate|standards?|thresholds?|requirements|criteria|"
    r"benchmarks?|metrics|measures|targets|goals))\b",
    re.IGNORECASE,
)
_REWARDS = re.compile(rf"\b{_REWARD}\b", re.IGNORECASE)
# Not what both sides "share", nor a score by itself.
_PAID_FOR = re.compile(
    r"\b(?:incentives?|bonus(?:es)?|rewards?|gain[- ]?shar\w*|savings|surplus|earn\w*|payments?|"
    r"paid|payable|withh\w+|forfeit\w*|distribut\w+|shares? of)\b",
    re.IGNORECASE,
)
_SMALL_LOSES = re.compile(
    r"\b(?:less|fewer|smaller) than\b[^.;]{0,60}?\b(?:not scored|not (?:be )?(?:calculated|"
    r"measured|"
    r"counted|reported)|unscored)\b[^.;]{0,80}?\b(?:weight|points?|share|credit|amount|payment)\b"
    r"[^.;]{0,30}?\b(?:not earned|lost|forfeit\w*|zero|not (?:paid|payable|awarded)|unearned)|"
    r"\b(?:less|fewer|smaller) than\b[^.;]{0,80}?\b(?:is|are|be) (?:deemed |treated as |considered "
    r")"
    r"(?:not met|missed|failed|unmet|zero)",
    re.IGNORECASE,
)
_COUNT = (
    r"(?:an? (?:stated |agreed )?(?:minimum|least|number)|the (?:minimum|least|required)|\d[\d,]*|"
    r"(?:one |two )?hundred|(?:ten|fifteen|twenty|thirty|forty|fifty|sixty|eighty)(?:-\w+)?)"
)
_SMALL = re.compile(
    rf"\b(?:fewer|less|smaller|under|below) (?:than )?{_COUNT}[\w() -]{{0,20}}?(?:patients?|"
    r"members?|cases?|episodes?|discharges?|responses?|surveys?|eligible|individuals|"
    r"denominator)\b|"
    r"\bdenominators? (?:of |is |that is |are |with )*(?:fewer|less|smaller|at least|below|under|"
    r"greater|of at least)|\bminimum (?:denominator|sample|number of|volume|case|panel|episode)|"
    r"\bat least [\w() -]{1,16}?(?:patients|members|cases|episodes|discharges|responses)\b|"
    r"\bleast denominator\b|\bsmall (?:numbers?|sample|denominator)|\bconfidence interval|"
    r"\bstatistical(?:ly)? (?:signific|valid|reliab)\w+|\bbelow \d+ cases\b",
    re.IGNORECASE,
)
_HAS_TARGETS = re.compile(
    r"\b(?:measures?|metrics?|indicators?)\b[^;]{0,120}?(?:\d ?%|\bpercent|\bpercentile)", re.I
)
_ADMINISTRATIVE = re.compile(
    r"\b(?:credential\w*|licens\w*|accredit\w*|legal|records|network participation|compl(?:y|iance)"
    r"|"
    r"billing|enrollment|insurance|HIPAA|security|medical necessity|regulatory)\b",
    re.IGNORECASE,
)
_PAY = (
    "incentiv",
    "bonus",
    "reward",
    "shar",
    "saving",
    "surplus",
    "earn",
    "eligib",
    "payment",
    " paid",
    "payable",
    "withh",
    "forfeit",
    "distribut",
    "score",
    "qualif",
)
_WORDS = (
    "measure",
    "metric",
    "indicator",
    "benchmark",
    "threshold",
    "target",
    "standard",
    "goal",
    "gate",
    "all-or",
    "all or",
    "must pass",
    "must-pass",
    "requirements",
    "certification",
    "quality score",
)
_GROUPED = re.compile(r"\bproportion|\bpro[- ]?rat\w*|\beach measure earns|\bpartial credit", re.I)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = incentives.mentioning(reading, *_WORDS, also=_PAY)
    whole = places.within(
        passages,
        _ZERO_FOR_ALL,
        _ALL_MET,
        _MUST_ALL,
        _ANY_MISSED,
        _MISS_THEM,
        _NONE_IF_MISSED,
        where=_bites,
    )
    small = places.within(incentives.mentioning(reading, " than "), _SMALL_LOSES)
    if whole:
        yield places.sighting(
            incentives.once((*whole, *small)), "One missed measure takes the whole reward."
        )
    elif small:
        detail = "A measure with too few patients to be judged counts against the group."
        yield places.sighting(small, detail)
    elif not measures.have_targets(reading) and (gate := _gates(reading)):
        detail = "Pay depends on a quality gate, and no measure with its target stands behind it."
        yield places.sighting(gate, detail)
    elif _ignores_small_numbers(reading):
        detail = "no least number of patients below which a measure is not scored was found"
        yield absence.sighting(
            reading, ("a least number of patients or cases for a measure to count",), detail
        )


def _bites(place: Place) -> bool:
    text = place.text
    if _GROUPED.search(text) or _ADMINISTRATIVE.search(text):
        return False
    return _REWARDS.search(text) is not None


def _gates(reading: Reading) -> tuple[Place, ...]:
    passages = incentives.mentioning(reading, *_WORDS, also=_PAY)
    return places.within(
        passages, _GATE, where=lambda p: _bites(p) and not _HAS_TARGETS.search(p.text)
    )


def _ignores_small_numbers(reading: Reading) -> bool:
    texts = [passage.text for passage in reading.passages]
    pays = any(_HAS_TARGETS.search(text) and _PAID_FOR.search(text) for text in texts)
    return pays and not any(_SMALL.search(text) for text in texts)


def _applies(reading: Reading) -> bool:
    return reading.features.has_incentive and reading.is_provider_agreement


CHECK = Check(
    id="quality-gate",
    title="Quality gate",
    detects=(Detects.VAGUE, Detects.ABSENCE),
    severity=Severity.HIGH,
    theme=Theme.MEASUREMENT,
    tactics=("weak_definitions",),
    questions=("gf_q09",),
    lesson="training_2",
    sources=(GOOD_PRACTICE,),
    why=(
        "Results of few patients swing by chance. If a single measure can take everything, a year "
        "of good work may be paid nothing."
    ),
    asks=(
        (
            "Ask that each measure earns its own share, and that below 30 cases it is not scored "
            "and "
            "its weight goes to the others."
        ),
    ),
    wording=(
        "Each measure earns its own share of the payment. Below 30 cases a measure is not scored, "
        "and its weight is divided among the others."
    ),
    applies=_applies,
    find=_find,
)
