"""What a program is told when something cannot be done (RFC 9457), and nothing it sent.

Sources
-------
Nottingham, Wilde and Dalal, RFC 9457, Problem Details for HTTP APIs (2023), section 3.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import TypedDict

from django.http import HttpResponse

MEDIA = "application/problem+json"
HELP = "/api/v1/docs/"


class Part(TypedDict):
    """One thing to mend."""

    where: str
    what: str
    why: str
    fix: str


SAID: Mapping[int, tuple[str, str, str]] = {
    400: ("unreadable", "The request cannot be read", "Send JSON in UTF-8, and no NUL characters."),
    401: (
        "no-token",
        "A token is needed",
        "Send one that can be used, as “Authorization: Bearer …”. Your account has a page for it.",
    ),
    403: ("not-allowed", "This token may not do that here", "Use a token made for it."),
    404: (
        "not-there",
        "There is nothing here for this token",
        "It may be gone, or this token may not open its room.",
    ),
    405: (
        "no-such-method",
        "This address does not answer that method",
        "Use one of the methods named in Allow.",
    ),
    409: ("not-whole", "This cannot be given as it is", "Tell who runs this workspace."),
    410: (
        "destroyed",
        "The content of this room was destroyed",
        "Nobody can read it again, and nothing new can be kept here.",
    ),
    413: ("too-large", "This is too large", "Send less at once."),
    415: (
        "other-form",
        "This is sent in another form",
        "Send it with the Content-Type the documentation names.",
    ),
    422: ("not-taken", "This is not taken as it is", "Mend what is named, and send it again."),
    429: (
        "too-often",
        "This token was used too often",
        "Wait as many seconds as Retry-After says.",
    ),
    500: (
        "our-mistake",
        "Something went wrong here",
        "It is our mistake. Nothing was changed. Try again, then tell who runs this workspace.",
    ),
}
"""By status: the last part of the type, the title, and what to do."""


def problem(
    status: int,
    detail: str = "",
    parts: Sequence[Part] = (),
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """Answer with a problem.

    Parameters
    ----------
    status
        Of HTTP; one of :data:`SAID`.
    detail
        What is wrong this time; what to do where nothing is said.
    parts
        Each thing to mend.
    headers
        Sent along.
    """
    name, title, fix = SAID[status]
    body = {
        "type": f"{HELP}#{name}",
        "title": title,
        "status": status,
        "detail": detail or fix,
        "problems": list(parts),
    }
    content = json.dumps(body, ensure_ascii=False)
    return HttpResponse(
        content, status=HTTPStatus(status), content_type=MEDIA, headers=dict(headers or {})
    )


def lines(text: str) -> list[Part]:
    """Return a message of several lines as things to mend.

    Examples
    --------
    >>> lines("a.txt: it is empty.")[0]["what"]
    'a.txt: it is empty.'
    """
    fix = SAID[422][2]
    return [Part(where="", what=one, why="", fix=fix) for one in text.split("\n")]


Handler = Callable[..., HttpResponse]
