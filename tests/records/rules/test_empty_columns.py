"""The acceptance rule empty_columns."""

from tests.records.feeds import ASSESSMENTS, csv_of, found


def feed(empty: int) -> str:
    rows = [f"a{n},p{n},PHQ-9,,2027-03-01,{'' if n < empty else 9}" for n in range(20)]
    return csv_of(ASSESSMENTS.replace("loinc_code", "nothing"), rows)


def test_a_column_empty_in_more_than_a_twentieth_of_rows_is_shown_with_ten_row_numbers() -> None:
    assert found("assessments", feed(12), rule="empty_columns") == [
        ("score is filled in fewer than 95% of rows", 12, tuple(range(2, 12)))
    ]


def test_exactly_the_agreed_share_is_enough() -> None:
    assert found("assessments", feed(1), rule="empty_columns") == []
