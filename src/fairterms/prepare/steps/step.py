"""A step of preparation, and how it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from fairterms.prepare.steps.deal_shows import DealShows


class Standing(StrEnum):
    """How far a step is."""

    DONE = "done"
    BEGUN = "begun"
    OPEN = "open"


@dataclass(frozen=True)
class Stand:
    """How one step stands.

    Attributes
    ----------
    standing
        Done, begun or open.
    shows
        What shows it, as a sentence; of an open step, what is missing.
    next
        What to do next, in one sentence; empty for a step that is done.
    """

    standing: Standing
    shows: str
    next: str = ""

    def __post_init__(self) -> None:
        assert self.shows, "a standing says what shows it"
        is_done = self.standing is Standing.DONE
        assert is_done == (not self.next), "what is not done has a next step, and only that"


def done(shows: str) -> Stand:
    """Say that a step is done, and what shows it."""
    return Stand(Standing.DONE, shows)


def begun(shows: str, following: str) -> Stand:
    """Say that a step is begun, what shows it, and what to do next."""
    return Stand(Standing.BEGUN, shows, following)


def not_begun(missing: str, following: str) -> Stand:
    """Say that a step is open, what is missing, and what to do next."""
    return Stand(Standing.OPEN, missing, following)


def counted(number: int, noun: str, many: str = "") -> str:
    """Write a number of things.

    Examples
    --------
    >>> counted(1, "goal"), counted(3, "entry", "entries")
    ('1 goal', '3 entries')
    """
    return f"1 {noun}" if number == 1 else f"{number} {many or noun + 's'}"


def together(*stands: Stand) -> Stand:
    """Return one standing for several parts: done where all are, open where all are.

    Examples
    --------
    >>> together(done("One part is there."), not_begun("The other is not.", "Do it.")).standing
    <Standing.BEGUN: 'begun'>
    """
    standings = {one.standing for one in stands}
    shows = " ".join(one.shows for one in stands)
    following = next((one.next for one in stands if one.next), "")
    return Stand(standings.pop() if len(standings) == 1 else Standing.BEGUN, shows, following)


@dataclass(frozen=True)
class Step:
    """One step.

    Attributes
    ----------
    id
        A slug.
    title
        What is done, in a few words.
    why
        Why it comes before the talks.
    requirements
        What of the project's requirements it serves.
    judge
        Says how it stands, of what a deal shows.
    """

    id: str
    title: str
    why: str
    requirements: tuple[str, ...]
    judge: Callable[[DealShows], Stand]


@dataclass(frozen=True)
class Judged:
    """A step with its number and its standing."""

    number: int
    step: Step
    stand: Stand
