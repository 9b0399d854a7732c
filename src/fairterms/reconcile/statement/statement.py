"""A plan's statement: its lines as quantities, in the plan's own words."""

from dataclasses import dataclass
from datetime import date

from fairterms.units.period import Period
from fairterms.units.problem import Problem
from fairterms.units.quantity import Quantity


@dataclass(frozen=True)
class StatementLine:
    """One number that the plan states.

    Attributes
    ----------
    id
        The name no other line of the statement has.
    label
        The plan's own words.
    value
        The number as printed, with its unit.
    code
        The standard's code of the number, such as "member-months"; empty where it has none.
    stream
        The code of the payment it belongs to, such as "ssq"; empty where it has none.
    scope
        The part of the panel it is about, outermost first, such as ("hmo", "Region 1"); empty for
        the whole. A line is part of the line whose code and stream are the same and whose scope is
        one shorter.
    place
        Where it stands, for a message: a line of the file, or a path inside it.
    ours
        The figure or step of the terms that it shows; empty where it shows none.
    """

    id: str
    label: str
    value: Quantity
    code: str = ""
    stream: str = ""
    scope: tuple[str, ...] = ()
    place: str = ""
    ours: str = ""


@dataclass(frozen=True)
class Statement:
    """What a plan says it owes for a period, or is owed.

    Attributes
    ----------
    file
        The name of the file.
    plan, group, contract
        As the statement names them; empty where it does not.
    period
        The period the payment is about; None where the statement does not say.
    issued
        The day of the statement; None where it does not say.
    paid_through
        The last day of payment of the claims that are counted; None where it does not say.
    lines
        In the order of the statement.
    problems
        What is wrong with its text, each with its place; a line with a problem is left out.
    """

    file: str
    lines: tuple[StatementLine, ...]
    period: Period | None = None
    plan: str = ""
    group: str = ""
    contract: str = ""
    issued: date | None = None
    paid_through: date | None = None
    problems: tuple[Problem, ...] = ()

    def line(self, name: str) -> StatementLine:
        """Return the line of an id; KeyError when there is none."""
        for line in self.lines:
            if line.id == name:
                return line
        raise KeyError(name)

    def showing(self, ours: str) -> StatementLine | None:
        """Return the line of the whole panel that shows a figure or step of the terms."""
        found = [line for line in self.lines if line.ours == ours and not line.scope]
        return found[0] if len(found) == 1 else None

    def parts(self, whole: StatementLine) -> tuple[StatementLine, ...]:
        """Return the lines that a line is made of, in their order."""
        return tuple(
            line
            for line in self.lines
            if (line.code, line.stream) == (whole.code, whole.stream)
            and line.code
            and line.scope[:-1] == whole.scope
            and line.scope
        )
