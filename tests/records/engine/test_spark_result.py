"""Rows as Spark gives them become rows as DuckDB gives them; no Spark is needed to see it."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

import duckdb
import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]

from fairterms.records.engine.spark_result import SparkResult

ROWS = [(1, "a", Decimal(7), Decimal("0.5000"), date(2027, 1, 1), [1, None], True)]


class Frame:
    """What is used of a data frame."""

    def __init__(self, rows: Sequence[tuple[object, ...]], table: pa.Table = None) -> None:
        self.rows, self.table = rows, table
        self.columns = ["n", "word"]

    def collect(self) -> list[tuple[object, ...]]:
        return list(self.rows)

    def toLocalIterator(self) -> Iterator[tuple[object, ...]]:  # noqa: N802
        return iter(self.rows)

    def toArrow(self) -> pa.Table:  # noqa: N802
        return self.table


def test_whole_numbers_of_38_digits_are_integers_and_other_decimals_stay() -> None:
    [row] = SparkResult(Frame(ROWS)).fetchall()
    assert row == (1, "a", 7, Decimal("0.5000"), date(2027, 1, 1), [1, None], True)
    assert [type(cell) for cell in row[2:4]] == [int, Decimal]


def test_each_row_is_given_once_in_order() -> None:
    result = SparkResult(Frame([(n,) for n in range(6)]))
    assert result.fetchone() == (0,)
    assert result.fetchmany(2) == [(1,), (2,)]
    assert result.fetchall() == [(3,), (4,), (5,)]
    assert result.fetchall() == []
    assert result.fetchone() is None


def test_after_all_rows_none_is_left() -> None:
    result = SparkResult(Frame([(1,), (2,)]))
    assert result.fetchall() == [(1,), (2,)]
    assert result.fetchmany(3) == []


def test_columns_are_those_of_duckdb() -> None:
    asked = (
        "SELECT * FROM (VALUES (1, 'a', 0.5::DOUBLE, true, 2::TINYINT), (NULL, NULL, NULL, NULL, "
        "3::TINYINT)) made(n, word, share, is_so, small)"
    )
    connection = duckdb.connect()
    table = pa.table(
        {
            "n": pa.array([1, None], pa.int32()),
            "word": pa.array(["a", None]),
            "share": pa.array([0.5, None], pa.float64()),
            "is_so": pa.array([True, None]),
            "small": pa.array([2, 3], pa.int8()),
        }
    )
    theirs = connection.execute(asked).fetchnumpy()
    ours = SparkResult(Frame([], table)).fetchnumpy()
    assert list(ours) == list(theirs)
    for name, column in ours.items():
        same_kind = np.ma.isMaskedArray(column) == np.ma.isMaskedArray(theirs[name])
        assert same_kind, name
        assert column.dtype == theirs[name].dtype, name
        assert column.tolist() == theirs[name].tolist(), name


def test_columns_have_names() -> None:
    assert [one[0] for one in SparkResult(Frame([])).description] == ["n", "word"]
