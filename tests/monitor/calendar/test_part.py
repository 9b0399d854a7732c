"""Months, quarters, half years and years of a term."""

from datetime import date

from fairterms.monitor.calendar.part import Part, spans
from fairterms.units.period import Period

TERM = Period(date(2027, 1, 1), date(2028, 6, 30))


def test_every_part_of_a_term_has_a_key_that_sorts_and_words_that_read() -> None:
    assert [one.key for one in spans(Part.HALF_YEAR, TERM)] == ["2027-h1", "2027-h2", "2028-h1"]
    quarters = list(spans(Part.QUARTER, TERM))
    assert quarters[1].words == "second quarter of 2027"
    assert quarters[1].period == Period(date(2027, 4, 1), date(2027, 6, 30))
    assert [one.words for one in spans(Part.MONTH, TERM)][3] == "April 2027"
    assert [one.key for one in spans(Part.YEAR, TERM)] == ["2027", "2028"]


def test_a_part_that_has_begun_before_the_term_is_given_whole() -> None:
    term = Period(date(2027, 2, 10), date(2027, 3, 5))
    assert [one.period.first for one in spans(Part.MONTH, term)] == [
        date(2027, 2, 1),
        date(2027, 3, 1),
    ]


def test_a_part_that_begins_on_the_last_day_is_given_too() -> None:
    term = Period(date(2027, 1, 1), date(2027, 2, 1))
    assert [one.key for one in spans(Part.MONTH, term)] == ["2027-01", "2027-02"]
