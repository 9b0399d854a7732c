"""Units: whether every number has a unit that the definition of its metric allows.

Quality reports are looked at together: a rate printed as 0.345 beside a threshold of 85 % is easily
compared wrongly.
"""

from collections.abc import Iterator

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.outcome import Agreement, Discrepancy, Outcome
from fairterms.reconcile.arithmetic.relations import named
from fairterms.reconcile.statement.statement import StatementLine
from fairterms.reconcile.statement.submission import Submission
from fairterms.reconcile.statement.vbpr_codes import METRICS
from fairterms.reconcile.statement.vbpr_quality import QualityReport
from fairterms.reconcile.statement.vbpr_units import contradicts

NAME = "code_units"


def run(submission: Submission) -> Iterator[Outcome]:
    """Compare units with definitions, a metric at a time."""
    told: set[str] = set()
    for line in submission.statement.lines:
        if line.code not in METRICS:
            continue
        if not contradicts(line.value, line.code):
            yield Agreement(NAME, (line.id,))
        elif line.code not in told:
            told.add(line.code)
            yield _discrepancy(submission, line)
    mixed = [one.id for one in submission.quality if _is_mixed(one)]
    if mixed:
        yield _mixed(tuple(mixed))


def _discrepancy(submission: Submission, line: StatementLine) -> Discrepancy:
    metric = METRICS[line.code]
    units = " or ".join(str(unit) for unit in metric.units)
    alike = sum(one.code == line.code for one in submission.statement.lines)
    return Discrepancy(
        NAME,
        f'{named(line)} is printed as {line.value}; the code "{line.code}" is defined in {units}, '
        f"and {alike} lines have it",
        (line.id,),
        str(line.value),
        units,
        ask=f"Ask the plan for these numbers in {units}, or for the code that fits them.",
    )


def _is_mixed(report: QualityReport) -> bool:
    """Say whether the rate is a fraction and its thresholds are in per cent."""
    rate = report.whole.rate
    return rate is not None and rate <= 1 and any(one.is_percent for one in report.thresholds)


def _mixed(reports: tuple[str, ...]) -> Discrepancy:
    return Discrepancy(
        NAME,
        f"{len(reports)} quality reports give their rate as a fraction and their thresholds in "
        "per cent",
        reports,
        "a fraction",
        "per cent",
        note="They are compared here as 0.85 = 85 %",
        ask="Ask the plan to give both in per cent.",
    )


CHECK = Check(NAME, "units against the definitions of the codes", run)
