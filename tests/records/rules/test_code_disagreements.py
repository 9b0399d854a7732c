"""The acceptance rule code_disagreements."""

from tests.records.feeds import ASSESSMENTS, GOOD, csv_of, found


def test_a_gad7_with_the_code_of_the_phq9_panel_is_set_aside() -> None:
    feed = csv_of(ASSESSMENTS, [GOOD, "a2,p2,GAD-7,44249-1,2027-03-01,9"])
    assert found("assessments", feed, rule="code_disagreements") == [
        ("the code is that of another instrument", 1, (3,))
    ]


def test_a_code_nobody_knows_disagrees_with_nothing() -> None:
    feed = csv_of(ASSESSMENTS, [GOOD, "a2,p2,GAD-7,1-1,2027-03-01,9"])
    assert found("assessments", feed, rule="code_disagreements") == []
