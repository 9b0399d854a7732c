"""Files to take away."""

import re
from urllib.parse import quote

from django.http import HttpResponse

_NOT_PLAIN = re.compile(r"[^A-Za-z0-9 ._()+,-]")


def download(content: bytes, name: str, media: str = "application/octet-stream") -> HttpResponse:
    """Answer with a file to keep; it is never shown as a page of the workspace."""
    response = HttpResponse(content, content_type=media)
    name = "".join(one for one in name if one.isprintable())
    plain = _NOT_PLAIN.sub("_", name)
    response["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
