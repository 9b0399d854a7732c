"""A room that holds a deal, and asking its pages."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any, Protocol, cast

from django.test import Client
from django.urls import reverse

from fairterms_web.deals.actions import save_files
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting

BUDGET = "performance.budget"
MOVED = f"{BUDGET}:2.2"
"""The budget of the performance payment, in dollars per member-month: 2.00 as the deal stands."""


def put(by: Entered, files: Mapping[str, bytes]) -> Entered:
    """Save files into a room."""
    with acting(by.actor):
        save_files(by=by, files=files)
    return by


def url(by: Entered, name: str = "page", *more: str) -> str:
    """The address of a page."""
    return reverse(f"simulate:{name}", args=[by.room.id, *more])


class Answer(Protocol):
    """What a test asks of an answer."""

    @property
    def status_code(self) -> int:
        """Of HTTP."""

    @property
    def content(self) -> bytes:
        """The body."""

    @property
    def headers(self) -> Mapping[str, str]:
        """The head."""


def get(client: Client, by: Entered, name: str = "page", **asked: object) -> Answer:
    """Ask for a page."""
    return cast("Answer", client.get(url(by, name), cast("Any", asked)))


def text(answer: object, status: int = 200) -> str:
    """What an answer says, its HTML as written."""
    found = cast("Answer", answer)
    assert found.status_code == status
    return found.content.decode()


def key_number(html: str, label: str) -> str:
    """A key figure of an answer."""
    found = re.search(rf"<dt>{label}</dt>\s*<dd>(.*?)</dd>", html, re.DOTALL)
    assert found, f"{label} is shown"
    return unescape(" ".join(re.sub("<[^>]+>", " ", found[1]).split()))
