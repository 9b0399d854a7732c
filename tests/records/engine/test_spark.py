"""Spark answers every question of population and outcomes as DuckDB does, to the last digit."""

import gc
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fairterms.records.engine import parquet_copy, spark
from fairterms.records.store import Store
from fairterms.simulate.year_shards import sum_on_spark
from fairterms.units.refusal import Refusal
from tests.records.engine.questions import example, questions, told
from tests.simulate.test_year_shards import years

needs_spark = pytest.mark.skipif(
    not spark.is_there() or shutil.which("java") is None,
    reason="the extra fairterms[spark] or Java is not installed",
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with example() as made:
        yield made


@pytest.fixture(scope="module")
def copied(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("engine") / "copy"
    parquet_copy.write(store.connection, folder)
    return folder


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    # Few rows: dividing them and compiling each question would take longer than asking it.
    small = {
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.adaptive.enabled": "false",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    }
    with spark.session("local[2]", settings=small) as started:
        started.sparkContext.setLogLevel("ERROR")
        yield started
    with warnings.catch_warnings():
        # Spark's bridge to Java leaves its sockets to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@needs_spark
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
# One test, so that tests running side by side never start a second Spark.
def test_every_question_has_the_same_answer_on_both(
    store: Store, copied: Path, session: Any
) -> None:
    asked = questions()
    on_duckdb = {name: told(ask(store)) for name, ask in asked.items()}
    connection = spark.SparkConnection(session, copied)
    on_spark = {name: told(ask(connection)) for name, ask in asked.items()}
    different = {name for name in asked if on_spark[name] != on_duckdb[name]}
    assert not different
    _check_kept_tables(connection)
    _check_that_our_settings_are_ours(session)
    _check_sums(connection)
    _check_shards(session)


def _check_kept_tables(connection: spark.SparkConnection) -> None:
    """A temporary table is worked out once; made again it holds the new rows; then it is gone."""
    connection.execute("CREATE OR REPLACE TEMP TABLE kept AS SELECT 1 AS n")
    connection.execute("CREATE OR REPLACE TEMP TABLE kept AS SELECT 2 AS n UNION ALL SELECT 3")
    result = connection.execute("SELECT n FROM kept ORDER BY n")
    assert [result.fetchone(), result.fetchmany(5), result.fetchone()] == [(2,), [(3,)], None]
    connection.execute("DROP TABLE IF EXISTS kept")
    connection.execute("DROP TABLE IF EXISTS kept")
    connection.close()


def _check_that_our_settings_are_ours(session: Any) -> None:
    session.conf.set("spark.sql.ansi.enabled", "false")
    assert session.sql("SELECT 1 / 0").collect()[0][0] is None
    assert not session.catalog.listTables()


def _check_sums(connection: spark.SparkConnection) -> None:
    """A sum beyond 64 bits is an error, and in 128 bits it is right."""
    many = "(SELECT CAST(9000000000000000000 AS BIGINT) AS n UNION ALL SELECT 9000000000000000000)"
    with pytest.raises(Exception, match="overflow"):
        connection.execute(f"SELECT sum(n) FROM {many}").fetchall()  # noqa: S608
    found = connection.execute(f"SELECT sum(CAST(n AS HUGEINT)) FROM {many}").fetchone()  # noqa: S608
    assert found == (18_000_000_000_000_000_000,)
    assert isinstance(found[0], int)


def _check_shards(session: Any) -> None:
    """Simulated years are the same bytes from one process and from workers."""
    asked = years(301)
    here = told(asked.summed(0, 301))
    assert [told(sum_on_spark(session, asked, shards)) for shards in (1, 5)] == [here, here]


def test_without_the_extra_a_refusal_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark, "is_there", lambda: False)
    with pytest.raises(Refusal, match="is not installed") as caught, spark.session():
        pass
    assert str(caught.value) == (
        "Spark: is not installed\n"
        "      why: the same questions would have to be asked of DuckDB\n"
        "      fix: install fairterms[spark] and Java 17 or later, or leave the engine out"
    )
