"""Missing amounts: whether a statement says anything of money, and what its payments rest on."""

from collections.abc import Iterator

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.outcome import (
    Agreement,
    Discrepancy,
    Outcome,
    Verdict,
)
from fairterms.reconcile.statement.submission import Submission
from fairterms.reconcile.statement.vbpr_codes import METRICS, STREAMS
from fairterms.units.quantity import Kind

NAME = "missing_amounts"
UTILIZATION = "ubip"


def run(submission: Submission) -> Iterator[Outcome]:
    """Tell of an empty statement, of reports that were not sent and of payments without a rate."""
    statement = submission.statement
    if submission.measure and not submission.groups:
        yield Discrepancy(
            NAME,
            "the statement has no metric of its own: it names quality reports and no amount",
            (statement.file,),
            note="No payment can be checked against it",
            ask="Ask the plan for the amounts it pays, and for what they rest on.",
        )
    elif statement.lines:
        yield Agreement(NAME, (statement.file,))
    yield from _not_sent(submission)
    yield from _no_rate(submission)


def _not_sent(submission: Submission) -> Iterator[Outcome]:
    sent = {report.id for report in submission.quality}
    missing = tuple(name for name, _ in submission.evaluated if name not in sent)
    if missing:
        yield Discrepancy(
            NAME,
            f"{len(missing)} of the {len(submission.evaluated)} quality reports it refers to "
            "were not sent",
            missing,
            note="Their rates, stars and gaps are not checked",
            ask="Ask the plan for them.",
            verdict=Verdict.CANNOT_TELL,
        )


def _no_rate(submission: Submission) -> Iterator[Outcome]:
    """Tell of a utilization incentive whose rate and amount are not stated."""
    counted = [group for group in submission.groups if _counts_events(group.code)]
    paid = [
        group
        for group in submission.groups
        if group.stream == UTILIZATION
        and group.score is not None
        and group.score.unit.kind is Kind.MONEY
        and "incentive" in group.code
    ]
    if any(group.stream == UTILIZATION for group in counted) and not paid:
        yield Discrepancy(
            NAME,
            f"the {STREAMS[UTILIZATION]} has rates of use and baselines, and neither a payment "
            "rate nor an amount",
            tuple(group.id for group in counted),
            note="It cannot be worked out again",
            ask="Ask the plan for the rate that each change in use is paid at, and the amount.",
            verdict=Verdict.CANNOT_TELL,
        )


def _counts_events(code: str) -> bool:
    metric = METRICS.get(code)
    return metric is not None and metric.counts_events


CHECK = Check(NAME, "amounts and rates that are not stated", run)
