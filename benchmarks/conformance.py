"""Our outcomes code against everything that others worked out on data we hold.

Run it with ``python benchmarks/conformance.py``; ``--write`` also writes
docs/manual/conformance.md. Data that are not on this machine are skipped, and the line says so.
The command ends with 1 if anything is not reproduced.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

# So that the command works from any folder: the figures come from the tests of conformance.
sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.conformance_figures import Comparison, Oracle
from benchmarks.conformance_oracles import ORACLES
from benchmarks.conformance_peers import DEFECTS, DISAGREEMENTS
from benchmarks.reading_tables import Part, Table, as_markdown

PAGE = Path(__file__).parents[1] / "docs/manual/conformance.md"
INTRO = """# Does it agree with others?

Made by `python benchmarks/conformance.py --write`. The data of the first table may be used for \
evaluation but not passed on, so no part of them is in Fairterms. A published deck catches few \
mistakes: of 30 faults planted in a right program for CMS159, 19 change no row. Each measure \
therefore has boundary cases of its own as well.
"""
HEADS = ("what", "source", "must reproduce", "reproduced", "largest difference")


def compared(oracles: Iterable[Oracle]) -> Iterator[tuple[Oracle, tuple[Comparison, ...]]]:
    """Compare what can be compared; where the data are absent there is nothing."""
    for oracle in oracles:
        yield oracle, tuple(oracle.compare()) if oracle.place.exists() else ()


def reproduction(found: Sequence[tuple[Oracle, tuple[Comparison, ...]]]) -> Part:
    """Return the table of what others found beside what we find."""
    rows = []
    for oracle, comparisons in found:
        if not comparisons:
            rows.append((oracle.name, "skipped: its data are not on this machine", "", "", ""))
        rows += [(c.what, c.source, c.must, c.reproduced, c.difference) for c in comparisons]
    told = (
        "A figure is reproduced when it is as near as the rounding of the published one, or the "
        "allowance stated, lets it be."
    )
    return Part("What others worked out, and we as well", told, (Table(HEADS, tuple(rows)),))


def peers() -> Part:
    """Return the table of what peers get wrong."""
    heads = ("peer", "what it does", "its answer", "ours", "who is right, and why", "test")
    rows = tuple((d.peer, d.what, d.theirs, d.ours, d.verdict, f"`{d.test}`") for d in DEFECTS)
    told = "No single program is the truth: most of those we compare with err somewhere."
    note = "Each test fails if our answer changes."
    return Part("Where other programs go wrong", told, (Table(heads, rows, note),))


def disagreements() -> Part:
    """Return the table of what the sources themselves leave open."""
    heads = ("what", "who is right, and why", "test")
    rows = tuple((d.what, d.verdict, f"`{d.test}`") for d in DISAGREEMENTS)
    told = "Some sources disagree with themselves, or with us in a last digit."
    return Part("Disagreements, and how each was settled", told, (Table(heads, rows),))


def main(arguments: Sequence[str]) -> int:
    """Compare, print, and write the page if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.name} as well")
    asked = parser.parse_args(arguments)
    found = list(compared(ORACLES))
    page = INTRO + as_markdown((reproduction(found), peers(), disagreements()))
    print(page)
    if asked.write:
        if absent := [oracle.name for oracle, comparisons in found if not comparisons]:
            parser.error(f"not written: the page would lack {', '.join(absent)}")
        PAGE.write_text(page, encoding="utf-8")
        print(f"written: {PAGE.name}")
    return int(any(not each.is_met for _, comparisons in found for each in comparisons))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
