"""Setting a benchmark, as an engagement of its own."""

from collections.abc import Iterator
from datetime import date

from fairterms.audit.procedures.benchmark_version import PARTS, BenchmarkVersion
from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed, verdict
from fairterms.audit.procedures.procedure import Procedure
from fairterms.units.period import Period


def check(
    version: BenchmarkVersion, on: date, period: Period | None, measures: frozenset[str] | None
) -> Iterator[Observed]:
    """Look at one version of a benchmark.

    Parameters
    ----------
    version
        The version.
    on
        The day as of which is asked.
    period
        The period that is to be judged by it; None where nobody says.
    measures
        The ids of the contract's measures; None where they are not known.
    """
    where = f"benchmark {version.id}"
    yield _parts(version, where)
    yield _approved(version, on, where)
    if version.review_on is not None:
        yield Observed(
            "The day on which it is looked at again has not passed.",
            f"That day is {version.review_on}.",
            where,
            verdict(on <= version.review_on),
        )
    if version.baseline is not None and period is not None:
        yield Observed(
            "The period its numbers come from ends before what is judged by it.",
            f"The numbers are of {version.baseline}; what is judged begins on {period.first}.",
            where,
            verdict(version.baseline.last < period.first),
        )
    if measures is not None:
        yield from _measures(version, measures, where)


def _parts(version: BenchmarkVersion, where: str) -> Observed:
    lacking = [PARTS[name] for name in version.missing]
    seen = f"Missing: {'; '.join(lacking)}." if lacking else f"All {len(PARTS)} parts are there."
    expected = "It says all it must say: whom, from what, with whom, how, and checked by whom."
    return Observed(expected, seen, where, verdict(not lacking))


def _approved(version: BenchmarkVersion, on: date, where: str) -> Observed:
    day = version.approved_on
    expected = "It was approved by a decision of the committee."
    if day is None or day > on:
        return Observed(expected, "It is not approved yet.", where, Holds.NOT_TESTED)
    seen = f"The {version.approved_by} approved it on {day} (decision {version.decision})."
    return Observed(expected, seen, where, Holds.YES)


def _measures(version: BenchmarkVersion, known: frozenset[str], where: str) -> Iterator[Observed]:
    for name in version.measures:
        words = "is" if name in known else "is not"
        yield Observed(
            f"{name} is a measure of the contract.",
            f"It {words} one of its measures.",
            where,
            verdict(name in known),
        )


def _test(evidence: Evidence) -> tuple[Observed, ...]:
    on, contract = evidence.on, evidence.contract
    assert on is not None, "the procedure is run as of a day"
    known = None if contract is None else frozenset(one.id for one in contract.measures)
    return tuple(
        one
        for version in evidence.benchmarks or ()
        for one in check(version, on, evidence.period, known)
    )


PROCEDURE = Procedure(
    id="benchmark_setting",
    title="Setting a benchmark",
    objective="Was the benchmark set so that both sides can rely on it?",
    criteria=(
        "IIA Global Internal Audit Standards 13.3, 13.4, 13.6",
        "COSO principles 6, 13",
    ),
    steps=(
        "Say whom the benchmark is about, and which records show it.",
        "Choose peers who treat patients like these, and say who chose them.",
        "Agree the groups that are judged apart, before anybody knows the results.",
        "Name the measures, and how far chance alone may move each.",
        "Let at least two clinicians of both sides check that it makes sense in care.",
        "Let the committee decide, and set the day on which it is looked at again.",
    ),
    needs=("benchmarks", "on"),
    sampling="Every part of every version is looked at.",
    expected="No part is missing, clinicians checked it, and it is still fresh.",
    test=_test,
)
