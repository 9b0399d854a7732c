"""The acceptance rule ends_before_starts."""

from tests.records.feeds import csv_of, found


def test_two_dates_in_the_wrong_order_set_the_row_aside_and_one_day_is_allowed() -> None:
    heading = "person_id,enrollment_start_date,enrollment_end_date"
    feed = csv_of(heading, ["p1,2027-02-01,2027-01-01", "p2,2027-01-01,2027-01-01"])
    assert found("enrolment", feed, rule="ends_before_starts") == [
        ("ends lies before starts", 1, (2,))
    ]
