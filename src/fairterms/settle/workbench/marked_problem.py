"""A problem of the terms, with how an editor marks it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from fairterms.units.problem import Problem

Severity: TypeAlias = Literal["mistake", "unstated"]

NOT_STATED: Final = "not-stated"
"""The code of a number the contract does not give."""

MOST: Final = 200
"""Most problems that are told of one text; nobody mends more before the next check."""


@dataclass(frozen=True)
class MarkedProblem:
    """One thing to see to in the text.

    Attributes
    ----------
    line
        Counted from 1; 0 when it is about the whole text.
    what, why, fix, code
        As in :class:`fairterms.units.problem.Problem`.
    severity
        ``"mistake"``: the text has to be mended before it can be settled. ``"unstated"``: the text
        is sound, but the contract leaves a number out; ask the health plan.
    """

    line: int
    what: str
    why: str
    fix: str
    code: str
    severity: Severity


def mark(problem: Problem) -> MarkedProblem:
    """Return a problem as an editor marks it.

    Examples
    --------
    >>> mark(Problem("terms.toml", 3, "no rate", "not-stated", "it pays", "ask")).severity
    'unstated'
    """
    severity: Severity = "unstated" if problem.code == NOT_STATED else "mistake"
    return MarkedProblem(
        problem.line, problem.what, problem.why, problem.fix, problem.code, severity
    )


def mark_all(problems: Sequence[Problem]) -> tuple[MarkedProblem, ...]:
    """Return problems as an editor marks them: at most :data:`MOST`, and how many more there are.

    Parameters
    ----------
    problems
        In the order they are told.
    """
    marked = tuple(mark(problem) for problem in problems[:MOST])
    left = len(problems) - len(marked)
    if not left:
        return marked
    rest = MarkedProblem(
        0,
        f"{left:,} more problems are not listed",
        "they come after those that are",
        "mend these first; the next ones are listed then",
        "more-problems",
        "mistake",
    )
    return (*marked, rest)
