"""A workbook is read as a person sees it: the sheet's own row numbers, dates as days."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from fairterms.records.delivery import Delivery
from fairterms.records.refusals import FeedRefusal
from tests.records.feeds import RECEIVED, room


def book(path: Path, *rows: list[object]) -> Path:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    made.create_sheet("Notes")
    made.save(path)
    return path


def test_rows_keep_the_numbers_of_the_sheet_and_cells_their_days(tmp_path: Path) -> None:
    path = book(
        tmp_path / "claims.xlsx",
        ["claim_id", "person_id", "claim_start_date", "paid_amount", None],
        ["k1", 17, datetime.fromisoformat("2027-03-01T23:30"), 12.3, "stray"],
        [None, None, None, None, None],
        ["k2", "p2", date(2027, 3, 2), "(1,200.50)", None],
    )
    with room() as here:
        chosen = here.store.propose(path, "claims")
        load = here.store.load(Delivery(path, "claims", "made up", RECEIVED), chosen)
        assert here.rows("row, person_id, starts, paid_cents", "claims") == [
            (2, "17", date(2027, 3, 1), 1230),
            (4, "p2", date(2027, 3, 2), -120050),
        ]
        assert load.left_out == {'sheet "Notes"': 1}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "no rows"),
        ([["person_id", "sex"]], "no rows"),
        ([["person_id", "person_id"], ["p1", "p2"]], "more than one column"),
    ],
)
def test_a_sheet_that_is_no_table_is_refused(
    tmp_path: Path, rows: list[list[object]], said: str
) -> None:
    path = book(tmp_path / "people.xlsx", *rows)
    with room() as here, pytest.raises(FeedRefusal, match=said):
        here.store.propose(path, "patients")


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(b"PK nothing")
    with room() as here, pytest.raises(FeedRefusal, match="cannot be read as XLSX"):
        here.store.propose(path, "patients")
