"""Rows on their way into the store are counted, judged and written once."""

import pytest

from fairterms.records import loading
from fairterms.records.column_map import ColumnMap, Mapped
from fairterms.records.writing import DateOrder
from tests.records.feeds import ASSESSMENTS, GOOD, Room, csv_of, room

SECOND = "a2,p2,PHQ-9,44261-6,2027-03-02,300"


def on_the_way(here: Room) -> set[str]:
    found = here.store.connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE temporary "
        "UNION SELECT view_name FROM duckdb_views() WHERE temporary"
    ).fetchall()
    return {name for (name,) in found if name in {loading.ARRIVED, "read_rows"}}


def test_nothing_of_a_file_is_left_on_the_way() -> None:
    with room() as here:
        here.put("assessments", csv_of(ASSESSMENTS, [GOOD, SECOND]))
        assert on_the_way(here) == set()


def test_nothing_is_left_when_loading_breaks_off(monkeypatch: pytest.MonkeyPatch) -> None:
    def lose_a_row(*_: object) -> tuple[int, int]:
        return 0, 0

    with room() as here:
        with monkeypatch.context() as broken:
            broken.setattr(loading, "keep", lose_a_row)
            with pytest.raises(AssertionError, match="a row was lost"):
                here.put("assessments", csv_of(ASSESSMENTS, [GOOD, SECOND]))
        assert on_the_way(here) == set()
        assert here.put("assessments", csv_of(ASSESSMENTS, [GOOD, SECOND])).rows_read == 2


def test_rows_set_aside_are_never_written_into_the_table() -> None:
    with room() as here:
        here.put("assessments", csv_of(ASSESSMENTS, [GOOD, SECOND]))
        assert here.rows("row, set_aside_because", "assessments_rows") == [(2, None)]
        assert [row for row, _, _ in here.aside()] == [3]


def test_a_rule_may_look_at_a_column_that_the_file_does_not_have() -> None:
    named = ("assessment_id", "person_id", "assessed_on")
    columns = {name: Mapped((name,), dates=DateOrder.YEAR_FIRST) for name in named}
    with room() as here:
        here.put(
            "assessments", csv_of(ASSESSMENTS, [GOOD]), column_map=ColumnMap("assessments", columns)
        )
        assert here.aside() == [
            (2, "unknown_instruments", "no instrument is named, and no known code")
        ]


def test_a_file_of_nothing_but_unreadable_rows_is_listed_whole() -> None:
    with room() as here:
        load = here.put("assessments", csv_of(ASSESSMENTS, ["a1,p1", "a2,p2"]))
        assert (load.rows_loaded, load.rows_set_aside) == (0, 2)
        assert [row for row, _, _ in here.aside()] == [2, 3]
