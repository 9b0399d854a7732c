"""Cross-references: "Section 4.2", "Article VII", "Exhibit B, paragraph 3", and where they lead.

A reference into a law or another contract ("Section 1877 of the Act", "45 CFR 164.502", "section
2.1 of the Lease") is none of ours. Nor is "clause (b)" alone: it points into its own sentence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from fairterms.document.document import Document
from fairterms.document.numbering import from_roman
from fairterms.document.spans import Section, Span

ENOUGH_SECTIONS = 8
"""Numbered sections from which an outline is known well enough to say that one is missing."""
ENOUGH_WHOLE = 5
"""The same for articles, and for sections numbered "12" rather than "12.1"."""

_ATTACHMENT_WORDS = (
    r"exhibits?|attachments?|appendix|appendices|schedules?|addend(?:um|a)|annex(?:es)?"
)
_SECTION_WORDS = r"(?:sub)?sections?|(?:sub)?paragraphs?|clauses?|§§?"
_IN_BRACKETS = r"(?:\s?\([A-Za-z0-9]{1,5}\))*"
_PLACES = rf"(?:[A-Z]-)?\d{{1,2}}(?:\.\d{{1,3}})*{_IN_BRACKETS}"
_ENDS = r"(?![\w$%]|[.-]\w|-?\s?(?:days?|months?|years?|hours?|percent|miles)\b)"
_SECTION_NUMBER = rf"(?:{_PLACES}|[IVX]{{1,6}}){_ENDS}"
_NO_NUMBER = r"(?!(?:TO|OF|IN|IS|AS|AT|BY|OR|NO)\b)"
_ATTACHMENT_NUMBER = (
    rf"{_NO_NUMBER}(?:[A-Z]{{1,2}}(?:-?\d{{1,2}})?|[IVX]{{1,5}}|\d{{1,2}}[A-Z]?){_ENDS}"
)
_AND = r"(?:,? (?:and/or|and|or|through|to|&) |, | ?- ?)"


def _listed(words: str, number: str) -> "re.Pattern[str]":
    """Find a word and the number, or the list of numbers, that it stands before."""
    word = rf"(?i:\b(?:{words})|(?<!\w)(?:{words}))"
    again = rf"(?:{_AND}(?:{word} )?(?:{number}))"
    return re.compile(rf"(?P<word>{word}) ?(?P<numbers>(?:{number}){again}{{0,12}})")


_PATTERNS = {
    "section": _listed(_SECTION_WORDS, _SECTION_NUMBER),
    "article": _listed("articles?", rf"(?:[IVXLC]{{1,7}}|\d{{1,2}}){_ENDS}"),
    "attachment": _listed(_ATTACHMENT_WORDS, _ATTACHMENT_NUMBER),
}
_NUMBERS = {
    "section": re.compile(rf"(?<![\w.])(?:{_SECTION_NUMBER})"),
    "article": re.compile(rf"\b(?:[IVXLC]{{1,7}}|\d{{1,2}}){_ENDS}"),
    "attachment": re.compile(rf"\b(?:{_ATTACHMENT_NUMBER})"),
}
_LAWS = (
    r"C\.?F\.?R\.?|U\.?\s?S\.?\s?C\.?\s?A?\.?|C\.R\.S\.?|T\.?C\.?A\.?|Codes?|Acts?|Statutes?|Stat\.|"
    r"Ann\.|Annotated|Regulations?|Regs?\.|Rules?|Laws?|Constitution|RCW|WAC|[Tt]itle \w+|"
    r"[Cc]hapter \w+|Contract(?: \(\w+\))?(?: at)?"
)
_LAW_BEFORE = re.compile(rf"(?:{_LAWS})(?: \(.{{1,12}}\))?,?(?: \(?at)? ?§?\s*$")
_LAW_AFTER = re.compile(
    rf",? (?:et seq|C\.R\.S|(?:[A-Z][\w.]+ ){{0,4}}(?:{_LAWS})\b)|"
    r" (?:controlled|drugs?|narcotics?|substances?|medications?)\b"
)
_OF = re.compile(r",? (?:hereof|hereto|(?:of|to|in|under|from) (?P<whose>[^.;,()]{1,80}))")
_OURS = re.compile(
    r"(?:(?:this|such|said|our)\b|"
    r"(?:the|that) (?:[a-z]+ )?(?:Agreement|Contract)\b(?! between| dated)|"
    r"(?i:exhibit|attachment|appendix|schedule|addendum|annex|article|section|paragraph)\b)"
)
_NAMED_OTHER = re.compile(r"(?:the |its |their |an? |any |applicable )?(?:[A-Z]|\d)")
_WITHIN = re.compile(rf",? (?:of|to|in) (?P<what>(?i:{_ATTACHMENT_WORDS}) {_ATTACHMENT_NUMBER})")
_WITHIN_BEFORE = re.compile(rf"(?P<what>(?i:{_ATTACHMENT_WORDS}) {_ATTACHMENT_NUMBER}),? (?:at )?$")
_ATTACHMENT = re.compile(rf"(?:{_ATTACHMENT_WORDS}|amendment)\b", re.IGNORECASE)
_REACH = 60
_SENTENCE_ENDS = ("", ".", ";", ":")
_TITLE = re.compile(r"[.:]? (?:- )?[A-Z\"]")


@dataclass(frozen=True)
class Reference:
    """A place that sends the reader to another place of the agreement.

    Attributes
    ----------
    document
        The name of the document it stands in.
    start, end
        Its letters in that document's text.
    text
        Its words on one line: "Section 4.2"; of a later one in a list, its number: "4.8".
    kind
        ``"section"``, ``"article"`` or ``"attachment"``.
    number
        As cited, without blanks: "4.2(c)", "VII", "B".
    within
        The attachment it is said to stand in ("Exhibit B"), or empty.
    target
        The section, or the line with its number; None where no such place was found.
    target_document
        The name of the document that the target is in, or empty.
    """

    document: str
    start: int
    end: int
    text: str
    kind: str
    number: str
    within: str = ""
    target: Span | None = None
    target_document: str = ""


def find(documents: Sequence[Document]) -> tuple[Reference, ...]:
    """Find every cross-reference of an agreement and where it leads, in order.

    Parameters
    ----------
    documents
        All documents of the agreement; a reference may lead from one into another.

    Notes
    -----
    A number that stands twice, as in the body and in an attachment, is sought first in the part
    that the reference names, then in the part that it stands in, then from the start.
    """
    found = {document.name: tuple(_read(document)) for document in documents}
    parts = [part for document in documents for part in _parts(document)]
    return tuple(
        _resolved(reference, parts, found)
        for document in documents
        for reference in found[document.name]
    )


def dangling(documents: Sequence[Document]) -> tuple[Reference, ...]:
    """Return the references to sections and articles that do not exist.

    Notes
    -----
    It errs on the side of silence. A number counts as missing only where it stands nowhere but in
    references, in documents with enough numbered sections, and where it could not stand on a page
    that was not read. An exhibit that is not attached is a document not supplied, and no matter
    of this function; nor is a section of it.
    """
    return tuple(
        reference
        for reference in find(documents)
        if reference.target is None
        and reference.kind != "attachment"
        and not reference.within
        and _is_deniable(reference, documents)
    )


@dataclass(frozen=True, eq=False)
class _Part:
    """The body of a document or one of its attachments."""

    document: Document
    span: Span
    name: str


def _read(document: Document) -> Iterator[Reference]:
    """Read the references of one document, not yet resolved."""
    text = document.reading.text
    matches = ((kind, m) for kind, p in _PATTERNS.items() for m in p.finditer(text))
    for kind, match in sorted(matches, key=lambda pair: pair[1].start()):
        if _is_others(text, match) or _is_heading(document, match):
            continue
        before = _WITHIN_BEFORE.search(text[max(0, match.start() - _REACH) : match.start()])
        after = _WITHIN.match(text, match.end())
        named = after or before
        within = named["what"] if named and kind == "section" else ""
        for place in _NUMBERS[kind].finditer(text, *match.span("numbers")):
            is_first = place.start() == match.start("numbers")
            start = match.start() if is_first else place.start()
            raw = document.reading.raw(start, place.end())
            number = "".join(place[0].split())
            words = text[start : place.end()]
            yield Reference(document.name, raw.start, raw.end, words, kind, number, within)


def _is_others(text: str, match: "re.Match[str]") -> bool:
    """Say whether a reference leads into a law, a filing or another contract."""
    if _LAW_BEFORE.search(text[max(0, match.start() - _REACH) : match.start()]):
        return True
    if _LAW_AFTER.match(text, match.end()):
        return True
    of = _OF.match(text, match.end())
    if of is None or of["whose"] is None:
        return False
    return not _OURS.match(of["whose"]) and _NAMED_OTHER.match(of["whose"]) is not None


def _is_heading(document: Document, match: "re.Match[str]") -> bool:
    """Say whether "Section 4. Fees" is the head of that section and no reference to it."""
    start = document.reading.raw(match.start(), match.start() + 1).start
    if any(section.start == start for section in document.sections):
        return True
    before = match.string[max(0, match.start() - 2) : match.start()]
    return (
        before.strip()[-1:] in _SENTENCE_ENDS
        and _TITLE.match(match.string, match.end()) is not None
    )


def _parts(document: Document) -> Iterator[_Part]:
    """Cut a document into its body and its attachments."""
    heads = [s for s in document.sections if s.level == 1 and _ATTACHMENT.search(s.label)]
    starts = [0, *(head.start for head in heads), len(document.text)]
    for place, name in enumerate(["", *(head.label for head in heads)]):
        if starts[place] < starts[place + 1]:
            yield _Part(document, Span(starts[place], starts[place + 1]), name)


def _resolved(
    reference: Reference, parts: Sequence[_Part], found: dict[str, tuple[Reference, ...]]
) -> Reference:
    for part in _ordered(reference, parts):
        target = _in_outline(reference, part) or _in_text(reference, part, found)
        if target is not None:
            return replace(reference, target=target, target_document=part.document.name)
    return reference


def _ordered(reference: Reference, parts: Sequence[_Part]) -> list[_Part]:
    """Order the parts in which to look: the one named, the one it stands in, then all."""
    if reference.within:
        return [part for part in parts if _key(part.name) == _key(reference.within)]
    own = [
        part
        for part in parts
        if part.document.name == reference.document
        and part.span.start <= reference.start < part.span.end
    ]
    return [*own, *(part for part in parts if part not in own)]


def _in_outline(reference: Reference, part: _Part) -> Section | None:
    """Return the section of a part that a reference names, or the one around the item it names."""
    inside = [s for s in part.document.sections if part.span.start <= s.start < part.span.end]
    number = reference.number
    while number:
        wanted = _key(f"{reference.kind} {number}")
        for section in inside:
            if _key(_called(section)) == wanted:
                return section
        number = number.rpartition("(")[0]
    return None


def _in_text(
    reference: Reference, part: _Part, found: dict[str, tuple[Reference, ...]]
) -> Span | None:
    """Return where a number stands in a part outside of any reference: a heading we missed."""
    references = found[part.document.name]
    starts = [one.start for one in references]
    for match in _standing(reference).finditer(part.document.text, part.span.start, part.span.end):
        place = bisect_right(starts, match.end() - 1) - 1
        if place < 0 or references[place].end < match.end():
            return Span(*match.span())
    return None


def _standing(reference: Reference) -> "re.Pattern[str]":
    """Find a reference's number as a heading might have it; brackets after it are left off."""
    base = re.escape(reference.number.split("(")[0])
    if reference.kind == "attachment":
        return re.compile(rf"(?i:{_ATTACHMENT_WORDS})\s+{base}\b")
    if reference.kind == "article":
        return re.compile(rf"(?i:article)\s+{base}\b|^[ \t]*{base}[.):]?[ \t]", re.MULTILINE)
    if "." in base or "-" in base:
        return re.compile(rf"(?<![\w.$-]){base}(?![\w%]|[.-]\d)")
    return re.compile(rf"(?i:section|§|paragraph)\s*{base}\b|(?<![\w.$-]){base}[.):]\s")


def _called(section: Section) -> str:
    """Return what a reference calls a section: "2.7" is "section 2.7"."""
    number = section.number
    return f"section {number}" if number[:1].isdigit() else number


def _key(name: str) -> str:
    """Return a name in the one form in which two of them are compared.

    Examples
    --------
    >>> _key("Article VII"), _key("Exhibits B"), _key("section 4.2 (c)")
    ('article 7', 'exhibit b', 'section 4.2(c)')
    """
    word, _, number = name.partition(" ")
    number = "".join(number.split())
    roman = from_roman(number) if number.isupper() else 0
    is_lettered = _ATTACHMENT.match(word) is not None
    word = word.lower() if word.lower().endswith("x") else word.lower().rstrip("s")
    return f"{word} {roman if roman and not is_lettered else number.lower()}"


def _is_deniable(reference: Reference, documents: Iterable[Document]) -> bool:
    """Say whether the outlines are good enough to say that there is no such section."""
    documents = tuple(documents)
    wanted = _places(reference.number)
    if not wanted:
        return False
    outlines = {document.name: _outline(document, reference, wanted) for document in documents}
    if any(document.unread_pages for document in documents):
        own = next(document for document in documents if document.name == reference.document)
        return _is_skipped(own, outlines[own.name], wanted)
    return any(len(outline) >= _enough(reference, wanted) for outline in outlines.values())


def _enough(reference: Reference, wanted: tuple[int, ...]) -> int:
    """Return how many sections numbered like the one wanted make an outline known."""
    return ENOUGH_SECTIONS if reference.kind == "section" and len(wanted) > 1 else ENOUGH_WHOLE


def _outline(
    document: Document, reference: Reference, wanted: tuple[int, ...]
) -> list[tuple[tuple[int, ...], int]]:
    """Return number and start of each section that is numbered like the one wanted."""
    outline = []
    for section in document.sections:
        kind, _, number = _called(section).partition(" ")
        places = _places(number) if kind.lower() == reference.kind else ()
        if places and (len(places) > 1) == (len(wanted) > 1):
            outline.append((places, section.start))
    return outline


def _is_skipped(
    document: Document, outline: list[tuple[tuple[int, ...], int]], wanted: tuple[int, ...]
) -> bool:
    """Say whether a number is passed over between two sections, with no unread page between."""
    gaps = [page.start for page in document.pages if page.is_unread]
    return any(
        before < wanted < after and not any(start <= gap < end for gap in gaps)
        for (before, start), (after, end) in pairwise(outline)
    )


def _places(number: str) -> tuple[int, ...]:
    """Return a section's number as whole numbers, without its brackets; empty for a letter's.

    Examples
    --------
    >>> _places("4.2(c)"), _places("VII"), _places("B-4")
    ((4, 2), (7,), ())
    """
    base = number.partition("(")[0]
    if re.fullmatch(r"\d+(?:\.\d+)*", base):
        return tuple(int(place) for place in base.split("."))
    roman = from_roman(base) if base.isupper() else 0
    return (roman,) if roman else ()
