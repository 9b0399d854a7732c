"""The acceptance rule stale_feed."""

from tests.records.feeds import ASSESSMENTS, GOOD, csv_of, found


def feed(day: str) -> str:
    return csv_of(ASSESSMENTS, [GOOD.replace("2027-03-01", day)])


def test_a_latest_event_longer_ago_than_agreed_is_shown() -> None:
    assert found("assessments", feed("2027-01-28"), rule="stale_feed") == [
        ("the latest assessed_on lies 63 days before the file was received", 1, (2,))
    ]


def test_exactly_the_agreed_number_of_days_is_fresh() -> None:
    assert found("assessments", feed("2027-01-29"), rule="stale_feed") == []
