"""Read plain text."""

from itertools import accumulate
from pathlib import Path

from fairterms.document import furniture
from fairterms.document.draft import Draft
from fairterms.document.refusals import UnreadableDocument
from fairterms.document.spans import Page

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def read(path: Path) -> Draft:
    """Read a file of plain text; form feeds part its pages.

    Raises
    ------
    UnreadableDocument
        When it holds no text, or bytes that are no letters.
    """
    content = decode(path.read_bytes()).replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in content:
        raise UnreadableDocument(
            path.name,
            "is not a text file",
            "it holds bytes that are no letters",
            "use the PDF, Word, HTML or text file that the plan sent",
        )
    return _draft(path.name, content)


def decode(content: bytes) -> str:
    """Turn bytes into letters: by their mark, else as UTF-8, else as Windows text.

    Examples
    --------
    >>> decode("30 days’ notice".encode("cp1252"))
    '30 days’ notice'
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _draft(name: str, content: str) -> Draft:
    if not content.strip():
        raise UnreadableDocument(
            name, "is empty", "it holds no letters", "check that the right file was chosen"
        )
    texts = content.split("\f")
    starts = accumulate((len(text) + 1 for text in texts[:-1]), initial=0)
    pages = tuple(
        Page(start, start + len(text), number)
        for number, (start, text) in enumerate(zip(starts, texts, strict=True), start=1)
    )
    text = "\n".join(texts)
    lines = tuple(furniture.lines(text, page.start, page.end) for page in pages)
    return Draft("text", text, pages, is_wrapped=True, lines=lines if len(pages) > 1 else ())
