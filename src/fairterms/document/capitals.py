"""Words with capital letters: where they stand, and which look like terms and not like names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from fairterms.document.capital_words import NAMES, NOUNS, PARTS, STARTS

_WORD = r"[A-Z](?:[A-Z]*[a-z])[A-Za-z]*(?:[-/](?:[A-Z]?[a-z]+))*(?:\((?:s|es|ies)\))?"
_JOIN = r"(?:(?:of|and|for|to|or|in|the|of the|for the) )"
_RUN = re.compile(rf"(?<![\w$.@-]){_WORD}(?: {_JOIN}?{_WORD}){{0,6}}(?![\w@-])")
_LOWER = re.compile(r"\b[a-z][a-z]+\b")
# "Exhibit A", "Table B-1", "Measure 5": a part with a number, and no term.
_NUMBERED = re.compile(r" (?:[A-Z]{0,2}-?\d|\(?[a-z0-9A-Z]\)|[A-Z](?:-\d+)?\b(?!')|[IVX]+\b|#)")
# An acronym in brackets, or words that point to a definition, are told about what stands before.
_TOLD = re.compile(r" ?\(\"? ?[A-Z]{2}|,? [(\"]?[^().;]{0,30}?\b(?:defined|definition)\b")
_IN_NAME = re.compile(r",? (?:Inc\b|LLC|L\.L\.C|Corp\b|Ltd|LLP|P\.C|PLLC|Co\.)")
_ENDING = re.compile(r"\((?:s|es|ies)\)|'s$")


@dataclass(frozen=True)
class Run:
    """Words with capital letters that stand together.

    Attributes
    ----------
    text
        What they were found in.
    start, end
        Their place in it.
    """

    text: str = field(repr=False)
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words."""
        return self.text[self.start : self.end]

    @property
    def is_inside(self) -> bool:
        """True in the middle of a sentence, where a capital letter means something."""
        return _is_inside(self.text, self.start)

    @property
    def is_numbered(self) -> bool:
        """True before a number or letter, and in a company's name: "Table B", "Measure 5"."""
        after = _NUMBERED.match(self.text, self.end) or _IN_NAME.match(self.text, self.end)
        return after is not None

    @property
    def is_told(self) -> bool:
        """True where words right after it say what it is, or where it is defined."""
        return _TOLD.match(self.text, self.end) is not None


def runs(text: str) -> Iterator[Run]:
    """Find the runs of capitalised words in a text."""
    for match in _RUN.finditer(text):
        yield Run(text, *match.span())


def is_name(words: str) -> bool:
    """Say whether a run is a name, or two sentences that ran together: "Closing The"."""
    parts = set(re.findall(r"[a-z]+", words.lower()))
    return not (parts.isdisjoint(NAMES) and STARTS.isdisjoint(words.split()))


def _is_inside(text: str, start: int) -> bool:
    """Say whether a word of small letters stands before a place."""
    before = text[max(0, start - 6) : start].rstrip("(\"'").rstrip(" ").rstrip(",")
    if start == 0 or text[start - 1] not in " (\"'":
        return False
    is_after_number = re.search(r"\(\d{1,3}\) $", text[max(0, start - 6) : start]) is not None
    return is_after_number or (before[-1:].islower() and before[-2:].replace(" ", "").isalpha())


@lru_cache(maxsize=20_000)
def key(term: str) -> str:
    """Return what a term's forms have in common: "Attributed Members" and "attributed member".

    Examples
    --------
    >>> key("Covered Services"), key("Rate(s)"), key("Policies"), key("Gross Loss")
    ('covered service', 'rate', 'policy', 'gross loss')
    """
    *first, last = _ENDING.sub("", term).lower().split() or [""]
    return " ".join([*first, singular(last)])


def singular(word: str) -> str:
    """Return a word without the ending of its plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def vocabulary(text: str) -> frozenset[str]:
    """Return the words that a text writes with a small letter, in the singular."""
    return frozenset(singular(word) for word in set(_LOWER.findall(text)))


def looks_like_term(words: str, small: frozenset[str]) -> bool:
    """Say whether capitalised words look like a contract's term.

    Parameters
    ----------
    words
        A run, such as "Program Standards".
    small
        The text's own :func:`vocabulary`. A word that it never writes small is most likely a
        name, unless contracts commonly make terms of it.
    """
    parts = [singular(part) for part in re.findall(r"[a-z]+", words.lower())]
    if not parts or parts[-1] in PARTS or is_name(words) or "-by-" in words.lower():
        return False
    if parts == ["effective", "date"]:
        return False  # the effective date mostly stands above the signatures
    if len(parts) == 1:
        return parts[0] in NOUNS
    return all(part in NOUNS or part in small for part in parts)
