"""How fast contracts are settled: the engine, exact and float, beside NumPy written by hand.

Run it with ``python benchmarks/settle.py [FILE.csv]``. The file holds federal shared-savings rows,
as examples/mssp/README.md describes; without one, rows are made up. The rules are those of
examples/mssp: dozens of versions of the terms, one for every track and year, each settled for all
of its rows at once. The version by hand knows the same rules as Python code.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

# So that the command works from any folder: examples are not installed.
sys.path.insert(0, str(Path(__file__).parents[1]))

from examples.mssp.federal_row import Row
from examples.mssp.settle_rows import Reading, read_row, read_rows, settle_rows, table_of

from fairterms.contract.clause import Contract
from fairterms.settle.panel import settle_panel
from fairterms.units.number import Column

FEDERAL = Path(__file__).resolve().parents[2] / "shared/data/mssp/settlement_2014_2022.csv"
REPEATS = 7
LARGE = 200_000
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Group:
    """Rows of one track and year: their terms, and their figures as columns of both kinds."""

    track: str
    year: int
    terms: Contract
    exact: dict[str, Column]
    floats: dict[str, Floats]


def groups_of(rows: Sequence[Row]) -> list[Group]:
    """Read the rows and put those with the same terms together."""
    by_key: dict[tuple[str, int], list[Reading]] = {}
    for place, row in enumerate(rows):
        by_key.setdefault((row.track, row.year), []).append(read_row(place, row))
    return [
        Group(track, year, readings[0].terms, exact, as_floats(exact))
        for (track, year), readings in by_key.items()
        for exact in [table_of(readings)]
    ]


def as_floats(table: dict[str, Column]) -> dict[str, Floats]:
    """Turn exact columns into float columns."""
    return {name: column.astype(np.float64) for name, column in table.items()}


def made_up_rows(number: int) -> list[Row]:
    """Make up rows of all tracks that ran in 2020; the same on every run."""
    draws = np.random.default_rng(2020)
    tracks = ("TRACK_1", "BASIC_B", "BASIC_E", "ENHANCED")
    rows = []
    for at in range(number):
        bench = int(draws.integers(20_000_000, 900_000_000))
        cells = {
            "aco_id": f"A{at}",
            "py": "2020",
            "track": tracks[at % len(tracks)],
            "n_ab": str(draws.integers(500, 90_000)),
            "msr": "0.01",
            "bench": str(bench),
            "exp": str(int(bench * draws.normal(0.98, 0.04))),
            "qual": str(round(float(draws.uniform(0.6, 1)), 4)),
            "met_qps": "1",
            "earn": "0",
        }
        rows.append(Row(cells))
    return rows


# The same rules, written by hand -------------------------------------------------------------

SIZES = [500, 1e3, 3e3, 5e3, 6e3, 7e3, 8e3, 9e3, 10e3, 15e3, 20e3, 50e3, 60e3]
RATES = [0.122, 0.087, 0.05, 0.039, 0.036, 0.034, 0.032, 0.031, 0.03, 0.027, 0.025, 0.022, 0.02]
# Highest sharing rate, cap, and for two-sided tracks the shares of revenue and benchmark owed.
TRACKS: dict[str, tuple[float, float, float, float]] = {
    "TRACK_1": (0.5, 0.1, 0, 0),
    "TRACK_1_PLUS": (0.5, 0.1, 0.08, 0.04),
    "TRACK_2": (0.6, 0.15, np.inf, np.inf),
    "TRACK_3": (0.75, 0.2, np.inf, 0.15),
    "BASIC_A": (0.4, 0.1, 0, 0),
    "BASIC_B": (0.4, 0.1, 0, 0),
    "BASIC_C": (0.5, 0.1, 0.02, 0.01),
    "BASIC_D": (0.5, 0.1, 0.04, 0.02),
    "BASIC_E": (0.5, 0.1, 0.08, 0.04),
    "ENHANCED": (0.75, 0.2, np.inf, 0.15),
}


def by_hand(track: str, year: int, given: dict[str, Floats]) -> Floats:
    """Return what is paid, in whole dollars: one function, no steps, no explanations."""
    benchmark, savings = given["total_benchmark"], given["total_benchmark"] - given["cost"]
    sharing_rate, cap, _, _ = TRACKS[track]
    minimum = np.interp(given["members"], SIZES, RATES)
    if TRACKS[track][3]:
        minimum = np.where(given["elects_fixed_minimum"] >= 1, given["elected_minimum"], minimum)
    counted = savings
    if year >= 2024:
        counted = np.where((savings > 0) & (given["guardrail_applies"] >= 1), 0, savings)
    saved = (counted > 0) & (counted >= minimum * benchmark)
    gains = np.where(saved, counted, 0) * sharing_rate
    if year >= 2024 and track.startswith("BASIC"):
        half = (given["members"] >= 5_000) * given["half_rate_applies"] * sharing_rate / 2
        gains = gains + np.where(~saved & (counted > 0), counted, 0) * half
    paid = gains * quality_by_hand(year, given) * (1 if 2019 <= year <= 2020 else 0.98)
    result = np.minimum(paid, cap * benchmark)
    if TRACKS[track][3]:
        lost = np.where((savings < 0) & (-savings >= minimum * benchmark), -savings, 0)
        result = result - owed_by_hand(track, year, lost, given)
    result = result - np.minimum(given["advance_balance"], np.maximum(result, 0))
    return np.asarray(np.sign(result) * np.floor(np.abs(result) + 0.5))


def quality_by_hand(year: int, given: dict[str, Floats]) -> Floats:
    """Return the share of the highest rate that quality leaves."""
    if year <= 2020:
        return given["meets_standard"] * given["quality_score"]
    if year <= 2022:
        return given["meets_standard"]
    other = given["meets_alternative"] * given["quality_score"]
    return np.asarray(np.maximum(given["meets_standard"], other))


def owed_by_hand(track: str, year: int, lost: Floats, given: dict[str, Floats]) -> Floats:
    """Return what is owed of a loss, after its limits and relief."""
    _, _, of_revenue, of_benchmark = TRACKS[track]
    passed = given["meets_standard"] + (year >= 2023) * given["meets_alternative"] >= 1
    score = given["quality_score"]
    rate: Floats | float = 0.3
    if track in {"TRACK_3", "ENHANCED"}:
        rate = np.where(passed, np.clip(1 - 0.75 * score, 0.4, 0.75), 0.75)
    limit = np.minimum(of_revenue * given["revenue"], of_benchmark * given["total_benchmark"])
    if track == "TRACK_2":
        rate = np.where(passed, np.clip(1 - 0.6 * score, 0.4, 0.6), 0.6)
        years = given["agreement_year"]
        share = np.where(years >= 3, 0.1, np.where(years >= 2, 0.075, 0.05))
        limit = share * given["total_benchmark"]
    owed = np.minimum(lost * rate, limit)
    return np.asarray(np.maximum(owed - np.abs(given["disaster_relief"]), 0))


# Measuring -----------------------------------------------------------------------------------


def seconds(work: Callable[[], object]) -> float:
    """Return the median time of a piece of work."""
    taken = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def check_same(groups: Sequence[Group]) -> None:
    """Refuse to compare speeds of versions that do not pay the same."""
    for group in groups:
        ours = settle_panel(group.terms, group.exact).payable.values.astype(np.float64)
        floats = settle_panel(group.terms, group.floats).payable.values
        hand = by_hand(group.track, group.year, group.floats)
        # Half a dollar may be rounded either way in floats.
        assert np.max(np.abs(ours - floats)) <= 1, (group.track, group.year)
        assert np.max(np.abs(ours - hand)) <= 1, (group.track, group.year)


def large(group: Group) -> Group:
    """Repeat a group's rows up to :data:`LARGE` rows of one contract."""
    times = -(-LARGE // len(group.exact["cost"]))
    floats = {name: np.tile(column, times)[:LARGE] for name, column in group.floats.items()}
    return Group(group.track, group.year, group.terms, {}, floats)


def report(name: str, rows: int, took: float, than: float | None = None) -> None:
    """Print one line: rows, seconds, rows per second, and how many times the version by hand."""
    ratio = f"{took / than:8.1f} x" if than else ""
    print(f"{name:34}{rows:>9,} rows{took:9.4f} s{rows / took:>14,.0f} rows/s{ratio}")


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    file = Path(arguments[0]) if arguments else FEDERAL
    if arguments and not file.is_file():
        print(f"there is no file {file}; leave it out to settle made-up rows")
        return 2
    rows = read_rows(file) if file.is_file() else made_up_rows(4_122)
    groups = groups_of(rows)
    check_same(groups)
    number = len(rows)
    source = file.name if file.is_file() else "made-up rows"
    print(f"{source}: {number:,} rows, {len(groups)} versions of the terms\n")
    hand = seconds(lambda: [by_hand(each.track, each.year, each.floats) for each in groups])
    floats = seconds(lambda: [settle_panel(each.terms, each.floats) for each in groups])
    exact = seconds(lambda: [settle_panel(each.terms, each.exact) for each in groups])
    report("by hand, NumPy floats", number, hand)
    report("engine, floats, every step kept", number, floats, hand)
    report("engine, exact, every step kept", number, exact, hand)
    report("engine, exact, read and compared", number, seconds(lambda: settle_rows(rows)), hand)
    biggest = large(max(groups, key=lambda each: len(each.exact["cost"])))
    hand = seconds(lambda: by_hand(biggest.track, biggest.year, biggest.floats))
    floats = seconds(lambda: settle_panel(biggest.terms, biggest.floats))
    print()
    report("one contract by hand, floats", LARGE, hand)
    report("one contract, engine, floats", LARGE, floats, hand)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
