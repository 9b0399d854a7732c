"""Codes: whether every metric is on the guide's list, and one code means one thing."""

from collections import defaultdict
from collections.abc import Iterator

from fairterms.reconcile.arithmetic.check import Check
from fairterms.reconcile.arithmetic.outcome import Agreement, Discrepancy, Outcome
from fairterms.reconcile.statement.submission import Group, Submission
from fairterms.reconcile.statement.vbpr_codes import METRICS

NAME = "unknown_codes"


def run(submission: Submission) -> Iterator[Outcome]:
    """Look up each code once, and compare the units it is used with."""
    by_code: dict[str, list[Group]] = defaultdict(list)
    for group in submission.groups:
        by_code[group.code].append(group)
    for code, groups in by_code.items():
        ids = tuple(group.id for group in groups)
        if code in METRICS:
            yield Agreement(NAME, ids)
        else:
            yield _unknown(code, groups, ids)
        yield from _meanings(code, groups, ids)


def _unknown(code: str, groups: list[Group], ids: tuple[str, ...]) -> Discrepancy:
    words = " and ".join(dict.fromkeys(f"“{group.label}”" for group in groups))
    return Discrepancy(
        NAME,
        f'the code "{code}" ({words}) is not in the guide\'s list of metrics',
        ids,
        code,
        note="Neither its meaning nor its unit is defined",
        ask=f"Ask the plan to define {words} in writing, with the unit.",
    )


def _meanings(code: str, groups: list[Group], ids: tuple[str, ...]) -> Iterator[Outcome]:
    """Tell of a code that one payment uses for numbers in different units."""
    by_stream: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for group in groups:
        if group.score is not None:
            units = by_stream[group.stream, group.incentive]
            units.setdefault(str(group.score.unit), f"“{group.label}” ({group.score})")
    for units in by_stream.values():
        if len(units) > 1:
            yield Discrepancy(
                NAME,
                f'the code "{code}" is used for {" and for ".join(units.values())}',
                ids,
                "",
                "one meaning",
                ask="Ask the plan to give each of them a code of its own.",
            )


CHECK = Check(NAME, "codes against the guide's list", run)
