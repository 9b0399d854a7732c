"""The terms that an agreement defines, and every place where it uses them.

A term is defined by "means", in brackets, in a line of its own before a colon, or by pointing to
another place. What is defined in one document or attachment counts for all of them: a reader of a
contract looks for a definition everywhere before missing it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from fairterms.document import capitals, defining
from fairterms.document.capitals import Run
from fairterms.document.defining import How
from fairterms.document.document import Document
from fairterms.document.spans import Sentence, Span

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
_HEADS = re.compile(r"(?<![\w.,$(-])[A-Z]{0,2}-?\d[\d.-]* $")
_NUMBER = 12
"""Letters before a heading in which its number stands."""
_MOST_CAPITALS = 0.45
"""The share of capitalised words from which on a line is a heading or a row of a table."""
_HEAD = 70
"""Letters of a definition in which the term that it rests on stands."""


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
    search = _Search(known, small, [])
    for document in documents:
        search.read(document)
    return Terms(definitions, _frozen(search.defined), search.undefined_uses)


def _frozen(uses: Mapping[str, list[Use]]) -> Mapping[str, tuple[Use, ...]]:
    return {key: tuple(each) for key, each in uses.items()}


def _definitions(document: Document) -> Iterator[Definition]:
    for sentence in document.sentences:
        text = document.words(sentence)
        for one in defining.terms(text):
            # Only a definition by "means" may be a mere pointer; brackets name what stands there.
            there = defining.points_to(text) if one.how is How.MEANS else ""
            yield Definition(
                one.term,
                How.ELSEWHERE if there else one.how,
                document.name,
                Span(sentence.start, sentence.end),
                text[one.after :].strip(" ,:"),
                there,
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


@dataclass(frozen=True)
class _Search:
    """The search for uses: what is known, and what was found so far.

    ``told`` gathers the words of headings and of rows of tables. Capitals mean nothing there, and
    a heading or a column tells what its words mean.
    """

    known: frozenset[str]
    small: frozenset[str]
    told: list[str]
    defined: dict[str, list[Use]] = field(default_factory=dict)
    undefined: dict[str, list[Use]] = field(default_factory=dict)
    parts: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def read(self, document: Document) -> None:
        """Gather the uses of one document."""
        titles = (section.title for section in document.sections)
        self.told.extend(f" {capitals.key(one)} " for one in titles if not _VERB.search(one))
        for sentence in document.sentences:
            start, end = document.reading.inside(sentence)
            text = document.reading.text[start:end]
            found = list(capitals.runs(text))
            is_row = _is_row(text, found)
            if is_row:
                self.told.append(f" {text.lower()} ")
            for run in found:
                if _HEADS.search(text, max(0, run.start - _NUMBER), run.start):
                    self.told.append(f" {run.words.lower()} ")
                self._add(document, sentence, start, run, is_row=is_row)

    def _add(
        self, document: Document, sentence: Sentence, start: int, run: Run, *, is_row: bool
    ) -> None:
        if run.words not in self.parts:
            self.parts[run.words] = list(_split(run.words, self.known))
        parts = self.parts[run.words]
        for at, words in parts:
            use = _use(document, sentence, start + run.start + at, words)
            self.defined.setdefault(capitals.key(words), []).append(use)
        is_known = bool(parts) and (parts[0][0], len(parts[0][1])) == (0, run.end - run.start)
        for at, words in [] if is_row or is_known else _missing(run, parts, self.small):
            key = capitals.key(words)
            if run.is_told:
                self.told.append(f" {key} ")
            elif key not in self.known:
                use = _use(document, sentence, start + run.start + at, words)
                self.undefined.setdefault(key, []).append(use)

    @property
    def undefined_uses(self) -> Mapping[str, tuple[Use, ...]]:
        """Uses that no definition, heading, column or longer term accounts for."""
        told = " ".join((*self.told, *(f" {key} . " for key in self.known)))
        missing = {key: uses for key, uses in self.undefined.items() if f" {key} " not in told}
        return _frozen(missing)


def _use(document: Document, sentence: Sentence, place: int, words: str) -> Use:
    span = document.reading.raw(place, place + len(words))
    return Use(words, document.name, span, sentence)


def _is_row(text: str, found: Sequence[Run]) -> bool:
    """Say whether a line is a heading or a row of a table, where capitals mean nothing."""
    if _VERB.search(text):
        return False
    count = sum(run.words.count(" ") + 1 for run in found)
    return count > _MOST_CAPITALS * max(1, len(_LETTERS.findall(text)))


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
    run: Run, parts: Sequence[tuple[int, str]], small: frozenset[str]
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
