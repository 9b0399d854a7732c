"""All checks of a statement's arithmetic, and what they found."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.few_people import fewest
from fairterms.reconcile.arithmetic.outcome import Agreement, Discrepancy, Outcome
from fairterms.reconcile.statement.statement import Statement
from fairterms.reconcile.statement.submission import Submission
from fairterms.units.catalogue import Catalogue

CHECKS: Catalogue[Check] = Catalogue("fairterms.reconcile.arithmetic.checks", "CHECK", Check)


@dataclass(frozen=True)
class Examination:
    """What the checks found.

    Attributes
    ----------
    outcomes
        Of every comparison, check by check.
    """

    outcomes: tuple[Outcome, ...]

    @property
    def discrepancies(self) -> tuple[Discrepancy, ...]:
        """What does not agree, or cannot be told."""
        return tuple(one for one in self.outcomes if isinstance(one, Discrepancy))

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """What agrees."""
        return tuple(one for one in self.outcomes if isinstance(one, Agreement))

    @property
    def compared(self) -> tuple[tuple[str, int, int], ...]:
        """For each check that compared anything: its name, comparisons, discrepancies."""
        total = Counter(one.check for one in self.outcomes)
        differing = Counter(one.check for one in self.discrepancies)
        return tuple((name, total[name], differing[name]) for name in total)

    def about(self, line: str) -> tuple[Discrepancy, ...]:
        """Return what was found about a line."""
        return tuple(one for one in self.discrepancies if line in one.lines)


def examine(submission: Submission, checks: Iterable[Check] = ()) -> Examination:
    """Run the checks on what a plan sent.

    Parameters
    ----------
    submission
        The statement with what supports it; ``Submission(statement)`` for a statement alone.
    checks
        The checks to run; all when none are named.
    """
    chosen = tuple(checks) or tuple(CHECKS.values())
    found = (outcome for check in chosen for outcome in check.run(submission))
    return Examination(tuple(_counted(submission.statement, one) for one in found))


def _counted(statement: Statement, outcome: Outcome) -> Outcome:
    """Note the smallest number of people that the lines of a discrepancy tell of."""
    if isinstance(outcome, Agreement):
        return outcome
    counts = (outcome.people, fewest(statement, outcome.lines))
    return replace(outcome, people=min((one for one in counts if one is not None), default=None))
