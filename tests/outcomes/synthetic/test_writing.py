"""Blocks are added to one file a table; both forms hold the same."""

from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]
import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]
import pytest

from fairterms.outcomes.synthetic.writing import Form, TableWriter

ROWS = pa.table({"visit_id": ["v1", "v2"], "items": [[1, None, 0], None], "word": ["a,b", None]})


def test_blocks_follow_one_another(tmp_path: Path) -> None:
    with TableWriter(tmp_path / "new" / "records", Form.PARQUET) as writer:
        for _ in range(3):
            writer.write("visits", ROWS)
        assert writer.rows == {"visits": 6}
    found = pq.read_table(tmp_path / "new" / "records" / "visits.parquet")
    assert found.equals(pa.concat_tables([ROWS] * 3))


def test_answers_are_written_as_a_person_reads_them(tmp_path: Path) -> None:
    with TableWriter(tmp_path, Form.CSV) as writer:
        writer.write("visits", ROWS)
        writer.write("visits", ROWS)
    lines = (tmp_path / "visits.csv").read_text(encoding="utf-8").splitlines()
    assert lines == ['"visit_id","items","word"', *['"v1","1;;0","a,b"', '"v2",,'] * 2]


def test_files_are_closed_when_work_stops_halfway(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_until_interrupted(tmp_path)
    assert pq.read_table(tmp_path / "visits.parquet").num_rows == 2


def write_until_interrupted(folder: Path) -> None:
    with TableWriter(folder, Form.PARQUET) as writer:
        writer.write("visits", ROWS)
        raise KeyboardInterrupt
