from decimal import Decimal

import pytest

from fairterms.prepare.cost_to_comply.frequency import read


@pytest.mark.parametrize(
    ("clause", "times"),
    [
        ("shall submit a file every month", 12),
        ("within five days after the end of the month", 12),
        ("by the fifth day of each month", 12),
        ("shall attend the quarterly meeting", 4),
        ("within thirty (30) days after the end of the calendar quarter", 4),
        ("shall report its use each half year", 2),
        ("shall study the list twice a year", 2),
        ("shall meet four (4) times a year", 4),
        ("sends its results by March 31 after the Program Year", 1),
        ("shall show it by March 1 of each Performance Year", 1),
        ("shall report every week", 52),
    ],
)
def test_how_often_a_year_is_read_from_the_words(clause: str, times: int) -> None:
    assert read(clause).times == Decimal(times)


@pytest.mark.parametrize(
    "clause",
    [
        "three million dollars ($3,000,000) in the annual aggregate",
        "may examine them not more than once a year",
        "at least once in every six (6) weeks of treatment",
        "shall employ an analyst during each Performance Year",
    ],
)
def test_a_limit_or_an_amount_of_a_year_is_no_rhythm(clause: str) -> None:
    assert read(clause).times is None


def test_business_days_are_told_from_days() -> None:
    assert read("within ten (10) business days after a request").due == "within 10 business days"
    assert read("no later than 30 days after notice").due == "within 30 days"


def test_an_event_has_no_number_of_times() -> None:
    found = read("on request, shall furnish copies")
    assert (found.words, found.times) == ("on an event", None)
