"""Total cost, one member at a time."""

import pytest

from fairterms.reference.measure import Options
from fairterms.reference.measures.total_cost_of_care import MEASURE
from tests.reference.made_patients import COST, MONTHS, bill, judged, member, patient

OPTIONS: Options = {
    **COST,
    **MONTHS,
    "ceiling_cents": 1000,
    "part_year": "whole",
    "outside_membership": "counted",
}


def numbers(*facts: object, **changes: str | float) -> tuple[float | None, float | None]:
    found = judged(MEASURE, patient(*facts), {**OPTIONS, **changes})[0]
    return found.amount, found.base


@pytest.mark.parametrize(("cents", "kept"), [(999, 999), (1000, 1000), (1001, 1000)])
def test_cost_counts_up_to_the_ceiling(cents: int, kept: int) -> None:
    assert numbers(member("01-01"), bill("03-01", cents)) == (kept, 12)


def test_lines_are_added_before_they_are_cut() -> None:
    assert numbers(member("01-01"), bill("03-01", 600), bill("04-01", 600)) == (1000, 12)


def test_without_a_ceiling_all_counts() -> None:
    assert numbers(member("01-01"), bill("03-01", 10**9), ceiling_cents="none") == (10**9, 12)


def test_a_part_of_the_year_has_its_part_of_the_ceiling_rounded_down() -> None:
    facts = (member("01-01", "04-30"), bill("03-01", 900))
    assert numbers(*facts, part_year="by member months") == (333, 4)


def test_a_member_without_a_bill_is_in_the_base() -> None:
    assert numbers(member("01-01")) == (0, 12)


def test_cost_outside_membership_follows_the_contract() -> None:
    facts = (member("01-01", "02-28"), bill("03-01", 500))
    assert numbers(*facts) == (500, 2)
    assert numbers(*facts, outside_membership="left out") == (0, 2)


def test_somebody_without_month_and_bill_is_no_case() -> None:
    assert numbers(member("2025-01-01", "2025-12-31")) == (None, None)


def test_the_trace_says_why_in_plain_words() -> None:
    found = judged(MEASURE, patient(member("01-01"), bill("03-01", 1500)), OPTIONS)[0]
    assert [str(step) for step in found.trace] == [
        "yes: A member in the period (member months: 12)",
        "yes: Cost above the ceiling of one person ($15.00, ceiling $10.00)",
    ]
