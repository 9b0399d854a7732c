"""Whether a count of 1 to 10 people can be worked out of released tables, and what safety costs.

Run ``python benchmarks/suppression.py``: 100,000 random 4 x 5 tables and 2,000 pairs of a half year
and its year, about three hours of one processor. ``--tables 300 --pairs 20`` takes under a minute,
and ``--seed`` gives other tables, so that parts can run beside each other. Each release is examined
by another method than the one that made it: tables by maximum flow, pairs as counts and
differences. Beside it stands the naive method, which hides small counts alone.

One derivable count ends the run with exit code 1.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from fairterms.audit.release.count_table import CountTable
from fairterms.audit.release.evidence import ReleasedTable, release
from fairterms.units.refusal import Refusal
from tests.audit.release.outsider import derivable_between, derivable_by_flow, draw, table

SEED = 20_261_122
ROWS, COLUMNS = 4, 5

MEDIANS = (8.0, 40.0)
"""The median count of a table lies between these, so that from a tenth to over half are small."""


@dataclass
class Tally:
    """What a run has seen so far."""

    tables: int = 0
    small: int = 0
    derivable: int = 0
    refused: int = 0
    seconds: float = 0.0
    hidden: list[float] = field(default_factory=list)
    naive_tables: int = 0
    naive_counts: int = 0
    naive_tried: int = 0

    def lines(self) -> Iterator[str]:
        """Yield the figures, one line each."""
        yield f"tables released            {self.tables:,} ({self.refused:,} refused)"
        yield f"counts of 1 to 10 in them  {self.small:,}"
        yield f"derivable                  {self.derivable:,}"
        if self.hidden:
            yield f"share of counts hidden     {np.mean(self.hidden):.1%}"
            yield f"runtime                    {self.seconds:.1f} s"
            yield f"  a table                  {1000 * self.seconds / self.tables:.0f} ms"
        if self.naive_tried:
            yield f"naive: tables that leak    {self.naive_tables / self.tables:.1%}"
            yield f"naive: hidden given back   {self.naive_counts / self.small:.1%}"


def small(counts: CountTable) -> int:
    """Count the counts of 1 to 10 people of a table with margins."""
    full = counts.with_margins()
    return int(((full >= 1) & (full <= 10)).sum())


def one_table(tally: Tally, counts: CountTable) -> None:
    """Release one table, attack it, and attack the naive release of it."""
    started = time.process_time()
    found = release([counts])
    tally.seconds += time.process_time() - started
    tally.tables += 1
    tally.small += small(counts)
    tally.hidden.append(found.share_hidden)
    tally.derivable += derivable_by_flow(found.tables[0])
    full = counts.with_margins()
    naive = derivable_by_flow(ReleasedTable(counts, (full >= 1) & (full <= 10)), strict=False)
    tally.naive_tried += 1
    tally.naive_counts += naive
    tally.naive_tables += naive > 0


def one_pair(tally: Tally, generator: np.random.Generator) -> None:
    """Release a half year and then its year, and attack both together."""
    first = draw(generator, 3, 3).counts
    year = first + draw(generator, 3, 3).counts // 2
    started = time.process_time()
    try:
        half = release([table(first, ("half",))])
        whole = release([table(year, ("half", "rest"))], [half])
    except Refusal:
        tally.refused += 1
        return
    finally:
        tally.seconds += time.process_time() - started
    tally.tables += 2
    tally.small += small(half.tables[0].table) + small(whole.tables[0].table)
    tally.hidden += [half.share_hidden, whole.share_hidden]
    tally.derivable += derivable_between(half.tables[0], whole.tables[0])


def main(given: list[str]) -> int:
    """Run the trials and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--tables", type=int, default=100_000)
    parser.add_argument("--pairs", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args(given)
    generator = np.random.default_rng(asked.seed)
    alone, pairs = Tally(), Tally()
    for _ in range(asked.tables):
        one_table(alone, draw(generator, ROWS, COLUMNS, generator.uniform(*MEDIANS)))
    for _ in range(asked.pairs):
        one_pair(pairs, generator)
    print(f"{ROWS} x {COLUMNS} tables with margins, seed {asked.seed}", *alone.lines(), sep="\n  ")
    print("pairs of a half year and its year, 3 x 3", *pairs.lines(), sep="\n  ")
    return 1 if alone.derivable + pairs.derivable else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
