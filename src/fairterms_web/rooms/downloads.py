"""Files to take away."""

from urllib.parse import quote

from django.http import HttpResponse


def download(content: bytes, name: str, media: str = "application/octet-stream") -> HttpResponse:
    """Answer with a file to keep; it is never shown as a page of the workspace."""
    response = HttpResponse(content, content_type=media)
    plain = name.encode("ascii", "replace").decode().replace('"', "").replace("?", "_")
    response["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
