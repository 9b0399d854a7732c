"""Whom a clause names: after "by", before "'s discretion", nearest to a word."""

import re
from functools import lru_cache

from fairterms.document import masks
from fairterms.review.parties import Parties, Side

_STOPS = re.compile(
    r"[.;:,()]|\b(?:at|in|to|for|with|upon|on|from|that|which|who|whether|during|pursuant|as|will|"
    r"shall|may|is|are|was|were|has|have|within|without|effective|under|if|unless|until|agrees?|"
    r"and (?:described|set|shall|will|may|is|are|applied))\b"
)
_MASKED = re.escape(masks.PLACEHOLDER)
_EMPTY = re.compile(r"\s*(?:and|or)?\s*")
_MUTUAL = re.compile(
    r"\b(?:(?:either|each|both|neither|any)(?: of the)? part(?:y|ies)|(?:the )?parties|a party|"
    r"one party|the other party|mutual(?:ly)?)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def _names(parties: Parties) -> tuple[tuple["re.Pattern[str]", Side], ...]:
    return (
        # A name that was masked is the plan's: whoever publishes an agreement hides its own.
        (re.compile(rf"(?<!\w)(?:{parties.plan}|{_MASKED})(?!\w)"), Side.PLAN),
        (re.compile(rf"(?<!\w)(?:{parties.group})(?!\w)"), Side.GROUP),
        (_MUTUAL, Side.BOTH),
    )


def named(parties: Parties, text: str, start: int, end: int) -> tuple[tuple[int, Side], ...]:
    """Return the places between ``start`` and ``end`` where a side is named, in order."""
    found = (
        (match.start(), side)
        for pattern, side in _names(parties)
        for match in pattern.finditer(text, start, end)
    )
    return tuple(sorted(found, key=lambda name: name[0]))


def after(parties: Parties, text: str, place: int) -> Side:
    """Say whom a text names at ``place``, the end of a "by" or an "of".

    Parameters
    ----------
    parties
        Of the agreement.
    text
        A sentence.
    place
        Where the name should stand.

    Returns
    -------
    Side
        ``Side.BOTH`` where both sides are joined, ``Side.UNNAMED`` where a name was removed
        from the text and nothing stands in its place.
    """
    stop = _STOPS.search(text, place)
    end = stop.start() if stop else len(text)
    sides = {side for _, side in named(parties, text, place, end)}
    if len(sides) > 1:
        return Side.BOTH
    if sides:
        return sides.pop()
    return Side.UNNAMED if _EMPTY.fullmatch(text, place, end) else Side.OTHER


def before(parties: Parties, text: str, place: int) -> Side:
    """Say whom a text names last before ``place``; ``Side.OTHER`` where it names no one."""
    names = named(parties, text, 0, place)
    return names[-1][1] if names else Side.OTHER


def first(parties: Parties, text: str, place: int) -> Side:
    """Say whom a text names first from ``place`` on; ``Side.OTHER`` where it names no one."""
    names = named(parties, text, place, len(text))
    return names[0][1] if names else Side.OTHER
