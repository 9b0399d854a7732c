"""Read a contract document of any known format: the one door of this room."""

import re
from collections.abc import Sequence
from hashlib import file_digest
from pathlib import Path

from fairterms.document import furniture, refusals, sections, sentences
from fairterms.document.document import Document
from fairterms.document.draft import Draft
from fairterms.document.refusals import UnreadableDocument
from fairterms.document.sentences import Layout
from fairterms.units.refusal import Refusal

_UNKNOWN = {
    b"\xd0\xcf\x11\xe0": (
        "is an old Word file, or a Word file locked with a password",
        "its parts cannot be made out",
        "open it in Word, take any password off, save it as .docx, and use that",
    ),
    b"{\\rtf": (
        "is a Rich Text file",
        "Fairterms reads PDF, Word (.docx), HTML and plain text",
        "open it in a word processor, save it as .docx, and use that",
    ),
    **dict.fromkeys(
        (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8"),
        (
            "is a picture",
            "pictures of letters cannot be searched, quoted or checked",
            "ask the plan for the text, or run text recognition (OCR) and save a PDF with text",
        ),
    ),
}
_HEAD = 1024
_TAG = re.compile(
    rb"[\xef\xbb\xbf\s]*<(!doctype html|\?xml|!--|(html|head|body|title|meta|p|div|span|center|font"
    rb"|h[1-6]|table|ol|ul|section|article|main)[\s>])",
    re.IGNORECASE,
)
_ZIP = b"PK\x03\x04"


def read(path: Path, accept: bool = True, ocr: bool = False) -> Document:
    """Read a document.

    Parameters
    ----------
    path
        A PDF, DOCX, HTML or text file; its content decides which, not its name.
    accept
        True gives the text with all tracked changes accepted, False the text before them. What
        was changed stands in ``revisions`` either way.
    ocr
        True recognises the text in PDF pages that are pictures, where the optional extra
        ``fairterms[ocr]`` is installed; ten to twenty seconds a page.

    Raises
    ------
    UnreadableDocument
        When the file is not there, empty, locked, damaged, of an unknown kind or a scan without
        any text. The message says what to do.
    """
    path = Path(path)
    if not path.is_file():
        raise UnreadableDocument(
            path.name, "is not there", "no such file was found", "check the name and the folder"
        )
    with path.open("rb") as file:
        head = file.read(_HEAD)
        file.seek(0)
        sha256 = file_digest(file, "sha256").hexdigest()
    return _finish(path.name, sha256, _draft(path, head, accept=accept, has_ocr=ocr))


def read_all(
    paths: Sequence[Path], ocr: bool = False
) -> tuple[tuple[Document, ...], tuple[Refusal, ...]]:
    """Read the documents of an agreement, in the order of their names.

    Parameters
    ----------
    paths
        Their files. Of one text in several formats (01-agreement.pdf and 01-agreement.docx) the
        PDF is read, because it has pages to point to.
    ocr
        As in :func:`read`.

    Returns
    -------
    tuple
        The documents, and the refusals of those that cannot be read.
    """
    chosen = {path.stem: path for path in sorted(paths, key=lambda p: p.suffix.lower() == ".pdf")}
    documents: list[Document] = []
    refused: list[Refusal] = []
    for _, path in sorted(chosen.items()):
        try:
            documents.append(read(path, ocr=ocr))
        except UnreadableDocument as refusal:
            refused.append(refusal)
    return tuple(documents), tuple(refused)


def _draft(path: Path, head: bytes, *, accept: bool, has_ocr: bool) -> Draft:
    """Read with the reader for what the file holds."""
    if not head.strip():
        raise UnreadableDocument(
            path.name, "is empty", "the file holds nothing", "send or save it again"
        )
    for sign, reasons in _UNKNOWN.items():
        if head.startswith(sign):
            raise UnreadableDocument(path.name, *reasons)
    if b"%PDF" in head:
        from fairterms.document import pdf  # noqa: PLC0415 - each format loads its own library

        return pdf.read(path, has_ocr=has_ocr)
    if head.startswith(_ZIP):
        from fairterms.document import docx  # noqa: PLC0415 - as above

        return docx.read(path, accept=accept)
    if _is_html(head):
        from fairterms.document import html  # noqa: PLC0415 - as above

        return html.read(path, accept=accept)
    from fairterms.document import text  # noqa: PLC0415 - as above

    return text.read(path)


def _is_html(head: bytes) -> bool:
    return _TAG.match(head) is not None or b"<body" in head.lower()


def _finish(name: str, sha256: str, draft: Draft) -> Document:
    """Find furniture, sections and sentences in what a format's reader handed over."""
    edges = furniture.find(draft.text, draft.lines)
    passed_over = tuple(sorted({*edges, *draft.furniture}))
    outline = sections.find(draft.text, passed_over, draft.pages, draft.headings)
    layout = Layout(draft.pages, outline, draft.breaks, draft.is_wrapped)
    said = sentences.find(draft.text, passed_over, layout)
    unread = tuple((page.number, page.why) for page in draft.pages if page.is_unread)
    cautions = refusals.cautions(name, draft.text, len(draft.pages), unread)
    return Document(
        name=name,
        kind=draft.kind,
        text=draft.text,
        pages=draft.pages,
        sections=outline,
        sentences=said,
        furniture=passed_over,
        unread_pages=tuple(number for number, _ in unread),
        revisions=draft.revisions,
        sha256=sha256,
        cautions=(*draft.cautions, *cautions),
        masks=draft.masks,
    )
