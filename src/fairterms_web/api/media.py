"""How a route that takes or gives a whole file is documented."""

from typing import Any

BINARY = "application/octet-stream"
ZIP = "application/zip"
TEXT = "text/plain"
LINES = "application/jsonl"


def takes(media: str) -> dict[str, Any]:
    """Return what the documentation says of a route whose body is one file.

    Examples
    --------
    >>> list(takes(ZIP)["requestBody"]["content"])
    ['application/zip']
    """
    return {"requestBody": {"required": True, "content": _content(media)}}


def gives(media: str) -> dict[str, Any]:
    """Return what the documentation says of a route that answers with a file to keep."""
    headers = {"Content-Disposition": {"required": True, "schema": {"type": "string"}}}
    return {"responses": {200: {"content": _content(media), "headers": headers}}}


def _content(media: str) -> dict[str, Any]:
    return {media: {"schema": {"type": "string", "format": "binary"}}}
