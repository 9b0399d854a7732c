"""The result of running a contract: its steps, what did not bite, and the amount payable."""

from dataclasses import dataclass
from decimal import Decimal

from fairterms.units.number import Column, Mask
from fairterms.units.quantity import MONEY, Unit

PAYABLE = "payable"
"""The name of the last step: what the plan pays the group, negative when the group owes."""


@dataclass(frozen=True)
class Step:
    """One line of arithmetic.

    Attributes
    ----------
    clause
        The id of the clause that wrote it; empty for the payable amount.
    name
        The step's name, unique in its clause.
    values
        One number per settlement, shape (rows,).
    unit
        Of the values.
    words
        The formula in words.
    terms, figures
        What it read since the step before it: names of terms, and of figures or earlier steps.
    """

    clause: str
    name: str
    values: Column
    unit: Unit
    words: str
    terms: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The name no other step has: ``clause.step``."""
        return f"{self.clause}.{self.name}" if self.clause else self.name


@dataclass(frozen=True)
class Gate:
    """A threshold, cap or condition: in which settlements it bit, and why not in the others.

    Attributes
    ----------
    bites
        One yes or no per settlement, shape (rows,).
    otherwise
        Why it did not bite, as a sentence fragment.
    """

    clause: str
    name: str
    bites: Mask
    otherwise: str

    @property
    def id(self) -> str:
        """The name no other gate has: ``clause.gate``."""
        return f"{self.clause}.{self.name}"


@dataclass(frozen=True)
class Worksheet:
    """Everything one run wrote, for one or many settlements at once."""

    steps: tuple[Step, ...]
    gates: tuple[Gate, ...]

    @property
    def payable(self) -> Step:
        """The last step: the amount paid, in dollars."""
        return self.steps[-1]

    def step(self, name: str) -> Step:
        """Find a step.

        Parameters
        ----------
        name
            ``clause.step``; or the bare name of a step that only one clause has; or the id of a
            clause, which means its result.

        Raises
        ------
        KeyError
            When no step, or more than one, answers to the name.
        """
        exact = [step for step in self.steps if step.id == name]
        bare = [step for step in self.steps if step.name == name]
        results = [step for step in self.steps if step.clause == name][-1:]
        for found in (exact, bare, results):
            if len(found) == 1:
                return found[0]
        raise KeyError(name)

    def result(self, clause: str) -> Step:
        """Return the last step of a clause; KeyError when it has none."""
        for step in reversed(self.steps):
            if step.clause == clause:
                return step
        raise KeyError(clause)

    def gate(self, name: str) -> Gate:
        """Find a gate by ``clause.gate``, by its bare name, or by its clause when it has one."""
        for attribute in ("id", "name", "clause"):
            found = [gate for gate in self.gates if getattr(gate, attribute) == name]
            if len(found) == 1:
                return found[0]
        raise KeyError(name)

    def amounts(self) -> list[Decimal]:
        """Return the payable amounts of an exact run, in dollars."""
        assert self.payable.unit == MONEY
        return list(self.payable.values)
