"""The acceptance rule whole_dollars."""

from tests.records.feeds import csv_of, found

HEADING = "claim_id,person_id,claim_start_date,paid_amount"


def claims(last: str) -> str:
    rows = [f"c{n},p{n},2027-03-01,{n + 1}00" for n in range(99)]
    return csv_of(HEADING, [*rows, f"c99,p99,2027-03-01,{last}"])


def test_a_hundred_whole_amounts_may_be_cents() -> None:
    assert found("claims", claims("12000"), rule="whole_dollars") == [
        ("no paid_cents has cents, so the unit may be another", 1, (2,))
    ]


def test_one_amount_with_cents_shows_that_they_are_dollars() -> None:
    assert found("claims", claims("120.50"), rule="whole_dollars") == []
