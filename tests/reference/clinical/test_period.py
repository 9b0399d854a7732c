"""Moments as written, and spans with open and unknown ends."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.reference.clinical.period import Moment, Period


def read(text: str) -> Moment:
    moment = Moment.read(text)
    assert moment is not None
    return moment


@pytest.mark.parametrize(
    "text",
    ["", "2025", "2025-03", "2025-13-01", "2025-02-30", "2025-03-01T25:00", "tomorrow", None],
)
def test_what_is_no_day_is_no_moment(text: str | None) -> None:
    assert Moment.read(text) is None


@pytest.mark.parametrize(
    ("text", "day", "instant"),
    [
        ("2025-03-01T23:30:00-04:00", date(2025, 3, 1), "2025-03-02T03:30:00+00:00"),
        ("2025-03-01T00:30:00+05:30", date(2025, 3, 1), "2025-02-28T19:00:00+00:00"),
        ("2025-03-01T12:00Z", date(2025, 3, 1), "2025-03-01T12:00:00+00:00"),
        ("2025-03-01T12:00:00.5Z", date(2025, 3, 1), "2025-03-01T12:00:00.500000+00:00"),
        ("2025-03-01T12:00:00.1234567Z", date(2025, 3, 1), "2025-03-01T12:00:00.123456+00:00"),
        ("2025-03-01T12:00:00", date(2025, 3, 1), "2025-03-01T12:00:00+00:00"),
    ],
)
def test_the_day_stays_as_written_and_the_offset_orders_instants(
    text: str, day: date, instant: str
) -> None:
    moment = read(text)
    assert moment.day == day
    assert moment.earliest == moment.latest == datetime.fromisoformat(instant)


def test_a_day_without_a_time_is_all_of_the_day() -> None:
    moment = read("2025-03-01")
    assert (moment.earliest.time(), moment.latest.time()) == (time.min, time.max)
    day = Period.at(moment)
    assert day.holds(read("2025-03-01T00:00:00Z"))
    assert day.holds(read("2025-03-01T23:59:59Z"))
    assert not day.holds(read("2025-03-02T00:00:00Z"))
    assert not Period.at(read("2025-03-01T12:00:00Z")).holds(moment)


def test_spans_that_touch_in_an_instant_overlap() -> None:
    first = Period(read("2025-03-01T09:00:00Z"), read("2025-03-01T10:00:00Z"))
    for start, answer in [("2025-03-01T10:00:00Z", True), ("2025-03-01T10:00:01Z", False)]:
        other = Period(read(start), None)
        assert first.overlaps(other) is answer
        assert other.overlaps(first) is answer


def test_a_span_without_a_start_began_before_everything() -> None:
    until = Period(None, read("2025-01-01"))
    assert until.overlaps_days(date(1900, 1, 1), date(1900, 1, 1))
    assert not until.overlaps_days(date(2025, 1, 2), date(2025, 1, 2))
    assert not until.lies_within_days(date(1900, 1, 1), date(2025, 1, 1))


def test_a_span_over_at_an_unknown_time_is_certain_of_its_start_alone() -> None:
    over = Period(read("2025-03-01"), None, is_end_unknown=True)
    assert over.overlaps_days(date(2025, 3, 1), date(2025, 3, 1))
    assert not over.overlaps_days(date(2025, 3, 2), date(2025, 12, 31))
    assert not over.overlaps(Period.on(date(2025, 3, 2)))
    assert over.overlaps(Period.on(date(2025, 2, 1), date(2025, 3, 1)))


def test_a_span_that_still_lasts_lies_within_no_days() -> None:
    lasting = Period(read("2025-03-01"), None)
    assert lasting.overlaps_days(date(2999, 1, 1), date(2999, 1, 1))
    assert not lasting.lies_within_days(date(2025, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period.on(date(2025, 3, 1)), "2025-03-01"),
        (Period.on(date(2025, 3, 1), date(2025, 3, 4)), "2025-03-01 to 2025-03-04"),
        (Period(read("2025-03-01"), None), "2025-03-01 to now"),
        (Period(read("2025-03-01"), None, is_end_unknown=True), "2025-03-01 to an unknown end"),
        (Period(None, read("2025-03-01")), "no known start to 2025-03-01"),
    ],
)
def test_a_span_in_words(period: Period, words: str) -> None:
    assert str(period) == words


DAYS = st.dates(date(2024, 1, 1), date(2024, 3, 1))


@given(DAYS, DAYS, DAYS, DAYS)
def test_overlap_by_instant_and_by_day_agree_on_whole_days(
    a: date, b: date, c: date, d: date
) -> None:
    one, other = Period.on(min(a, b), max(a, b)), Period.on(min(c, d), max(c, d))
    shared = set(range(one.first_day.toordinal(), one.last_day.toordinal() + 1)) & set(
        range(other.first_day.toordinal(), other.last_day.toordinal() + 1)
    )
    assert one.overlaps(other) is bool(shared)
    assert one.overlaps_days(other.first_day, other.last_day) is bool(shared)
