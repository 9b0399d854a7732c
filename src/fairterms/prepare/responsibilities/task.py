"""A task of a behavioral-health contract, and who may do it or pay for it."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Who(StrEnum):
    """Who does a task, or who pays for it."""

    GROUP = "group"
    PLAN = "plan"
    BOTH = "both"
    VENDOR = "vendor"
    OTHERS = "others"
    NOBODY = "nobody"

    @property
    def in_words(self) -> str:
        """As a cell of a table: "others" are other providers, agencies or the patient."""
        return _IN_WORDS[self]


_IN_WORDS = {
    Who.GROUP: "Group",
    Who.PLAN: "Plan",
    Who.BOTH: "Group and plan",
    Who.VENDOR: "A vendor",
    Who.OTHERS: "Others",
    Who.NOBODY: "Nobody",
}


class Division(StrEnum):
    """What is divided: the cost of a service, or a piece of work."""

    FINANCIAL = "financial"
    OPERATIONAL = "operational"


@dataclass(frozen=True)
class Task:
    """One task.

    Attributes
    ----------
    id
        Its name in ``responsibilities.toml``.
    title
        In a few words.
    division
        Financial where it is a service whose cost somebody bears; else operational.
    duties
        Kinds of duty of the cost to comply that are this task, when the group owes them.
    words
        What stands in a sentence, or in a row of a table, that is about it; None for a task of
        the group's own words.
    """

    id: str
    title: str
    division: Division
    duties: tuple[str, ...] = ()
    words: "re.Pattern[str] | None" = None

    def is_in(self, text: str) -> bool:
        """Say whether a text is about this task."""
        return self.words is not None and self.words.search(text) is not None
