"""What the records say of past years' cost."""

from datetime import date

import duckdb

from fairterms.simulate.forecast.past import whole_years, yearly_cost
from fairterms.simulate.forecast.past_years import YearlyCost

Claim = tuple[str, date, int | None]


def records(claims: list[Claim]) -> duckdb.DuckDBPyConnection:
    """Return three people listed: one from the start, one twice in 2024, one from 2025."""
    found = duckdb.connect()
    found.execute("CREATE TABLE enrolment (person_id VARCHAR, starts DATE, ends DATE)")
    found.execute("CREATE TABLE claims (person_id VARCHAR, starts DATE, paid_cents BIGINT)")
    spans = [
        ("p1", date(2023, 1, 1), None),
        ("p2", date(2024, 1, 1), date(2024, 3, 31)),
        ("p2", date(2024, 6, 1), date(2024, 12, 31)),
        ("p3", date(2025, 1, 1), None),
    ]
    found.executemany("INSERT INTO enrolment VALUES (?, ?, ?)", spans)
    if claims:
        found.executemany("INSERT INTO claims VALUES (?, ?, ?)", claims)
    return found


CLAIMS: list[Claim] = [
    ("p1", date(2024, 1, 20), 300),
    ("p1", date(2024, 12, 31), 100),
    ("p2", date(2024, 7, 1), 200),
    ("p2", date(2025, 1, 1), 999),
    ("p3", date(2025, 5, 5), 500),
    ("p3", date(2025, 6, 6), None),
    ("p1", date(2025, 2, 2), -70),
    ("nobody", date(2025, 2, 2), 7_000),
]


def test_a_year_counts_who_was_listed_and_what_they_cost_in_it() -> None:
    # In 2025 p2 is not listed, and a refund leaves nobody below nothing.
    assert yearly_cost(records(CLAIMS), (2024, 2025)) == (
        YearlyCost(2024, 2, 600, 400**2 + 200**2),
        YearlyCost(2025, 2, 500, 500**2),
    )


def test_a_year_without_bills_or_people_is_left_out() -> None:
    assert [one.year for one in yearly_cost(records(CLAIMS), (2022, 2023, 2024, 2026))] == [2024]


def test_whole_years_begin_with_a_year_billed_from_january() -> None:
    assert whole_years(records(CLAIMS), 2026) == (2024, 2025, 2026)
    late: list[Claim] = [("p1", date(2023, 2, 1), 5), ("p1", date(2022, 1, 1), 0), *CLAIMS]
    assert whole_years(records(late), 2025) == (2024, 2025)
    assert whole_years(records([]), 2025) == ()
