"""Periods: whether a statement lies in the contract's term, and its parts cover its period."""

from collections.abc import Iterator
from itertools import groupby

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.outcome import (
    Agreement,
    Discrepancy,
    Outcome,
    Verdict,
)
from fairterms.reconcile.statement.submission import Submission
from fairterms.units.period import Period

NAME = "periods"


def run(submission: Submission) -> Iterator[Outcome]:
    """Compare the statement's period with the term, the service periods and the reports."""
    period = submission.statement.period
    if period is None:
        return
    yield from _term(submission, period)
    yield from _services(submission, period)
    for report in submission.quality:
        if report.period is None:
            continue
        if _inside(report.period, period):
            yield Agreement(NAME, (report.id,))
        else:
            yield _outside(report.id, report.name, report.period, period)


def _inside(inner: Period, outer: Period) -> bool:
    return inner.first in outer and inner.last in outer


def _term(submission: Submission, period: Period) -> Iterator[Outcome]:
    header = submission.header
    statement = submission.statement
    if header is None or header.period is None:
        return
    if _inside(period, header.period):
        yield Agreement(NAME, (statement.file,))
        return
    yield Discrepancy(
        NAME,
        f"The statement is about {period}; the contract runs {header.period}",
        (statement.file,),
        str(period),
        f"a period within {header.period}",
        ask="Ask the plan which contract, and which year of it, the statement is about.",
    )


def _services(submission: Submission, period: Period) -> Iterator[Outcome]:
    """Tell of payments whose services end before the period does, one for each service period."""
    stated = [(group.service, group) for group in submission.groups if group.service]
    stated.sort(key=lambda one: (one[0].first, one[0].last))
    for service, members in groupby(stated, key=lambda one: one[0]):
        groups = [group for _, group in members]
        ids = tuple(group.id for group in groups)
        if service == period:
            yield Agreement(NAME, ids)
            continue
        yield Discrepancy(
            NAME,
            f"{len(groups)} metrics count services of {service}; the statement is about {period}",
            ids,
            str(service),
            str(period),
            note="Services outside the shorter period are not in these numbers",
            ask="Ask the plan whether the contract counts them.",
            verdict=Verdict.CANNOT_TELL,
        )


def _outside(report: str, name: str, own: Period, period: Period) -> Discrepancy:
    return Discrepancy(
        NAME,
        f"{name} is measured over {own}; the statement is about {period}",
        (report,),
        str(own),
        f"a period within {period}",
        ask="Ask the plan for the measure over the period of the statement.",
    )


CHECK = Check(NAME, "periods against the contract's term", run)
