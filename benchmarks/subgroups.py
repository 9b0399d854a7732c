"""How fast subgroups are searched: one scan, its p-value's worlds, and peers, in one run.

Run ``python benchmarks/subgroups.py [PATIENTS]``; 100,000 if not given, six attributes of five
values, a twelfth of the patients planted. The peer is AIF360's multi-dimensional subset scan where
it is installed; else a plain twin, the same coordinate ascent without profiles and without adding
up curves, on a tenth of the patients. Only ratios of one run mean much: load moves both alike. A
hundred and ninety-nine worlds are reckoned from nineteen.
"""

import importlib
import importlib.util
import os

# Many short products: threads of the matrix library would only wait for each other.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.exceptions.cohort import Cohort, assemble
from fairterms.outcomes.exceptions.null_worlds import fit
from fairterms.outcomes.exceptions.profiles import collapse
from fairterms.outcomes.exceptions.scan import Direction, Found, ScanSettings, highest, scan
from fairterms.outcomes.exceptions.subgroup import Attribute, KnownAt, Subgroup, choose

Floats = npt.NDArray[np.float64]
T = TypeVar("T")
SETTINGS = ScanSettings(penalty=1, seed=1)
WORLDS = 19
WANTED_WORLDS = 199
SCAN_BAR, WORLDS_BAR = 0.5, 60.0


@dataclass(frozen=True, eq=False)
class Made:
    """Made-up patients, their chances without the subgroup, and what was planted."""

    cohort: Cohort
    expected: Floats
    planted: Subgroup


def make_up(patients: int) -> Made:
    """Make up patients of 300 providers, the same on every run."""
    draws = np.random.default_rng(2027)
    values = ("a", "b", "c", "d", "e")
    attributes = tuple(Attribute(f"fact {at}", values, KnownAt.INTAKE) for at in range(6))
    codes = draws.integers(5, size=(patients, 6))
    planted = choose({attributes[1]: ["a", "c", "d"], attributes[3]: ["e"]})
    facts = draws.normal(size=(patients, 4))
    ids = draws.integers(300, size=patients)
    linear = -0.5 + facts @ [0.5, -0.2, 0.1, 0.1] + draws.normal(0, 0.2, 300)[ids]
    lifted = linear + 0.35 * planted.members(attributes, codes)
    outcomes = draws.random(patients) < 1 / (1 + np.exp(-lifted))
    cohort = assemble(attributes, codes, outcomes, ids, facts, ["x1", "x2", "x3", "x4"])
    return Made(cohort, fit(cohort).expected, planted)


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what the work gives and its seconds of processor."""
    start = time.process_time()
    found = work()
    return found, time.process_time() - start


def scan_ours(made: Made) -> tuple[Found, Found]:
    """Scan in both directions."""
    cohort = made.cohort
    return scan(cohort.attributes, cohort.codes, cohort.outcomes, made.expected, SETTINGS)


def run_worlds(made: Made) -> float:
    """Draw, refit and scan null worlds in both directions; return the highest score."""
    model, best = fit(made.cohort), 0.0
    profiles = collapse(made.cohort.attributes, made.cohort.codes)
    generator = np.random.default_rng(1)
    for _ in range(WORLDS):
        outcomes = model.draw(generator)
        expected = model.refit(outcomes)
        for way in Direction:
            score = highest(profiles, outcomes, expected, way, SETTINGS).score[0]
            best = max(best, float(score))
    return best


def scan_aif360(made: Made) -> tuple[dict[str, list[str]], float]:
    """Scan with AIF360, the same penalty and starts, one direction."""
    # By name: without them the rest still runs.
    pandas = importlib.import_module("pandas")
    mdss = importlib.import_module("aif360.detectors.mdss.MDSS").MDSS
    scoring = importlib.import_module("aif360.detectors.mdss.ScoringFunctions").Bernoulli
    table = pandas.DataFrame(
        {
            attribute.name: np.array(attribute.values)[made.cohort.codes[:, at]]
            for at, attribute in enumerate(made.cohort.attributes)
        }
    )
    detector = mdss(scoring(direction="positive"))
    observed, expected = pandas.Series(made.cohort.outcomes), pandas.Series(made.expected)
    np.random.seed(1)  # the peer draws from it
    subset, score = detector.scan(
        table, expected, observed, penalty=SETTINGS.penalty, num_iters=SETTINGS.restarts
    )
    return dict(subset), float(score)


def scan_plainly(made: Made) -> tuple[dict[str, list[str]], float]:
    """Scan patient by patient: one direction, three starts, q on a grid of forty."""
    cohort, draws = made.cohort, np.random.default_rng(1)
    theta = np.linspace(0, np.log(20), 40)
    curves = cohort.outcomes[:, None] * theta - np.log1p(np.outer(made.expected, np.expm1(theta)))
    best: tuple[dict[str, list[str]], float] = ({}, -np.inf)
    for start in range(3):
        chosen = [draws.random(5) < (2.0 if start == 0 else 0.5) for _ in cohort.attributes]
        for at in np.tile(np.arange(6), 4):
            inside = np.all(
                [c[cohort.codes[:, o]] for o, c in enumerate(chosen) if o != at], axis=0
            )
            own = np.array(
                [curves[inside & (cohort.codes[:, at] == v)].sum(axis=0) for v in range(5)]
            )
            some = np.maximum(own - SETTINGS.penalty, 0).sum(axis=0)
            whole = own.sum(axis=0)
            if whole.max() >= some.max():
                chosen[at] = np.ones(5, dtype=bool)
            else:
                chosen[at] = own[:, some.argmax()] > SETTINGS.penalty
            others = sum(c.sum() for o, c in enumerate(chosen) if o != at and not c.all())
            score = float(max(whole.max(), some.max()) - SETTINGS.penalty * others)
            if score > best[1]:
                best = (_name(cohort.attributes, chosen), score)
    return best


def _name(
    attributes: Sequence[Attribute], chosen: Sequence[npt.NDArray[np.bool_]]
) -> dict[str, list[str]]:
    """Return the values chosen, by attribute."""
    return {
        attribute.name: [attribute.values[place] for place in np.flatnonzero(values)]
        for attribute, values in zip(attributes, chosen, strict=True)
        if not values.all()
    }


def main(patients: int) -> None:
    """Measure and print."""
    made = make_up(patients)
    scan_ours(made)  # what is only loaded once is not timed
    (more, _), ours = timed(lambda: scan_ours(made))
    verdict = "exactly" if more.subgroup == made.planted else "not exactly"
    print(f"{patients:,} patients, 6 attributes, both directions, {SETTINGS.restarts} starts")
    print(f"found {verdict}: {more.subgroup}; score {more.score:.1f}; {more.patients:,} patients")
    print(f"one scan     {ours:7.2f} s of processor; bar {SCAN_BAR} s")
    _, worlds = timed(lambda: run_worlds(made))
    whole = worlds * WANTED_WORLDS / WORLDS
    print(f"{WANTED_WORLDS} worlds   {whole:7.1f} s of processor; bar {WORLDS_BAR:.0f} s")
    if importlib.util.find_spec("aif360"):
        (subset, score), theirs = timed(lambda: scan_aif360(made))
        peer, ratio = "AIF360", theirs / (ours / 2)
    else:
        small = make_up(patients // 10)
        (subset, score), theirs = timed(lambda: scan_plainly(small))
        _, ours_small = timed(lambda: scan_ours(small))
        peer, ratio = "plain twin, a tenth of the patients, 3 starts", theirs / (ours_small / 2)
    print(f"peer         {theirs:7.2f} s, one direction ({peer}): {subset}, score {score:.1f}")
    print(f"ratio        {ratio:7.1f} times ours for one direction")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
