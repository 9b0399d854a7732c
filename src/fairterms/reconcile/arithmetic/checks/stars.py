"""Stars: whether each measure has the stars, or points, that its rate earns by its thresholds.

Where a report leaves levels out, every number of stars between them is accepted; so are 0 and
1 below the lowest. Thresholds that fall while the report says that higher is better contradict it.
"""

from collections.abc import Iterator
from decimal import Decimal

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.outcome import (
    Agreement,
    Discrepancy,
    Outcome,
    Repair,
    Verdict,
)
from fairterms.reconcile.arithmetic.relations import written
from fairterms.reconcile.arithmetic.star_levels import Earned, earned, falls
from fairterms.reconcile.statement.submission import Submission
from fairterms.reconcile.statement.vbpr_quality import QualityReport, Threshold
from fairterms.units.quantity import FRACTION, Quantity

NAME = "stars"


def run(submission: Submission) -> Iterator[Outcome]:
    """Compare printed stars or points with thresholds."""
    for report in submission.quality:
        if falls(report) and report.higher_is_better:
            yield _direction(report)
            continue
        rate = report.rate
        if rate is None or report.score is None:
            continue
        found = earned(report, rate)
        if found is None:
            continue
        if found.least <= report.score <= found.most:
            yield Agreement(NAME, (report.id,))
        else:
            yield _discrepancy(report, rate, found)


def _discrepancy(report: QualityReport, rate: Decimal, found: Earned) -> Discrepancy:
    sort = "stars" if report.thresholds[0].type.startswith("star") else "levels"
    range_of = _levels(found)
    level = f"reaches {_named(found.met)}" if found.met else f"is below {_named(found.next)}"
    return Discrepancy(
        NAME,
        f"{report.name} is printed with {report.score} {sort}; "
        f"its rate of {written(Quantity(rate, FRACTION))} {level}, which gives {range_of}",
        (report.id,),
        f"{report.score} {sort}",
        f"{range_of} {sort}",
        None,
        (
            Repair(report.id, f"{report.name} has {range_of} {sort}"),
            Repair(report.id, "other thresholds hold than those the report states"),
        ),
        people=report.whole.fewest,
    )


def _levels(found: Earned) -> str:
    """Write the stars a rate may have: "3", "0 or 1", "0 to 3"."""
    if found.least == found.most:
        return str(found.least)
    word = "or" if found.most - found.least == 1 else "to"
    return f"{found.least} {word} {found.most}"


def _named(threshold: Threshold | None) -> str:
    assert threshold is not None, "a rate reaches a threshold or misses one"
    rate = written(Quantity(threshold.rate, FRACTION))
    return f"the {rate} of {threshold.type.replace('-', ' ')}"


def _direction(report: QualityReport) -> Discrepancy:
    rates = ", ".join(written(Quantity(one.rate, FRACTION)) for one in report.thresholds)
    return Discrepancy(
        NAME,
        f"{report.name} says that a higher rate is better, and its thresholds fall ({rates})",
        (report.id,),
        repairs=(
            Repair(report.id, "a lower rate is better"),
            Repair(report.id, "the thresholds are those of another measure"),
        ),
        verdict=Verdict.CANNOT_TELL,
    )


CHECK = Check(NAME, "stars against thresholds", run)
