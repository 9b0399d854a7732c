"""A duty measured by a word that nothing defines."""

import re
from collections.abc import Iterable

from fairterms.document import numbers
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.units.finding import QuoteEvidence, Severity

_TERMS = {
    "timely": r"timely|in a timely (?:manner|fashion)",
    "promptly": r"promptly|expeditiously|without undue delay",
    "adequate": r"adequate(?:ly)?",
    "appropriate": r"(?:as )?appropriate(?:ly)?",
    "best efforts": r"best efforts",
    "reasonable efforts": r"(?:commercially )?reasonable efforts",
    "industry standard": r"industry[- ]standards?|customary industry practice",
    "reasonable": (
        r"reasonabl[ey] (?:time|period|notice|requests?|compliance|cooperation|cooperate|manner|"
        r"access|steps|measures|assistance)"
    ),
    "satisfactory": r"satisfactor(?:y|ily)",
    "sufficient": r"sufficient(?:ly)?",
}
_PATTERNS = {name: re.compile(rf"\b(?:{term})\b", re.IGNORECASE) for name, term in _TERMS.items()}
_DUTY = re.compile(
    r"\b(?:shall|must|agrees? to|required to|is to|are to|will|responsible for)\b"
    r"(?! (?:not )?be construed)",
    re.IGNORECASE,
)
_BY_STATUTE = re.compile(r"\b(?:CFR|C\.F\.R\.|U\.?S\.?C\.?|T\.?C\.?A\.?|Code Ann)\b|§")
_TESTED = re.compile(
    r"\b(?:as defined|means|defined (?:in|as|by)|no later than|not later than|by the \w+ day|"
    r"as (?:set forth|specified|listed) in (?:Exhibit|Attachment|Section|Schedule))\b",
    re.IGNORECASE,
)
_CLINICAL = re.compile(r"\b(?:medically|clinically|medically necessary or|not) $", re.IGNORECASE)
_MOST_PLACES = 4


def _find(reading: Reading) -> Iterable[Sighting]:
    for name, pattern in _PATTERNS.items():
        if _is_defined(reading, name):
            continue
        quotes = [q for passage in reading.passages for q in _undefined(reading, passage, pattern)]
        if quotes:
            count = f" It stands in {len(quotes)} such places." if len(quotes) > 1 else ""
            yield Sighting(
                quotes[0],
                tuple(quotes[1 : 1 + _MOST_PLACES]),
                detail=f'"{name.capitalize()}" measures a duty; no number or test says how.{count}',
                subject=f'"{name}"',
                asks=(f'Ask for a number or a test in place of "{name}".',),
            )


def _undefined(
    reading: Reading, passage: Passage, pattern: "re.Pattern[str]"
) -> Iterable[QuoteEvidence]:
    """Return the first place in a passage where the word measures a duty without a test."""
    text = passage.text
    used = [m for m in pattern.finditer(text) if not _CLINICAL.search(text[: m.start()])]
    if not used or _BY_STATUTE.search(text) or _is_tested(text):
        return
    if _is_duty(reading, text):
        yield passage.around(*used[0].span())


def _is_duty(reading: Reading, text: str) -> bool:
    """Say whether a party of the agreement must do something here."""
    return any(
        reading.parties.subject(text, duty.start()) is not Side.OTHER
        for duty in _DUTY.finditer(text)
    )


def _is_tested(text: str) -> bool:
    """Say whether the sentence itself gives the number or the test."""
    return bool(numbers.times(text)) or _TESTED.search(text) is not None


def _is_defined(reading: Reading, name: str) -> bool:
    """Say whether the agreement defines the word: '"Timely" means ...'."""
    definition = re.compile(rf'"{name}\w*"[^.;]{{0,60}}?\b(?:means?|shall mean|is defined)\b', re.I)
    return any(definition.search(passage.text) for passage in reading.passages)


CHECK = Check(
    id="vague-term",
    title="Undefined standard",
    detects=(Detects.VAGUE,),
    severity=Severity.MEDIUM,
    theme=Theme.DEFINITIONS,
    tactics=("strategic_ambiguity", "weak_definitions"),
    questions=("gf_q02",),
    lesson="training_1",
    sources=(GOOD_PRACTICE,),
    why="Whoever judges later will fill the word in, and that is mostly the side that pays.",
    asks=("Ask how each side would know whether the duty was met.",),
    wording=(
        "Reports are due by the 20th of the next month and are complete when every field in "
        "Exhibit R is filled."
    ),
    find=_find,
)
