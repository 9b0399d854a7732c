"""The acceptance rule unreadable_lines."""

from tests.records.feeds import ASSESSMENTS, GOOD, csv_of, found


def test_a_row_with_too_few_or_too_many_cells_is_set_aside_under_its_own_number() -> None:
    rows = [GOOD, "a2,p2,PHQ-9", "a3,p3,PHQ-9,44261-6,2027-03-01,9", "a4,p4,PHQ-9,,2027-03-01,9,9"]
    assert found("assessments", csv_of(ASSESSMENTS, rows), rule="unreadable_lines") == [
        ("the row has fewer cells than the heading", 1, (3,)),
        ("the row has more cells than the heading", 1, (5,)),
    ]
