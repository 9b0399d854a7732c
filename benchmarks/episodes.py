"""Load, score and cut into episodes ten million made-up assessments, beside two plain peers.

Run ``python benchmarks/episodes.py [rows]``. The peers run on the same machine in the same run,
with the same memory and threads: one SQL query written by hand for this one contract, on the same
tables, which checks no code, no answer and no range, knows one tie rule and gives no reasons; and
a bare scan of every column of the Parquet file. Ratios are of processor time, which other work on
the machine distorts least. Each measurement runs in a process of its own, so that its peak of
memory is its own; every file is removed.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import duckdb

from fairterms.outcomes.forms.known_instruments import known_instruments
from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.outcomes.patient_change.episodes import EpisodeReason, EpisodeRule
from fairterms.outcomes.patient_change.score_choice import Pick, Tie
from fairterms.outcomes.set_operations import episode_table, score_table
from fairterms.outcomes.set_operations.episode_table import EpisodeTerms
from fairterms.outcomes.set_operations.score_reading import ScoreReading, ScoreSource
from fairterms.records.delivery import Delivery
from fairterms.records.store import MEMORY, Store
from fairterms.reference.instrument_facts import Direction

ROWS = 10_000_000
THREADS = 2
MOST_MEMORY = 2_000_000_000
BLOCK = 1_000_000
T = TypeVar("T")
READING = ScoreReading(
    ScoringTerms("phq9", missing_items="prorate-up-to-2"), ScoreSource.ANSWERS, None
)
SEEN = date(2027, 3, 31)
TERMS = EpisodeTerms(
    gap_days=90,
    longest=None,
    rule=EpisodeRule(
        direction=Direction.HIGHER_IS_WORSE,
        tie=Tie.LAST_RECORDED,
        index=Pick.FIRST,
        index_within=30,
        index_at_least=10,
        last=Pick.LAST,
        last_from=30,
        last_until=240,
        seen_until=(SEEN - date(1970, 1, 1)).days,
    ),
)
BY_HAND = """
CREATE TEMP TABLE by_hand AS
WITH scored AS (
  SELECT person_id, clinician_id, assessed_on AS day, row,
         list_sum(items) * 9.0::DOUBLE / list_count(items) AS score
  FROM assessments WHERE instrument = 'phq9' AND list_count(items) >= 7),
daily AS (
  SELECT person_id, day, arg_max(score, row) AS score, arg_max(clinician_id, row) AS clinician_id
  FROM scored GROUP BY person_id, day),
marked AS (
  SELECT *, coalesce(day - lag(day) OVER w > 90, true) AS is_start
  FROM daily WINDOW w AS (PARTITION BY person_id ORDER BY day)),
numbered AS (
  SELECT *, sum(is_start::INT) OVER (PARTITION BY person_id ORDER BY day) AS episode FROM marked),
starts AS (
  SELECT *, min(day) OVER (PARTITION BY person_id, episode) AS first_day FROM numbered),
firsts AS (
  SELECT person_id, episode, min(first_day) AS first_day, max(day) + 90 AS last_day,
         min(day) FILTER (score >= 10 AND day - first_day <= 30) AS index_day,
         arg_min(score, day) FILTER (score >= 10 AND day - first_day <= 30) AS index_score,
         arg_min(clinician_id, day) FILTER (score >= 10 AND day - first_day <= 30) AS clinician_id
  FROM starts GROUP BY person_id, episode)
SELECT f.person_id, f.episode, any_value(f.clinician_id) AS clinician_id,
       any_value(f.index_day) AS index_day, any_value(f.index_score) AS index_score,
       max(s.day) AS last_day, arg_max(s.score, s.day) AS last_score
FROM firsts f LEFT JOIN starts s ON s.person_id = f.person_id AND s.episode = f.episode
 AND s.day - f.index_day BETWEEN 30 AND 240
GROUP BY f.person_id, f.episode
"""


def make(folder: Path, rows: int) -> Path:
    """Write made-up PHQ-9 forms as Parquet, block by block: about ten a person, 1 % answers gone.

    A person's forms lie scattered over all blocks, as they do in a feed that comes month by month.
    """
    path, people = folder / "feed.parquet", max(rows // 10, 1)
    answers = ", ".join(
        f"CASE WHEN hash(i * 31 + {n}) % 100 > 0 THEN "
        f"((hash(i * 17 + {n}) % 4 + hash(person) % 3 + hash(i) % 2) // 2)::INTEGER END"
        for n in range(9)
    )
    connection = duckdb.connect(config={"memory_limit": MEMORY, "threads": THREADS})
    connection.execute(
        f"COPY (SELECT 'a' || lpad(i::VARCHAR, 9, '0') AS assessment_id, "  # noqa: S608
        f"'p' || lpad(person::VARCHAR, 8, '0') AS person_id, 't' || person % 5000 AS clinician_id, "
        f"'PHQ-9' AS instrument, '44261-6' AS loinc_code, DATE '2024-01-01' + "
        f"(hash(person) % 300 + i // {people} * 45 + hash(i) % 70)::INTEGER AS assessed_on, "
        f"[{answers}] AS items, 'final' AS status "
        f"FROM (SELECT i, hash(i) % {people} AS person FROM range({rows}) r(i))) "
        f"TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE {min(BLOCK, 122_880)})"
    )
    return path


def timed(work: Callable[[], T]) -> tuple[T, dict[str, float]]:
    """Return what the work gives, with its seconds on the clock and of processor."""
    wall, busy = time.perf_counter(), time.process_time()
    found = work()
    return found, {"wall": time.perf_counter() - wall, "cpu": time.process_time() - busy}


def load(path: Path) -> dict[str, dict[str, float]]:
    """Load the file into a store beside it."""
    with Store(path.with_suffix(".duckdb"), threads=THREADS) as store:
        column_map = store.propose(path, "assessments")
        delivery = Delivery(path, "assessments", "made up", SEEN)
        made, taken = timed(lambda: store.load(delivery, column_map, known_instruments()))
        return {"load": {**taken, "rows": made.rows_loaded}}


def ours(path: Path) -> dict[str, dict[str, float]]:
    """Score and cut with checks, reasons and any declared rule."""
    with Store(path.with_suffix(".duckdb"), threads=THREADS) as store:
        scores, scoring = timed(lambda: score_table.write(store.connection, "phq9", READING))
        table, cutting = timed(lambda: episode_table.write(store.connection, "phq9", scores, TERMS))
        complete = table.counts[EpisodeReason.COMPLETE]
        return {
            "score": {**scoring, "rows": scores.n_scored},
            "episode": {**cutting, "rows": table.n_episodes, "complete": complete},
        }


def by_hand(path: Path) -> dict[str, dict[str, float]]:
    """Do the same with one query written for this contract."""
    with Store(path.with_suffix(".duckdb"), threads=THREADS) as store:
        _, taken = timed(lambda: store.connection.execute(BY_HAND).fetchall())
        counted = store.connection.execute(
            "SELECT count(*), count(*) FILTER (last_day IS NOT NULL) FROM by_hand"
        ).fetchone()
        assert counted is not None
        return {"by hand": {**taken, "rows": counted[0], "complete": counted[1]}}


def scan(path: Path) -> dict[str, dict[str, float]]:
    """Read every value of the file, and nothing else."""
    connection = duckdb.connect(config={"memory_limit": MEMORY, "threads": THREADS})
    # A hash needs every value; a greatest value could be had from the statistics alone.
    sql = f"SELECT bit_xor(hash(COLUMNS(*))) FROM '{path}'"  # noqa: S608
    _, taken = timed(lambda: connection.execute(sql).fetchall())
    return {"scan": taken}


STEPS: dict[str, Callable[[Path], dict[str, dict[str, float]]]] = {
    "load": load,
    "ours": ours,
    "by hand": by_hand,
    "scan": scan,
}


def apart(what: str, path: Path) -> dict[str, dict[str, float]]:
    """Measure in a process of its own, so that its memory is its own."""
    done = subprocess.run(  # noqa: S603 -- this very script
        [sys.executable, __file__, what, str(path)], capture_output=True, check=True, text=True
    )
    found: dict[str, dict[str, float]] = json.loads(done.stdout)
    return found


def show(name: str, taken: dict[str, float]) -> None:
    """Print one line."""
    print(
        f"  {name:34}{taken['wall']:8.1f} s{taken['cpu']:8.1f} s processor"
        f"{taken['memory'] / 1e6:8,.0f} MB" + (f"{taken['rows']:14,.0f}" if "rows" in taken else "")
    )


def main(rows: int) -> None:
    """Measure all, and print figures and ratios."""
    with TemporaryDirectory() as folder:
        path = make(Path(folder), rows)
        print(f"{rows:,} forms of nine answers, {path.stat().st_size / 1e6:,.0f} MB of Parquet")
        found: dict[str, dict[str, float]] = {}
        for step in STEPS:
            found |= apart(step, path)
        for name, taken in found.items():
            show(name, taken)
            assert taken["memory"] < MOST_MEMORY, f"{name}: the memory is not bounded"
        peer, episodes = found["by hand"], found["episode"]
        assert found["load"]["rows"] == rows, "a row was lost"
        assert (peer["rows"], peer["complete"]) == (episodes["rows"], episodes["complete"])
        together = found["score"]["cpu"] + episodes["cpu"]
        whole = found["load"]["cpu"] + together
        scanned = found["scan"]["cpu"]
        print(f"  score and episodes / SQL by hand: {together / peer['cpu']:.2f}")
        print(f"  score and episodes / Parquet scan: {together / scanned:.1f}")
        print(f"  load / Parquet scan: {found['load']['cpu'] / scanned:.1f}")
        print(f"  load, score and episodes / Parquet scan: {whole / scanned:.1f}")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        measured = STEPS[sys.argv[1]](Path(sys.argv[2]))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps({name: {**taken, "memory": peak} for name, taken in measured.items()}))
    else:
        main(int(sys.argv[1]) if len(sys.argv) == 2 else ROWS)
