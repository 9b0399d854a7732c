"""Load ten million made-up assessments, and say what it took beside a plain scan of the same file.

Run ``python benchmarks/records.py [rows]``. The named peer is DuckDB itself, reading every column
of the same file in the same run with the same memory and threads: it checks nothing, keeps nothing
and knows no row numbers. The ratio is of processor time, which other work on the machine distorts
least. Each measurement runs in a process of its own; every file is removed.
"""

import json
import resource
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from fairterms.records.acceptance import accept
from fairterms.records.delivery import Delivery
from fairterms.records.instrument import KnownInstrument, known
from fairterms.records.store import MEMORY, Store

ROWS = 10_000_000
THREADS = 2
MOST_MEMORY = 2_000_000_000
INSTRUMENTS = known(
    [KnownInstrument("phq9", Decimal(0), Decimal(27), frozenset({"44261-6"}), 9, total_is_sum=True)]
)


def make(folder: Path, rows: int) -> None:
    """Write made-up assessments as Parquet and CSV; a row in 10,000 has an impossible score."""
    parquet, text = folder / "feed.parquet", folder / "feed.csv"
    duckdb.execute(f"SET memory_limit = '{MEMORY}'")
    columns = (
        "'a' || lpad(i::VARCHAR, 9, '0') AS assessment_id, "
        "'p' || hash(i // 9) % 1000000 AS person_id, 'PHQ-9' AS instrument, "
        "'44261-6' AS loinc_code, DATE '2024-01-01' + (hash(i) % 1000)::INTEGER AS assessed_on, "
        "CASE WHEN i % 10000 = 77 THEN 300 ELSE hash(i + 1) % 28 END AS score, 'final' AS status"
    )
    made = f"SELECT {columns} FROM range({rows}) r(i)"  # noqa: S608
    duckdb.execute(f"COPY ({made}) TO '{parquet}' (FORMAT parquet)")
    duckdb.execute(f"COPY (FROM '{parquet}') TO '{text}' (HEADER)")


def load(path: Path) -> dict[str, float]:
    """Load a file as a user would, and accept it."""
    with (
        TemporaryDirectory(dir=path.parent) as folder,
        Store(Path(folder) / "records.duckdb", threads=THREADS) as store,
    ):
        started, busy = time.perf_counter(), time.process_time()
        column_map = store.propose(path, "assessments")
        delivery = Delivery(path, "assessments", "made up", date(2027, 4, 1))
        made = store.load(delivery, column_map, INSTRUMENTS)
        loaded, busy = time.perf_counter(), time.process_time() - busy
        accept(store, made.load_id, instruments=INSTRUMENTS)
        accepted = time.perf_counter()
        assert store.load(delivery, column_map, INSTRUMENTS).is_repeat
        repeated = time.perf_counter()
        size = store.path.stat().st_size
        return {
            "seconds": loaded - started,
            "processor": busy,
            "accept": accepted - loaded,
            "again": repeated - accepted,
            "size": size,
            "read": made.rows_read,
            "aside": made.rows_set_aside,
        }


def scan(path: Path) -> dict[str, float]:
    """Read every column of a file with DuckDB alone."""
    duckdb.execute(f"SET memory_limit = '{MEMORY}'")
    duckdb.execute(f"SET threads = {THREADS}")
    started, busy = time.perf_counter(), time.process_time()
    # A hash needs every value; a greatest value could be had from the statistics alone.
    duckdb.execute(f"SELECT bit_xor(hash(COLUMNS(*))) FROM '{path}'").fetchall()  # noqa: S608
    return {"seconds": time.perf_counter() - started, "processor": time.process_time() - busy}


def apart(what: str, path: Path) -> dict[str, float]:
    """Measure in a process of its own, so that its memory is its own."""
    done = subprocess.run(  # noqa: S603 -- this very script
        [sys.executable, __file__, what, str(path)], capture_output=True, check=True, text=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main(rows: int) -> None:
    """Measure Parquet and CSV and print."""
    with TemporaryDirectory() as folder:
        make(Path(folder), rows)
        for name in ("feed.parquet", "feed.csv"):
            path = Path(folder) / name
            ours, peer = apart("load", path), apart("scan", path)
            assert ours["read"] == rows, "a row was lost"
            assert ours["memory"] < MOST_MEMORY, "the memory is not bounded"
            print(
                f"{name} ({path.stat().st_size / 1e6:,.0f} MB): {rows:,} rows, "
                f"{ours['aside']:,.0f} set aside, in {ours['seconds']:.1f} s "
                f"({ours['processor']:.1f} s of processor time); "
                f"accepted in {ours['accept']:.1f} s; known again in {ours['again']:.1f} s; "
                f"peak memory {ours['memory'] / 1e6:,.0f} MB; "
                f"store {ours['size'] / 1e6:,.0f} MB"
            )
            print(
                f"   DuckDB scan: {peer['seconds']:.1f} s ({peer['processor']:.1f} s of processor "
                f"time), {peer['memory'] / 1e6:,.0f} MB; "
                f"ratio {ours['processor'] / peer['processor']:.1f}"
            )


if __name__ == "__main__":
    if len(sys.argv) == 3:
        measured = {"load": load, "scan": scan}[sys.argv[1]](Path(sys.argv[2]))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps({**measured, "memory": peak}))
    else:
        main(int(sys.argv[1]) if len(sys.argv) == 2 else ROWS)
