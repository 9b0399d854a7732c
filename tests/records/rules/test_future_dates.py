"""The acceptance rule future_dates."""

from tests.records.feeds import ASSESSMENTS, GOOD, csv_of, found


def test_the_day_of_receipt_is_not_yet_the_future() -> None:
    feed = csv_of(
        ASSESSMENTS,
        [GOOD, "a2,p2,PHQ-9,44261-6,2027-04-01,9", "a3,p3,PHQ-9,44261-6,2027-04-02,9"],
    )
    assert found("assessments", feed, rule="future_dates") == [
        ("assessed_on lies after the day the file was received", 1, (4,))
    ]


def test_a_membership_may_begin_and_end_in_the_future() -> None:
    feed = csv_of("person_id,starts,ends", ["p1,2027-05-01,9999-12-31"])
    assert found("enrolment", feed, rule="future_dates") == []
