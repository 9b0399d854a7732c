"""What the records say of the past: rates are never certain, and people without claims count."""

from collections.abc import Iterable
from datetime import date
from types import SimpleNamespace
from typing import cast

import duckdb
import pytest
from duckdb import DuckDBPyConnection
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.group_results.assessment import MeasureAssessment
from fairterms.simulate.forecast.past import known_rates, observed_cost
from fairterms.units.period import Period, calendar_year

YEAR = calendar_year(2026)
Span = tuple[str, date, date | None]
Claim = tuple[str, date, int | None]


def assessed(reached: int, patients: int, measure: str = "response") -> MeasureAssessment:
    pooled = SimpleNamespace(n=float(patients))
    found = SimpleNamespace(
        declared=SimpleNamespace(measure=measure),
        rests_on=(reached, patients, "patients"),
        baseline=SimpleNamespace(pooled=pooled, years=("2024", "2025", "2026")),
    )
    return cast("MeasureAssessment", found)


def test_a_rate_of_all_years_rests_on_them_and_one_that_drifts_on_the_last() -> None:
    whole = assessed(300, 900)
    assert known_rates([whole])["response"].years == 3
    whole.baseline.pooled.n = 2_700.0  # type: ignore[misc]
    assert known_rates([whole])["response"].years == 1


@given(st.integers(1, 2_000), st.floats(0, 1))
def test_a_rate_has_an_error_that_is_never_nought(patients: int, share: float) -> None:
    reached = round(share * patients)
    found = known_rates([assessed(reached, patients)])["response"]
    assert found.rate == reached / patients
    assert found.error > 0
    assert found.patients == patients


@given(st.integers(1, 500), st.floats(0, 1))
def test_more_patients_make_a_rate_surer(patients: int, share: float) -> None:
    reached = round(share * patients)
    few, many = (known_rates([assessed(n * reached, n * patients)]) for n in (1, 4))
    assert many["response"].error < few["response"].error


def test_with_many_patients_the_error_is_that_of_a_proportion() -> None:
    error = known_rates([assessed(30_000, 100_000)])["response"].error
    assert error == pytest.approx((0.3 * 0.7 / 100_000) ** 0.5, rel=0.001)


def test_a_measure_without_patients_has_no_rate() -> None:
    found = known_rates([assessed(0, 0), assessed(5, 9, "access")])
    assert set(found) == {"access"}


def store(spans: Iterable[Span], claims: Iterable[Claim] = ()) -> DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("CREATE TABLE enrolment (person_id VARCHAR, starts DATE, ends DATE)")
    connection.execute("CREATE TABLE claims (person_id VARCHAR, starts DATE, paid_cents BIGINT)")
    for span in spans:
        connection.execute("INSERT INTO enrolment VALUES (?, ?, ?)", span)
    for claim in claims:
        connection.execute("INSERT INTO claims VALUES (?, ?, ?)", claim)
    return connection


def amounts(
    spans: Iterable[Span], claims: Iterable[Claim] = (), period: Period = YEAR
) -> list[int] | None:
    found = observed_cost(store(spans, claims), period)
    return None if found is None else [int(cents) for cents in found.amounts_in_cents]


ALL_YEAR = [("a", date(2026, 1, 1), date(2026, 12, 31)), ("b", date(2025, 6, 1), None)]


def test_people_without_claims_count_as_nothing() -> None:
    assert amounts(ALL_YEAR, [("a", date(2026, 3, 3), 12_000)]) == [0, 12_000]


def test_a_persons_claims_are_added_up_once_however_often_the_person_is_listed() -> None:
    twice = [*ALL_YEAR, ("a", date(2026, 5, 1), None)]
    claims = [("a", date(2026, 3, 3), 12_000), ("a", date(2026, 9, 3), 500)]
    assert amounts(twice, claims) == [0, 12_500]


def test_only_claims_of_the_period_count() -> None:
    claims = [
        ("a", date(2025, 12, 31), 1),
        ("a", date(2026, 1, 1), 20),
        ("a", date(2026, 12, 31), 300),
        ("a", date(2027, 1, 1), 4_000),
    ]
    assert amounts(ALL_YEAR, claims) == [0, 320]


def test_only_people_listed_within_the_period_count() -> None:
    spans = [
        *ALL_YEAR,
        ("before", date(2025, 1, 1), date(2025, 12, 31)),
        ("after", date(2027, 1, 1), None),
        ("first day", date(2024, 1, 1), date(2026, 1, 1)),
        ("last day", date(2026, 12, 31), date(2027, 3, 1)),
    ]
    claims = [(name, date(2026, 6, 1), 100) for name, _, _ in spans]
    assert amounts(spans, claims) == [100, 100, 100, 100]


def test_a_claim_of_somebody_who_is_not_listed_is_nobodys() -> None:
    assert amounts(ALL_YEAR, [("stranger", date(2026, 6, 1), 100)]) is None


def test_money_taken_back_never_makes_a_patient_cheaper_than_nothing() -> None:
    claims = [("a", date(2026, 6, 1), -700), ("b", date(2026, 6, 1), 900)]
    assert amounts(ALL_YEAR, claims) == [0, 900]


@pytest.mark.parametrize(
    ("spans", "claims"),
    [([], []), (ALL_YEAR, []), (ALL_YEAR, [("a", date(2026, 6, 1), None)])],
)
def test_without_people_or_payments_nothing_is_known(
    spans: list[Span], claims: list[Claim]
) -> None:
    assert amounts(spans, claims) is None
