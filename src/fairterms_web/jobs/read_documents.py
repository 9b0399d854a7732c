"""Documents that have been read, as a part of a job: pages need them, and reading takes long.

What is kept is what a quotation is looked up in: the text with its pages and what to pass over.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from fairterms.document.document import Document
from fairterms.document.spans import Page, Span

PART = "documents.json"
"""The name of the part."""


def write(documents: Iterable[Document]) -> bytes:
    """Write documents.

    Parameters
    ----------
    documents
        As they were read.
    """
    return json.dumps([_written(one) for one in documents], ensure_ascii=False).encode()


def read(content: bytes) -> tuple[Document, ...]:
    """Read documents; they have no sections, sentences or tracked changes.

    Parameters
    ----------
    content
        As :func:`write` wrote it.
    """
    return tuple(_document(one) for one in json.loads(content))


def _written(document: Document) -> dict[str, Any]:
    return {
        "name": document.name,
        "kind": document.kind,
        "text": document.text,
        "pages": [asdict(one) for one in document.pages],
        "furniture": _ends(document.furniture),
        "masks": _ends(document.masks),
        "unread_pages": document.unread_pages,
        "sha256": document.sha256,
    }


def _ends(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in spans]


def _document(told: dict[str, Any]) -> Document:
    return Document(
        name=told["name"],
        kind=told["kind"],
        text=told["text"],
        pages=tuple(Page(**one) for one in told["pages"]),
        sections=(),
        sentences=(),
        furniture=tuple(Span(*one) for one in told["furniture"]),
        unread_pages=tuple(told["unread_pages"]),
        revisions=(),
        sha256=told["sha256"],
        masks=tuple(Span(*one) for one in told["masks"]),
    )
