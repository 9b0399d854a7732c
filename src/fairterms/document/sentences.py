"""Sentences, by a segmenter trained on legal text, within the blocks the layout gives."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fairterms.document.spans import Page, Section, Sentence, Span
from fairterms.document.view import blank

# Where a new block starts though the line before may not have ended its sentence: a blank line;
# a bullet; a defined term, in quotes or before a colon.
_BLANK_LINE = r"\n[ \t]*\n+(?=\s*\S)"
_BULLET = r"\n(?=[ \t]*[•▪◦\uf0b7\uf0a7-][ \t])"
_QUOTED_TERM = r"\n(?=[ \t]*[\"“][^\"“”\n]{1,60}[\"”] (?:\(.{1,40}?\) )?means?\b)"
_TERM_COLON = r"\n(?=[ \t]*[A-Z][A-Za-z/&()\"'“”’ -]{2,70}: [A-Z])"
_WRAPPED = re.compile("|".join((_BLANK_LINE, _BULLET, _QUOTED_TERM, _TERM_COLON)))
# The segmenter takes "B." for an initial and "IV." for a number that goes on.
_ENDS_WITH_NUMBER = re.compile(
    r"\b(?:Exhibit|Attachment|Appendix|Schedule|Addendum|Annex|Article|Section|Part|Table)s?\s+"
    r"(?:[A-Z]{1,2}(?:-?\d+)?|[IVXL]+|\d[\d.]*\d|\d)(?:\([a-z\d]+\))*\.(?=\s+(?:[A-Z][a-z]|\[))"
)
_PARAGRAPHS = re.compile(r"\n+|\t+")
_FURNITURE = "\x1f"  # counts as white space, and occurs in no text that the readers return
_RUN_WITH_FURNITURE = re.compile(rf"\s*{_FURNITURE}\s*")


@dataclass(frozen=True)
class Layout:
    """What is known of a document's text before its sentences are found.

    Attributes
    ----------
    pages, sections
        Of the document; every section starts a new sentence.
    breaks
        White space at which the layout ends a paragraph.
    is_wrapped
        True when a line end may fall inside a sentence.
    """

    pages: Sequence[Page]
    sections: Sequence[Section]
    breaks: Sequence[Span] = ()
    is_wrapped: bool = True


def find(text: str, furniture: Sequence[Span], layout: Layout) -> tuple[Sentence, ...]:
    """Find the sentences of a document.

    Parameters
    ----------
    text
        The document's text.
    furniture
        What to keep out.
    layout
        Its pages, sections and paragraphs.
    """
    from nupunkt import sent_spans  # noqa: PLC0415 - loads a trained model, needed here only

    clean = _RUN_WITH_FURNITURE.sub(_one_line_end, blank(text, furniture, _FURNITURE))
    found: list[Sentence] = []
    sections = layout.sections
    starts = [section.start for section in sections]
    cuts = [*starts, *(section.heading_end for section in sections if section.title)]
    cuts += _parting(furniture, layout.breaks)
    page_starts = [page.start for page in layout.pages]
    for block in _blocks(clean, cuts, _WRAPPED if layout.is_wrapped else _PARAGRAPHS):
        for start, end in _cited(clean, block, sent_spans(clean[block.start : block.end])):
            span = _tight(clean, start, end)
            if span is not None:
                page = layout.pages[bisect_right(page_starts, span.start) - 1].number
                section = _innermost(sections, starts, span.start)
                found.append(Sentence(span.start, span.end, page, section))
    return tuple(found)


def _parting(furniture: Sequence[Span], breaks: Iterable[Span]) -> Iterator[int]:
    """Return where paragraphs start, but not at the edges of a page, which sentences run over."""
    ends = {span.end for span in furniture}
    starts = {span.start for span in furniture}
    return (gap.end for gap in breaks if gap.start not in ends and gap.end not in starts)


def _cited(text: str, block: Span, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Return sentences, cut once more where one ends with what it cites ("in Exhibit B. Plan")."""
    for start, end in spans:
        done = block.start + start
        for match in _ENDS_WITH_NUMBER.finditer(text, done, block.start + end):
            if text[done : match.start()].strip():  # else it is the sentence's own number
                yield done, match.end()
                done = match.end()
        yield done, block.start + end


def _one_line_end(run: "re.Match[str]") -> str:
    """Make a run of white space that holds furniture a single line end, of the same length.

    A page end would else look like a blank line and cut the sentence that runs over it.
    """
    return "\n" + " " * (len(run[0]) - 1)


def _blocks(text: str, cuts: Sequence[int], ends: "re.Pattern[str]") -> Iterator[Span]:
    ordered = sorted({0, len(text), *cuts, *(match.end() for match in ends.finditer(text))})
    for start, end in pairwise(ordered):
        if text[start:end].strip():
            yield Span(start, end)


def _tight(text: str, start: int, end: int) -> Span | None:
    """Return the span without the white space at its ends, or None when it is all white space."""
    words = text[start:end]
    if not words.strip():
        return None
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _innermost(sections: Sequence[Section], starts: Sequence[int], offset: int) -> int:
    """Return the place of the last section to start before an offset and to reach it, or -1."""
    place = bisect_right(starts, offset) - 1
    while place >= 0 and sections[place].end <= offset:
        place -= 1
    return place
