"""Delimited text is read by its own delimiter, and no row is lost."""

from pathlib import Path

import pytest

from fairterms.records import delimited
from fairterms.records.column_map import ColumnMap, Mapped
from fairterms.records.delivery import Delivery
from fairterms.records.refusals import FeedRefusal
from fairterms.records.store import Store
from fairterms.records.survey import survey
from tests.records.feeds import ASSESSMENTS, GOOD, RECEIVED, csv_of, room

PEOPLE = "person_id,sex"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_the_heading_uses(delimiter: str) -> None:
    with room() as here:
        here.put("patients", csv_of(PEOPLE, ["p1,female"]).replace(",", delimiter))
        assert here.rows("row, person_id, sex", "patients") == [(2, "p1", "female")]


def test_a_byte_order_mark_is_no_part_of_a_name() -> None:
    with room() as here:
        here.put("patients", "\ufeffperson_id,sex\np1,female\n")
        assert here.rows("person_id", "patients") == [("p1",)]


def test_a_cell_may_hold_the_delimiter_a_quotation_mark_and_a_line_end() -> None:
    with room() as here:
        here.put("patients", 'person_id,sex\np1,"a, ""b""\nc"\np2,female\n')
        assert here.rows("row, sex", "patients") == [(2, 'a, "b"\nc'), (3, "female")]


def test_empty_lines_are_no_rows() -> None:
    with room() as here:
        load = here.put("patients", "person_id,sex\r\n\r\n\r\np1,female\r\n\r\np2,male")
        assert load.rows_read == 2


def test_a_row_that_is_not_utf8_is_set_aside_and_its_neighbours_are_not() -> None:
    feed = csv_of(PEOPLE, ["p1,female", "p2,féminin", "p3,male"]).encode("latin-1")
    with room() as here:
        load = here.put("patients", feed)
        assert (load.rows_loaded, load.rows_set_aside) == (2, 1)
        assert here.aside() == [(3, "unreadable_lines", "the row has letters that are not UTF-8")]
        assert here.rows("row", "patients") == [(2,), (4,)]


def test_a_file_in_latin_1_is_read_where_the_column_map_says_so() -> None:
    chosen = ColumnMap(
        "patients", {"person_id": Mapped(("person_id",)), "sex": Mapped(("sex",))}, {}, "latin-1"
    )
    with room() as here:
        here.put("patients", csv_of(PEOPLE, ["p1,féminin"]).encode("latin-1"), column_map=chosen)
        assert here.rows("sex", "patients") == [("féminin",)]


def test_every_row_keeps_its_own_number_among_many_bad_ones() -> None:
    rows = [
        f"a{n},p{n},PHQ-9" if n % 7 == 0 else f"a{n},p{n},PHQ-9,44261-6,2027-03-01,{n % 28}"
        for n in range(2, 20_002)
    ]
    with room() as here:
        load = here.put("assessments", csv_of(ASSESSMENTS, rows))
        wrong = here.rows("row, assessment_id", "assessments WHERE assessment_id <> 'a' || row")
        assert wrong == []
        aside = here.aside()
        assert [row for row, _, _ in aside] == [n for n in range(2, 20_002) if n % 7 == 0]
        assert load.rows_read == 20_000


@pytest.mark.slow
def test_row_numbers_hold_when_two_processors_read_many_blocks(tmp_path: Path) -> None:
    path, last = tmp_path / "feed.csv", 1_200_001
    bad = [
        b"a%d,p1\n",
        b"a%d,p1,PHQ-9,44261-6,2027-03-01,5,final,x\n",
        b"a%d,p\xff1,PHQ-9,,2027-03-01,5\n",
    ]
    with path.open("wb") as file:
        file.write(ASSESSMENTS.encode() + b"\n")
        for row in range(2, last + 1):
            good = b"a%d,p1,PHQ-9,44261-6,2027-03-01,%d\n" % (row, row % 28)
            file.write(good if row % 3001 else bad[row % 3] % row)
    with Store(tmp_path / "store" / "records.duckdb", threads=2) as store:
        column_map = store.propose(path, "assessments")
        load = store.load(Delivery(path, "assessments", "made up", RECEIVED), column_map)
        assert load.rows_read == last - 1
        wrong = store.connection.sql("FROM assessments").filter("assessment_id <> 'a' || row")
        assert wrong.fetchall() == []
        aside = store.connection.sql("SELECT row FROM set_aside ORDER BY row").fetchall()
        assert [row for (row,) in aside] == list(range(3001, last + 1, 3001))


def test_a_line_that_the_reader_drops_without_a_word_is_noticed(
    tmp_path: Path,
) -> None:
    # The planted fault: the survey overlooks the long line, and so does the reader.
    path = tmp_path / "feed.csv"
    path.write_bytes(b"person_id,sex\np1,f\np2," + b"x" * 80_000_000 + b"\np3,f\n")
    seen = survey(path)
    with room() as here:
        blind = type(seen)(**{**seen.__dict__, "first_long_line": 0})
        staged = delimited.stage(here.store.connection, path, blind)
        read = len(here.store.connection.execute(f"FROM {staged.relation}").fetchall())
        assert read == 2
        with pytest.raises(FeedRefusal, match="could be accounted for"):
            delimited.rejected(here.store.connection, path, blind, read)


def test_the_text_of_a_bad_line_is_kept_nowhere() -> None:
    with room() as here:
        here.put("assessments", csv_of(ASSESSMENTS, [GOOD, "a2,secret"]))
        tables = here.store.connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE temporary"
        ).fetchall()
        assert ("unreadable",) in tables
        assert not [name for (name,) in tables if name.startswith("rejected")]
