"""Measures that an agreement defines itself: how each is counted, and its target."""

import re
from collections.abc import Iterator

from fairterms.review.context import Reading

_EXHIBIT = re.compile(
    r"^(?:Exhibit|Attachment|Appendix|Schedule|Annex|Addendum)(?![a-z])", re.IGNORECASE
)
_FORMULA = re.compile(r"\b(?:numerators?|denominators?)\b", re.IGNORECASE)
_TARGET = re.compile(r"\d\s?%|\bper ?cent\b", re.IGNORECASE)
_STEWARD = re.compile(
    r"\b(?:HEDIS|NQF|CAHPS|CMIT|NCQA|PHQ-?\d|GAD-?7|OQ-?45|PROMIS)\b", re.IGNORECASE
)


def are_defined(reading: Reading) -> bool:
    """Say whether an exhibit at hand defines measures: how each is counted, and its target."""
    return any(_defines(exhibit) for exhibit in _exhibits(reading))


def _defines(exhibit: list[str]) -> bool:
    has_target = any(_TARGET.search(text) for text in exhibit)
    return has_target and any(_FORMULA.search(text) for text in exhibit)


def have_targets(reading: Reading) -> bool:
    """Say whether measures of a known steward, or with a formula, stand beside their targets."""
    for passage in reading.passages:
        if _TARGET.search(passage.text) and (
            _STEWARD.search(passage.text) or _FORMULA.search(passage.text)
        ):
            return True
    return are_defined(reading)


def _exhibits(reading: Reading) -> Iterator[list[str]]:
    """Return the sentences of each exhibit, be it a part of a document or a file of its own."""
    for document in reading.documents:
        inside = [passage for passage in reading.passages if passage.document is document]
        if _EXHIBIT.search(document.name):
            yield [passage.text for passage in inside]
        for section in document.sections:
            if _EXHIBIT.search(section.number):
                yield [
                    passage.text
                    for passage in inside
                    if section.start <= passage.sentence.start < section.end
                ]
