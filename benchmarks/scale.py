"""Ask the same questions of 20 million made-up bills, of DuckDB and of Spark, in one run.

Run ``python benchmarks/scale.py [--rows 20000000] [--without-spark]``. One person in twenty rows.
Both engines read the same Parquet files with two processors; the questions are those of the room
population, unchanged, and their answers must be equal to the cent. Each engine runs in a process
of its own, after the other, so that its memory is its own; every file is removed. Seconds of
processor and memory of Spark are those of its Java process and of ours together, as the system
counts them (Linux only).
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from fairterms.population import run_out, total_cost
from fairterms.population.attribution import (
    AttributionRule,
    Method,
    Source,
    Tie,
    VisitsCounted,
    panels,
)
from fairterms.population.cost_of_care import Amount, CostRule, Outsiders, ServiceDay
from fairterms.population.member_months import Exposure, MonthRule
from fairterms.population.selection import Selection
from fairterms.population.strata import Strata
from fairterms.population.truncation import Ceiling, PartYear
from fairterms.records.catalogues import TABLES
from fairterms.records.engine import parquet_copy, spark
from fairterms.records.engine.connection import Connection
from fairterms.records.store import MEMORY
from fairterms.units.period import calendar_year

ROWS = 20_000_000
ROWS_A_PERSON = 20
THREADS = 2
SPARK_MEMORY = "4g"
YEAR = calendar_year(2026)
EVERYBODY = Selection()
EXPOSURE = Exposure(MonthRule.FIRST_DAY, YEAR, EVERYBODY)
COST = CostRule(Amount.ALLOWED, ServiceDay.LINE, None, Outsiders.LEFT_OUT)
CEILING = Ceiling(5_000_00, PartYear.BY_MEMBER_MONTHS)
STRATA = Strata(YEAR.last, (18, 26, 65), True, True, None, EVERYBODY)
ATTRIBUTION = AttributionRule(
    Method.PLURALITY_OF_VISITS,
    VisitsCounted(Source.CLAIMS, YEAR, None, None),
    (Tie.MOST_RECENT_VISIT, Tie.LOWEST_ID),
    None,
    EVERYBODY,
)
Figures = dict[str, float]

QUESTIONS: Mapping[str, Callable[[Connection], object]] = {
    "attribution": lambda asked: panels(asked, ATTRIBUTION),
    "total cost, truncated": lambda asked: total_cost.measure(asked, COST, EXPOSURE, CEILING),
    "total cost by stratum": lambda asked: total_cost.measure_by(
        asked, (COST, EXPOSURE, CEILING), STRATA.relation("patients")
    ),
    "run-out": lambda asked: run_out.triangle(asked, COST, EXPOSURE, date(2027, 3, 31)),
}


def _drawn(seed: int, below: int) -> str:
    """Return SQL of a made-up whole number of a row, from 0 and below another."""
    return f"(hash(i * 31 + {seed}) % {below})::INTEGER"


def _person(expression: str) -> str:
    return f"'p' || lpad(({expression})::VARCHAR, 9, '0')"


def filled(people: int) -> Mapping[str, tuple[int, Mapping[str, str]]]:
    """Return for each table its rows, and SQL of the columns that are filled, from ``i``."""
    rows = people * ROWS_A_PERSON
    day = f"DATE '2026-01-01' + {_drawn(1, 365)}"
    npi = f"(1000000000 + ((i % {people}) * 7 + {_drawn(2, 4)}) % 4000)::VARCHAR"
    clinicians = {"clinician_id": "'c' || i", "npi": "(1000000000 + i)::VARCHAR"}
    return {
        "patients": (
            people,
            {
                "person_id": _person("i"),
                "birth_date": f"DATE '1940-01-01' + {_drawn(3, 31_000)}",
                "sex": "CASE WHEN i % 2 = 0 THEN 'female' ELSE 'male' END",
            },
        ),
        "clinicians": (4_000, clinicians),
        "enrolment": (
            people,
            {
                "person_id": _person("i"),
                "starts": f"DATE '2025-06-01' + {_drawn(4, 300)}",
                "ends": f"CASE WHEN i % 10 = 3 THEN DATE '2026-06-01' + {_drawn(5, 300)} END",
                "payer_type": "CASE WHEN i % 3 = 0 THEN 'medicaid' ELSE 'commercial' END",
                "clinician_id": f"'c' || {_drawn(6, 4_000)}",
            },
        ),
        "claims": (
            rows,
            {
                "claim_id": "'k' || i",
                "claim_line": "1",
                "person_id": _person(f"i % {people}"),
                "claim_type": "'professional'",
                "starts": day,
                "paid_on": f"{day} + 10 + {_drawn(7, 70)}",
                "service_code": f"(90832 + {_drawn(8, 6)})::VARCHAR",
                "diagnosis_code": f"'F' || (100 + {_drawn(9, 800)})",
                "rendering_npi": npi,
                "paid_cents": f"5000 + {_drawn(10, 20_000)}",
                "allowed_cents": f"5000 + {_drawn(11, 40_000)}",
            },
        ),
    }


def make(folder: Path, people: int) -> None:
    """Write made-up records as the copy of a store has them."""
    folder.mkdir()
    made = filled(people)
    connection = duckdb.connect(config={"memory_limit": "4GB", "threads": THREADS})
    loads = " UNION ALL ".join(
        f"SELECT {number}::INTEGER AS load_id, '{name}' AS table_name, 'made up' AS feed, "
        "DATE '2027-04-01' AS received, NULL::INTEGER AS replaced_by"
        for number, name in enumerate(TABLES, 1)
    )
    _write(connection, loads, folder / parquet_copy.LOADS)
    for number, (name, table) in enumerate(TABLES.items(), 1):
        rows, values = made.get(name, (0, {}))
        columns = ", ".join(
            f'({values.get(one.name, "NULL")})::{one.kind.stored_as} AS "{one.name}"'
            for one in table.columns
        )
        question = (
            f"SELECT NULL::VARCHAR AS set_aside_because, {number}::INTEGER AS load_id, "  # noqa: S608
            f"i + 1 AS row, {columns} FROM range({rows}) made(i)"
        )
        _write(connection, question, folder / parquet_copy.rows_folder(name))


def _write(connection: duckdb.DuckDBPyConnection, question: str, folder: Path) -> None:
    folder.mkdir()
    connection.execute(f"COPY ({question}) TO '{folder}/part.parquet' (FORMAT parquet)")


@contextmanager
def on_duckdb(folder: Path) -> Iterator[tuple[Connection, int]]:
    """Name the files in a database of their own, with the memory a store has."""
    connection = duckdb.connect(
        config={"memory_limit": MEMORY, "threads": THREADS, "temp_directory": f"{folder}.tmp"}
    )
    names = [parquet_copy.LOADS, *(parquet_copy.rows_folder(name) for name in TABLES)]
    for name in names:
        connection.execute(f"CREATE VIEW {name} AS FROM '{folder}/{name}/*.parquet'")
    for name in TABLES:
        kept = ", ".join(f'"{column}"' for column in parquet_copy.columns(name))
        connection.execute(
            f"CREATE VIEW {name} AS SELECT {kept} FROM {name}_rows "  # noqa: S608
            "WHERE set_aside_because IS NULL "
            "AND load_id IN (SELECT load_id FROM loads WHERE replaced_by IS NULL)"
        )
    yield connection, 0


@contextmanager
def on_spark(folder: Path) -> Iterator[tuple[Connection, int]]:
    """Name the files in Spark on this machine."""
    settings = {"spark.sql.shuffle.partitions": "16", "spark.local.dir": f"{folder}.tmp"}
    with spark.session(f"local[{THREADS}]", SPARK_MEMORY, settings) as session:
        session.sparkContext.setLogLevel("ERROR")
        java = session._jvm.java.lang.ProcessHandle.current().pid()  # noqa: SLF001 -- no other way
        yield spark.SparkConnection(session, folder), int(java)


def busy(java: int) -> float:
    """Return the seconds of processor of this process, and of Java's where there is one."""
    if not java:
        return time.process_time()
    after_name = Path(f"/proc/{java}/stat").read_text().rpartition(")")[2].split()
    ticks = int(after_name[11]) + int(after_name[12])
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")


def peak(java: int) -> int:
    """Return the most bytes of memory that were held."""
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    if not java:
        return ours
    lines = Path(f"/proc/{java}/status").read_text().splitlines()
    [line] = [line for line in lines if line.startswith("VmHWM")]
    return ours + int(line.split()[1]) * 1024


ENGINES: Mapping[str, Callable[[Path], AbstractContextManager[tuple[Connection, int]]]] = {
    "DuckDB": on_duckdb,
    "Spark": on_spark,
}


def ask(engine: str, folder: Path) -> dict[str, Figures]:
    """Ask every question of one engine, and write the answers into a file beside the records."""
    found: dict[str, Figures] = {}
    answers: dict[str, str] = {}
    started = time.perf_counter()
    with ENGINES[engine](folder) as (connection, java):
        found["start"] = {"wall": time.perf_counter() - started, "cpu": busy(java)}
        for name, question in QUESTIONS.items():
            wall, before = time.perf_counter(), busy(java)
            answers[name] = repr(question(connection))
            found[name] = {"wall": time.perf_counter() - wall, "cpu": busy(java) - before}
        found["memory"] = {"bytes": peak(java), "load": os.getloadavg()[0]}
    (folder / f"{engine}.json").write_text(json.dumps(answers))
    return found


def apart(engine: str, folder: Path) -> dict[str, Figures]:
    """Measure in a process of its own, so that its memory is its own."""
    done = subprocess.run(  # noqa: S603 -- this very script
        [sys.executable, __file__, "--engine", engine, "--folder", str(folder)],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    measured: dict[str, Figures] = json.loads(done.stdout.splitlines()[-1])
    return measured


def show(engine: str, found: Mapping[str, Figures]) -> None:
    """Print what one engine took."""
    for name, taken in found.items():
        if name != "memory":
            print(f"  {engine:8}{name:24}{taken['wall']:8.1f} s{taken['cpu']:8.1f} s processor")
    asked = [taken for name, taken in found.items() if name in QUESTIONS]
    wall, cpu = (sum(taken[what] for taken in asked) for what in ("wall", "cpu"))
    memory = found["memory"]
    print(
        f"  {engine:8}{'all questions':24}{wall:8.1f} s{cpu:8.1f} s processor"
        f"{memory['bytes'] / 1e6:8,.0f} MB, load {memory['load']:.1f} at the end"
    )


def main(rows: int, *, is_with_spark: bool) -> None:
    """Make the records, ask both engines, compare their answers and print what they took."""
    people = max(rows // ROWS_A_PERSON, 1)
    with TemporaryDirectory() as place:
        folder = Path(place) / "copy"
        make(folder, people)
        size = sum(path.stat().st_size for path in folder.rglob("*.parquet"))
        print(f"{people * ROWS_A_PERSON:,} bills of {people:,} people, {size / 1e6:,.0f} MB")
        print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start")
        engines = tuple(ENGINES) if is_with_spark else ("DuckDB",)
        for engine in engines:
            show(engine, apart(engine, folder))
        said = [json.loads((folder / f"{engine}.json").read_text()) for engine in engines]
        assert all(one == said[0] for one in said), "the engines do not agree"
        if is_with_spark:
            print(f"  {len(QUESTIONS)} questions, the same answers to the cent on both")


if __name__ == "__main__":
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--rows", type=int, default=ROWS)
    reader.add_argument("--without-spark", action="store_true")
    reader.add_argument("--engine", choices=tuple(ENGINES), help=argparse.SUPPRESS)
    reader.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = reader.parse_args()
    if given.engine:
        print(json.dumps(ask(given.engine, given.folder)))
    else:
        main(given.rows, is_with_spark=spark.is_there() and not given.without_spark)
