"""The acceptance rule missing_required."""

from tests.records.feeds import ASSESSMENTS, GOOD, csv_of, found


def test_a_row_without_a_person_or_a_date_is_set_aside() -> None:
    feed = csv_of(
        ASSESSMENTS, [GOOD, "a2, ,PHQ-9,44261-6,2027-03-01,9", "a3,p3,PHQ-9,44261-6,NULL,9"]
    )
    assert found("assessments", feed, rule="missing_required") == [
        ("assessed_on is empty", 1, (4,)),
        ("person_id is empty", 1, (3,)),
    ]
