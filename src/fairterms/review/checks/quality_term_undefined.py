"""Quality words with no measure, formula, source or period."""

import re
from collections.abc import Iterable

from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.passages import Passage
from fairterms.units.finding import Severity

_WORDS = r"(?:quality|value|efficiency|performance|outcomes?|clinical)"
_TERM = re.compile(
    rf"\b{_WORDS}(?:[- ](?:of care|improvement|and {_WORDS}|based))?[- ]"
    r"(?:benchmarks?|standards?|goals?|targets?|measures?|metrics?|indicators?|thresholds?|scores?|"
    r"criteria|requirements)\b|\bbenchmarks? for (?:quality|efficiency|value)\b|"
    r"\b(?:efficient|high[- ]quality|high[- ]value) care\b",
    re.IGNORECASE,
)
_BITES = re.compile(
    r"\b(?:shall|must|agrees? to|required to|eligible|ineligible|pays?|payment|payable|earn\w*|"
    r"bonus|incentive|withhold|reward\w*|meets?|meeting|achieve\w*|achieving)\b",
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
    r"\bPROMIS\b|\bCMIT\b|\b(?:Exhibit|Attachment|Appendix|Schedule) [A-Z\d]\b|\bscore of \d|"
    r"\b(?:[Ss]ee|in|within) (?:the )?(?:[\w-]+ ){0,6}(?:[Ee]xhibit|[Aa]ttachment|[Aa]ppendix)\b",
)
_MOST_PLACES = 4


def _find(reading: Reading) -> Iterable[Sighting]:
    found = []
    for passage in reading.passages:
        match = _TERM.search(passage.text)
        if match is not None and _is_open(reading, passage):
            found.append(passage.around(match.start(), match.end()))
    if found:
        yield Sighting(found[0], tuple(found[1 : 1 + _MOST_PLACES]))


def _is_open(reading: Reading, passage: Passage) -> bool:
    """Say whether the measure is left to later, or the section around it never names one."""
    if _MEASURED.search(passage.text):
        return False
    if _LATER.search(passage.text):
        return True
    return _BITES.search(passage.text) is not None and not any(
        _MEASURED.search(other.text) for other in reading.same_section(passage)
    )


CHECK = Check(
    id="quality-term-undefined",
    title="Quality words undefined",
    detects=(Detects.VAGUE, Detects.ABSENCE),
    severity=Severity.HIGH,
    theme=Theme.MEASUREMENT,
    tactics=("weak_definitions",),
    questions=("gf_q09",),
    lesson="training_1",
    sources=(GOOD_PRACTICE,),
    why=(
        "Pay or standing hangs on a word for quality, and the text names no tool, formula, target "
        "or period. What is not defined cannot be checked, and can be set later."
    ),
    asks=("Ask for each measure's tool, population, formula, target and period, in an exhibit.",),
    wording=("Each measure names its tool, population, formula, target and period in Exhibit Q."),
    find=_find,
)
