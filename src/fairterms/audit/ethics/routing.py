"""Who may read a report: nobody of a side, and nobody whom the reporter leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

FEWEST = 2
"""As many must agree before a report is opened."""


@dataclass(frozen=True)
class Recipient:
    """Somebody who was let into the room of the independent party.

    Attributes
    ----------
    id
        Their account.
    is_of_a_side
        Whether they are in the room of the group or of the plan as well, or were within 12
        months, or one of those let them in.
    """

    id: str
    is_of_a_side: bool = False


class About(StrEnum):
    """Whom a report names beside recipients."""

    CHAIR = "chair"
    OPERATOR = "operator"


@dataclass(frozen=True)
class Route:
    """Which way a report goes.

    Attributes
    ----------
    readers
        Accounts that may see that it is there, and open it together.
    notices
        What readers and reporter must know, as sentences.
    """

    readers: tuple[str, ...]
    notices: tuple[str, ...]

    @property
    def can_be_opened(self) -> bool:
        """Whether there are enough to open it."""
        return len(self.readers) >= FEWEST


TOO_FEW = (
    "There are not enough independent readers now: two must agree before a report is opened. It "
    "waits, closed, until another one joins. If it cannot wait, use another way."
)
PAST_CHAIR = (
    "It is about the chair of the committee. Nothing of it goes to the committee. Where somebody "
    "must be told, tell the deputy chair or counsel."
)
PAST_OPERATOR = (
    "It is about who runs this workspace. They cannot read it on any page, but they hold the "
    "machine and its keys. Use another way too: a regulator, or a lawyer of your own."
)


def route(
    recipients: Sequence[Recipient], left_out: frozenset[str], about: frozenset[About]
) -> Route:
    """Find the way of a report.

    Parameters
    ----------
    recipients
        Everybody in the room who may act there.
    left_out
        Accounts the reporter wants to leave out.
    about
        Who else is named.

    Examples
    --------
    >>> people = [Recipient("a"), Recipient("b"), Recipient("c", is_of_a_side=True)]
    >>> found = route(people, frozenset({"b"}), frozenset())
    >>> found.readers, found.can_be_opened
    (('a',), False)
    """
    readers = tuple(one.id for one in recipients if not one.is_of_a_side and one.id not in left_out)
    told = (
        (len(readers) < FEWEST, TOO_FEW),
        (About.CHAIR in about, PAST_CHAIR),
        (About.OPERATOR in about, PAST_OPERATOR),
    )
    return Route(readers, tuple(words for is_so, words in told if is_so))
