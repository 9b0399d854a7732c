"""The acceptance rule totals_unlike_items."""

from tests.records.feeds import csv_of, found

HEADING = "assessment_id,person_id,instrument,assessed_on,score," + ",".join(
    f"phq9_{n}" for n in range(1, 10)
)


def test_a_total_that_is_not_the_sum_of_its_answers_is_shown_and_kept() -> None:
    feed = csv_of(
        HEADING,
        [
            "a1,p1,phq9,2027-03-01,9,1,1,1,1,1,1,1,1,1",
            "a2,p2,phq9,2027-03-01,8,1,1,1,1,1,1,1,1,1",
            "a3,p3,phq9,2027-03-01,8,1,1,1,1,1,1,1,1,",
        ],
    )
    assert found("assessments", feed, rule="totals_unlike_items") == [
        ("the total is not the sum of the answers", 1, (3,))
    ]
