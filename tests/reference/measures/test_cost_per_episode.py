"""Cost of an episode."""

import pytest

from fairterms.reference.measure import Options
from fairterms.reference.measures.cost_per_episode import MEASURE
from fairterms.units.refusal import Refusal
from tests.reference.made_patients import COST, bill, judged, patient, visits

OPTIONS: Options = {
    **COST,
    "gap_days": 60,
    "days_after": 7,
    "observed_until": "2028-12-31",
}


def numbers(*facts: object, **changes: str | float) -> list[tuple[float | None, float | None]]:
    found = judged(MEASURE, patient(*facts), {**OPTIONS, **changes})
    return [(one.amount, one.base) for one in found]


def test_lines_count_from_the_first_visit_to_days_after_the_last() -> None:
    care = visits("03-01", "03-10")
    lines = [bill(at, 10**n) for n, at in enumerate(["02-28", "03-01", "03-17", "03-18"])]
    assert numbers(care, *lines) == [(110, 1)]


@pytest.mark.parametrize(("last", "episodes"), [("04-30", 1), ("05-01", 2)])
def test_a_gap_longer_than_declared_begins_another_episode(last: str, episodes: int) -> None:
    assert len(numbers(visits("03-01", last))) == episodes


@pytest.mark.parametrize(("until", "base"), [("2027-04-30", 1), ("2027-04-29", None)])
def test_an_episode_that_may_go_on_is_not_counted_yet(until: str, base: int | None) -> None:
    assert numbers(visits("03-01"), bill("03-01", 5), observed_until=until) == [
        (5 if base else None, base)
    ]


def test_an_episode_begun_last_year_is_not_this_years() -> None:
    assert numbers(visits("2026-12-30", "01-10"), bill("01-10", 5)) == [(None, None)]


def test_an_episode_without_a_bill_counts_and_is_reported() -> None:
    found = judged(MEASURE, patient(visits("03-01")), OPTIONS)[0]
    assert (found.amount, found.base) == (0, 1)
    assert found.findings == ("an episode of care has no bill: its cost counts as $0",)


def test_a_line_without_an_amount_is_refused_and_never_0() -> None:
    with pytest.raises(Refusal, match="has no allowed amount"):
        numbers(visits("03-01"), bill("03-01", None))


def test_a_line_outside_the_episode_may_lack_its_amount() -> None:
    assert numbers(visits("03-01"), bill("03-01", 5), bill("06-01", None)) == [(5, 1)]


def test_days_after_may_be_as_long_as_the_gap() -> None:
    assert numbers(visits("03-01"), bill("04-30", 5), days_after=60) == [(5, 1)]
    assert numbers(visits("03-01"), bill("03-02", 5), days_after=1, gap_days=1) == [(5, 1)]


def test_days_after_beyond_the_gap_are_refused() -> None:
    with pytest.raises(Refusal, match="61 days reach beyond the gap of 60 days"):
        numbers(visits("03-01"), days_after=61)


def test_paid_amounts_and_late_payments_follow_the_contract() -> None:
    line = bill("03-01", 10, paid_cents=8)
    assert numbers(visits("03-01"), line, amount="paid") == [(8, 1)]
    assert numbers(visits("03-01"), line, paid_through="2027-03-01") == [(10, 1)]
    assert numbers(visits("03-01"), line, paid_through="2027-02-28") == [(0, 1)]


def test_the_trace_says_why_in_plain_words() -> None:
    found = judged(MEASURE, patient(visits("03-01"), bill("03-01", 500)), OPTIONS)[0]
    assert [str(step) for step in found.trace] == [
        (
            "yes: No visit for 60 days after the last one on 2027-03-01 "
            "(over on 2027-04-30, records until 2028-12-31)"
        ),
        "yes: Bills for service from 2027-03-01 to 2027-03-08 (1 line, $5.00)",
    ]
