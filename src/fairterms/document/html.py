"""Read an HTML page: what a browser would show of it."""

import re
from contextlib import suppress
from pathlib import Path

from lxml import etree
from lxml import html as markup

from fairterms.document.assembly import DELETED, INSERTED, Assembly, Change
from fairterms.document.draft import Draft
from fairterms.document.numbering import written
from fairterms.document.refusals import UnreadableDocument
from fairterms.document.spans import Page
from fairterms.document.text import decode

_UNSEEN = {"script", "style", "head", "noscript", "template"}
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "main", "nav"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "section", "ul"),
    *("table", "tbody", "tfoot", "thead", "tr"),
}
_CHANGES = {"ins": INSERTED, "del": DELETED, "s": DELETED, "strike": DELETED}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def read(path: Path, *, accept: bool = True) -> Draft:
    """Read an HTML file.

    Parameters
    ----------
    path
        The file.
    accept
        True reads it with its marked insertions and deletions done, False before them.

    Raises
    ------
    UnreadableDocument
        When it shows no text.
    """
    assembly = Assembly(accept=accept)
    content = _decode(path.read_bytes())
    with suppress(etree.ParserError):  # of a page of which nothing is left
        # lxml refuses letters that come with an encoding declaration of their own
        tree = markup.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", content))
        _walk(tree, assembly, None)
    if not assembly.text.strip():
        raise UnreadableDocument(
            path.name, "is empty", "the page shows no text", "check that the right file was chosen"
        )
    return Draft(
        "html",
        assembly.text,
        (Page(0, assembly.length),),
        is_wrapped=False,
        headings=tuple(assembly.headings),
        revisions=tuple(assembly.revisions),
    )


def _decode(content: bytes) -> str:
    named = _CHARSET.search(content[:2048])
    if named:
        try:
            return content.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):  # the page names an encoding it is not in
            pass
    return decode(content)


def _walk(element: etree._Element, assembly: Assembly, change: Change | None) -> None:
    tag = str(element.tag)  # of a comment it is no name but "<cyfunction Comment"
    if tag.startswith("<") or tag in _UNSEEN or _is_hidden(element):
        return
    if tag in _CHANGES:
        author, date = element.get("cite", ""), element.get("datetime", "")
        change = Change(_CHANGES[tag], str(author), str(date))
    start = _open(element, tag, assembly)
    _add(element.text, assembly, change)
    for child in element:
        _walk(child, assembly, change)
        _add(child.tail, assembly, change)
    if tag in _BLOCKS:
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            assembly.head(start, int(tag[1]))
        assembly.end_line()


def _open(element: etree._Element, tag: str, assembly: Assembly) -> int:
    """Start a new line or table cell where the element asks for it; return where it starts."""
    if tag in _BLOCKS:
        assembly.end_line()
        assembly.add(_number(element) if tag == "li" else "")
    elif tag == "br":
        assembly.add("\n")
    elif tag in {"td", "th"} and not assembly.is_at_line_start:
        assembly.add("\t")
    return assembly.length


def _add(words: str | None, assembly: Assembly, change: Change | None) -> None:
    """Add text as a browser shows it: white space collapsed, none at the start of a line."""
    shown = re.sub(r"[ \t\r\n\f]+", " ", words or "")
    if shown.startswith(" ") and assembly.is_after_space:
        shown = shown[1:]
    assembly.add(shown, change)


def _number(item: etree._Element) -> str:
    """Return the number a browser puts before a list item, or an empty string."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    number = int(str(parent.get("start", "1"))) if str(parent.get("start", "1")).isdigit() else 1
    for sibling in parent:
        if sibling is item:
            break
        number += sibling.tag == "li"
    return f"{written(number, str(parent.get('type', '1')))}. "


def _is_hidden(element: etree._Element) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(str(element.get("style", ""))))
