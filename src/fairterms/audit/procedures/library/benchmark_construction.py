"""Building a benchmark again from the parts it is said to be made of."""

from collections.abc import Iterator
from decimal import Decimal

from fairterms.audit.procedures.benchmark_build import BenchmarkBuild
from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed, verdict
from fairterms.audit.procedures.procedure import Procedure
from fairterms.audit.procedures.shown import agrees
from fairterms.units.quantity import FRACTION, write

LEAST_YEARS = 3
"""Fewer base years let one odd year set the target (our choice)."""


def check(build: BenchmarkBuild) -> Iterator[Observed]:
    """Look at one benchmark: its sum, its weights, and its years."""
    yield _sum(build)
    weights = sum((one.weight for one in build.years), Decimal(0))
    words = write(weights, FRACTION)
    yield Observed(
        "The weights of the base years add up to 100 %.",
        f"They add up to {words}.",
        build.where,
        verdict(weights == 1),
        words,
    )
    yield from _years(build)


def _sum(build: BenchmarkBuild) -> Observed:
    is_same = agrees(build.stated, build.rebuilt)
    ours = write(build.rebuilt, build.unit)
    gap = write(build.stated.amount - build.rebuilt, build.unit)
    return Observed(
        f"The {build.name} is {build.stated}, as printed.",
        f"Weight times cost times every factor, added up, is {ours}.",
        build.where,
        verdict(is_same),
        ours if is_same else gap,
    )


def _years(build: BenchmarkBuild) -> Iterator[Observed]:
    years = [one.year for one in build.years]
    listed = ", ".join(map(str, years))
    follow = list(range(years[0], years[0] + len(years)))
    yield Observed(
        f"There are {LEAST_YEARS} base years or more, one after the other.",
        f"The base years are {listed}.",
        build.where,
        verdict(len(years) >= LEAST_YEARS and years == follow),
        f"{len(years)} years",
    )
    yield Observed(
        "Every base year ends before the first year that is paid by it.",
        f"The last base year is {max(years)}; {build.first_year_paid} is paid by it.",
        build.where,
        Holds.YES if max(years) < build.first_year_paid else Holds.NO,
    )


def _test(evidence: Evidence) -> tuple[Observed, ...]:
    return tuple(one for build in evidence.builds or () for one in check(build))


PROCEDURE = Procedure(
    id="benchmark_construction",
    title="Benchmark built again",
    objective="Is the benchmark the number that its own parts make?",
    criteria=(
        "The contract's rule for the benchmark",
        "IIA Global Internal Audit Standards 13.4, 14.2",
        "COSO principle 13",
    ),
    steps=(
        "List the base years with their weights, costs and factors, from the printed tables.",
        "Multiply each out and add them up.",
        "Compare the sum with the printed benchmark, to its last printed digit.",
        "See that the weights add up, and that no year is missing, counted twice or too late.",
    ),
    needs=("builds",),
    sampling="Every part is looked at.",
    expected="The parts make the printed benchmark, and all come from before the paid years.",
    test=_test,
)
