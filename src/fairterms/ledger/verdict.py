"""What a check of a ledger ends in, and what it met on the way."""

from dataclasses import dataclass
from enum import StrEnum

from fairterms.units.problem import Problem


class Verdict(StrEnum):
    """Whether a ledger is what it was, from best to worst."""

    INTACT = "intact"
    INCOMPLETE = "incomplete"
    TAMPERED = "tampered"

    @property
    def rank(self) -> int:
        """0 for the best; of several verdicts the worst stands."""
        return list(Verdict).index(self)


@dataclass(frozen=True)
class Break:
    """A place where a ledger is not what it should be.

    Attributes
    ----------
    verdict
        ``TAMPERED`` where something was changed, ``INCOMPLETE`` where something is not there.
    problem
        Where, what, why, and what to do.
    """

    verdict: Verdict
    problem: Problem
