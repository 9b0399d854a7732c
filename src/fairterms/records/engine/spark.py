"""Questions asked of Spark: the same text as for DuckDB, on a copy of the store's records.

Spark is the optional extra ``fairterms[spark]`` and needs Java. The session may be one's own on a
cluster or one started here on this machine.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from fairterms.records.catalogues import TABLES
from fairterms.records.engine.parquet_copy import LOADS, columns, rows_folder
from fairterms.records.engine.spark_result import SparkResult
from fairterms.records.engine.spark_sql import Deed, SparkStatement, translate
from fairterms.records.staged import quoted
from fairterms.units.refusal import Refusal

SETTINGS = {
    "spark.sql.ansi.enabled": "true",  # a sum too large is an error, never a wrong number
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "false",
    "spark.sql.parquet.datetimeRebaseModeInRead": "CORRECTED",  # one calendar for every year
}
"""What must hold in a session so that answers are those of DuckDB; set for ours alone."""


def is_there() -> bool:
    """Tell whether the extra is installed."""
    return find_spec("pyspark") is not None and find_spec("sqlglot") is not None


@contextmanager
def session(
    master: str = "local[*]", memory: str = "2g", settings: Mapping[str, str] | None = None
) -> Iterator[Any]:
    """Start Spark on this machine or join a cluster; it is stopped afterwards.

    Parameters
    ----------
    master
        Where: ``"local[2]"`` is two processors of this machine; a cluster has an address.
    memory
        What the process that asks may hold in memory.
    settings
        Further settings of Spark, by their own names.

    Raises
    ------
    Refusal
        When the extra is not installed.
    """
    if not is_there():
        raise Refusal(
            "Spark",
            "is not installed",
            "the same questions would have to be asked of DuckDB",
            "install fairterms[spark] and Java 17 or later, or leave the engine out",
        )
    # Workers must run this very interpreter: another one may not have this package, or another.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    builder = import_module("pyspark.sql").SparkSession.builder.master(master)
    chosen = {
        "spark.app.name": "fairterms",
        "spark.driver.memory": memory,
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        **SETTINGS,
        **(settings or {}),
    }
    for name, value in chosen.items():
        builder = builder.config(name, value)
    started = builder.getOrCreate()
    try:
        yield started
    finally:
        started.stop()


class SparkConnection:
    """Records on Spark; stands wherever a connection to DuckDB does for asking questions.

    Parameters
    ----------
    session
        A session of Spark. Ours is a new one beside it: its settings and tables stay as they are.
    folder
        A copy of a store, from :func:`fairterms.records.engine.parquet_copy.write`, or its address
        on storage that every worker can read.
    """

    def __init__(self, session: Any, folder: Path | str) -> None:
        self._session = session.newSession()
        for name, value in SETTINGS.items():
            self._session.conf.set(name, value)
        self._kept: dict[str, Any] = {}
        self._read(str(folder))

    @property
    def connection(self) -> "SparkConnection":
        """Itself, so that it stands for records too."""
        return self

    def cursor(self) -> "SparkConnection":
        """Give itself: every result is apart from the others."""
        return self

    def execute(self, query: str, parameters: object = None, /) -> SparkResult:
        """Ask a question, or make or drop a temporary table or view.

        Parameters
        ----------
        query
            SQL as DuckDB understands it.
        parameters
            A list of what stands for each ``?``.

        Raises
        ------
        Refusal
            When the question cannot be put to Spark with the same meaning.
        """
        statement = translate(query)
        if statement.deed is Deed.DROP:
            self._drop(statement.name)
            return SparkResult(self._session.createDataFrame([], "dropped STRING"))
        frame = self._ask(statement, parameters)
        if statement.deed is Deed.KEEP:
            frame = self._keep(statement.name, frame)
        if statement.deed is not Deed.ASK:
            frame.createOrReplaceTempView(statement.name)
        return SparkResult(frame)

    def close(self) -> None:
        """Drop what was kept."""
        for name in tuple(self._kept):
            self._drop(name)

    def _ask(self, statement: SparkStatement, parameters: object) -> Any:
        if parameters is None:
            return self._session.sql(statement.query)
        assert isinstance(parameters, list), "what stands for each ? is a list"
        return self._session.sql(statement.query, args=parameters)

    def _keep(self, name: str, frame: Any) -> Any:
        """Work a temporary table out once and keep it, in memory or on disk."""
        before = self._kept.pop(name, None)
        frame = frame.persist()
        frame.count()
        self._kept[name] = frame
        if before is not None:
            before.unpersist()
        return frame

    def _drop(self, name: str) -> None:
        self._session.catalog.dropTempView(name)
        frame = self._kept.pop(name, None)
        if frame is not None:
            frame.unpersist()

    def _read(self, folder: str) -> None:
        """Name every table and its view of the rows in force, as the store does."""
        self._name(LOADS, f"{folder}/{LOADS}")
        for table in TABLES:
            rows = rows_folder(table)
            self._name(rows, f"{folder}/{rows}")
            kept = ", ".join(quoted(column) for column in columns(table))
            self.execute(
                f"CREATE TEMP VIEW {table} AS SELECT {kept} FROM {rows} "  # noqa: S608
                "WHERE set_aside_because IS NULL "
                "AND load_id IN (SELECT load_id FROM loads WHERE replaced_by IS NULL)"
            )

    def _name(self, name: str, place: str) -> None:
        self._session.read.parquet(place).createOrReplaceTempView(name)
