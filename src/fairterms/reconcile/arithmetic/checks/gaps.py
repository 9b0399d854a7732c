"""Gaps: how many members more are needed to reach a threshold, always rounded up.

A count rounded to the nearest leaves a group one member short of what it was told.
"""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.outcome import Agreement, Discrepancy, Outcome, Repair
from fairterms.reconcile.arithmetic.relations import written
from fairterms.reconcile.statement.submission import Submission
from fairterms.reconcile.statement.vbpr_quality import QualityReport, Threshold
from fairterms.units.quantity import FRACTION, Quantity, count

NAME = "gaps"
MEMBER = count("member")


def run(submission: Submission) -> Iterator[Outcome]:
    """Compare each printed gap with the counts."""
    for report in submission.quality:
        for threshold in report.thresholds:
            if threshold.gap is None or report.higher_is_better is False:
                continue
            needed = members_needed(report, threshold)
            if needed is None:
                continue
            if needed == threshold.gap:
                yield Agreement(NAME, (report.id,))
            else:
                yield _discrepancy(report, threshold, needed)


def members_needed(report: QualityReport, threshold: Threshold) -> Decimal | None:
    """Return the members more that reach a threshold; None where counts are missing."""
    numerator, denominator = report.whole.numerator, report.whole.denominator
    if numerator is None or not denominator:
        return None
    reached = (threshold.rate * denominator).to_integral_value(ROUND_CEILING)
    return max(Decimal(0), reached - numerator)


def _discrepancy(report: QualityReport, threshold: Threshold, needed: Decimal) -> Discrepancy:
    whole = report.whole
    should = Quantity(needed, MEMBER)
    rate = written(Quantity(threshold.rate, FRACTION))
    return Discrepancy(
        NAME,
        f"{report.name}: {whole.numerator} of {whole.denominator} needs {needed} more to reach "
        f"{rate}, printed as {threshold.gap}",
        (report.id,),
        str(threshold.gap),
        str(should),
        Quantity(needed - (threshold.gap or 0), MEMBER),
        (Repair(report.id, f"the gap to {rate} is {needed}, rounded up", should),),
        people=whole.fewest,
    )


CHECK = Check(NAME, "gaps to a threshold, rounded up", run)
