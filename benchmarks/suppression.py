"""Whether a count of 1 to 10 people can be worked out of released tables, and what safety costs.

Run ``python benchmarks/suppression.py``: 100,000 random 4 x 5 tables and 2,000 pairs of a half year
and its year, about half an hour of one processor, in blocks that are drawn by seeds of their own.
``--tables 300 --pairs 20`` takes a few seconds. ``--processes`` lets blocks run beside each other,
``--kept FOLDER`` keeps each finished block, so that a run that was stopped goes on where it was,
and ``--nice 19`` lets others go first.

Each release is examined by another method than the one that made it: tables by maximum flow, pairs
as counts and differences. Beside it stands the naive method, which hides small counts alone.
``--plant`` puts a fault into the making of releases, to see that the examination finds it:
``shown-again`` shows one hidden count of a table too many, ``half-asked`` never asks whether a
count could be more than 10.

One derivable count ends the run with exit code 1.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from unittest.mock import patch

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from fairterms.audit.release import bounds, choice
from fairterms.audit.release.count_table import CountTable
from fairterms.audit.release.evidence import ReleasedTable, TableRelease, release
from fairterms.audit.release.knowledge import Knowledge
from fairterms.units.refusal import Refusal
from tests.audit.release.outsider import derivable_between, derivable_by_flow, draw, table

SEED = 20_261_122
ROWS, COLUMNS = 4, 5

MEDIANS = (8.0, 40.0)
"""The median count of a table lies between these, so that from a tenth to over half are small."""

SIZES = {"tables": 500, "pairs": 100}
"""How many of each kind a block holds."""

PLANTS = ("shown-again", "half-asked")


@dataclass(frozen=True)
class Block:
    """Some of the trials, drawn by a seed of their own.

    Attributes
    ----------
    kind
        "tables" or "pairs".
    number, size
        Which block of its kind, from 0, and how many trials are in it.
    seed
        Of the whole run.
    plant
        The fault put in, or an empty text.
    """

    kind: str
    number: int
    size: int
    seed: int
    plant: str

    @property
    def file_name(self) -> str:
        """Where the block is kept; a block of other settings has another name."""
        plant = f"-{self.plant}" if self.plant else ""
        return f"{self.kind}-{self.seed}-{self.number:05}-{self.size}{plant}.json"


@dataclass
class Tally:
    """What some trials have seen."""

    tables: int = 0
    small: int = 0
    derivable: int = 0
    refused: int = 0
    seconds: float = 0.0
    examined_seconds: float = 0.0
    hidden: float = 0.0
    naive_tables: int = 0
    naive_counts: int = 0

    def add(self, other: "Tally") -> None:
        """Add what other trials have seen."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    def lines(self) -> Iterator[str]:
        """Yield the figures, one line each."""
        yield f"tables released            {self.tables:,} ({self.refused:,} refused)"
        yield f"counts of 1 to 10 in them  {self.small:,}"
        yield f"derivable                  {self.derivable:,}"
        if self.tables:
            yield f"share of counts hidden     {self.hidden / self.tables:.1%}"
            yield f"runtime, releases          {self.seconds:,.1f} s of one processor"
            yield f"  a table                  {1000 * self.seconds / self.tables:.1f} ms"
            yield f"runtime, examination       {self.examined_seconds:,.1f} s"
        if self.naive_tables:
            yield f"naive: tables that leak    {self.naive_tables / self.tables:.1%}"
            yield f"naive: hidden given back   {self.naive_counts / self.small:.1%}"


def small(counts: CountTable) -> int:
    """Count the counts of 1 to 10 people of a table with margins."""
    full = counts.with_margins()
    return int(((full >= 1) & (full <= 10)).sum())


def one_table(counts: CountTable, plant: str) -> Tally:
    """Release one table, attack it, and attack the naive release of it."""
    started = time.process_time()
    found = release([counts])
    made = time.process_time()
    released = shown_again(found) if plant == "shown-again" else found.tables[0]
    derivable = derivable_by_flow(released)
    full = counts.with_margins()
    naive = derivable_by_flow(ReleasedTable(counts, (full >= 1) & (full <= 10)), strict=False)
    return Tally(
        tables=1,
        small=small(counts),
        derivable=derivable,
        seconds=made - started,
        examined_seconds=time.process_time() - made,
        hidden=found.share_hidden,
        naive_tables=int(naive > 0),
        naive_counts=naive,
    )


def shown_again(found: TableRelease) -> ReleasedTable:
    """Show the first larger count of a table that is hidden; it was hidden for a reason."""
    released = found.tables[0]
    full, is_hidden = released.table.with_margins(), released.is_hidden.copy()
    spare = np.argwhere(is_hidden & (full > 10))
    if len(spare):
        is_hidden[tuple(spare[0])] = False
    return replace(released, is_hidden=is_hidden)


def one_pair(generator: np.random.Generator) -> Tally:
    """Release a half year and then its year, and attack both together."""
    first = draw(generator, 3, 3).counts
    year = first + draw(generator, 3, 3).counts // 2
    started = time.process_time()
    try:
        half = release([table(first, ("half",))])
        whole = release([table(year, ("half", "rest"))], [half])
    except Refusal:
        return Tally(refused=1, seconds=time.process_time() - started)
    made = time.process_time()
    return Tally(
        tables=2,
        small=small(half.tables[0].table) + small(whole.tables[0].table),
        derivable=derivable_between(half.tables[0], whole.tables[0]),
        seconds=made - started,
        examined_seconds=time.process_time() - made,
        hidden=half.share_hidden + whole.share_hidden,
    )


def run(block: Block) -> Tally:
    """Draw the trials of a block, release and examine them."""
    generator = np.random.default_rng([block.seed, len(block.kind), block.number])
    tally = Tally()
    with half_asked() if block.plant == "half-asked" else nullcontext():
        for _ in range(block.size):
            if block.kind == "pairs":
                tally.add(one_pair(generator))
            else:
                counts = draw(generator, ROWS, COLUMNS, generator.uniform(*MEDIANS))
                tally.add(one_table(counts, block.plant))
    return tally


@contextmanager
def half_asked() -> Iterator[None]:
    """Put in a fault: neither choice nor proof asks whether a count could be more than 10."""

    def aims(knowledge: Knowledge) -> list[choice.Aim]:
        return [(at, 1) for at in np.flatnonzero(knowledge.is_small).tolist()]

    with (
        patch.object(choice, "_aims", aims),
        patch.object(bounds.Bounds, "is_safe", property(lambda found: found.low <= 1)),
    ):
        yield


def blocks(asked: argparse.Namespace) -> list[Block]:
    """Return all blocks that were asked for, tables first."""
    return [
        Block(kind, number, min(size, total - number * size), asked.seed, asked.plant)
        for kind, size in SIZES.items()
        for total in [getattr(asked, kind)]
        for number in range(-(-total // size))
    ]


def kept(folder: Path | None, block: Block) -> Tally | None:
    """Read a block that was finished before."""
    if folder is None or not (folder / block.file_name).exists():
        return None
    return Tally(**json.loads((folder / block.file_name).read_text()))


def keep(folder: Path | None, block: Block, tally: Tally) -> None:
    """Write a finished block, all of it or nothing."""
    if folder is not None:
        written = folder / f"{block.file_name}.part"
        written.write_text(json.dumps(asdict(tally)))
        written.replace(folder / block.file_name)


def run_all(asked: argparse.Namespace) -> dict[str, Tally]:
    """Run every block that is not kept, say how far it is, and add them up."""
    totals = {kind: Tally() for kind in SIZES}
    waiting = []
    for block in blocks(asked):
        before = kept(asked.kept, block)
        if before is None:
            waiting.append(block)
        else:
            totals[block.kind].add(before)
    started = time.monotonic()
    for done, (block, tally) in enumerate(finished(waiting, asked), 1):
        keep(asked.kept, block, tally)
        totals[block.kind].add(tally)
        seconds = time.monotonic() - started
        derivable = sum(total.derivable for total in totals.values())
        print(
            f"{block.kind} block {block.number}: {done} of {len(waiting)} blocks, {seconds:,.0f} s,"
            f" {seconds / done * (len(waiting) - done):,.0f} s to go, {derivable:,} derivable",
            flush=True,
        )
    return totals


def finished(waiting: list[Block], asked: argparse.Namespace) -> Iterator[tuple[Block, Tally]]:
    """Yield each block when it is finished."""
    if asked.processes == 1:
        yield from ((block, run(block)) for block in waiting)
        return
    with ProcessPoolExecutor(asked.processes) as workers:
        started = {workers.submit(run, block): block for block in waiting}
        for future in as_completed(started):
            yield started[future], future.result()


def main(given: list[str]) -> int:
    """Run the trials and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--tables", type=int, default=100_000)
    parser.add_argument("--pairs", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--kept", type=Path, help="folder of finished blocks")
    parser.add_argument("--nice", type=int, default=0, help="19 lets everybody else go first")
    parser.add_argument("--plant", choices=PLANTS, default="", help="a fault to be found")
    asked = parser.parse_args(given)
    if asked.nice:
        os.nice(asked.nice)
    if asked.kept:
        asked.kept.mkdir(parents=True, exist_ok=True)
    totals = run_all(asked)
    heads = {
        "tables": f"{ROWS} x {COLUMNS} tables with margins, seed {asked.seed}",
        "pairs": "pairs of a half year and its year, 3 x 3",
    }
    for kind, tally in totals.items():
        print(heads[kind], *tally.lines(), sep="\n  ")
    return 1 if any(tally.derivable for tally in totals.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
