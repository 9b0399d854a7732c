"""How far a third party's report on controls may be relied on."""

from collections.abc import Iterator

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed, verdict
from fairterms.audit.procedures.procedure import Procedure
from fairterms.audit.procedures.shown import sentence, things
from fairterms.audit.procedures.third_party_report import ThirdPartyReport
from fairterms.units.period import Period


def check(
    report: ThirdPartyReport,
    audited: Period,
    names: frozenset[str],
    controls: frozenset[str] | None,
) -> Iterator[Observed]:
    """Look at one report.

    Parameters
    ----------
    report
        The report.
    audited
        The period for which it is to be relied on.
    names
        The names of all reports at hand, for what it leaves out.
    controls
        The ids of our own controls; None where they are not known.
    """
    where = report.name
    yield _kind(report, where)
    yield Observed(
        "Its auditor found the controls fairly described and working.",
        f"The opinion is this: {report.opinion}.",
        where,
        verdict(report.opinion == "unmodified"),
    )
    yield _gap(report, audited, where)
    yield from _carve_outs(report, names, where)
    for found in report.exceptions:
        answer = sentence(found.answer) if found.answer else "Nobody answered it."
        expected = f"This exception was answered: {found.what.rstrip('.')}."
        yield Observed(expected, answer, where, verdict(bool(found.answer)))
    yield from _user_controls(report, controls, where)
    yield from (_supported(report, control, audited, where) for control in report.supports)


def _kind(report: ThirdPartyReport, where: str) -> Observed:
    expected = "The report tested that controls ran, through a period."
    if report.is_superseded:
        seen = "SAS 70 was superseded; its reports end with periods of 2011. Ask for a SOC 1."
    elif report.tests_operation:
        seen = f"It is a {report.kind} report."
    else:
        seen = f"It is a {report.kind} report: it speaks of one day, and tested no operation."
    return Observed(expected, seen, where, verdict(report.tests_operation))


def _gap(report: ThirdPartyReport, audited: Period, where: str) -> Observed:
    days = things(report.days_uncovered(audited), "day")
    return Observed(
        f"It speaks of every day from {audited}.",
        f"It speaks of {report.period}. Not covered: {days}.",
        where,
        Holds.NOT_TESTED if report.days_uncovered(audited) else Holds.YES,
        days,
    )


def _carve_outs(report: ThirdPartyReport, names: frozenset[str], where: str) -> Iterator[Observed]:
    for one in report.carve_outs:
        is_covered = one.covered_by in names - {report.name}
        seen = f"See {one.covered_by}." if is_covered else "No report at hand looks at it."
        yield Observed(
            sentence(f"{one.supplier}, which it leaves out, is looked at by another report"),
            seen,
            where,
            Holds.YES if is_covered else Holds.NOT_TESTED,
        )


def _user_controls(
    report: ThirdPartyReport, controls: frozenset[str] | None, where: str
) -> Iterator[Observed]:
    for one in report.user_controls:
        expected = f"We do what it takes for granted: {one.theirs.rstrip('.')}."
        if not one.ours:
            yield Observed(expected, "None of our controls does it.", where, Holds.NO)
        elif controls is None:
            seen = f"It is to be our control {one.ours}; our controls are not known here."
            yield Observed(expected, seen, where, Holds.NOT_TESTED)
        else:
            is_there = one.ours in controls
            words = "does it" if is_there else "does not stand in the register"
            yield Observed(expected, f"Our control {one.ours} {words}.", where, verdict(is_there))


def _supported(report: ThirdPartyReport, control: str, audited: Period, where: str) -> Observed:
    """Say for which days a report supports a control: those of both periods, if any."""
    expected = f"It supports the control {control} from {audited}."
    first = max(report.period.first, audited.first)
    last = min(report.period.last, audited.last)
    if first > last or not report.supports_on(control, first):
        seen = "It supports it on no day."
        return Observed(expected, seen, where, Holds.NO, things(0, "day"))
    part = Period(first, last)
    holds = Holds.YES if part.days == audited.days else Holds.NOT_TESTED
    rest = "" if holds is Holds.YES else " The other days are not tested."
    return Observed(
        expected, f"It supports it from {part}.{rest}", where, holds, things(part.days, "day")
    )


def _test(evidence: Evidence) -> tuple[Observed, ...]:
    period, reports = evidence.period, evidence.reports or ()
    assert period is not None, "the procedure is run for a period"
    names = frozenset(one.name for one in reports)
    book = evidence.controls
    controls = None if book is None else frozenset(one.id for one in book.controls)
    return tuple(one for report in reports for one in check(report, period, names, controls))


PROCEDURE = Procedure(
    id="third_party_reports",
    title="Reports on controls by third parties",
    objective="Which of our controls may rest on somebody else's report, and for which days?",
    criteria=(
        "AICPA AT-C 320, AT-C 205",
        "SAS 70 (superseded by SSAE 16, then SSAE 18)",
        "IIA Global Internal Audit Standards 9.5",
        "COSO principles 10, 16",
    ),
    steps=(
        "Read which type the report is, and of which days it speaks.",
        "Read the opinion, and each exception with what was done about it.",
        "List the suppliers it leaves out, and find a report on each.",
        "List what it takes for granted of us, and name our control that does it.",
        "Count the days of our period that it does not cover.",
    ),
    needs=("reports", "period"),
    sampling="Every report is read whole.",
    expected="A report of type 2, without reservation, for our whole period.",
    test=_test,
)
