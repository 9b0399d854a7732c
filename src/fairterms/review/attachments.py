"""Which attachment a passage stands in, and which document an agreement says prevails."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fairterms.review import sieve
from fairterms.review.context import Reading
from fairterms.review.passages import Passage

_WORDS = r"Exhibit|Attachment|Appendix|Schedule|Addendum|Annex|Amendment"
_LABEL = re.compile(rf"\b(?:{_WORDS})\b", re.IGNORECASE)
_CONFLICT = re.compile(
    r"\b(?:conflict|inconsisten|discrepanc|differ(?:s|ence)?\b|ambiguit|contradict)", re.IGNORECASE
)
_STEMS = (
    "conflict", "inconsisten", "discrepanc", "differ", "ambiguit", "contradict", "precedence",
    "priority",
)  # fmt: skip
_PREVAILS = re.compile(
    r"\b(?P<verb>prevails?|controls?|governs?|(?:take|have|has|takes|be given|giving) "
    r"(?:precedence|priority)|supersedes?)\b|"
    r"\b(?:order|rank) of (?:precedence|priority)\b|\bprecedence in the following order\b",
    re.IGNORECASE,
)
_ONLY_PARTLY = re.compile(
    r"\b(?:except|unless|other than|only (?:if|to)|to the extent|notwithstanding|on a matter)\b",
    re.IGNORECASE,
)
_KINDS = {
    "manual": r"(?:manuals?|handbook|polic(?:y|ies)|guidelines)",
    "attachment": rf"(?:{_WORDS}|attachments|exhibits|appendices|schedules|addenda)",
    "agreement": r"(?:(?:this|the|such|body of the|main) (?:[A-Z]\w+ )?Agreement|"
    r"(?:this|the) Contract)",
}
_KIND = {kind: re.compile(rf"\b{words}\b", re.IGNORECASE) for kind, words in _KINDS.items()}
_BEFORE_VERB = 110
"""Letters before "shall control" in which the document that prevails is named."""


@dataclass(frozen=True, eq=False)
class Precedence:
    """A place that says which document prevails where two differ.

    Attributes
    ----------
    passage
        The sentence.
    start, end
        Where in its text it says so.
    above, below
        The kind of document that prevails, and the kinds it prevails over: "agreement",
        "attachment", "manual"; empty where the sentence does not tell.
    attachment
        The one attachment it speaks of, where it stands in it and says "this Attachment"; else
        empty, which means every attachment.
    is_partial
        Whether it holds for some matters only.
    """

    passage: Passage
    start: int
    end: int
    above: str
    below: frozenset[str]
    attachment: str
    is_partial: bool


def label(passage: Passage) -> str:
    """Return the attachment a passage stands in, such as "Exhibit B"; empty for the body.

    A file whose name says that it is an attachment is one as a whole.
    """
    for section in passage.document.sections:
        if section.start > passage.sentence.start:
            break
        if section.end > passage.sentence.start and section.level == 1:
            words = section.number or section.title
            if _LABEL.search(words):
                return words
    name = passage.document.name.replace("_", " ")
    return name if _LABEL.search(name) else ""


def attached(reading: Reading) -> frozenset[str]:
    """Return the attachments that were read."""
    titles = {
        section.number or section.title
        for document in reading.documents
        for section in document.sections
        if section.level == 1 and _LABEL.search(section.number or section.title)
    }
    names = (document.name.replace("_", " ") for document in reading.documents)
    return frozenset(titles | {name for name in names if _LABEL.search(name)})


def precedences(reading: Reading) -> tuple[Precedence, ...]:
    """Find the places that say which document prevails."""
    return tuple(_found(reading.passages))


def loops(stated: Iterable[Precedence]) -> Iterator[tuple[Precedence, Precedence]]:
    """Return pairs of places that put each of two documents above the other."""
    whole = [one for one in stated if not one.is_partial]
    for number, first in enumerate(whole):
        for second in whole[number + 1 :]:
            if _oppose(first, second):
                yield first, second


def _oppose(first: Precedence, second: Precedence) -> bool:
    if first.above not in second.below or second.above not in first.below:
        return False
    named = {one.attachment for one in (first, second) if one.attachment}
    # "This Attachment prevails" in one attachment is an exception to a rule for all of them only
    # where the rule is not said of the same one.
    return len(named) <= 1


def _found(passages: Iterable[Passage]) -> Iterator[Precedence]:
    for passage in sieve.holding(passages, *_STEMS):
        conflict = _CONFLICT.search(passage.text)
        prevails = _PREVAILS.search(passage.text)
        if prevails is None or (conflict is None and prevails["verb"] is not None):
            continue
        start = min(prevails.start(), conflict.start() if conflict else prevails.start())
        above = _above(passage.text, prevails)
        below = frozenset(
            kind for kind, words in _KIND.items() if kind != above and words.search(passage.text)
        )
        is_own = re.search(rf"\bthis (?:{_WORDS})\b", passage.text) is not None
        yield Precedence(
            passage,
            start,
            prevails.end(),
            above,
            below,
            label(passage) if is_own else "",
            _ONLY_PARTLY.search(passage.text) is not None,
        )


def _above(text: str, verb: "re.Match[str]") -> str:
    """Return the kind of document whose name stands last before "shall control"."""
    if verb["verb"] is None:
        return ""
    before = re.split(r"[,;]", text[max(0, verb.start() - _BEFORE_VERB) : verb.start()])[-1]
    last = {
        kind: [match.end() for match in words.finditer(before)] for kind, words in _KIND.items()
    }
    named = {kind: ends[-1] for kind, ends in last.items() if ends}
    return max(named, key=named.__getitem__) if named else ""
