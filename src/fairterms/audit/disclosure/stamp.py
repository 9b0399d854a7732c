"""Writing marks onto files, so that they stay with a copy that leaves the folder."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import takewhile
from pathlib import PurePosixPath

from fairterms.audit.disclosure.mark import MarkedFile
from fairterms.publish import packing

_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
_MARK = re.compile(r"(?:CONFIDENTIAL|PROPRIETARY): .+, marked [0-9-]{10}\. Not to be passed on\.")
_ALONE = "Its mark stands in marks.toml alone: give that file with it."


@dataclass(frozen=True)
class Stamped:
    """A file with its marks.

    Attributes
    ----------
    content
        As it leaves; unchanged where no mark could be written on it.
    is_stamped
        Whether every mark stands on it.
    why
        Why not, and what to do; empty where it does.
    """

    content: bytes
    is_stamped: bool
    why: str = ""


def stamp(name: str, content: bytes, marks: Sequence[MarkedFile]) -> Stamped:
    """Write marks onto a file.

    Parameters
    ----------
    name
        Its name, for its kind: text, HTML and Word documents can be stamped.
    content
        The file.
    marks
        What to write; a mark that stands there already is not written twice.

    Notes
    -----
    A table of numbers would be read wrongly with a line more, and a signed or scanned PDF would no
    longer be what was given. Such files are left as they are, and it is said.
    """
    lines = [one.words for one in marks]
    if not lines:
        return Stamped(content, is_stamped=True)
    how = _WAYS.get(PurePosixPath(name).suffix.lower())
    if how is None:
        return Stamped(content, is_stamped=False, why=f"{name} cannot be stamped. {_ALONE}")
    try:
        return Stamped(how(content, lines), is_stamped=True)
    except ValueError:
        why = f"{name} cannot be read as what its name says. {_ALONE}"
        return Stamped(content, is_stamped=False, why=why)


def _text(content: bytes, lines: Sequence[str]) -> bytes:
    text = content.decode("utf-8-sig")
    # Marks stand at the top, and an empty line ends them.
    top = list(takewhile(str.strip, text.splitlines()))
    missing = [one for one in lines if one not in top]
    if not missing:
        return content
    is_marked = any(_MARK.fullmatch(one) for one in top)
    return "\n".join((*missing, *(() if is_marked else ("",)), text)).encode()


def _html(content: bytes, lines: Sequence[str]) -> bytes:
    text = content.decode("utf-8-sig")
    paragraphs = [f"<p><strong>{escape(one)}</strong></p>" for one in lines]
    missing = "".join(f"\n{one}" for one in paragraphs if one not in text)
    body = _BODY.search(text)
    at = body.end() if body else 0
    return f"{text[:at]}{missing}{text[at:]}".encode()


def _docx(content: bytes, lines: Sequence[str]) -> bytes:
    # The library takes a while to load; only a Word document needs it.
    import docx  # noqa: PLC0415 - heavy, and seldom wanted

    # Of a damaged file the library raises whatever one of its parts raises.
    try:
        document = docx.Document(io.BytesIO(content))
    except Exception as wrong:
        raise ValueError from wrong
    for section in document.sections:
        header = section.header
        written = {one.text for one in header.paragraphs}
        for line in (one for one in lines if one not in written):
            header.add_paragraph().add_run(line).bold = True
    into = io.BytesIO()
    document.save(into)
    return packing.without_dates(into.getvalue())


_WAYS: dict[str, Callable[[bytes, Sequence[str]], bytes]] = {
    ".txt": _text,
    ".md": _text,
    ".html": _html,
    ".htm": _html,
    ".docx": _docx,
}
