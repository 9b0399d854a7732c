"""How a sentence defines a term: by a verb, in brackets, in a line of its own, in quotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from fairterms.document import capitals

_TERM = r"[\w\[][\w&/()'.,\]\[ -]{0,70}?"
_MEANS = (
    r"(?:means?\b|shall (?:each )?(?:mean|be defined|have|refer|include)|will mean|(?:is|are) "
    r"(?:hereby )?defined|refers? to|has the|have the|includes?\b|is\b|are\b|as used)"
)
_QUOTE = re.compile(rf"(?:\"|'')\s?({_TERM}),?\.?\s?(?:\"|'')")
_QUOTED_MEANS = re.compile(
    rf"\"\s?{_TERM},?\s?\"(?:,? ?(?:or|and|\(|\)|,|each|the) ?\(?\"\s?{_TERM}\s?\"\)?|"
    rf" ?\([^()\"]{{1,40}}\)){{0,4}}[^.;:]{{0,60}}?\b{_MEANS}"
)
_NUMBER = r"^(?:\W*(?:\d[\d.]*|\(?\w{1,3}\)|[A-Z]-\d[\d.]*|[a-zA-Z]\.)\s+)?"
_MORE = r"(?: (?:of |and |for |or |to )?[A-Z][\w/()-]*)"
_BARE_MEANS = re.compile(
    rf"{_NUMBER}(?:The )?(?P<term>[A-Z][\w/()-]*{_MORE}{{0,6}})(?: \([^()]{{1,40}}\))?,? "
    r"(?:means?|shall (?:mean|be defined as)|is defined as|has the meaning|"
    r"shall have the meaning)\b"
)
# "The Performance Payment is the budget times ...": plain words that tell what a term is.
_BARE_IS = re.compile(
    rf"{_NUMBER}(?:The |An? )?(?P<term>[A-Z][\w/()-]*{_MORE}{{1,6}})"
    r"(?: (?:that|which|for|of) [^.;]{3,70}?)?,? "
    r"(?:is|are|equals?) (?:the|an?|each|that|those|equal|defined|calculated|[A-Z$])"
)
_LINE = re.compile(
    rf"{_NUMBER}(?P<term>[A-Z][\w/-]*(?: [\w/&-]+){{0,7}}?)(?: ?\([^()]{{1,60}}\))?: (?=[A-Z\"])"
)
_BRACKETS = re.compile(r"\([^()]{0,120}\)")
_HEREINAFTER = re.compile(
    r"[({](?:(?:hereinafter|hereafter|collectively|individually|referred to|together|each an?)"
    r"[^()\"]{0,40}?|(?:the|an?|each|all) )?(?P<term>[A-Z][\w/-]*(?: [A-Z][\w/-]*){0,4}) ?[)}]"
)
_SYNONYMS = re.compile(
    r"\b(?:interchangeabl[ey] with|synonym\w* (?:with|of|for)|"
    r"also (?:called|known as|referred to as))(?: the)?(?: terms?)? (?P<others>[^.;]{3,240})"
)
_POINTS = re.compile(
    r"\b(?:meanings?|definitions?)(?: as)?(?: is| are)?[^.;]{0,30}? "
    r"(?:set forth|given|assigned|ascribed|contained|stated|specified|provided|found|used)"
    r"(?: to (?:it|them|such terms?))? (?:in|by|under) (?P<there>[^.;]{3,90})|"
    r"\b(?:as|is|are) (?:such term is |so )?defined (?:in|by|under) (?P<where>[^.;,)]{3,90})"
)


class How(StrEnum):
    """How a term is defined."""

    MEANS = "means"
    BRACKETS = "in brackets"
    LINE = "in a line of its own"
    QUOTED = "in quotation marks"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True)
class Defined:
    """A term that a sentence defines.

    Attributes
    ----------
    term
        As it is printed.
    how
        By what words.
    after
        Where in the sentence its meaning starts.
    """

    term: str
    how: How
    after: int


def terms(sentence: str) -> Iterator[Defined]:
    """Find the terms that a sentence defines.

    Examples
    --------
    >>> [(one.term, one.how.value) for one in terms('"Access Goal" or "Goal" means ten days.')]
    [('Access Goal', 'means'), ('Goal', 'means')]
    """
    if '"' in sentence or "''" in sentence:
        yield from _quoted(sentence)
    for pattern, how in ((_BARE_MEANS, How.MEANS), (_BARE_IS, How.LINE)):
        bare = pattern.match(sentence)
        if bare:
            yield Defined(bare["term"], how, bare.end())
    line = _LINE.match(sentence) if ": " in sentence else None
    for part in re.split(r" or (?=[A-Z])", line["term"]) if line else ():
        yield Defined(part, How.LINE, line.end() if line else 0)
    if "(" in sentence or "{" in sentence:
        for match in _HEREINAFTER.finditer(sentence):
            yield Defined(match["term"], How.BRACKETS, match.end())
    yield from _synonyms(sentence)


def points_to(sentence: str) -> str:
    """Return where a sentence says that a meaning stands; empty where it points nowhere.

    Examples
    --------
    >>> points_to('"Goal" has the meaning set forth in the Provider Manual.')
    'the Provider Manual'
    """
    points = _POINTS.search(sentence)
    return (points["there"] or points["where"]) if points else ""


def _quoted(sentence: str) -> Iterator[Defined]:
    """Return the quoted terms of a sentence; every one that nothing better tells counts, too."""
    means = _QUOTED_MEANS.search(sentence)
    brackets = [match.span() for match in _BRACKETS.finditer(sentence) if '"' in match[0]]
    for match in _QUOTE.finditer(sentence):
        is_bracketed = any(start < match.start() < end for start, end in brackets)
        if means and means.start() + is_bracketed <= match.start() < means.end():
            yield Defined(match[1], How.MEANS, means.end())
        else:
            how = How.BRACKETS if is_bracketed else How.QUOTED
            yield Defined(match[1], how, match.end())


def _synonyms(sentence: str) -> Iterator[Defined]:
    """Return the words that a sentence makes mean the same as a term."""
    synonyms = _SYNONYMS.search(sentence)
    for run in capitals.runs(synonyms["others"]) if synonyms else ():
        for part in re.split(r" (?:or|and) ", run.words):
            yield Defined(part, How.QUOTED, synonyms.end() if synonyms else 0)
