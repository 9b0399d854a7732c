"""Quality words with no measure, formula, source or period."""

import re
from collections.abc import Iterable

from fairterms.review import incentives, measures
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.passages import Passage
from fairterms.units.finding import Severity

_WORDS = r"(?:quality|value|efficiency|performance|outcomes?|clinical|incentive|bonus|gate)"
_TERM = re.compile(
    rf"\b{_WORDS}(?:[- ](?:of care|improvement|and {_WORDS}|based))?[- ]"
    r"(?:benchmarks?|standards?|goals?|targets?|measures?|metrics?|indicators?|thresholds?|scores?|"
    r"criteria|requirements)\b|\bmeasure(?:ment)? specifications?\b|"
    r"\bbenchmarks? for (?:quality|efficiency|value)\b|"
    r"\b(?:efficient|high[- ]quality|high[- ]value) care\b",
    re.IGNORECASE,
)
_BITES = re.compile(
    r"\b(?:shall|must|agrees? to|required to|eligible|ineligible|pays?|payment|payable|earn\w*|"
    r"bonus|incentive|withhold|reward\w*|meets?|meeting|achieve\w*|achieving|expected to)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:will|to|shall) be (?:published|provided|determined|established|defined|identified)|"
    r"\bas (?:determined|defined|established|published) by|\bfrom time to time|\bdefined by\b|"
    r"\bin its (?:sole )?discretion",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\d\s?%|\bper ?cent\b|\bnumerator\b|\bHEDIS\b|\bNQF\b|\bCAHPS\b|\bPHQ-?\d|\bGAD-?7|\bOQ-?45|"
    r"\bPROMIS\b|\bCMIT\b|\b(?:Exhibit|Attachment|Appendix|Schedule)s? [A-Z\d]\b|\bscore of \d|"
    r"\b(?:[Ss]ee|in|within) (?:the )?(?:[\w\[\]-]+ ){0,8}(?:[Ee]xhibit|[Aa]ttachment|[Aa]ppendix)"
    r"\b",
)
# What is tracked by a yardstick, rather than by a general standard.
_YARDSTICK = re.compile(r"benchmark|measure|metric|indicator|target|threshold|goal|score", re.I)
# Not a duty, only a word on what an exhibit is called or where it ranks.
_LIST_OF_EXHIBITS = re.compile(r"\bExhibits are\b|\b[A-F], [A-Z][\w ]+; (?:and )?[A-F], [A-Z]")
_IDLE = re.compile(r"\bnot (?:linked|tied) to\b|\bfor information only\b", re.IGNORECASE)
_MENTIONS = (
    "quality",
    "value",
    "efficien",
    "performance",
    "outcome",
    "clinical",
    "measure",
    "incentive",
    "bonus",
    "gate",
)
_MOST_PLACES = 2


def _find(reading: Reading) -> Iterable[Sighting]:
    has_measures = measures.are_defined(reading)
    found = []
    for passage in incentives.mentioning(reading, *_MENTIONS):
        match = _TERM.search(passage.text)
        if match is None or not _is_open(reading, passage, match, has_measures=has_measures):
            continue
        quote = passage.around(match.start(), match.end())
        found.append((_weight(reading, passage, match), quote))
    if found:
        heaviest_first = sorted(found, key=lambda one: -one[0])
        # The same words may stand in two attachments; they are quoted once.
        by_words = {" ".join(quote.text.split()): quote for _, quote in reversed(heaviest_first)}
        quotes = list(reversed(by_words.values()))
        yield Sighting(quotes[0], tuple(quotes[1 : 1 + _MOST_PLACES]))


def _is_open(
    reading: Reading, passage: Passage, match: "re.Match[str]", *, has_measures: bool
) -> bool:
    """Say whether the measure is the plan's own, is left to later, or is named nowhere near."""
    text = passage.text
    if any(sign.search(text) for sign in (_MEASURED, _LIST_OF_EXHIBITS, _IDLE)):
        return False
    if _LATER.search(text) or _is_outside(reading, text):
        return True
    if _BITES.search(text) is None:
        return False
    if _is_plans_own(reading, text, match):
        return True
    return not has_measures and not any(
        _MEASURED.search(other.text) for other in reading.same_section(passage)
    )


def _weight(reading: Reading, passage: Passage, match: "re.Match[str]") -> int:
    """Weigh a place: a yardstick that is the plan's own is the hardest to check."""
    is_own = _is_plans_own(reading, passage.text, match)
    return int(_YARDSTICK.search(match[0]) is not None) * (1 + is_own)


def _is_plans_own(reading: Reading, text: str, match: "re.Match[str]") -> bool:
    """Say whether the words are "Plan's quality benchmarks", which the plan sets alone."""
    owner = re.search(r"(?P<who>[\w ]{1,40})['\u2019]s (?:\w+ ){0,2}$", text[: match.start()])
    return owner is not None and reading.parties.names_plan(owner["who"][-20:])


def _is_outside(reading: Reading, text: str) -> bool:
    """Say whether a document that was not supplied must be read to know the measure."""
    missing = (document.name.lower() for document in reading.outside if not document.is_supplied)
    return any(name in text.lower() for name in missing)


def _is_about_care(reading: Reading) -> bool:
    """Leave out a lease or a licence, whose quality words are of other things."""
    return reading.is_provider_agreement


CHECK = Check(
    id="quality-term-undefined",
    title="Quality words undefined",
    detects=(Detects.VAGUE, Detects.ABSENCE),
    severity=Severity.HIGH,
    theme=Theme.MEASUREMENT,
    tactics=("weak_definitions",),
    questions=("gf_q09",),
    lesson="training_2",
    sources=(GOOD_PRACTICE,),
    why=(
        "Pay or standing hangs on a word for quality, and the text names no tool, formula, target "
        "or period. What is not defined cannot be checked, and can be set later."
    ),
    asks=("Ask for each measure's tool, population, formula, target and period, in an exhibit.",),
    wording=("Each measure names its tool, population, formula, target and period in Exhibit Q."),
    applies=_is_about_care,
    find=_find,
)
