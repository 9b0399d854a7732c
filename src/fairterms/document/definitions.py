"""The terms that an agreement defines, and every place where it uses them.

A term is defined by "means", in brackets, in a line of its own before a colon, or by pointing to
another place. What is defined in one document or attachment counts for all of them: a reader of a
contract looks for a definition everywhere before missing it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from fairterms.document import capitals
from fairterms.document.document import Document
from fairterms.document.spans import Sentence, Span

_TERM = r"[\w\[][\w&/()'.,\]\[ -]{0,70}?"
_QUOTED = rf"\"\s?(?P<{{}}>{_TERM}),?\.?\s?\""
_MEANS_WORDS = (
    r"(?:means?\b|shall (?:each )?(?:mean|be defined|have|refer|include)|will mean|(?:is|are) "
    r"(?:hereby )?defined|refers? to|has the|have the|includes?\b|is\b|are\b|as used)"
)
_QUOTE = re.compile(rf"(?:\"|'')\s?({_TERM}),?\.?\s?(?:\"|'')")
_QUOTED_MEANS = re.compile(
    rf"\"\s?{_TERM},?\s?\"(?:,? ?(?:or|and|\(|\)|,|each|the) ?\(?\"\s?{_TERM}\s?\"\)?|"
    rf" ?\([^()\"]{{1,40}}\)){{0,4}}[^.;:]{{0,60}}?\b{_MEANS_WORDS}"
)
_BARE_MEANS = re.compile(
    r"^(?:\W*(?:\d[\d.]*|\(?\w{1,3}\)|[a-z]\.)\s+)?(?P<bare>(?:The )?[A-Z][\w/()-]*"
    r"(?: (?:of |and |for |or |to )?[A-Z][\w/()-]*){0,6})(?: \([^()]{1,40}\))?,? "
    r"(?:means?|shall (?:mean|be defined as)|is defined as|has the meaning|shall have the meaning)\b"
)
# "The Performance Payment is the budget times ...": plain words that tell what a term is.
_BARE_IS = re.compile(
    r"^(?:\W*(?:\d[\d.]*|\(?\w{1,3}\)|[A-Z]-\d[\d.]*|[a-z]\.)\s+)?(?:The |An? )?(?P<bare>[A-Z][\w/()-]*"
    r"(?: (?:of |and |for |or |to )?[A-Z][\w/()-]*){1,6})(?: (?:that|which|for|of) [^.;]{3,70}?)?,? (?:is|are|equals?) (?:the|an?|each|that|"
    r"those|equal|defined|calculated|[A-Z$])"
)
_LINE = re.compile(
    r"^(?:\W*(?:\d[\d.]*|\(?\w{1,3}\)|[a-zA-Z]\.)\s+)?(?P<line>[A-Z][\w/-]*(?: [\w/&-]+){0,7}?)"
    r"(?: ?\([^()]{1,60}\))?: (?=[A-Z\"])"
)
_BRACKETS = re.compile(r"\((?P<inner>[^()]{0,120})\)")
_SYNONYMS = re.compile(
    r"\b(?:interchangeabl[ey] with|synonym\w* (?:with|of|for)|also (?:called|known as|referred to as))"
    r"(?: the)?(?: terms?)? (?P<others>[^.;]{3,240})"
)
_HEREINAFTER = re.compile(
    r"[({](?:(?:hereinafter|hereafter|collectively|individually|referred to|together|each an?)"
    r"[^()\"]{0,40}?|(?:the|an?|each|all) )?(?P<named>[A-Z][\w/-]*(?: [A-Z][\w/-]*){0,4}) ?[)}]"
)
_POINTS = re.compile(
    r"\b(?:meanings?|definitions?)(?: as)?(?: is| are)?[^.;]{0,30}? (?:set forth|given|assigned|ascribed|"
    r"contained|stated|specified|provided|found|used)(?: to (?:it|them|such terms?))? (?:in|by|under) "
    r"(?P<there>[^.;]{3,90})|"
    r"\b(?:as|is|are) (?:such term is |so )?defined (?:in|by|under) (?P<where>[^.;,)]{3,90})"
)
_INSIDE = re.compile(
    r"\b(?:this|Section|Article|Exhibit|Attachments?|Schedule|Appendix|Addendum|Annex|Recitals?|"
    r"Agreement|herein|above|below|hereto|paragraph|subsection)\b",
)
_OUTSIDE = re.compile(
    r"\b(?:manuals?|handbook|polic(?:y|ies)|guidelines?|web ?site|portal|program description|"
    r"program guide|specifications|rules of the plan|bulletins?)\b",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"[A-Z][\w/()-]*(?: [A-Z][\w/()-]*)*")
_NAMED = re.compile(r"(?!Including|Includes?\b|Will\b|Shall\b|It\b)[A-Z][a-z]")
_LETTERS = re.compile(r"[A-Za-z]{2,}")
_VERB = re.compile(
    r"\b(?:shall|must|may|will|is|are|was|has|have|means?|agrees?|follows?|appl(?:y|ies)|requires?|"
    r"determines?|pays?|gives?|sets?)\b"
)
_HEADS = re.compile(r"(?:^|\s)[A-Z]{0,2}-?\d[\d.-]* $")
_MOST_CAPITALS = 0.45
"""The share of capitalised words from which on a line is a heading or a row of a table."""
_HEAD = 70
"""Letters of a definition in which the term that it rests on stands."""


class How(StrEnum):
    """How a term is defined."""

    MEANS = "means"
    BRACKETS = "in brackets"
    LINE = "in a line of its own"
    QUOTED = "in quotation marks"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True)
class Definition:
    """Where and how a term is defined.

    Attributes
    ----------
    term
        As it is printed.
    how
        By what words.
    document
        The document's name.
    span
        The defining sentence, in the document's text.
    words
        What the sentence says after the term.
    elsewhere
        Where it points to; empty when it says what the term means.
    """

    term: str
    how: How
    document: str
    span: Span
    words: str
    elsewhere: str = ""

    @cached_property
    def key(self) -> str:
        """What the term's forms have in common."""
        return capitals.key(self.term)

    @property
    def is_outside(self) -> bool:
        """Whether the meaning is in a document outside, such as a manual."""
        return (
            _OUTSIDE.search(self.elsewhere) is not None and _INSIDE.search(self.elsewhere) is None
        )


@dataclass(frozen=True)
class Use:
    """A place where a capitalised term is used.

    Attributes
    ----------
    term
        As it is printed here.
    document
        The document's name.
    span
        The words, in the document's text.
    sentence
        The sentence they stand in.
    """

    term: str
    document: str
    span: Span
    sentence: Sentence


@dataclass(frozen=True)
class Terms:
    """The terms of an agreement as a graph: what defines them, and what uses them.

    Attributes
    ----------
    definitions
        In the order of the documents.
    defined_uses
        Uses of terms that are defined, by the term's :func:`capitals.key`.
    undefined
        Uses of words that look like terms and that nothing defines, by their key.
    """

    definitions: tuple[Definition, ...]
    defined_uses: Mapping[str, tuple[Use, ...]]
    undefined: Mapping[str, tuple[Use, ...]]

    @cached_property
    def by_key(self) -> Mapping[str, tuple[Definition, ...]]:
        """The definitions of each term."""
        found: dict[str, list[Definition]] = {}
        for definition in self.definitions:
            found.setdefault(definition.key, []).append(definition)
        return {key: tuple(each) for key, each in found.items()}

    @cached_property
    def unused(self) -> tuple[Definition, ...]:
        """Terms defined by "means" that nothing outside their own definition uses."""
        return tuple(
            definition
            for key, each in self.by_key.items()
            for definition in each[:1]
            if definition.how is How.MEANS
            and _NAMED.match(definition.term)
            and not any(_is_outside(use, each) for use in self.defined_uses.get(key, ()))
        )

    @cached_property
    def circular(self) -> tuple[tuple[Definition, ...], ...]:
        """Definitions that rest on themselves, or on each other, and so say nothing."""
        rests = {
            key: {other for one in each for other in self._rests_on(one)}
            for key, each in self.by_key.items()
        }
        found: list[tuple[Definition, ...]] = []
        for key, others in rests.items():
            if key in others:
                found.append((self.by_key[key][0],))
            found += [
                (self.by_key[key][0], self.by_key[other][0])
                for other in sorted(others)
                if key < other and key in rests[other]
            ]
        return tuple(found)

    @cached_property
    def outside(self) -> tuple[Definition, ...]:
        """Terms whose only meaning is in a document outside the agreement."""
        return tuple(
            each[0]
            for each in self.by_key.values()
            if all(definition.is_outside for definition in each)
        )

    def _rests_on(self, definition: Definition) -> Iterator[str]:
        """Return the terms that a definition by "means" starts from."""
        if definition.how is not How.MEANS or definition.elsewhere:
            return
        head = re.match(r"(?:the|an?|any|all|each|those)? ?", definition.words)
        start = head.end() if head else 0
        for run in capitals.runs(definition.words[start : start + _HEAD]):
            if run.start == 0 and capitals.key(run.words) in self.by_key:
                yield capitals.key(run.words)


def _is_outside(use: Use, definitions: Sequence[Definition]) -> bool:
    """Say whether a use stands outside all the sentences that define the term."""
    return not any(
        use.document == one.document and one.span.start <= use.span.start < one.span.end
        for one in definitions
    )


def find(documents: Iterable[Document]) -> Terms:
    """Find the terms that an agreement defines and uses.

    Parameters
    ----------
    documents
        All documents of the agreement.
    """
    documents = tuple(documents)
    definitions = tuple(one for document in documents for one in _definitions(document))
    known = frozenset(one.key for one in definitions)
    small = capitals.vocabulary(" ".join(document.reading.text for document in documents))
    defined: dict[str, list[Use]] = {}
    undefined: dict[str, list[Use]] = {}
    rows: list[str] = []
    for document in documents:
        rows += [
            f" {capitals.key(section.title)} "
            for section in document.sections
            if not _VERB.search(section.title)
        ]
        for use, is_known in _uses(document, known, small, rows):
            kept = defined if is_known else undefined
            kept.setdefault(capitals.key(use.term), []).append(use)
    # A heading, a column, or the end of a longer term ("the System" for "Claims System") tells
    # what its words mean.
    told = " ".join((*rows, *(f" {key} . " for key in known)))
    return Terms(
        definitions,
        {key: tuple(uses) for key, uses in defined.items()},
        {key: tuple(uses) for key, uses in undefined.items() if f" {key} " not in told},
    )


def _definitions(document: Document) -> Iterator[Definition]:
    for sentence in document.sentences:
        text = document.words(sentence)
        for term, how, after in _defined(text):
            points = _POINTS.search(text)
            elsewhere = (points["there"] or points["where"]) if points else ""
            if how is not How.MEANS:
                elsewhere = ""
            yield Definition(
                term,
                How.ELSEWHERE if elsewhere else how,
                document.name,
                Span(sentence.start, sentence.end),
                text[after:].strip(" ,:"),
                elsewhere,
            )
    yield from _titles(document)


def _titles(document: Document) -> Iterator[Definition]:
    """Return the headings of an article on definitions: each is a term."""
    inside = [
        section
        for section in document.sections
        if re.search(r"\bdefinitions?\b|\bdefined terms\b", section.title, re.IGNORECASE)
    ]
    for section in document.sections:
        if section.title and any(one.start < section.start < one.end for one in inside):
            span = Span(section.start, section.end)
            words = document.words(span)[:_HEAD]
            yield Definition(section.title.strip(" .:"), How.LINE, document.name, span, words)


def _defined(text: str) -> Iterator[tuple[str, How, int]]:
    """Return the terms that a sentence defines, how, and where their meaning starts."""
    if '"' in text:
        yield from _quoted(text)
    bare = _BARE_MEANS.match(text)
    if bare:
        yield bare["bare"].removeprefix("The "), How.MEANS, bare.end()
    told = _BARE_IS.match(text)
    if told:
        yield told["bare"], How.LINE, told.end()
    line = _LINE.match(text)
    if line:
        for part in re.split(r" or (?=[A-Z])", line["line"]):
            yield part, How.LINE, line.end()
    synonyms = _SYNONYMS.search(text)
    if synonyms:
        for run in capitals.runs(synonyms["others"]):
            for part in re.split(r" (?:or|and) ", run.words):
                yield part, How.QUOTED, synonyms.end()
    for match in _HEREINAFTER.finditer(text):
        yield match["named"], How.BRACKETS, match.end()


def _quoted(text: str) -> Iterator[tuple[str, How, int]]:
    """Return the quoted terms of a sentence; every one that nothing better tells counts, too."""
    means = _QUOTED_MEANS.search(text)
    brackets = [match.span() for match in _BRACKETS.finditer(text) if '"' in match[0]]
    for match in _QUOTE.finditer(text):
        is_bracketed = any(start < match.start() < end for start, end in brackets)
        if means and means.start() + is_bracketed <= match.start() < means.end():
            yield match[1], How.MEANS, means.end()
        elif is_bracketed:
            yield match[1], How.BRACKETS, match.end()
        else:
            yield match[1], How.QUOTED, match.end()


def _uses(
    document: Document, known: frozenset[str], small: frozenset[str], rows: list[str]
) -> Iterator[tuple[Use, bool]]:
    """Return each use of a defined term, and of words that look like an undefined one.

    What stands in headings and rows of tables is added to ``rows``: capitals mean nothing there,
    and a heading or a column tells what its words mean.
    """
    view = document.reading
    split: dict[str, list[tuple[int, str]]] = {}
    for sentence in document.sentences:
        start, end = view.inside(sentence)
        text = view.text[start:end]
        found = list(capitals.runs(text))
        is_row = _is_row(text, found)
        if is_row:
            rows.append(f" {text.lower()} ")
        for run in found:
            if _HEADS.search(text, 0, run.start):
                rows.append(f" {run.words.lower()} ")
            if run.words not in split:
                split[run.words] = list(_split(run.words, known))
            parts = split[run.words]
            for at, words in parts:
                yield _use(document, sentence, start + run.start + at, words), True
            for at, words in [] if is_row else _missing(run, parts, small):
                if run.is_told:
                    rows.append(f" {capitals.key(words)} ")
                elif capitals.key(words) not in known:
                    yield _use(document, sentence, start + run.start + at, words), False


def _use(document: Document, sentence: Sentence, place: int, words: str) -> Use:
    span = document.reading.raw(place, place + len(words))
    return Use(words, document.name, span, sentence)


def _is_row(text: str, found: Sequence[capitals.Run]) -> bool:
    """Say whether a line is a heading or a row of a table, where capitals mean nothing."""
    count = sum(run.words.count(" ") + 1 for run in found)
    is_dense = count > _MOST_CAPITALS * max(1, len(_LETTERS.findall(text)))
    return is_dense and _VERB.search(text) is None


def _split(words: str, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Return the defined terms in a run, the longest first at each place, with their offsets."""
    places = [match.span() for match in re.finditer(r"\S+", words)]
    at = 0
    while at < len(places):
        for last in range(len(places) - 1, at - 1, -1):
            part = words[places[at][0] : places[last][1]]
            if capitals.key(part) in known:
                yield places[at][0], part
                at = last
                break
        at += 1


def _missing(
    run: capitals.Run, parts: Sequence[tuple[int, str]], small: frozenset[str]
) -> list[tuple[int, str]]:
    """Return the parts of a run that no definition covers and that look like terms.

    "Medicaid Member" is a Member. In "Program Standards" it is "Standards" that is missing, and
    the whole is the term.
    """
    found: list[tuple[int, str]] = []
    if capitals.is_name(run.words):
        return found
    covered = {at + len(words) for at, words in parts}
    for match in _SEGMENT.finditer(run.words):
        is_first = match.start() == 0
        is_last = match.end() == len(run.words)
        is_one_word = " " not in match[0]
        if match.end() in covered or (is_first and not run.is_inside):
            continue
        if is_one_word and not (is_first and is_last):
            continue
        if any(at < match.end() < at + len(words) for at, words in parts):
            continue  # a part of a longer term, such as "Evidence of Coverage"
        if not (is_last and run.is_numbered) and capitals.looks_like_term(match[0], small):
            found.append((match.start(), match[0]))
    return found
