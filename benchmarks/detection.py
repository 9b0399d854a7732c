"""How often what is planted in made-up groups is found, and how often clean groups alarm as well.

Run ``python benchmarks/detection.py [--groups N] [--sizes 800,2700] [--preset private-practice]``.
Each world is made up from its own seed, its records are loaded as a group's own are, and the truth
is deleted before anything is read; it is drawn anew to score what was found. Every method stands
beside a plainer one on the same records: a binomial funnel, tests of one fact or one signal at a
time, a p-value without provider effects, a comparison of two rates. Scans are slow, so N groups of
a kind and size are searched (6 if not given) and twice as many looked at otherwise.
"""

import argparse
import os

# Many short products: threads of the matrix library would only wait for each other.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

# So that the command works from any folder.
sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import detection_worlds as worlds
from benchmarks.detection_blame import METHODS, REFUSED, blame
from benchmarks.detection_gaming import examine, restate
from benchmarks.detection_subgroups import (
    LEVEL,
    naive_and_right,
    one_at_a_time,
    search_group,
)
from benchmarks.detection_worlds import (
    AS_SIGNED,
    GAMING,
    GAP,
    HARMED,
    NOTHING,
    NULL,
    REDEFINED,
    Records,
)

from fairterms.outcomes.comparison.chance import wilson_limits
from fairterms.outcomes.synthetic.columns import identify
from fairterms.outcomes.synthetic.history import Recipe
from fairterms.outcomes.synthetic.truths import CaseMixGap, GamingClinic

POOR = -0.3
"""A clinician with a true effect below this, in logits, is truly poor."""
SEARCH, CONFIRM, SINGLE, BONFERRONI = (
    "search, p ≤ .05",
    "search, and there again the next year",
    "one fact at a time, no correction",
    "one fact at a time, Bonferroni",
)
UNADJUSTED = "search, p ≤ .05, nothing adjusted for"
WITH_EFFECTS, WITHOUT_EFFECTS = (
    "scan's p with provider effects",
    "scan's p without provider effects",
)
ANY = "any signal worth asking"
OF_CLINICIANS = ("clinicians:", "poor:", "good:")
"""Methods counted by clinician: those of one group are no independent trials."""
SIGNALS = ("entry_heap", "selective_follow_up")
RESTATED = (
    "other days give the statement exactly",
    "window_shift, p ≤ .05",
    "two rates compared, z beyond 1.96",
    "count by the days signed differs at all",
)


@dataclass
class Scores:
    """Hits and trials, by size, world and method, and numbers to be averaged."""

    counts: dict[tuple[int, str, str], tuple[int, int]] = field(default_factory=dict)
    numbers: dict[tuple[int, str, str], list[float]] = field(default_factory=dict)

    def add(self, at: tuple[int, str], method: str, hits: int, of: int = 1) -> None:
        """Count hits of a method at a size and in a world."""
        hit, all_ = self.counts.get((*at, method), (0, 0))
        self.counts[(*at, method)] = (hit + int(hits), all_ + of)

    def note(self, at: tuple[int, str], name: str, number: float) -> None:
        """Keep a number to be averaged."""
        self.numbers.setdefault((*at, name), []).append(number)

    def rate(self, size: int, world: str, method: str) -> float:
        """Return hits as a share."""
        hits, of = self.counts[(size, world, method)]
        return hits / of

    def said(self, size: int, counted: tuple[str, str] | None) -> str:
        """Return hits as text, with the 95 % interval where trials are independent groups."""
        hits, of = self.counts.get((size, *counted), (0, 0)) if counted else (0, 0)
        if not counted or not of:
            return "–"
        share = f"{hits}/{of}, {100 * hits / of:.0f} %"
        if counted[1].startswith(OF_CLINICIANS):
            return share
        low, high = wilson_limits(hits, of)
        return f"{share} ({100 * low:.0f}–{100 * high:.0f})"

    def mean(self, size: int, world: str, name: str) -> float:
        """Return the mean of what was kept; NaN where nothing was."""
        kept = self.numbers.get((size, world, name), [])
        return float(np.mean(kept)) if kept else float("nan")


def look_for_harm(known: Records, made: Recipe, at: tuple[int, str], scores: Scores) -> None:
    """Search one group, and test one fact at a time beside it."""
    found = search_group(known)
    scores.add(at, SEARCH, found.is_surprising)
    scores.add(at, CONFIRM, found.is_confirmed)
    scores.note(at, "seconds", found.seconds)
    lowest, tests = one_at_a_time(known)
    scores.add(at, SINGLE, lowest <= LEVEL)
    scores.add(at, BONFERRONI, lowest * tests <= LEVEL)
    if at[1] == HARMED and found.is_surprising:
        precision, recall = found.overlap(worlds.truly_harmed(made))
        scores.note(at, "precision", precision)
        scores.note(at, "recall", recall)


def look_for_gaming(known: Records, at: tuple[int, str], scores: Scores) -> None:
    """Examine the whole group, then the clinic that games in the gaming world alone."""
    _examined(known, "group", at, scores)
    with worlds.one_clinic(known, worlds.clinic_name(GamingClinic().clinic)) as alone:
        _examined(alone, "clinic", at, scores)


def _examined(known: Records, who: str, at: tuple[int, str], scores: Scores) -> None:
    found = examine(known)
    scores.add(at, f"{who}: {ANY}", bool(found.asked))
    for name in SIGNALS:
        scores.add(at, f"{who}: {name} worth asking", name in found.asked)
    scores.add(at, f"{who}: any p ≤ .05 by itself", bool(found.naive))


def look_for_blame(known: Records, at: tuple[int, str], scores: Scores) -> None:
    """Count who is called below the others."""
    clinic = worlds.clinic_name(CaseMixGap().clinic)
    by_clinic, by_clinician = (blame(known, is_by_clinic=one) for one in (True, False))
    for method in METHODS:
        scores.add(at, f"the clinic: {method}", by_clinic[method][clinic])
        below = by_clinician[method]
        scores.add(at, f"clinicians: {method}", sum(below.values()), len(below))
    scores.add(at, REFUSED, any(by_clinician[REFUSED].values()))


def look_for_poor(known: Records, made: Recipe, at: tuple[int, str], scores: Scores) -> None:
    """Count the truly poor, and those at or above the average, who are called below."""
    effects = {
        str(identify("c", np.array([number]))[0]): effect
        for number, effect in enumerate(worlds.true_effects(made))
    }
    found = blame(known, is_by_clinic=False)
    for method in METHODS:
        for name, is_below in found[method].items():
            if effects[name] < POOR or effects[name] >= 0:
                kind = "poor" if effects[name] < POOR else "good"
                scores.add(at, f"{kind}: {method}", is_below)


def look_at_statement(known: Records, at: tuple[int, str], scores: Scores) -> None:
    """Restate the plan's statement."""
    found = restate(known)
    is_other = found.days not in (None, worlds.WINDOW)
    said = (is_other, found.is_shift_worth_asking, found.naive_differs, found.differs)
    for method, hit in zip(RESTATED, said, strict=True):
        scores.add(at, method, hit)


def measure_group(made: Recipe, at: tuple[int, str], scores: Scores, *, is_searched: bool) -> None:
    """Look at one group for all that its world is for."""
    kind = at[1]
    with worlds.records(made) as known:
        if kind in {HARMED, NULL} and is_searched:
            look_for_harm(known, made, at, scores)
        if kind in {GAMING, NULL, NOTHING}:
            look_for_gaming(known, at, scores)
        if kind in {GAP, NULL}:
            look_for_blame(known, at, scores)
        if kind == NOTHING:
            look_for_poor(known, made, at, scores)
        if kind in {REDEFINED, AS_SIGNED}:
            look_at_statement(known, at, scores)
        if is_searched:
            look_again(known, at, scores)


def look_again(known: Records, at: tuple[int, str], scores: Scores) -> None:
    """Search once more with less than the product does: no case mix, or no provider effects."""
    if at[1] == NULL:
        scores.add(at, UNADJUSTED, search_group(known, ()).is_surprising)
    if at[1] == NOTHING:
        naive, right = naive_and_right(known)
        scores.add(at, WITHOUT_EFFECTS, naive <= LEVEL)
        scores.add(at, WITH_EFFECTS, right <= LEVEL)


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes
    ----------
    question
        What is planted, and what is clean.
    method
        As it is shown.
    planted, clean
        World and counted method of each side; None where there is none.
    """

    question: str
    method: str
    planted: tuple[str, str] | None
    clean: tuple[str, str] | None


def _rows() -> Iterator[Row]:
    yield from _both("harmed subgroup / null world", (SEARCH, CONFIRM), HARMED, NULL)
    yield from _both("harmed subgroup / null world", (SINGLE, BONFERRONI), HARMED, NULL)
    yield Row("– / null world", UNADJUSTED, None, (NULL, UNADJUSTED))
    for method in (WITH_EFFECTS, WITHOUT_EFFECTS):
        yield Row("– / providers differ, nothing planted", method, None, (NOTHING, method))
    for who in ("group", "clinic"):
        signals = (f"{who}: {name} worth asking" for name in SIGNALS)
        said = (f"{who}: {ANY}", *signals, f"{who}: any p ≤ .05 by itself")
        yield from _both("gaming clinic / null world", said, GAMING, NULL)
        method = f"{who}: {ANY}"
        yield Row("– / providers differ, nobody games", method, None, (NOTHING, method))
    for who in ("the clinic", "clinicians"):
        methods = [f"{who}: {method}" for method in METHODS]
        yield from _both("sicker clinic, equal care / null world", methods, GAP, NULL)
    yield from _both("sicker clinic, equal care / null world", (REFUSED,), GAP, NULL)
    for method in METHODS:
        poor, good = ((NOTHING, f"{kind}: {method}") for kind in ("poor", "good"))
        yield Row("truly poor clinicians / those of average or better", method, poor, good)
    yield from _both("other days used / days as signed", RESTATED, REDEFINED, AS_SIGNED)


def _both(question: str, methods: Sequence[str], planted: str, clean: str) -> Iterator[Row]:
    for method in methods:
        yield Row(question, method, (planted, method), (clean, method))


ROWS = tuple(_rows())
"""Every line of the table, in order."""


def report(scores: Scores, sizes: Sequence[int]) -> str:
    """Return the findings as Markdown."""
    lines = []
    for size in sizes:
        lines += [f"\n## {size:,} patients over three years\n"]
        lines += [
            "| planted / clean | method | planted: found | clean: alarms |",
            "|---|---|---|---|",
        ]
        lines += [_line(scores, size, row) for row in ROWS]
        precision, recall = (scores.mean(size, HARMED, name) for name in ("precision", "recall"))
        seconds = scores.mean(size, HARMED, "seconds")
        found = (
            f"precision {precision:.2f}, recall {recall:.2f} of the judged patients truly harmed"
        )
        found = "none" if np.isnan(precision) else found
        lines.append(
            f"\nSubgroups with p ≤ .05: {found}. One search: {seconds:.1f} s of processor."
        )
    return "\n".join(lines)


def _line(scores: Scores, size: int, row: Row) -> str:
    planted, clean = (scores.said(size, one) for one in (row.planted, row.clean))
    return f"| {row.question} | {row.method} | {planted} | {clean} |"


def measure(groups: int, sizes: Sequence[int], preset: str) -> Scores:
    """Make up and look at every group; print progress to standard error."""
    scores, start = Scores(), time.process_time()
    for size in sizes:
        for seed in range(1, 2 * groups + 1):
            is_searched = seed <= groups
            for kind in worlds.PLANTS:
                if kind == HARMED and not is_searched:
                    continue
                made = worlds.recipe(kind, size, seed, preset)
                measure_group(made, (size, kind), scores, is_searched=is_searched)
            spent = time.process_time() - start
            print(f"{size:,} patients, seed {seed}: {spent:.0f} s", file=sys.stderr, flush=True)
    return scores


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--groups", type=int, default=6, help="groups searched of each kind and size"
    )
    parser.add_argument("--sizes", default="800,2700", help="patients, with commas between")
    parser.add_argument("--preset", default="private-practice", help="the kind of world")
    asked = parser.parse_args(arguments)
    sizes = [int(one) for one in asked.sizes.split(",")]
    print(report(measure(asked.groups, sizes, asked.preset), sizes))


if __name__ == "__main__":
    main()
