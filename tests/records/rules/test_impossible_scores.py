"""The acceptance rule impossible_scores."""

import pytest

from tests.records.feeds import ASSESSMENTS, GOOD, csv_of, found


@pytest.mark.parametrize("score", ["300", "-1", "27.5"])
def test_a_total_the_instrument_cannot_give_is_set_aside(score: str) -> None:
    feed = csv_of(ASSESSMENTS, [GOOD, f"a2,p2,PHQ-9,44261-6,2027-03-01,{score}"])
    assert found("assessments", feed, rule="impossible_scores") == [
        ("the score lies outside the range of phq9", 1, (3,))
    ]


@pytest.mark.parametrize("score", ["0", "27"])
def test_both_ends_of_the_range_are_possible(score: str) -> None:
    feed = csv_of(ASSESSMENTS, [GOOD, f"a2,p2,PHQ-9,44261-6,2027-03-01,{score}"])
    assert found("assessments", feed, rule="impossible_scores") == []
