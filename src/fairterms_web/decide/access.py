"""Answers as they were given, and what lies between two of them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fairterms_web.jobs import access as work
from fairterms_web.jobs.made.decide import ANSWER
from fairterms_web.jobs.models import Job, State
from fairterms_web.jobs.worker import FILES
from fairterms_web.rooms.entered import Entered

KIND = "decision"
MOST = 50
"""Answers of a history; older ones stay in the room and are not listed."""


@dataclass(frozen=True)
class Figure:
    """A key figure of an answer, as its report shows it."""

    label: str
    value: str
    note: str


@dataclass(frozen=True)
class Changed:
    """What became of the files between two answers, as paths."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many files are not as they were."""
        return len(self.added) + len(self.changed) + len(self.removed)


@dataclass(frozen=True)
class Given:
    """An answer that was given.

    Attributes
    ----------
    job
        The work that gave it.
    answer, title, reasons, figures
        What it said.
    files
        The hash of each file it was made from, by path.
    since
        What became of the files since the answer before; None for the first.
    """

    job: Job
    answer: str
    title: str
    reasons: tuple[str, ...]
    figures: tuple[Figure, ...]
    files: Mapping[str, str]
    since: Changed | None = None


def history(by: Entered) -> tuple[Given, ...]:
    """Return the answers given in a room, the newest first."""
    jobs = list(work.jobs_of(by, KIND).filter(state=State.DONE)[: MOST + 1])
    answers = work.part_of_each(by, jobs, ANSWER)
    files = work.part_of_each(by, jobs, FILES)
    found: list[Given] = []
    for job in reversed([one for one in jobs if one.id in answers]):
        now = _files(files.get(job.id))
        since = between(found[-1].files, now) if found else None
        found.append(_given(job, answers[job.id], now, since))
    return tuple(reversed(found[-MOST:]))


def between(before: Mapping[str, str], after: Mapping[str, str]) -> Changed:
    """Say what became of files.

    Parameters
    ----------
    before, after
        The hash of each file by its path.

    Examples
    --------
    >>> between({"a": "1", "b": "1"}, {"b": "2", "c": "1"})
    Changed(added=('c',), changed=('b',), removed=('a',))
    """
    return Changed(
        tuple(sorted(after.keys() - before.keys())),
        tuple(sorted(path for path in before.keys() & after.keys() if before[path] != after[path])),
        tuple(sorted(before.keys() - after.keys())),
    )


@dataclass(frozen=True)
class Compared:
    """Two answers side by side.

    Attributes
    ----------
    first, second
        The earlier and the later one.
    figures
        Of each key figure its label, its value in the first and in the second; "—" where an
        answer does not have it.
    files
        What became of the files from the first to the second.
    """

    first: Given
    second: Given
    figures: tuple[tuple[str, str, str], ...]
    files: Changed


def compared(answers: Sequence[Given], first: str, second: str) -> Compared | None:
    """Put two answers side by side, the earlier one first.

    Parameters
    ----------
    answers
        The history, the newest first.
    first, second
        The jobs that gave them, in any order.

    Returns
    -------
    Compared or None
        None where they are not two answers of the history.
    """
    chosen = [one for one in reversed(answers) if one.job.id in {first, second}]
    if len(chosen) < 2:
        return None
    earlier, later = chosen
    values = [{one.label: one.value for one in given.figures} for given in chosen]
    labels = dict.fromkeys(label for each in values for label in each)
    rows = tuple((label, values[0].get(label, "—"), values[1].get(label, "—")) for label in labels)
    return Compared(earlier, later, rows, between(earlier.files, later.files))


def _given(job: Job, answer: bytes, files: Mapping[str, str], since: Changed | None) -> Given:
    told = json.loads(answer)
    figures = tuple(Figure(*one) for one in told["figures"])
    return Given(job, told["answer"], told["title"], tuple(told["reasons"]), figures, files, since)


def _files(content: bytes | None) -> Mapping[str, str]:
    return dict(json.loads(content)) if content else {}
