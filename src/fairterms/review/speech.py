"""Terms that speak to "you": who "we" and "you" are, and what the service calls itself.

Only in a document whose opening speaks that way. In an agreement between two named parties
"our" and "you" stand in letters and forms that are quoted there, and say nothing about its sides.
"""

import re
from collections import Counter

from fairterms.document.document import Document

WE = r"[Ww]e|[Uu]s|[Oo]urs?"
YOU = r"[Yy]ou|[Yy]ours?|[Uu]sers?|[Cc]ustomers?"

_OPENING = 2_500
"""Letters from the start of a document in which it settles how it speaks."""
_YOU = re.compile(r"\b[Yy]ou(?:rs?)?\b")
_WE = re.compile(r"\b(?:[Ww]e|us|[Oo]ur)\b")
_DEFINED = re.compile(r"[\"'](?:[Ww]e|[Uu]s|[Oo]ur|[Yy]ou)[\"',]")
_ENOUGH_BOTH = 4
"""How often an opening says "we" and "you", together, before it speaks that way."""
_ENOUGH_YOU = 5
"""How often it says "you" when it calls the other side by its name only."""

_SUBJECT = re.compile(
    r"\b([A-Z][\w.]*\w)(?: and its affiliates)? (?:may|will|shall|reserves?|does not|cannot)\b"
)
_ENOUGH_DEEDS = 3
"""How often a name does something before it is taken for the service's own."""


def is_spoken_in(document: Document) -> bool:
    """Say whether a document opens as terms of "us" for "you"."""
    opening = document.reading.text[:_OPENING]
    you, we = len(_YOU.findall(opening)), len(_WE.findall(opening))
    is_both = you > 0 and we > 0 and you + we >= _ENOUGH_BOTH
    return is_both or you >= _ENOUGH_YOU or (you > 0 and _DEFINED.search(opening) is not None)


def service_names(document: Document) -> tuple[str, ...]:
    """Return what a service calls itself, by the names that act in its terms.

    Parameters
    ----------
    document
        Terms that speak to "you".

    Notes
    -----
    A name is a word that is never written small and stands in the opening too; so "Services may"
    and "Apple may", far down, give none.
    """
    text = document.reading.text
    deeds = Counter(match[1] for match in _SUBJECT.finditer(text))
    return tuple(
        name
        for name, times in deeds.items()
        if times >= _ENOUGH_DEEDS
        and not re.fullmatch(f"{WE}|{YOU}", name)
        and re.search(rf"\b{re.escape(name)}\b", text[:_OPENING])
        and not re.search(rf"(?<![\w./@-]){re.escape(name.lower())}(?![\w@]|\.\w)", text)
    )
