"""A goal of one side or of both, and how other contracts count it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fairterms.units.problem import Problem
from fairterms.units.quantity import Quantity


class Holder(StrEnum):
    """Whose goal it is."""

    GROUP = "group"
    PLAN = "plan"
    BOTH = "both"


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True)
class Elsewhere:
    """How another contract of the group counts the same thing.

    Attributes
    ----------
    contract
        Which contract: "Example Mutual, 2026".
    counts
        How it counts, in words.
    is_same
        Whether that is the same count; None where nobody has compared.
    """

    contract: str
    counts: str
    is_same: bool | None = None


@dataclass(frozen=True)
class Goal:
    """One goal.

    Attributes
    ----------
    id
        Its name in deal.toml.
    holder
        Whose goal it is.
    goal
        In a sentence.
    measure
        What shows whether it is reached: a measure of the terms by name, or words.
    counts
        How that is counted, in words.
    target
        What is to be reached; None where nobody says.
    by
        By when; None where nobody says.
    owner
        The role that answers for it.
    direction
        Which way is better; None where nobody says.
    against
        Goals it collides with, by name.
    elsewhere
        How other contracts count it.
    evidence
        What shows that it is this side's goal: a clause, notes of a talk.
    source
        Where it is written: ``"deal.toml, line 90"``.
    """

    id: str
    holder: Holder
    goal: str
    measure: str = ""
    counts: str = ""
    target: Quantity | None = None
    by: date | None = None
    owner: str = ""
    direction: Direction | None = None
    against: tuple[str, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    evidence: str = ""
    source: str = "deal.toml"

    @property
    def wanting(self) -> tuple[str, ...]:
        """What it lacks to be measurable, in words; empty for a goal that can be measured."""
        parts = (
            (self.measure, "a measure"),
            (self.target is not None, "a target"),
            (self.by is not None, "a day"),
            (self.owner, "an owner"),
        )
        return tuple(words for is_there, words in parts if not is_there)

    @property
    def is_measurable(self) -> bool:
        """Whether somebody can say on a day whether it was reached."""
        return not self.wanting

    @property
    def differing(self) -> tuple[Elsewhere, ...]:
        """The other contracts that count it differently."""
        return tuple(one for one in self.elsewhere if one.is_same is False)


@dataclass(frozen=True)
class Declaration:
    """The values and goals of deal.toml.

    Attributes
    ----------
    shared_values, group_values, plan_values
        What both sides, and each side, hold dear; sentences.
    goals
        In the file's order.
    who_signs
        Who may sign for the group, as a role; empty where it is not said.
    problems
        What is to be mended in these sections.
    """

    shared_values: tuple[str, ...] = ()
    group_values: tuple[str, ...] = ()
    plan_values: tuple[str, ...] = ()
    goals: tuple[Goal, ...] = ()
    who_signs: str = ""
    problems: tuple[Problem, ...] = ()
