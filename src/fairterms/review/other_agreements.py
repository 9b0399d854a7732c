"""Other agreements of the same parties, on which an agreement depends."""

import re
from collections.abc import Iterable

from fairterms.review.passages import Passage

_NAME = r"(?P<name>(?:[A-Z][\w-]+ (?:and |for |of )?){1,4}Agreement)"
_PARTIES = (
    r"(?:between|by and between|by and among|among|of|with) (?:the (?:same )?parties|"
    r"(?:the )?\w+ and (?:the )?\w+|them)"
)
_DATED = r"(?:dated|of (?:that|even) date|effective|as in effect|entered into|executed|made)"
# A definition: the term means an agreement between the parties of some date.
_MEANS = re.compile(
    rf"\"{_NAME}\" (?:means|shall mean|refers to|is) (?:the|that certain|a|an|any)\b"
    rf"(?=[^.;]{{0,160}}\bAgreement\b)(?=[^.;]{{0,200}}\b{_PARTIES}\b)(?=[^.;]{{0,260}}\b{_DATED}\b)"
)
# The same in brackets, after the agreement's full name.
_IN_BRACKETS = re.compile(
    rf"\b(?:the|that certain|a) (?:[A-Z][\w-]+ ){{1,6}}Agreement[^.;]{{0,80}}?\b{_PARTIES}\b"
    rf"[^.;()]{{0,120}}\((?:[a-z, ]*)\"{_NAME}\"\)"
)
_ENDED = re.compile(r"\b(?:supersed\w+|replac\w+|terminat\w+ and of no)\b", re.IGNORECASE)
_OPENING = re.compile(r"\bthis (?:\w+ ){0,8}Agreement\b", re.IGNORECASE)


def find(passages: Iterable[Passage]) -> tuple[str, ...]:
    """Find the names that an agreement gives to other agreements of its parties, each once.

    Notes
    -----
    Only agreements between the same parties count. What one party has agreed with someone else,
    such as a lender or a state, is no document that the other must be given.
    """
    names: dict[str, None] = {}
    for passage in passages:
        if "Agreement" not in passage.text or _ENDED.search(passage.text):
            continue
        for match in _MEANS.finditer(passage.text):
            names[match["name"]] = None
        for match in _IN_BRACKETS.finditer(passage.text):
            if not _OPENING.search(passage.text, 0, match.start("name")):
                names[match["name"]] = None
    return tuple(names)
