"""The outline of an agreement: which section each line belongs to.

Numbers at line starts are read in order, and one counts as a section only when it continues the
outline: "2.8" after "2.7", "(b)" after "(a)". A line that only happens to begin with a number
("30 days", "9.3.1." after a line break) does not.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from fairterms.document import headings
from fairterms.document.draft import Heading
from fairterms.document.headings import Mark, Style
from fairterms.document.masks import PLACEHOLDER
from fairterms.document.outline import Outline
from fairterms.document.spans import Page, Section, Span
from fairterms.document.view import blank

_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def find(
    text: str,
    furniture: Iterable[Span],
    pages: Sequence[Page],
    marked: Iterable[Heading] = (),
) -> tuple[Section, ...]:
    """Find the sections of a document.

    Parameters
    ----------
    text
        The document's text.
    furniture
        What to pass over.
    pages
        Of the document.
    marked
        Headings that the file's format marks as such.

    Returns
    -------
    tuple of Section
        In order of their start; a section ends where the next of its level or above starts.
    """
    lines = list(_LINE.finditer(blank(text, furniture)))
    levels = {heading.start: heading.level for heading in marked}
    gaps = [page.start for page in pages if page.is_unread]
    outline = Outline()
    place = 0
    while place < len(lines):
        start = lines[place].start()
        while gaps and gaps[0] <= start:
            outline.interrupt(gaps.pop(0))
        place, line = _heading_lines(lines, place)
        mark = _mark(line, levels.get(start, 0))
        if mark is None or not outline.take(start, mark):
            continue
        if mark.is_alone:
            outline.found[-1].heading_end = lines[place - 1].end()
        if _needs_title(mark) and place < len(lines) and headings.is_title(lines[place][0]):
            outline.name(lines[place][0], lines[place].end())
            place += 1
    outline.close(len(text))
    starts = [page.start for page in pages]
    return tuple(
        Section(
            entry.start,
            entry.end,
            entry.number,
            entry.title,
            entry.level,
            pages[bisect_right(starts, entry.start) - 1].number,
            entry.heading_end,
        )
        for entry in outline.found
    )


def _heading_lines(lines: Sequence["re.Match[str]"], place: int) -> tuple[int, str]:
    """Return a line, joined with those after it when all are one heading in capitals.

    The number that comes with it is the place of the line after it.
    """
    words = [lines[place][0]]
    place += 1
    if headings.is_capitals(words[0]):
        while place < len(lines) and _goes_on(lines[place - 1], lines[place]):
            words.append(lines[place][0])
            place += 1
    return place, " ".join(words)


def _goes_on(line: "re.Match[str]", after: "re.Match[str]") -> bool:
    """Say whether a line in capitals, right below another, belongs to its heading."""
    is_next = after.string.count("\n", line.end(), after.start()) == 1
    if is_next and after[0] == PLACEHOLDER:
        return True
    mark = headings.read(after[0]) if is_next and headings.is_capitals(after[0]) else None
    return mark is not None and not mark.number


def _needs_title(mark: Mark) -> bool:
    return mark.is_alone and not mark.title and mark.style in (Style.ARTICLE, Style.ATTACHMENT)


def _mark(line: str, level: int) -> Mark | None:
    """Read a line's mark; a heading the format marks counts even without a number."""
    mark = headings.read(line)
    if level and (mark is None or mark.style is Style.HEADING):
        return Mark(Style.HEADING, (level,), "", line, len(line), is_alone=True)
    return mark
