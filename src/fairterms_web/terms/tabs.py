"""The views of the page Terms, and the addresses of its texts."""

from urllib.parse import urlencode

from django.urls import reverse

from fairterms_web.rooms.entered import Entered
from fairterms_web.terms.access import FILE

_TITLES = (("page", "Text"), ("versions", "Versions"), ("signing", "Signing"))


def path_url(by: Entered, path: str, view: str = "page") -> str:
    """Return the address of a text of a room."""
    url = reverse(f"terms:{view}", args=[by.room.id])
    return url if path == FILE else f"{url}?{urlencode({'path': path})}"


def tabs(by: Entered, view: str, path: str = FILE) -> list[tuple[str, str, bool]]:
    """Return title, address and whether it is the one shown, for each view of a text."""
    return [
        (title, path_url(by, FILE if name == "signing" else path, name), name == view)
        for name, title in _TITLES
    ]
