"""A safeguard: a sentence that meets a test of good faith, found wherever it stands."""

import re
from dataclasses import dataclass

from fairterms.document import numbers
from fairterms.document.numbers import Unit
from fairterms.review import incentives, places, sieve
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import QuoteEvidence

PLAN_MUST = r"(?P<verb>shall|will|must|agrees? to|undertakes? to)\b(?! not)"
"""The verb of a duty; its subject must be the plan."""
WISH = (
    r"\b(?:will (?:discuss|consider|explore|collaborate|work with)|might|strives?|intends? to|"
    r"if any\b|"
    r"may (?:discuss|consider|explore|develop|offer|choose)|to the extent available)\b"
)
"""Words that make a promise a wish."""
_NEVER = re.compile(r"(?!)")


def any_of(*patterns: str) -> tuple["re.Pattern[str]", ...]:
    """Compile wordings of which any is a safeguard."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def none_of(*patterns: str) -> "re.Pattern[str]":
    """Compile wordings of which none may stand in the sentence."""
    return re.compile("|".join(patterns), re.IGNORECASE)


@dataclass(frozen=True)
class Safeguard:
    """What to look for, with a wide net, so that nothing is called missing that is there.

    Attributes
    ----------
    words
        What it is, as a reader would say.
    stems
        Letters in lower case of which one stands in every such sentence.
    patterns
        Any of these is it. Where one has a group ``verb``, its subject must be the plan.
    unless
        What makes a sentence something else: a denial, a wish, another matter.
    has_amount
        Whether dollars or a percentage must stand in the sentence or close after it.
    """

    words: str
    stems: tuple[str, ...]
    patterns: tuple["re.Pattern[str]", ...]
    unless: "re.Pattern[str]" = _NEVER
    has_amount: bool = False

    def seen(self, reading: Reading) -> tuple[QuoteEvidence, ...]:
        """Quote the places where it stands, a few at most, in the order of the documents."""
        found = places.within(
            sieve.holding(reading.passages, *self.stems),
            *self.patterns,
            where=lambda place: self._is_meant(reading, place),
        )
        return tuple(dict.fromkeys(place.quote for place in found))[: places.MOST_PLACES]

    def _is_meant(self, reading: Reading, place: Place) -> bool:
        if self.unless.search(place.text):
            return False
        if place.match.groupdict().get("verb") and not _is_plans(reading, place):
            return False
        return not self.has_amount or _has_amount(reading, place)


def _is_plans(reading: Reading, place: Place) -> bool:
    return place.side(reading, "verb") in (Side.PLAN, Side.UNNAMED)


_AFTER = 3
"""Sentences after a place in which its amount may stand."""
_ROWS = 20
"""The same where the place sends the reader to a table: its heads and rows count as sentences."""
_TABLE = re.compile(r"\b(?:Table|Schedule)\b")


def _has_amount(reading: Reading, place: Place) -> bool:
    reach = _ROWS if _TABLE.search(place.text) else _AFTER
    near = incentives.around(reading, place.passage, 0, reach)
    return any(
        amount.unit in (Unit.DOLLARS, Unit.PERCENT)
        for passage in near
        for amount in numbers.find(passage.text)
    )
