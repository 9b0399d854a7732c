"""Where a duty stands: the quote, its page, and its section as a reader would cite it."""

import re
from dataclasses import dataclass

from fairterms.document.document import Document
from fairterms.prepare.cost_to_comply.statement import Statement
from fairterms.units.finding import QuoteEvidence

_OWN_NUMBER = re.compile(r"^[ \t]*(?P<number>[A-Z]{1,2}-\d+(?:\.\d+)*)(?=[.\s])", re.MULTILINE)
_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_NUMBERS = re.compile(r"\b(?:[A-Z]{1,2}-)?\d+(?:\.\d+)+\b|\b[A-Z]{1,2}-\d+\b")
_ATTACHMENTS = re.compile(
    r"\b(?:Exhibit|Attachment|Schedule|Appendix|Addendum|Annex)s? (?P<names>[A-Z0-9]{1,3}\b"
    r"(?:(?:, | and |, and )[A-Z0-9]{1,3}\b)*)"
)
_TABLES = re.compile(r"\bTable (?P<number>[A-Z0-9]{1,3}-\d+)")


@dataclass(frozen=True)
class Place:
    """Where a duty stands in the text.

    Attributes
    ----------
    quote
        The clause, word for word.
    section
        As one would cite it: "2.6", "Exhibit C, C-1", "page 4".
    words
        The clause on one line.
    """

    quote: QuoteEvidence
    section: str
    words: str


def of(statement: Statement) -> Place:
    """Return the place of a clause."""
    passage = statement.passage
    text = passage.text[statement.start : statement.end]
    left = statement.start + len(text) - len(text.lstrip())
    right = statement.start + len(text.rstrip())
    return Place(passage.quote(left, right), _section(statement), statement.words)


def _section(statement: Statement) -> str:
    """Return the section of a clause; in an exhibit, with the number that starts its paragraph."""
    document = statement.passage.document
    sentence = statement.passage.sentence
    if sentence.section < 0:
        return document.locator(sentence.start)
    section = document.sections[sentence.section]
    if _DOTTED.fullmatch(section.label):
        return section.label
    numbered = _last_number(document, section.start, sentence.start + 1, statement.words)
    outer = section.label or document.locator(sentence.start)
    if not numbered:
        return outer
    attachment = f"Exhibit {numbered.partition('-')[0]}"
    is_known = any(one.label == attachment for one in document.sections)
    return f"{attachment if is_known else outer}, {numbered}"


def _last_number(document: Document, start: int, end: int, words: str) -> str:
    own = _OWN_NUMBER.match(words)
    if own:
        return own["number"]
    found = _OWN_NUMBER.findall(document.text, start, end)
    return found[-1] if found else ""


def numbers_in(text: str) -> frozenset[str]:
    """Return the section numbers and whole attachments a text names.

    An attachment whose own paragraph is named beside it is not named as a whole.

    Examples
    --------
    >>> sorted(numbers_in("Exhibit C, C-1 and C-5"))
    ['C-1', 'C-5']
    >>> sorted(numbers_in("Sections 4.4 and 4.5; Exhibits E and H"))
    ['4.4', '4.5', 'Exhibit E', 'Exhibit H']
    """
    tables = {match.span() for match in _TABLES.finditer(text)}
    found = {
        match[0]
        for match in _NUMBERS.finditer(text)
        if not any(first <= match.start() < last for first, last in tables)
    }
    letters = {number.partition("-")[0] for number in found if "-" in number}
    for match in _ATTACHMENTS.finditer(text):
        names = re.split(r", and | and |, ", match["names"])
        found |= {f"Exhibit {name}" for name in names if name not in letters}
    return frozenset(found)


def tables_in(text: str) -> frozenset[str]:
    """Return the tables a text names, such as "D-2"."""
    return frozenset(_TABLES.findall(text))


def is_named(section: str, names: frozenset[str]) -> bool:
    """Say whether a section is one of those named, or lies in one.

    Examples
    --------
    >>> is_named("Exhibit C, C-1", numbers_in("Exhibit C")), is_named("3.3", numbers_in("3.3"))
    (True, True)
    >>> is_named("Exhibit C, C-6", numbers_in("Exhibit C, C-1 and C-5"))
    False
    """
    own = _NUMBERS.findall(section)
    whole = {f"Exhibit {number.partition('-')[0]}" for number in own if "-" in number}
    whole |= {f"Exhibit {m['names']}" for m in _ATTACHMENTS.finditer(section)}
    above = {number.rpartition(".")[0] for number in own if number.count(".") > 1 or "-" in number}
    return bool(names & {*own, *whole, *above})
