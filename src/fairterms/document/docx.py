"""Read a Word file (.docx): what is written, what was changed, and what is only remarked."""

import re
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import Part
from lxml import etree

from fairterms.document.assembly import Assembly
from fairterms.document.docx_body import Body, Remark
from fairterms.document.docx_lists import Lists, W, value
from fairterms.document.draft import Draft
from fairterms.document.refusals import UnreadableDocument
from fairterms.document.spans import Page, Span
from fairterms.units.problem import Problem

_OUTERMOST_LEVELS = 9


def read(path: Path, *, accept: bool = True) -> Draft:
    """Read a Word file.

    Parameters
    ----------
    path
        The file.
    accept
        True reads it with all tracked changes accepted, False as it was before them.

    Raises
    ------
    UnreadableDocument
        When it is damaged or holds no text.

    Notes
    -----
    Word stores no pages. They are those of the last time Word laid the file out; a file that
    Word never laid out has one page. Footnotes, headers and footers follow the body.
    """
    parts = _parts(path)
    body = Body(
        Assembly(accept=accept),
        Lists(_root(parts, "numbering"), _root(parts, "styles")),
        _heading_levels(_root(parts, "styles")),
        _remarks(_root(parts, "comments")),
    )
    body.blocks(_tree(parts["document"][0]))
    _add_notes(body, parts)
    furniture = _add_heads(body, parts)
    return _draft(path.name, body, furniture)


def _draft(name: str, body: Body, furniture: tuple[Span, ...]) -> Draft:
    assembly = body.assembly
    if not assembly.text.strip():
        raise UnreadableDocument(
            name, "is empty", "it holds no words", "check that the right file was chosen"
        )
    pictures = set(body.large_pictures)
    pages = tuple(
        Page(start, end, number, number in pictures, _why_unread(number, pictures))
        for number, (start, end) in enumerate(
            pairwise([*body.page_starts, assembly.length]), start=1
        )
    )
    return Draft(
        "docx",
        assembly.text,
        pages,
        is_wrapped=False,
        furniture=furniture,
        headings=tuple(assembly.headings),
        revisions=tuple(sorted(assembly.revisions)),
        cautions=tuple(_hidden(name, words) for words in body.hidden if words.strip()),
    )


def _why_unread(number: int, pictures: set[int]) -> str:
    return f"page {number} holds a large picture, which may show text" if number in pictures else ""


def _hidden(name: str, words: str) -> Problem:
    return Problem(
        file=name,
        line=0,
        what=f"it holds hidden words: {words.strip()!r}",
        code="hidden-text",
        why="Word does not show or print them, yet they are in the file you would sign",
        fix="ask the plan to remove them or to show them",
    )


_DAMAGED = (
    PackageNotFoundError,
    BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,  # a way of packing that nobody uses
    RuntimeError,  # a part that asks for a password
    AttributeError,  # a list of parts that lists something else
)
"""Everything that the libraries raise over a file that is not whole."""


def _parts(path: Path) -> dict[str, list[Part]]:
    """Return the file's parts by the last word of their kind: "document", "styles", "header"."""
    try:
        main = docx.Document(str(path)).part
    except _DAMAGED as error:
        raise UnreadableDocument(
            path.name,
            "is damaged, or is not a Word file",
            "its parts cannot be made out",
            "open it in Word, save it again as .docx, and use that",
        ) from error
    parts: dict[str, list[Part]] = {"document": [main]}
    for relation in main.rels.values():
        if not relation.is_external:
            kind = relation.reltype.rsplit("/", 1)[-1]
            parts.setdefault(kind, []).append(relation.target_part)
    return parts


def _tree(part: Part) -> etree._Element:
    # blob gives the part's XML afresh; entities stay unresolved, so that none can reach a file
    return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))


def _root(parts: dict[str, list[Part]], kind: str) -> etree._Element | None:
    return _tree(parts[kind][0]) if kind in parts else None


def _heading_levels(styles: etree._Element | None) -> dict[str, int]:
    """Return the heading level (1 is the outermost) of each paragraph style that has one."""
    found: dict[str, int] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        outline = value(style, f"{W}pPr/{W}outlineLvl")
        named = re.fullmatch(r"heading (\d)", value(style, f"{W}name").lower())
        if outline.isdigit() and int(outline) < _OUTERMOST_LEVELS:
            found[str(style.get(f"{W}styleId"))] = int(outline) + 1
        elif named:
            found[str(style.get(f"{W}styleId"))] = int(named[1])
    return found


def _remarks(comments: etree._Element | None) -> dict[str, Remark]:
    return {
        str(comment.get(f"{W}id")): Remark(
            _plain(comment), str(comment.get(f"{W}author", "")), str(comment.get(f"{W}date", ""))
        )
        for comment in (comments.iter(f"{W}comment") if comments is not None else ())
    }


def _plain(element: etree._Element) -> str:
    paragraphs = element.iter(f"{W}p")
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in paragraphs)


def _add_notes(body: Body, parts: dict[str, list[Part]]) -> None:
    """Write footnotes and endnotes, which bind like the text that refers to them."""
    for kind in ("footnote", "endnote"):
        root = _root(parts, f"{kind}s")
        for note in root.iter(f"{W}{kind}") if root is not None else ():
            if note.get(f"{W}type") in (None, "normal"):  # the others are the lines drawn above
                body.blocks(note)


def _add_heads(body: Body, parts: dict[str, list[Part]]) -> tuple[Span, ...]:
    """Write headers and footers, each wording once, and return them as furniture."""
    spans: list[Span] = []
    written: set[str] = set()
    for root in _heads(parts):
        words = _plain(root).strip()
        if words and words not in written:
            written.add(words)
            start = body.assembly.length
            body.blocks(root)
            spans.append(Span(start, body.assembly.length))
    return tuple(spans)


def _heads(parts: dict[str, list[Part]]) -> Iterator[etree._Element]:
    for kind in ("header", "footer"):
        for part in parts.get(kind, ()):
            yield _tree(part)
