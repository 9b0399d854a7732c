"""Counting visits in the database, on tables small enough to count by hand."""

from datetime import date, timedelta

from fairterms.reference.measure_logic.working_days import DayCount
from fairterms.simulate.capacity import observed_rows
from tests.simulate.capacity.made_up_visits import Visit, store

MONDAY = date(2026, 3, 2)


def day(number: int) -> date:
    """Return a day, counted from a Monday."""
    return MONDAY + timedelta(days=number)


def test_no_visits_have_no_span() -> None:
    assert observed_rows.span(store()) is None
    assert observed_rows.span(store([("a", day(3), None, None)])) == (day(3), day(3))


def test_a_request_counts_once_with_the_first_kept_visit() -> None:
    connection = store(
        [
            ("a", day(4), "missed", day(0)),
            ("a", day(11), "finished", day(0)),
            ("b", day(2), "missed", day(0)),
            ("c", day(7), None, day(1)),
            ("d", day(7), "finished", day(9)),
        ]
    )
    found = observed_rows.requests(connection, day(0), day(30))
    assert found == [(day(0), day(11), 1), (day(0), None, 1), (day(1), day(7), 1)]


def test_a_wait_counts_business_days_and_not_the_day_of_asking() -> None:
    friday, monday = day(4), day(7)
    asked = [(day(0), day(0), 2), (friday, monday, 3), (day(0), day(11), 5), (day(0), None, 1)]
    found = observed_rows.waits(asked)
    assert (found[0], found[1], found[9], found[65]) == (2, 3, 5, 1)
    assert found.sum() == 11


def test_a_wait_is_what_the_contracts_measures_count() -> None:
    count = DayCount(True, frozenset())
    for asked in range(7):
        for came in range(asked, 16):
            found = observed_rows.waits([(day(asked), day(came), 1)])
            assert found[count.between(day(asked), day(came))] == 1, (asked, came)


def test_kept_and_missed_appointments_are_told_apart_and_others_left_out() -> None:
    rows = [
        ("a", day(n), status, None)
        for n, status in enumerate(["finished", None, " Finished ", "missed", "No-Show", "planned"])
    ]
    assert observed_rows.appointments(store(rows)) == (3, 2)


def test_recent_weeks_are_the_last_eight() -> None:
    last = day(100)
    connection = store([("a", last, None, None), ("b", last - timedelta(56), None, None)])
    assert observed_rows.recent_appointments(connection, last) == 1
    assert observed_rows.clinicians(connection, last) == 1


def test_time_between_appointments_leaves_long_gaps_out() -> None:
    rows = [("a", day(n), "missed" if n == 7 else None, None) for n in (0, 7, 21, 200, 214)]
    rows += [("b", day(5), None, None)]
    assert observed_rows.gaps(store(rows)) == (3, 35)


def test_visits_of_a_course_end_where_a_long_gap_or_the_records_show_it() -> None:
    first, last = day(-200), day(400)
    rows = [("a", day(n), None, None) for n in (0, 7, 14, 200, 207)]
    rows += [("b", day(n), None, None) for n in (0, 14)]
    # Too late to know whether another visit followed.
    rows += [("c", day(290), None, None)]
    found = observed_rows.visits_and_ends(store(rows), first, last)
    # Three courses begin; one ends with its third visit, two with their second.
    assert found == [(1, 3, 0), (2, 3, 2), (3, 1, 1)]


def test_a_course_on_its_way_when_records_begin_is_left_out_unless_it_was_asked_for() -> None:
    rows: list[Visit] = [("a", day(n), None, None) for n in (0, 7)]
    rows += [("b", day(0), None, day(-3)), ("b", day(7), None, None)]
    found = observed_rows.visits_and_ends(store(rows), day(0), day(400))
    assert found == [(1, 1, 0), (2, 1, 1)]


def test_the_third_open_place_is_counted_for_each_clinician_and_day() -> None:
    connection = store()
    assert observed_rows.third_next(connection) is None
    slots = [(MONDAY, "c1", f"s{n}", day(after)) for n, after in enumerate((1, 2, 8))] + [
        (MONDAY, "c2", "t1", day(1))
    ]
    connection.executemany(
        "INSERT INTO open_slots (seen_on, clinician_id, slot_id, starts) VALUES (?, ?, ?, ?)", slots
    )
    assert observed_rows.third_next(connection) == 6
