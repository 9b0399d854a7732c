"""Looking through a whole agreement for something that may not be there."""

import re
from collections.abc import Iterable, Sequence

from fairterms.review.check import Sighting
from fairterms.review.context import Reading
from fairterms.review.passages import Passage
from fairterms.units.finding import AbsenceEvidence


def anywhere(reading: Reading, patterns: Iterable["re.Pattern[str]"]) -> Passage | None:
    """Return the first passage in which any of the patterns is found, or None."""
    wanted = tuple(patterns)
    for passage in reading.passages:
        if any(pattern.search(passage.text) for pattern in wanted):
            return passage
    return None


def sighting(reading: Reading, searched_for: Sequence[str], missing: str) -> Sighting:
    """Say that something is absent; or, with pages or documents missing, that it is unclear.

    Parameters
    ----------
    reading
        The whole agreement, already searched.
    searched_for
        What was looked for, in words.
    missing
        What is absent, as "no ... was found", without a full stop.
    """
    gaps = reading.gaps
    return Sighting(
        AbsenceEvidence(
            documents=tuple(document.name for document in reading.documents),
            pages_read=reading.pages_read,
            searched_for=tuple(searched_for),
        ),
        detail=f"In what was read, {missing}." if gaps else f"{missing[0].upper()}{missing[1:]}.",
        unclear_because="; ".join(gaps),
    )
