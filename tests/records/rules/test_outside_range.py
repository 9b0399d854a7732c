"""The acceptance rule outside_range."""

from tests.records.feeds import csv_of, found


def test_a_number_outside_its_column_is_set_aside() -> None:
    feed = csv_of("person_id,starts,risk_score", ["p1,2027-01-01,1.02", "p2,2027-01-01,-0.40"])
    assert found("enrolment", feed, rule="outside_range") == [
        ("risk_score is below 0 times the average", 1, (3,))
    ]
