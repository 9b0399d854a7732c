"""Every page one comes to by following links, each looked at once."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from tests.web.journeys.pages import faults
from tests.web.journeys.tab import Tab

MOST_OF_ONE = 2
"""So many pages of one address are looked at in one room: each file's page is like the next."""
_ROOM = re.compile(r"/rooms/([0-9a-f]{32})/")


@dataclass(frozen=True)
class Seen:
    """A page that was looked at.

    Attributes
    ----------
    name
        Of its address, with its app.
    room
        The room's identifier; empty where it belongs to none.
    faults
        What is wrong with it, by what was asked.
    """

    name: str
    room: str
    path: str
    title: str
    faults: dict[str, object]


@dataclass
class Crawl:
    """A walk through the pages of who is signed in."""

    tab: Tab
    is_page: Callable[[str], bool]
    seen: list[Seen] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)
    _count: Counter[tuple[str, str]] = field(default_factory=Counter)

    def walk(self, paths: Iterable[str]) -> None:
        """Look at pages and at all that they lead to."""
        waiting = [one for one in paths if self._is_wanted(one)]
        while waiting:
            self.visit(waiting.pop(0))
            links = self.tab.list_of(
                "[...document.querySelectorAll('a[href]:not([download])')]"
                ".filter(one => one.origin === location.origin)"
                ".map(one => one.pathname + one.search)"
            )
            waiting += [one for one in map(str, links) if self._is_wanted(one)]

    def visit(self, path: str) -> None:
        """Look at one page, also where somebody else was led elsewhere from it."""
        self.tab.go(str(self.tab.ask("location.origin")) + path)
        self.note(str(self.tab.ask("location.pathname + location.search")))

    def note(self, path: str) -> None:
        """Look at the page that is open, and keep what is wrong with it."""
        title = str(self.tab.ask("document.title"))
        self.seen.append(Seen(_name(path), _room(path), path, title, faults(self.tab)))

    def _is_wanted(self, path: str) -> bool:
        name, room = _name(path), _room(path)
        kind = (f"{name}?" if urlsplit(path).query else name, room)
        if path in self._known or not self.is_page(name) or self._count[kind] >= MOST_OF_ONE:
            return False
        self._known.add(path)
        self._count[kind] += 1
        return True


def _name(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""


def _room(path: str) -> str:
    found = _ROOM.match(path)
    return found[1] if found else ""
