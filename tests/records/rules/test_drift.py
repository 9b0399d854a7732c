"""The acceptance rule drift."""

from tests.records.feeds import csv_of, found

HEADING = "claim_id,person_id,claim_start_date,paid_amount"


def claims(first: int, count: int, paid: str) -> str:
    rows = [f"c{n},p{n % 10},2027-03-01,{paid}" for n in range(first, first + count)]
    return csv_of(HEADING, rows)


def test_an_average_that_moves_by_more_than_a_fifth_is_shown_without_a_row() -> None:
    assert found("claims", claims(0, 20, "10.50"), claims(20, 20, "13.65"), rule="drift") == [
        ("the average paid_cents changed by +30 % since the file before", 1, ())
    ]


def test_half_as_many_rows_are_shown() -> None:
    first, second = claims(0, 20, "10.50"), claims(20, 10, "10.50")
    seen = found("claims", first, second, rule="drift", replaces=True)
    assert [reason for reason, _, _ in seen] == [
        "the number of rows changed by -50 % since the file before"
    ]


def test_a_fifth_exactly_is_within_the_limit() -> None:
    assert found("claims", claims(0, 20, "10.00"), claims(20, 20, "12.00"), rule="drift") == []


def test_the_rows_of_files_that_add_to_each_other_are_not_compared() -> None:
    assert found("claims", claims(0, 20, "10.50"), claims(20, 9, "10.50"), rule="drift") == []
