"""What the group writes of who does what: ``responsibilities.toml`` as values."""

from dataclasses import dataclass
from datetime import date

from fairterms.prepare.responsibilities.task import Task, Who
from fairterms.units.problem import Problem


@dataclass(frozen=True)
class Assigned:
    """One task as the group knows it.

    Attributes
    ----------
    task
        Of the shipped list, or in the group's own words.
    does, pays
        Who does it and who pays for it; None where the file does not say.
    by
        The clause, or what else shows it; empty where nothing does.
    paid_from
        What the contract pays toward it, in words: "the care coordination fee".
    split
        Where both have a part: who does which, in words.
    in_total_cost
        Whether the cost of the service counts in the figure the group is judged on; None where
        it is not said, or the task is no service.
    since
        Since when it is so; None where it is not said.
    note
        Anything else, in words.
    source
        Where it is written: ``"responsibilities.toml, line 9"``.
    """

    task: Task
    does: Who | None = None
    pays: Who | None = None
    by: str = ""
    paid_from: str = ""
    split: str = ""
    in_total_cost: bool | None = None
    since: date | None = None
    note: str = ""
    source: str = "responsibilities.toml"


@dataclass(frozen=True)
class Declaration:
    """The whole file.

    Attributes
    ----------
    assigned
        In the file's order, one for each task.
    problems
        What is to be mended; the values concerned count as not said.
    """

    assigned: tuple[Assigned, ...] = ()
    problems: tuple[Problem, ...] = ()
