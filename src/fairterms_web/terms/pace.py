"""How often one person may have a text checked: a check costs more than a page."""

from collections import OrderedDict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic
from typing import Final

MOST: Final = 120
"""Checks of one person within :data:`SECONDS`; who types without a pause asks for about 90."""
SECONDS: Final = 60.0
_PEOPLE: Final = 5_000


class TooOften(Exception):
    """Somebody asks for checks faster than anybody types."""


class Pace:
    """Counts the checks of each person in this process, one at a time for each of them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked: OrderedDict[str, deque[float]] = OrderedDict()
        self._busy: set[str] = set()

    @contextmanager
    def turn(self, person: str, now: float | None = None) -> Iterator[None]:
        """Take a turn for as long as the block lasts.

        Parameters
        ----------
        person
            Who asks.
        now
            Seconds of a clock that never goes back; the machine's own where none is given.

        Raises
        ------
        TooOften
            When another check of the same person still runs, or there were too many.
        """
        moment = monotonic() if now is None else now
        with self._lock:
            asked = self._asked.setdefault(person, deque())
            self._asked.move_to_end(person)
            while asked and asked[0] <= moment - SECONDS:
                asked.popleft()
            if person in self._busy or len(asked) >= MOST:
                raise TooOften
            asked.append(moment)
            self._busy.add(person)
            while len(self._asked) > _PEOPLE:
                self._asked.popitem(last=False)
        try:
            yield
        finally:
            with self._lock:
                self._busy.discard(person)


pace = Pace()
"""The pace of this process."""
