"""Repeats: whether words, an amount or a measure's address belong to another metric."""

from collections.abc import Iterator
from itertools import groupby

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.outcome import Agreement, Discrepancy, Outcome
from fairterms.reconcile.statement.submission import Group, Submission

NAME = "repeats"


def run(submission: Submission) -> Iterator[Outcome]:
    """Look for metrics with the words of another, and reports with the measure of another."""
    seen: dict[str, Group] = {}
    for group in submission.groups:
        words = group.label.casefold()
        before = seen.setdefault(words, group)
        if before is group or before.code == group.code:
            yield Agreement(NAME, (group.id,))
        else:
            yield _repeated(before, group)
    yield from _measures(submission)


def _repeated(before: Group, group: Group) -> Discrepancy:
    same_amount = group.score is not None and group.score.amount == (
        before.score.amount if before.score else None
    )
    printed = f", {group.score}" if group.score else ""
    amount = f" and its amount{printed}," if same_amount else ""
    return Discrepancy(
        NAME,
        f'{group.id} is coded "{group.code}" and has the words “{group.label}”{amount} of '
        f'{before.id}, which is coded "{before.code}"',
        (group.id, before.id),
        str(group.score or group.label),
        "",
        ask="Ask the plan what this metric is, and for its own amount.",
    )


def _measures(submission: Submission) -> Iterator[Outcome]:
    reports = sorted(submission.quality, key=lambda report: report.measure)
    for measure, alike in groupby(reports, key=lambda report: report.measure):
        found = list(alike)
        ids = tuple(report.id for report in found)
        if len(found) == 1 or not measure:
            yield Agreement(NAME, ids)
            continue
        names = ", ".join(report.name for report in found)
        yield Discrepancy(
            NAME,
            f"{len(found)} quality reports carry the address of one measure: {names}",
            ids,
            measure,
            "an address for each measure",
            ask="Ask the plan which measure each of them is.",
        )


CHECK = Check(NAME, "words, amounts and addresses carried over", run)
