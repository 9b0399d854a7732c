"""How well contracts are read, part by part, each figure beside a baseline.

Run it with ``python benchmarks/reading.py``; ``--quick`` takes small samples, ``--write`` also
writes docs/manual/accuracy.md. Figures are given for each family of texts and never pooled. Parts
whose texts are not on this machine say so.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

# So that the command works from any folder: the labelled texts are read by a neighbour module.
sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import (
    reading_absence,
    reading_clauses,
    reading_labels,
    reading_quotes,
    reading_speed,
    reading_traps,
    reading_versions,
)
from benchmarks.reading_tables import Part, as_markdown, as_text
from benchmarks.reading_texts import FULL, QUICK, Size

PAGE = Path(__file__).parents[1] / "docs/manual/accuracy.md"
PARTS: tuple[Callable[[Size], Part], ...] = (
    reading_speed.measure,
    reading_absence.measure,
    reading_traps.measure,
    reading_versions.measure,
    reading_labels.measure,
    reading_quotes.measure,
    reading_clauses.measure_terms,
    reading_clauses.measure_clauses,
)
INTRO = """# How well it reads

Made by `python benchmarks/reading.py --write`. Each figure stands beside a baseline from the same \
run, and families of texts are never pooled. Where the checks were written or tuned on the very \
texts they are measured on, the page says *development data*: expect less on a contract that \
nobody here has seen. No text of the evaluation contracts is part of Fairterms.

## What it cannot read

- **Pages that are pictures.** Without the optional text recognition they are reported as unread, \
and nothing is called missing while there is one. Recognised text may hold wrong letters.
- **Names that were blacked out.** A box over a removed name is read as `[masked]` and taken for \
the side that the opening leaves without a name. Where a box hides two different names, or lies \
beside its line, a duty may be given to the wrong side.
- **Tables.** Their words are read row by row. What a cell means by its column is not understood, \
so rates and measures in tables are quoted but not compared.
- **Text in two columns** is read in the order of the file, which may mix the columns.
- **What a clause means together with others.** A check reads a sentence, its section, and a few \
rules that tie clauses together. An exception forty pages on may be missed.
- **Other languages than English,** handwriting, and drawings.
- **Law.** It names texts to compare with; whether a clause holds is for counsel.
"""


def measured(size: Size) -> Iterator[Part]:
    """Measure part after part."""
    for measure in PARTS:
        yield measure(size)


def page(parts: Sequence[Part]) -> str:
    """Return the page of the manual."""
    return INTRO + as_markdown(parts)


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and write the page if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small samples")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.name} as well")
    asked = parser.parse_args(arguments)
    if asked.quick and asked.write:
        parser.error("a page of figures from small samples would mislead: leave one of the two out")
    parts = []
    start = time.perf_counter()
    for part in measured(QUICK if asked.quick else FULL):
        parts.append(part)
        print(as_text(part), flush=True)
    print(f"measured in {time.perf_counter() - start:,.0f} seconds")
    if asked.write:
        PAGE.write_text(page(parts), encoding="utf-8")
        print(f"written: {PAGE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
