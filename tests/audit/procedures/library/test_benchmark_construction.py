"""A benchmark is the number its parts make, from whole years before those it pays."""

from dataclasses import replace
from decimal import Decimal

from fairterms.audit.procedures.benchmark_build import BaseYear, BenchmarkBuild
from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds
from fairterms.units.quantity import parse
from tests.audit.procedures.made_up import held, of, ran

YEARS = tuple(
    BaseYear(year, Decimal(weight), Decimal(40), (("trend", Decimal("1.05")),))
    for year, weight in ((2023, "0.2"), (2024, "0.3"), (2025, "0.5"))
)
BUILD = BenchmarkBuild("benchmark", parse("$42.00 PMPM"), 2027, "B-2", YEARS)


def test_a_sound_one_holds() -> None:
    assert held(ran("benchmark_construction", Evidence(builds=(BUILD,)))) == [Holds.YES] * 4


def test_a_printed_digit_that_is_off_is_found() -> None:
    off = replace(BUILD, stated=parse("$42.01 PMPM"))
    found = of(ran("benchmark_construction", Evidence(builds=(off,))), "as printed")
    assert (found.holds, found.figure) == (Holds.NO, "$0.01 PMPM")


def test_weights_that_do_not_add_up_are_found() -> None:
    heavy = replace(YEARS[0], weight=Decimal("0.25"))
    off = replace(BUILD, years=(heavy, *YEARS[1:]), stated=parse("$44.10 PMPM"))
    found = ran("benchmark_construction", Evidence(builds=(off,)))
    assert of(found, "as printed").holds is Holds.YES
    assert (of(found, "weights").holds, of(found, "weights").figure) == (Holds.NO, "105 %")


def test_a_year_missing_twice_or_too_late_is_found() -> None:
    for years in ((2022, 2024, 2025), (2024, 2024, 2025), (2025, 2024, 2023)):
        changed = tuple(replace(one, year=y) for one, y in zip(YEARS, years, strict=True))
        build = replace(BUILD, years=changed)
        found = ran("benchmark_construction", Evidence(builds=(build,)))
        assert of(found, "one after the other").holds is Holds.NO
    late = replace(BUILD, first_year_paid=2025)
    found = ran("benchmark_construction", Evidence(builds=(late,)))
    assert of(found, "ends before").holds is Holds.NO
    two = replace(BUILD, years=YEARS[1:])
    found = ran("benchmark_construction", Evidence(builds=(two,)))
    assert of(found, "base years or more").holds is Holds.NO
