"""Places in an agreement where a pattern is found, and the sighting that quotes them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from fairterms.review.check import Sighting
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.units.finding import QuoteEvidence, Severity

MOST_PLACES = 3
"""Quotations one finding shows; a reader who wants more has the document."""


@dataclass(frozen=True, eq=False)
class Place:
    """A match in a passage.

    Attributes
    ----------
    passage
        The sentence.
    match
        What was found in its text.
    """

    passage: Passage
    match: "re.Match[str]"

    @property
    def text(self) -> str:
        """The whole sentence, on one line."""
        return self.passage.text

    @property
    def before(self) -> str:
        """The sentence up to the match."""
        return self.text[: self.match.start()]

    @property
    def after(self) -> str:
        """The sentence from the end of the match on."""
        return self.text[self.match.end() :]

    @property
    def quote(self) -> QuoteEvidence:
        """The match with what is needed to understand it."""
        return self.passage.around(*self.match.span())

    def side(self, reading: Reading, group: str | int = 0) -> Side:
        """Say who the subject is of the verb where the match, or a group of it, starts."""
        return reading.parties.subject(self.text, self.match.start(group))


def find(
    reading: Reading,
    *patterns: "re.Pattern[str]",
    where: Callable[[Place], bool] = lambda _place: True,
) -> tuple[Place, ...]:
    """Find the passages in which one of the patterns stands; each passage once.

    Parameters
    ----------
    reading
        The agreement.
    patterns
        Tried in order; the first match that ``where`` accepts is the passage's place.
    where
        Which matches count.

    Returns
    -------
    tuple of Place
        In the order of the documents.
    """
    return tuple(_find(reading.passages, patterns, where))


def within(
    passages: Iterable[Passage],
    *patterns: "re.Pattern[str]",
    where: Callable[[Place], bool] = lambda _place: True,
) -> tuple[Place, ...]:
    """Do the same among some passages only, such as one section."""
    return tuple(_find(passages, patterns, where))


def sighting(
    places: Sequence[Place],
    detail: str,
    *,
    subject: str = "",
    asks: tuple[str, ...] = (),
    severity: Severity | None = None,
    unclear_because: str = "",
) -> Sighting:
    """Quote places as one sighting: the first leads, a few more follow."""
    assert places, "a sighting of nothing"
    quotes = list(dict.fromkeys(place.quote for place in places))
    return Sighting(
        quotes[0],
        tuple(quotes[1:MOST_PLACES]),
        detail=detail,
        subject=subject,
        asks=asks,
        severity=severity,
        unclear_because=unclear_because,
    )


def _find(
    passages: Iterable[Passage],
    patterns: Sequence["re.Pattern[str]"],
    where: Callable[[Place], bool],
) -> Iterator[Place]:
    for passage in passages:
        found = (
            place
            for pattern in patterns
            for match in pattern.finditer(passage.text)
            if where(place := Place(passage, match))
        )
        first = next(found, None)
        if first is not None:
            yield first
