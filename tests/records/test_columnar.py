"""Parquet keeps its own types, and its rows count from 1."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from fairterms.records.delivery import Delivery, Load
from fairterms.records.refusals import FeedRefusal
from tests.records.feeds import RECEIVED, Room, room


def put(here: Room, sql: str, table: str) -> Load:
    path = here.folder / "feed.parquet"
    duckdb.execute(f"COPY ({sql}) TO '{path}' (FORMAT parquet)")
    column_map = here.store.propose(path, table)
    return here.store.load(Delivery(path, table, "made up", RECEIVED), column_map)


def test_dates_numbers_and_amounts_come_as_they_are() -> None:
    sql = (
        "SELECT 'k1' AS claim_id, 1::SMALLINT AS claim_line_number, 'p1' AS person_id, "
        "DATE '2027-03-01' AS claim_start_date, 0.29::DOUBLE AS paid_amount, "
        "12.5::DECIMAL(9, 2) AS allowed_amount, true AS in_network_flag"
    )
    with room() as here:
        put(here, sql, "claims")
        columns = "row, claim_line, starts, paid_cents, allowed_cents, is_in_network"
        assert here.rows(columns, "claims") == [(1, 1, date(2027, 3, 1), 29, 1250, True)]


def test_a_list_of_answers_comes_as_a_list() -> None:
    sql = (
        "SELECT 'a1' AS assessment_id, 'p1' AS person_id, DATE '2027-03-01' AS assessed_on, "
        "[1, NULL, 3] AS items"
    )
    with room() as here:
        put(here, sql, "assessments")
        assert here.rows("items", "assessments") == [([1, None, 3],)]


def test_an_empty_table_and_a_damaged_file_are_refused(tmp_path: Path) -> None:
    with room() as here:
        with pytest.raises(FeedRefusal, match="no rows"):
            put(here, "SELECT 'p' AS person_id WHERE false", "patients")
        bad = tmp_path / "bad.parquet"
        bad.write_bytes(b"PAR1 but not really")
        with pytest.raises(FeedRefusal, match="cannot be read as Parquet"):
            here.store.propose(bad, "patients")
