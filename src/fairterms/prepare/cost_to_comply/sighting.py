"""A place in the text that demands work of one kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from fairterms.prepare.cost_to_comply import frequency, place, statement, task_table
from fairterms.prepare.cost_to_comply.frequency import Frequency
from fairterms.prepare.cost_to_comply.kind import KINDS, Trigger
from fairterms.prepare.cost_to_comply.place import Place
from fairterms.review.context import Reading


@dataclass(frozen=True)
class Sighting:
    """Work of one kind, demanded in one place.

    Attributes
    ----------
    kind_name
        The kind of duty.
    place
        Where.
    trigger
        Whether the group must, the plan may ask, or a right depends on it.
    is_shared
        Whether each party owes its own part.
    frequency
        How often, as the clause says, or else what comes before it in its sentence.
    is_row
        Whether it is a row of a table of tasks, which mostly repeats what a sentence says.
    """

    kind_name: str
    place: Place
    trigger: Trigger
    is_shared: bool
    frequency: Frequency
    is_row: bool = False


def find(reading: Reading) -> Iterator[Sighting]:
    """Find every place that demands work: clauses of sentences, then rows of task tables."""
    for found in statement.find(reading):
        for name, kind in KINDS.items():
            if kind.is_in(found.words, found.trigger):
                where, how_often = place.of(found), _frequency(found)
                yield Sighting(name, where, found.trigger, found.is_shared, how_often)
    for task in task_table.find(reading):
        for name, kind in KINDS.items():
            if kind.named_by.search(task.words):
                how_often = frequency.read(task.words)
                yield Sighting(name, task, Trigger.OWED, False, how_often, is_row=True)


def _frequency(found: statement.Statement) -> Frequency:
    own = frequency.read(found.words)
    if own.times is not None or not found.start:
        return own
    whole = frequency.read(found.passage.text[: found.end])
    return own if whole.times is None else Frequency(whole.words, whole.times, own.due)
