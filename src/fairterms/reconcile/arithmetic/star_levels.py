"""Which stars, or points, a rate earns by the thresholds of its own report."""

from dataclasses import dataclass
from decimal import Decimal

from fairterms.reconcile.statement.vbpr_quality import QualityReport, Threshold

STAR = "star-"
MOST_STARS = 5


@dataclass(frozen=True)
class Earned:
    """What a rate earns.

    Attributes
    ----------
    least, most
        The stars or points it may have; they differ where the report leaves levels out.
    met
        The highest threshold reached; None when none is.
    next
        The lowest threshold missed; None when all are reached.
    """

    least: int
    most: int
    met: Threshold | None
    next: Threshold | None


def rises(report: QualityReport) -> bool:
    """Say whether its thresholds rise from the lowest level to the highest."""
    rates = [one.rate for one in report.thresholds]
    return rates == sorted(rates)


def falls(report: QualityReport) -> bool:
    """Say whether a lower rate reaches more of its thresholds."""
    rates = [one.rate for one in report.thresholds]
    return len(rates) > 1 and rates == sorted(rates, reverse=True) and rates[0] != rates[-1]


def earned(report: QualityReport, rate: Decimal) -> Earned | None:
    """Return what a rate earns; None where thresholds are absent or stand in no order."""
    if not report.thresholds or not (rises(report) or falls(report)):
        return None
    lower_is_better = falls(report)
    met = [one for one in report.thresholds if _reaches(rate, one.rate, lower_is_better)]
    missed = [one for one in report.thresholds if one not in met]
    top, following = (met[-1] if met else None), (missed[0] if missed else None)
    if all(one.type.startswith(STAR) for one in report.thresholds):
        least = _star(top) if top else 0
        most = _star(following) - 1 if following else MOST_STARS
        return Earned(least, max(least, most), top, following)
    return Earned(len(met), len(met), top, following)


def _reaches(rate: Decimal, threshold: Decimal, lower_is_better: bool) -> bool:
    return rate <= threshold if lower_is_better else rate >= threshold


def _star(threshold: Threshold) -> int:
    number = threshold.type.removeprefix(STAR)
    return int(number) if number.isdigit() else 0
