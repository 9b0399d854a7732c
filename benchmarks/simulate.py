"""How fast and how right the years that may come are simulated, beside other engines.

Run ``python benchmarks/simulate.py [--years N]``. Peers are measured where they are installed:
``pip install numba aggregate==0.30.1 gemact==1.3.0`` (numba runs our own engine). Every engine
runs the same model (``simulate_model``) in a process of its own, on one thread pinned to one
processor; imports and compilation are timed apart; the best of several runs counts. An engine
counts only if its mean, spread, chance of owing and 1 % quantile meet the truth. Sampling meets
sampling and Fourier meets Fourier: an exact law never meets a sample.
"""

import argparse
import os

# One thread an engine, before any library starts its own.
os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["MKL_NUM_THREADS"] = "1"
os.environ["NUMBA_NUM_THREADS"] = "1"

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

# So that the command works from any folder.
sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import simulate_engines as engines
from benchmarks.simulate_model import PATIENTS, TRUTH, Figures, worst

YEARS = 100_000
SAMPLING, FOURIER = "sampling", "exact"
MOST_MEMORY_MB = 250


@dataclass(frozen=True)
class Engine:
    """One line of the table.

    Attributes
    ----------
    title
        As it is shown.
    kind
        SAMPLING or FOURIER; only engines of a kind are compared.
    turns
        The generator of :mod:`simulate_engines`, and what it is given first.
    bar_seconds
        Processor time that ours may take; None for a peer.
    held_years
        Years of a run where the engine cannot hold more; its time is scaled. None for all.
    """

    title: str
    kind: str
    turns: tuple[Callable[..., engines.Turns], str | float]
    bar_seconds: float | None = None
    held_years: int | None = None

    @property
    def runs(self) -> int:
        """How many, of which the best counts: as many for a peer as for ours."""
        return 3 if self.kind == SAMPLING else 9

    def years(self, asked: int) -> int:
        """Return how many years a run has; 0 for an exact law."""
        return 0 if self.kind == FOURIER else min(asked, self.held_years or asked)


ENGINES = {
    "numpy": Engine("ours, NumPy", SAMPLING, (engines.table_engine, "numpy"), 0.7),
    "numba": Engine("ours, numba", SAMPLING, (engines.table_engine, "numba"), 0.2),
    "plain": Engine("plain NumPy lognormal", SAMPLING, (engines.plain_numpy, "")),
    "gemact": Engine(
        "GEMAct 1.3.0 Monte Carlo",
        SAMPLING,
        (engines.gemact_sampling, ""),
        held_years=engines.GEMACT_YEARS,
    ),
    "exact": Engine("ours, our step", FOURIER, (engines.exact_engine, 0.0), 0.015),
    **{
        f"exact{step}": Engine(f"ours, ${step}", FOURIER, (engines.exact_engine, float(step)), bar)
        for step, bar in ((100, 0.015), (50, 0.015), (10, None))
    },
    **{
        f"aggregate{step}": Engine(
            f"aggregate 0.30.1, ${step}", FOURIER, (engines.aggregate_engine, float(step))
        )
        for step in (100, 50, 10)
    },
    **{
        f"gemact{step}": Engine(
            f"GEMAct 1.3.0 Fourier, ${step}", FOURIER, (engines.gemact_fourier, float(step))
        )
        for step in (100, 50, 10)
    },
}
OURS = [name for name, engine in ENGINES.items() if engine.title.startswith("ours")]


# One engine, in a process of its own -------------------------------------------------------------


def measure(engine: Engine, asked: int) -> dict[str, Any]:
    """Run one engine, and return what it took and found."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    make, given = engine.turns
    years = engine.years(asked)
    turns = make(given, years)
    importing, _, _ = _timed(turns)
    readying, _, _ = _timed(turns)
    taken = [_timed(turns) for _ in range(engine.runs)]
    run = taken[-1][2]
    memory = _own_memory()
    assert run is not None, "a run finds something"
    found = run()
    scale = asked / years if years else 1.0
    return {
        "importing": importing,
        "readying": readying,
        "cpu": min(cpu for cpu, _, _ in taken) * scale,
        "wall": min(wall for _, wall, _ in taken) * scale,
        "memory": memory,
        "years": years,
        **asdict(found),
    }


def _timed(turns: engines.Turns) -> tuple[float, float, engines.Run | None]:
    """Take one turn; return its processor time, its time by the clock, and what it gave."""
    cpu, wall = time.process_time(), time.perf_counter()
    given = next(turns)
    return time.process_time() - cpu, time.perf_counter() - wall, given


def _own_memory() -> float:
    """Return the most memory the process held, in MB; NaN where the system does not say."""
    # What getrusage says counts the memory of the process that started this one.
    status = Path("/proc/self/status")
    held = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(held[1]) * 1024 / 1e6 if held else float("nan")


def apart(name: str, years: int) -> dict[str, Any]:
    """Measure an engine in a process of its own; say why where it cannot run."""
    command = [sys.executable, __file__, "--years", str(years), "--engine", name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode == 0:
        result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return result
    why = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no word why"
    missing = re.search(r"No module named '(\w+)'", why)
    return {"failed": f"{missing[1]} is not installed" if missing else why}


# The table ---------------------------------------------------------------------------------------


def line(engine: Engine, found: dict[str, Any]) -> str:
    """Return an engine's line."""
    if "failed" in found:
        return f"{engine.title:26} {found['failed']}"
    figures = Figures(**found["figures"])
    share = worst(figures, found["years"])
    time_of = (found["cpu"], found["wall"])
    shown = "".join(f"{1e3 * one:10,.1f}" for one in time_of)
    scaled = "*" if engine.held_years else " "
    return (
        f"{engine.title:26}{shown}{scaled}{found['importing']:7.2f}{found['readying']:7.2f}"
        f"{found['memory']:7.0f}{figures.mean - TRUTH.mean:+10.1f}"
        f"{100 * (figures.sd / TRUTH.sd - 1):+9.3f}{figures.owes:10.5f}"
        f"{figures.low - TRUTH.low:+10.0f}{share:7.2f} {'' if share <= 1 else 'DOES NOT COUNT'}"
    )


HEADER = (
    f"{'':26}{'CPU ms':>10}{'wall ms':>10} {'import':>7}{'ready':>7}{'MB':>7}{'mean':>10}"
    f"{'sd %':>9}{'P(owes)':>10}{'1 % q.':>10}{'error':>7}"
)


def counts(found: dict[str, Any]) -> bool:
    """Say whether an engine ran and met the truth."""
    if "failed" in found:
        return False
    return worst(Figures(**found["figures"]), found["years"]) <= 1


def ratios(results: dict[str, dict[str, Any]]) -> list[str]:
    """Return how many times as long each peer takes, in processor time, like against like."""
    pairs = [(ours, peer) for ours in ("numpy", "numba") for peer in ("plain", "gemact")]
    steps = ("100", "50", "10")
    pairs += [
        (f"exact{step}", f"{peer}{step}") for peer in ("aggregate", "gemact") for step in steps
    ]
    return [
        f"  {ENGINES[peer].title} takes {results[peer]['cpu'] / results[ours]['cpu']:.1f} times "
        f"as long as {ENGINES[ours].title}"
        for ours, peer in pairs
        if peer in results and counts(results[ours]) and counts(results[peer])
    ]


def bars(results: dict[str, dict[str, Any]], years: int) -> list[str]:
    """Return each bar with what was measured; times are for 100,000 years."""
    lines = []
    for name in OURS:
        bar, found = ENGINES[name].bar_seconds, results[name]
        if bar is None or "failed" in found:
            continue
        took = found["cpu"] * (YEARS / years if ENGINES[name].kind == SAMPLING else 1.0)
        lines.append(_bar(f"{ENGINES[name].title}: CPU ms", 1e3 * took, 1e3 * bar))
        lines.append(_bar(f"{ENGINES[name].title}: MB", found["memory"], MOST_MEMORY_MB))
    if counts(results["numpy"]) and counts(results["numba"]):
        is_same = results["numpy"]["digest"] == results["numba"]["digest"]
        lines.append(f"  {'met   ' if is_same else 'MISSED'} both samplers give the same bytes")
    return lines


def _bar(what: str, measured: float, most: float) -> str:
    said = "met   " if measured <= most else "MISSED"
    return f"  {said} {what} {measured:,.1f}, bar {most:,.0f}"


def report(years: int) -> bool:
    """Measure every engine, print, and say whether ours are right."""
    print(f"{years:,} years x {PATIENTS:,} patients; load {os.getloadavg()[0]:.1f} at the start")
    print(f"truth: mean {TRUTH.mean:,.0f}, sd {TRUTH.sd:,.0f}, P(owes) {TRUTH.owes}, ", end="")
    print(f"1 % quantile {TRUTH.low:,.0f}; differences from it below")
    results: dict[str, dict[str, Any]] = {}
    for kind in (SAMPLING, FOURIER):
        print(f"\n{kind}\n{HEADER}")
        for name, engine in ENGINES.items():
            if engine.kind == kind:
                results[name] = apart(name, years)
                print(line(engine, results[name]), flush=True)
    print("\n  *  scaled from fewer years, which is all it can hold; error against what it may be")
    for name, found in results.items():
        for note in found.get("notes", ()):
            print(f"  {ENGINES[name].title}: {note}")
    print("\nratios of processor time", *ratios(results), sep="\n")
    print("\nbars", *bars(results, years), sep="\n")
    print(f"\nload {os.getloadavg()[0]:.1f} at the end")
    return all(counts(results[name]) for name in OURS if "failed" not in results[name])


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all engines, or one in this process."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--years", type=int, default=YEARS, help="simulated years of a run")
    parser.add_argument("--engine", choices=sorted(ENGINES), help="measure one, and print JSON")
    asked = parser.parse_args(arguments)
    if asked.engine:
        print(json.dumps(measure(ENGINES[asked.engine], asked.years)))
        return 0
    return 0 if report(asked.years) else 1


if __name__ == "__main__":
    sys.exit(main())
