"""What leaves is a table with its small counts hidden, rows without people, or a file as it is."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fairterms.audit.release import kept_tables, leaving
from fairterms.audit.release.count_table import Axis, CountTable
from fairterms.audit.release.leaving import of_file, of_rows, of_table
from fairterms.audit.release.people_shown import Form, Shown
from fairterms.audit.release.request import Mode
from fairterms.audit.release.row_list import Role, RowList
from fairterms.units.refusal import Refusal

AXES = Axis("clinic", ("Elm", "Oak")), Axis("sex", ("women", "men"))
TABLE = CountTable("visits", ("2027",), AXES, np.array([[4, 30], [60, 90]]))
ROLES = {"member": Role.PERSON, "town": Role.QUASI_IDENTIFIER, "visits": Role.VALUE}
ROWS = RowList(
    "visits", tuple(ROLES), ROLES, tuple((f"p{at}", "=Elm", str(at % 3)) for at in range(40))
)


def test_a_table_leaves_with_one_mark_for_all_that_is_hidden() -> None:
    found = of_table(TABLE, [], [])
    assert found.content.decode("utf-8-sig").splitlines() == [
        "clinic,women,men,all",
        "Elm,not shown,not shown,34",
        "Oak,not shown,not shown,150",
        "all,64,120,184",
    ]
    assert found.shown == Shown(Form.TABLE, ("2027",), "visits")
    assert found.name == "table.csv"


def test_what_leaves_and_its_reason_name_no_small_count() -> None:
    found = of_table(TABLE, [], [])
    assert [one.name for one in found.bounds] == ["visits: Elm, women"]
    assert "Elm" not in found.proof
    told = repr(found)
    assert "Bounds" not in told
    assert found.inside not in told


def test_what_stays_proves_the_next_table() -> None:
    first = of_table(TABLE, [], [])
    kept = kept_tables.read(first.inside)
    again = of_table(TABLE, [kept], [first.shown])
    assert again.content == first.content
    wrong = CountTable("visits", ("2027",), AXES, np.array([[4, 31], [60, 90]]))
    with pytest.raises(Refusal, match="different counts"):
        of_table(wrong, [kept], [first.shown])


def test_rows_leave_without_people_and_harmless() -> None:
    found = of_rows(ROWS, ["2027"], Mode.VIEW, [])
    lines = found.content.decode("utf-8-sig").splitlines()
    assert lines[:2] == ["town,visits", "'=Elm,0"]
    assert len(lines) == 41
    assert "at least 11" in found.proof
    assert "not whole" not in found.proof
    assert (found.inside, found.bounds) == ("", ())


def test_a_list_from_which_rows_were_left_out_says_so() -> None:
    apart = tuple((f"q{at}", f"town {at % 2}", "1") for at in range(12))
    found = of_rows(replace(ROWS, rows=(*ROWS.rows, *apart)), ["2027"], Mode.VIEW, [])
    assert len(found.content.decode("utf-8-sig").splitlines()) == 41
    assert found.proof.endswith("rows of more than 10 people were left out.")


def test_rows_and_counts_of_the_same_people_do_not_leave_both() -> None:
    table, rows = of_table(TABLE, [], []), of_rows(ROWS, ["2027"], Mode.COPY, [])
    with pytest.raises(Refusal, match="told of before"):
        of_rows(ROWS, ["2027"], Mode.COPY, [table.shown])
    with pytest.raises(Refusal, match="told of before"):
        of_table(TABLE, [], [rows.shown])


def test_a_long_list_is_not_read_on_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "MOST_ON_A_PAGE", 39)
    with pytest.raises(Refusal, match="more than 39 rows"):
        of_rows(ROWS, ["2027"], Mode.VIEW, [])
    assert of_rows(ROWS, ["2027"], Mode.COPY, []).shown.form is Form.ROWS


def test_a_copy_of_a_file_is_the_file(tmp_path: Path) -> None:
    path = tmp_path / "policy.pdf"
    path.write_bytes(b"%PDF-1.7 made up")
    found = of_file(path, "The policy", Mode.COPY)
    assert (found.content, found.media, found.name) == (
        b"%PDF-1.7 made up",
        "application/pdf",
        "policy.pdf",
    )
    assert "cannot prove" in found.proof


def test_a_file_that_is_only_read_leaves_as_its_text(tmp_path: Path) -> None:
    # A PDF would do as well; its text under its old name would open nowhere.
    path = tmp_path / "policy.pdf"
    path.write_text("1. Members are listed each month.\n\n2. The list is sent by mail.\n")
    found = of_file(path, "The policy", Mode.VIEW)
    assert (found.media, found.name) == ("text/plain", "policy.txt")
    assert "Members are listed" in found.content.decode()


def test_a_file_without_text_is_not_read_on_a_page(tmp_path: Path) -> None:
    path = tmp_path / "policy.pdf"
    path.write_bytes(b"%PDF-1.7 made up")
    with pytest.raises(Refusal):
        of_file(path, "The policy", Mode.VIEW)


def test_a_long_table_is_not_read_on_a_page_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaving, "MOST_ON_A_PAGE", 2)
    path = tmp_path / "list.csv"
    path.write_text("a\n1\n2\n3\n")
    with pytest.raises(Refusal, match="more than 2 rows"):
        of_file(path, "A list", Mode.VIEW)
    assert of_file(path, "A list", Mode.COPY).media == "text/csv"
    path.write_text("a\r1\r2\r3\r", newline="")
    with pytest.raises(Refusal, match="more than 2 rows"):
        of_file(path, "A list", Mode.VIEW)
    path.write_text("a\n1\n2\n")
    assert of_file(path, "A list", Mode.VIEW).media == "text/csv"


def test_other_kinds_of_files_are_not_given(tmp_path: Path) -> None:
    path = tmp_path / "policy.exe"
    path.write_bytes(b"made up")
    with pytest.raises(Refusal, match="not given"):
        of_file(path, "The policy", Mode.COPY)
