from datetime import date
from pathlib import Path

import duckdb
import pytest

from fairterms.records.catalogues import TABLES
from fairterms.records.engine import parquet_copy
from fairterms.records.store import Store
from tests.population.town import Town


def test_every_row_of_every_table_is_in_the_copy(tmp_path: Path) -> None:
    with Store(tmp_path / "records.duckdb", threads=1) as store:
        town = Town(store)
        town.members(("anna", "01-01", None))
        town.bills(("anna", "02-01", "03-01", 100_00), ("bert", "02-02", None, 5))
        replaced = town.bills(("cleo", "02-01", "03-01", 1))
        store.connection.execute("UPDATE loads SET replaced_by = 2 WHERE load_id = ?", [replaced])
        parquet_copy.write(store.connection, tmp_path / "copy")
        asked = duckdb.connect()
        for name in TABLES:
            kept = ", ".join(("set_aside_because", *parquet_copy.columns(name)))
            question = f"SELECT {kept} FROM {{}} ORDER BY load_id, row"  # noqa: S608
            there = asked.execute(question.format(f"'{tmp_path}/copy/{name}_rows/*.parquet'"))
            here = store.connection.execute(question.format(f"{name}_rows"))
            assert there.fetchall() == here.fetchall(), name
        loads = asked.execute(f"FROM '{tmp_path}/copy/loads/*.parquet' ORDER BY load_id")
        day = date(2028, 6, 1)
        assert loads.fetchall() == [
            (1, "enrolment", "made up", day, None),
            (2, "claims", "made up", day, None),
            (3, "claims", "made up", day, 2),
        ]


def test_a_copy_never_goes_over_an_older_one(tmp_path: Path) -> None:
    with Store(tmp_path / "records.duckdb", threads=1) as store:
        parquet_copy.write(store.connection, tmp_path / "copy")
        with pytest.raises(FileExistsError):
            parquet_copy.write(store.connection, tmp_path / "copy")


def test_nobody_else_may_read_the_copy(tmp_path: Path) -> None:
    with Store(tmp_path / "records.duckdb", threads=1) as store:
        parquet_copy.write(store.connection, tmp_path / "copy")
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0
