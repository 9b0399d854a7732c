"""Cross-references that lead nowhere, as an agreement's reader would meet them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fairterms.document import references
from fairterms.document.references import Reference
from fairterms.document.spans import Span
from fairterms.review.context import Reading
from fairterms.review.passages import Passage

_MOST = 6
"""Dead ends above which the numbering was misread, rather than the agreement badly written."""
_OF_ANOTHER = re.compile(
    r"^[\w().,; -]{0,40}?\b(?:thereof|of (?:the|that|such|each)(?: [\w']+){1,4} (?:Agreement|Plan|"
    r"Act|Code|Rules|Policy)|of (?:title|chapter|the (?:act|code|rules)))\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"^[\w().,; -]{0,30}?\b(?:hereof|herein|of this (?:Agreement|Contract)|above|below)\b",
    re.IGNORECASE,
)
_AFTER = 80


@dataclass(frozen=True, eq=False)
class DeadEnd:
    """A reference to a section that does not exist.

    Attributes
    ----------
    reference
        As the document has it.
    passage
        The sentence it stands in.
    start, end
        Its letters in the passage's text.
    is_own
        Whether the text says that the section is one of this agreement.
    """

    reference: Reference
    passage: Passage
    start: int
    end: int
    is_own: bool


def dead_ends(reading: Reading) -> tuple[DeadEnd, ...]:
    """Return the references to sections that do not exist, each section once.

    Notes
    -----
    Where very many lead nowhere, the numbers of the sections were lost when the text was taken
    from its file; then none is returned.
    """
    missing = references.dangling(reading.documents)
    found = {end.reference.number: end for end in reversed(tuple(_placed(reading, missing)))}
    return tuple(reversed(found.values())) if len(found) <= _MOST else ()


def _placed(reading: Reading, missing: Sequence[Reference]) -> Iterator[DeadEnd]:
    for reference in missing:
        passage = _around(reading, reference)
        if passage is None:
            continue
        start, end = (place - passage.start for place in _inside(passage, reference))
        after = passage.text[end : end + _AFTER]
        if _is_text(passage.text[:start]) and not _OF_ANOTHER.search(after):
            yield DeadEnd(reference, passage, start, end, _OWN.search(after) is not None)


def _is_text(before: str) -> bool:
    """Say whether a reference is one: at a sentence's start, or after a page number, it heads."""
    return bool(before.strip()) and not before.rstrip()[-1:].isdigit()


def _around(reading: Reading, reference: Reference) -> Passage | None:
    for passage in reading.passages:
        sentence = passage.sentence
        if passage.document.name == reference.document and (
            sentence.start <= reference.start and reference.end <= sentence.end
        ):
            return passage
    return None


def _inside(passage: Passage, reference: Reference) -> tuple[int, int]:
    view = passage.document.reading
    return view.inside(Span(reference.start, reference.end))
