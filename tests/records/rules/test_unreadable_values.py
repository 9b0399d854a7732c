"""The acceptance rule unreadable_values."""

import pytest

from tests.records.feeds import ASSESSMENTS, GOOD, csv_of, found


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("a2,p2,PHQ-9,44261-6,2027-02-30,9", "assessed_on is no date written year-month-day"),
        ("a2,p2,PHQ-9,44261-6,27-02-03,9", "assessed_on is no date written year-month-day"),
        ("a2,p2,PHQ-9,44261-6,2027-03-01,nine", "score is no number"),
    ],
)
def test_a_cell_that_is_not_what_its_column_holds_sets_the_row_aside(row: str, reason: str) -> None:
    feed = csv_of(ASSESSMENTS, [GOOD, row])
    assert found("assessments", feed, rule="unreadable_values") == [(reason, 1, (3,))]
