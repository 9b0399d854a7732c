"""A benchmark is whole, approved, fresh, and older than what it judges."""

from dataclasses import replace
from datetime import date

from fairterms.audit.procedures.benchmark_version import BenchmarkVersion, approve
from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed
from fairterms.contract.reader import read
from fairterms.units.period import Period
from tests.audit.procedures.made_up import JUNIPER, ON, YEAR, held, of, ran

WHOLE = BenchmarkVersion(
    id="b",
    population="adults",
    records="scores",
    peers=("practices",),
    strata=("10 to 19",),
    measures=("depression_response",),
    source="entered",
    baseline=Period(date(2024, 1, 1), date(2026, 12, 31)),
    interval="95 %",
    adjustment="by first score",
    validated_by=("director of the plan", "director of the group"),
    review_on=ON,
)
GOOD = approve(WHOLE, "chair", date(2026, 12, 1), "d_1")


def found(version: BenchmarkVersion, on: date = ON) -> tuple[Observed, ...]:
    return ran("benchmark_setting", Evidence(on=on, period=YEAR, benchmarks=(version,)))


def test_a_whole_approved_and_fresh_one_holds() -> None:
    assert held(found(GOOD)) == [Holds.YES] * 4


def test_a_missing_part_is_named() -> None:
    one = of(found(replace(WHOLE, strata=(), review_on=None)), "must say")
    assert one.holds is Holds.NO
    assert one.seen == (
        "Missing: the groups that are judged apart; the day on which it is looked at again."
    )


def test_without_approval_or_before_it_it_is_not_tested() -> None:
    assert of(found(WHOLE), "approved").holds is Holds.NOT_TESTED
    assert of(found(GOOD, date(2026, 11, 30)), "approved").holds is Holds.NOT_TESTED


def test_a_review_day_that_has_passed_is_found() -> None:
    assert of(found(GOOD, date(2028, 10, 21)), "looked at again").holds is Holds.NO


def test_numbers_from_the_year_that_is_judged_are_found() -> None:
    late = replace(GOOD, baseline=Period(date(2024, 1, 1), date(2027, 1, 1)))
    assert of(found(late), "ends before").holds is Holds.NO


def test_its_measures_are_those_of_the_contract() -> None:
    contract = read(JUNIPER / "terms.toml").contract
    assert contract is not None
    for measure, holds in (("depression_response", Holds.YES), ("other", Holds.NO)):
        version = replace(GOOD, measures=(measure,))
        evidence = Evidence(on=ON, benchmarks=(version,), contract=contract)
        assert of(ran("benchmark_setting", evidence), "measure of the contract").holds is holds
