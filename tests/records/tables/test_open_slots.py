"""The table open_slots."""

from datetime import date

from fairterms.records.tables.open_slots import TABLE
from tests.records.feeds import csv_of, room

HEADING = "seen_on,clinician_id,slot_id,starts,visit_type,note"
ROW = "2027-03-01,c1,s1,2027-04-12,new patient,made up"
COLUMNS = "seen_on, clinician_id, slot_id, starts, visit_type"
EXPECTED = (date(2027, 3, 1), "c1", "s1", date(2027, 4, 12), "new patient")


def test_a_calendar_is_loaded_and_a_slot_may_lie_in_the_future() -> None:
    with room() as here:
        load = here.put("open_slots", csv_of(HEADING, [ROW]))
        assert here.aside() == []
        assert load.rows_loaded == 1
        assert here.rows(COLUMNS, "open_slots") == [EXPECTED]


def test_a_full_calendar_has_a_row_without_a_day() -> None:
    with room() as here:
        here.put("open_slots", csv_of(HEADING, ["2027-03-01,c1,none,,,"]))
        assert here.aside() == []
        assert here.rows(COLUMNS, "open_slots") == [(date(2027, 3, 1), "c1", "none", None, None)]


def test_a_slot_before_the_day_it_was_seen_is_set_aside() -> None:
    with room() as here:
        here.put("open_slots", csv_of(HEADING, [ROW, "2027-03-02,c1,s2,2027-03-01,,"]))
        assert [row[0] for row in here.aside()] == [3], "the heading is row 1"


def test_no_patient_stands_in_it() -> None:
    assert not TABLE.has("person_id")
