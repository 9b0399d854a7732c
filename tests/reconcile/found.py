"""What one check finds in a made-up submission."""

from fairterms.reconcile.arithmetic.examination import CHECKS, examine
from fairterms.reconcile.arithmetic.outcome import Discrepancy
from fairterms.reconcile.statement.submission import Submission


def found(check: str, submission: Submission) -> tuple[Discrepancy, ...]:
    """Return the discrepancies of one check."""
    return examine(submission, [CHECKS[check]]).discrepancies


def one(check: str, submission: Submission) -> Discrepancy:
    """Return the only discrepancy of one check."""
    discrepancies = found(check, submission)
    assert len(discrepancies) == 1, [each.what for each in discrepancies]
    return discrepancies[0]


def repairs(discrepancy: Discrepancy) -> list[str]:
    """Return the repairs in words."""
    return [repair.words for repair in discrepancy.repairs]
