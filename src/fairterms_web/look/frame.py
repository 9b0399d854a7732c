"""What every page's frame needs to know of a request."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest

COOKIE: Final = "theme"
THEMES: Final = ("auto", "light", "dark")


def frame(request: HttpRequest) -> dict[str, str]:
    """Give the frame of a page what the reader chose.

    Parameters
    ----------
    request
        Any request.

    Returns
    -------
    dict
        ``theme``: "light", "dark", or "" for what the reader's system says.
    """
    theme = request.COOKIES.get(COOKIE, "")
    return {"theme": theme if theme in {"light", "dark"} else ""}
