"""A kind of long work: a function of a deal folder that gives named parts, one after the other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fairterms_web.jobs.models import Job
from fairterms_web.rooms.entered import Entered

Tell = Callable[[str], None]
Arguments = Mapping[str, str]
Run = Callable[[Path, Tell, Arguments], Iterator[tuple[str, bytes]]]

Beside = Callable[[Entered, Job], Mapping[str, bytes]]


class CannotBeDone(Exception):
    """The work cannot be done as things stand; says what is wrong and what to do."""


@dataclass(frozen=True)
class Kind:
    """A kind of long work.

    Attributes
    ----------
    slug
        As it is stored.
    title
        What it does, as a page says it: "Reading the contract".
    run
        Called with the folder, a function that tells the stage (and ends the work when it was
        cancelled), and arguments. Yields each part's name and content as soon as it is made.
    stages
        About how many stages it tells, for the progress bar; measured on the examples.
    reads
        Only files whose path begins so are laid out for it; empty for all.
    beside
        What of earlier work it goes on from, by name: laid out in the folder ``beside``, next to
        the deal's. Asked once, before the work begins; None goes on from nothing.
    is_short
        Whether somebody waits for it before the page: a worker of its own then does it, and it
        never stands behind work that takes minutes.
    """

    slug: str
    title: str
    run: Run
    stages: int
    reads: str = ""
    beside: Beside | None = None
    is_short: bool = False
