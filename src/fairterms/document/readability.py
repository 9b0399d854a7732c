"""How hard a document is to read: the statutory reading-ease score, and its hardest sentences.

The score is 206.835 - 1.015 x words per sentence - 84.6 x syllables per word, where a sentence
ends at a full stop, a semicolon or a colon, as laws on the readability of insurance policies
count. Headings and
tables are left out, as those laws allow. Higher is easier: plain letters score about 60.

Sources
-------
Rudolf Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948), 221-233.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from fairterms.document import syllables
from fairterms.document.document import Document
from fairterms.document.spans import Sentence

LONG = 40
"""Words above which a sentence counts as long."""
FEWEST = 3
"""Words below which a piece between two marks is a label or a number, and no sentence."""
_NESTED = 2
"""Exceptions in one sentence that make it nested."""

_EXCEPTION = re.compile(
    r"\b(?:except(?! as (?:may be )?permitted)\w*|unless|notwithstanding|"
    r"provided,? (?:however,? )?that|provided,? however|other than|"
    r"(?<!be )(?<!is )(?<!are )subject to|"
    r"save (?:as|for|that)|without (?:limiting|prejudice to))\b",
    re.IGNORECASE,
)
_NEGATIVE = r"(?:not|no|never|nothing|none|neither|nor)"
_DOUBLE_NEGATIVE = re.compile(
    rf"\b{_NEGATIVE}\b(?: [\w'-]+){{0,6}}? (?P<second>not|without|unless|except|fail(?:s|ed)?|"
    r"prohibit(?:s|ed)?|preclude[sd]?|prevent(?:s|ed)?|"
    r"un(?:reasonabl[ey]|able|willing|lawful(?:ly)?|authorized|necessary|likely)|"
    r"(?:non|im|in)(?:consistent(?:ly)?|possible|complete|proper(?:ly)?|compliance))\b",
    re.IGNORECASE,
)
_PASSIVE_DUTY = re.compile(
    r"\b(?P<duty>shall|must|(?:is|are) required to|(?:is|are) to) (?:not )?be (?:\w+ly )?"
    r"(?P<verb>(?!deemed|entitled|governed|construed|required|permitted|limited|allowed|based|"
    r"considered|obligated|bound|treated|interpreted|located|need|indeed|red\b)"
    r"\w+ed|made|paid|given|sent|kept|held|done|borne|set|put|taken|brought|shown|written)\b"
    r"(?![^.;]{0,120}\bby (?!mail|email|fax|the (?:\w+ )?(?:day|date|end|deadline|close)\b|\d|"
    r"certified|registered|electronic|hand|courier|means|wire|check|reference|law\b))",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:shall|will|may|must|can|is|are|was|were|be|has|have|does|do|agrees?|means?|\w+ed)\b"
)
_WITH_DIGIT = re.compile(r"\d\S*")
_NUMBERS = 0.2
"""The share of numbers from which words are a table's, and no sentence's."""
_MARK = re.compile(r"[;:](?=\s|$)")


@dataclass(frozen=True)
class Readability:
    """How hard a text is to read.

    Attributes
    ----------
    sentences, words
        How many, sentences ending at a full stop, a semicolon or a colon.
    score
        The reading ease; higher is easier.
    words_per_sentence
        On average.
    longest
        Words of the longest sentence.
    long_share
        The fraction of sentences of more than :data:`LONG` words.
    nested_exceptions, double_negatives, passive_duties
        How many sentences have two or more exceptions, a double negative, a duty of nobody.
    """

    sentences: int
    words: int
    score: float
    words_per_sentence: float
    longest: int
    long_share: float
    nested_exceptions: int
    double_negatives: int
    passive_duties: int


@dataclass(frozen=True)
class HardSentence:
    """A sentence that is hard to read, why, and how to make it plain.

    Attributes
    ----------
    sentence
        As the document has it.
    start, end
        Its letters in the document's text.
    words
        How many it has.
    score
        Its own reading ease; lower is harder.
    difficulty
        The same, with its faults counted; the hardest sentence has the lowest.
    reasons
        What makes it hard, in plain words, the gravest first.
    rewrite
        A pattern for a plainer version.
    """

    sentence: Sentence
    start: int
    end: int
    words: int
    score: float
    difficulty: float
    reasons: tuple[str, ...]
    rewrite: str


@dataclass(frozen=True)
class _Fault:
    """Something that makes a sentence hard; ``weight`` counts like points of the score."""

    kind: str
    weight: float
    reason: str
    rewrite: str


@dataclass(frozen=True)
class _Read:
    """A sentence with the words and syllables of each of its parts, and its faults."""

    sentence: Sentence
    sizes: tuple[tuple[int, int], ...]
    faults: tuple[_Fault, ...]

    @property
    def ease(self) -> float:
        return _score(self.sizes) - sum(fault.weight for fault in self.faults)


def measure(documents: Iterable[Document]) -> Readability | None:
    """Measure documents as one text; None when they hold no sentence.

    Parameters
    ----------
    documents
        All documents of an agreement.
    """
    read = [sentence for document in documents for sentence in _read(document)]
    sizes = [size for sentence in read for size in sentence.sizes]
    kinds = Counter(fault.kind for sentence in read for fault in sentence.faults)
    words = sum(count for count, _ in sizes)
    if not words:
        return None
    return Readability(
        sentences=len(sizes),
        words=words,
        score=_score(sizes),
        words_per_sentence=words / len(sizes),
        longest=max(count for count, _ in sizes),
        long_share=sum(count > LONG for count, _ in sizes) / len(sizes),
        nested_exceptions=kinds["exceptions"],
        double_negatives=kinds["negative"],
        passive_duties=kinds["passive"],
    )


def hardest(document: Document, count: int = 20) -> tuple[HardSentence, ...]:
    """Return a document's hardest sentences, the hardest first.

    Parameters
    ----------
    document
        The document.
    count
        How many at most.

    Notes
    -----
    A sentence is as hard as its reading ease is low; nested exceptions, a double negative and a
    duty that names nobody each make it harder still. Sentences without a fault are left out.
    """
    found = sorted(
        (read for read in _read(document) if read.faults),
        key=lambda read: (read.ease, read.sentence.start),
    )
    return tuple(_hard(document, read) for read in found[:count])


def exceptions(text: str) -> tuple["re.Match[str]", ...]:
    """Return the places of a sentence where an exception starts: "unless", "provided that"."""
    return tuple(_EXCEPTION.finditer(text))


def _hard(document: Document, read: _Read) -> HardSentence:
    view = document.reading
    span = view.raw(*view.inside(read.sentence))
    return HardSentence(
        sentence=read.sentence,
        start=span.start,
        end=span.end,
        words=sum(count for count, _ in read.sizes),
        score=_score(read.sizes),
        difficulty=read.ease,
        reasons=tuple(fault.reason for fault in read.faults),
        rewrite=" ".join(dict.fromkeys(fault.rewrite for fault in read.faults)),
    )


@lru_cache(maxsize=32)
def _read(document: Document) -> tuple[_Read, ...]:
    """Read every sentence of a document once; both its score and its hardest need them all."""
    found = []
    for sentence, text in _sentences(document):
        sizes = _sizes(text)
        if sizes:
            faults = sorted(_faults(text, sizes), key=lambda fault: -fault.weight)
            found.append(_Read(sentence, sizes, tuple(faults)))
    return tuple(found)


def _sentences(document: Document) -> Iterator[tuple[Sentence, str]]:
    """Return each sentence with its words on one line; headings are left out."""
    view = document.reading
    for sentence in document.sentences:
        if not _is_heading(document, sentence):
            start, end = view.inside(sentence)
            text = view.text[start:end].strip()
            if _is_prose(text):
                yield sentence, text


def _is_prose(text: str) -> bool:
    """Say whether words are a sentence's, and not a table's or a signature block's."""
    if " = " in text:  # a formula set in a table
        return False
    numbers = len(_WITH_DIGIT.findall(text))
    is_table = numbers > _NUMBERS * len(text.split()) + 1
    return not is_table and (text[-1:] in tuple(".;:") or _VERB.search(text) is not None)


def _is_heading(document: Document, sentence: Sentence) -> bool:
    if sentence.section < 0:
        return False
    section = document.sections[sentence.section]
    return bool(section.title) and sentence.end <= section.heading_end


def _sizes(text: str) -> tuple[tuple[int, int], ...]:
    """Return words and syllables of each part of a sentence that ends at a mark."""
    parts = [part.split() for part in _MARK.split(text)]
    return tuple(
        (len(words), sum(map(syllables.count, words))) for words in parts if len(words) >= FEWEST
    )


def _score(sizes: Sequence[tuple[int, int]]) -> float:
    words = sum(count for count, _ in sizes)
    spoken = sum(syllable for _, syllable in sizes)
    return 206.835 - 1.015 * words / len(sizes) - 84.6 * spoken / words


def _faults(text: str, sizes: Sequence[tuple[int, int]]) -> Iterator[_Fault]:
    yield from _nested(text)
    yield from _negative(text)
    yield from _passive(text)
    longest = max(count for count, _ in sizes)
    if longest > LONG:
        yield _Fault(
            "long",
            0.0,
            f"{longest} words without a full stop, a semicolon or a colon",
            "Make one sentence of each duty and each condition, of 20 words or so.",
        )


def _nested(text: str) -> Iterator[_Fault]:
    found = exceptions(text)
    if len(found) >= _NESTED:
        said = list(dict.fromkeys(match[0].lower() for match in found))
        split = _listed([f'"{words}"' for words in said])
        yield _Fault(
            "exceptions",
            15.0 * len(found),
            f"{len(found)} exceptions in one sentence ({', '.join(said)})",
            f"Split at {split}; put the rule first, then each exception as its own line.",
        )


def _negative(text: str) -> Iterator[_Fault]:
    match = _DOUBLE_NEGATIVE.search(text)
    if match is not None:
        first = match[0].split()[0].lower()
        yield _Fault(
            "negative",
            20.0,
            f'a double negative ("{first} ... {match["second"].lower()}")',
            'Say what is allowed or must be done: "only if", "may", "must".',
        )


def _passive(text: str) -> Iterator[_Fault]:
    match = _PASSIVE_DUTY.search(text)
    if match is not None:
        yield _Fault(
            "passive",
            10.0,
            f'a duty of nobody ("{match[0]}")',
            f'Name who acts: "[who] {_active(match["duty"])} [do it]" in place of "{match[0]}".',
        )


def _active(duty: str) -> str:
    return "shall" if duty.lower() == "shall" else "must"


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
