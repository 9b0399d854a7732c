"""Whether the files that numbers come from were accepted, and what was wrong with them."""

from collections.abc import Iterator

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed
from fairterms.audit.procedures.procedure import Procedure
from fairterms.outcomes.small_cells.audience import Audience, show
from fairterms.records.acceptance import Acceptance, Answer, Outcome


def check(report: Acceptance) -> Iterator[Observed]:
    """Look at the report on one file.

    Yields
    ------
    Observed
        One for each rule that found something; one for the file where none did. A count of 1 to 10
        rows is hidden, because each row may be a person; totals are not given at all.
    """
    where = f"{report.load.file}, received {report.load.received}"
    asked = [one for one in report.answers if one.outcome is not Outcome.NOT_ASKED]
    idle = len(report.answers) - len(asked)
    expected = f"No rule finds anything wrong in {report.load.file}."
    for answer in report.found:
        yield _found(answer, where)
    for gap in report.gaps:
        seen = f"These are lacking: {'; '.join(gap.lacking)}."
        yield Observed(f"{gap.term} can be worked out.", seen, where, Holds.NO)
    if not asked:
        seen = "The file has nothing that a rule looks at."
        yield Observed(expected, seen, where, Holds.NOT_TESTED)
    elif not report.found:
        seen = f"{len(asked)} rules found nothing; {idle} look at something it does not have."
        yield Observed(expected, seen, where, Holds.YES, f"{len(asked)} rules")


def _found(answer: Answer, where: str) -> Observed:
    rows = f"{show(answer.count, Audience.OUTSIDE)} rows"
    kept = "set aside" if answer.rule.sets_aside else "kept"
    return Observed(
        f"{answer.rule.title}: none.",
        f"{rows}, {kept}. What to do: {answer.rule.fix.rstrip('.')}.",
        where,
        Holds.NO,
        rows,
    )


def _test(evidence: Evidence) -> tuple[Observed, ...]:
    return tuple(one for report in evidence.acceptances or () for one in check(report))


PROCEDURE = Procedure(
    id="data_feed",
    title="Data feed",
    objective="Are the files that the numbers rest on whole, readable and consistent?",
    criteria=(
        "The contract's exhibit on data",
        "COSO principles 11, 13",
        "IIA Global Internal Audit Standards 14.1, 14.2",
    ),
    steps=(
        "Load each file as it was received, and keep its fingerprint.",
        "Ask every acceptance rule of it.",
        "Count the rows that each rule names, and see why.",
        "Say which rules could not be asked, because the file lacks what they look at.",
    ),
    needs=("acceptances",),
    sampling="Every row of every file is looked at.",
    expected="No rule finds anything.",
    test=_test,
)
