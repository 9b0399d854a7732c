"""How often the truth falls into a forecast's ranges, on made-up groups whose truth is known.

Run ``python benchmarks/forecast_calibration.py [GROUPS]``; 500 if not given. Each group has its own
truth, three years of past, and a fourth that is held back (see ``forecast_groups.py``). The fourth
is forecast by the panel from what the group would know. Beside it stand the forecast that takes
every level for known, the one whose spreads are guessed from three years, and the one a spreadsheet
makes: chance between patients alone. Then each thing that moves whole years is left out in turn.
Coverage is printed with its exact 95 % interval; a range that ends on an amount which many years
pay promises a little more than its name, and what it promises stands beside it.
"""

import os

# Many short products: threads of the matrix library would only wait for each other.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.stats import binomtest  # type: ignore[import-untyped,unused-ignore]

# So that the command works from any folder.
sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.forecast_groups import (
    RANGES,
    Group,
    Known,
    as_it_came,
    counting_level_error,
    forecast,
    guessing_spreads,
    knowledge,
    make_up,
    patient_noise_alone,
    settled,
    without,
)

from fairterms.simulate.results.calibration import Calibration, Trial, calibration

GROUPS, YEARS = 500, 512
"""Made-up groups, and years simulated for each."""

LEVELS = (0.5, 0.8, 0.95)
FIGURES = ("net margin", "payment", "rate")
TOGETHER = 0.7

View = Callable[[Group], Known]
Trials = Mapping[str, Sequence[Trial]]


def _in_full(group: Group) -> Known:
    return counting_level_error(knowledge(group))


def _without(name: str) -> View:
    return lambda group: without(_in_full(group), name)


VIEWS: Mapping[str, View] = {
    "every error counted": _in_full,
    "levels taken for known": knowledge,
    "spreads guessed from 3 years": lambda group: counting_level_error(
        guessing_spreads(knowledge(group), group)
    ),
    "chance between patients alone": lambda group: patient_noise_alone(knowledge(group)),
}

OMISSIONS: Mapping[str, View] = {name: _without(name) for name in (*RANGES, "rate")}


def tried(groups: Sequence[Group], view: View, years: int = YEARS, step: float = 0.01) -> Trials:
    """Forecast the year held back of every group.

    Parameters
    ----------
    groups
        Made-up groups.
    view
        What a group takes for known.
    years
        Simulated for each; a multiple of 32.
    step
        Between two tables of cost.

    Returns
    -------
    Mapping
        Figure to one trial a group: the years of its forecast, and what came.
    """
    found: dict[str, list[Trial]] = {name: [] for name in FIGURES}
    for group in groups:
        plan, panel = forecast(group, view(group), years, step)
        ahead = settled(plan.contract, panel)
        came = settled(plan.contract, as_it_came(plan, panel, group.held_back))
        top, bottom = (
            np.asarray(panel.figures[f"response.{end}"].values)
            for end in ("numerator", "denominator")
        )
        actual = group.held_back.reached / group.held_back.counted
        found["net margin"].append(Trial(ahead.net, float(came.net[0])))
        found["payment"].append(Trial(ahead.payable, float(came.payable[0])))
        found["rate"].append(Trial(top / np.maximum(bottom, 1), actual))
    return found


def judged(trials: Sequence[Trial], level: float) -> Calibration:
    """Return how often the truth fell into the ranges of a level."""
    return calibration(lambda at: trials[at], len(trials), level)


def exact_interval(found: Calibration) -> tuple[float, float]:
    """Return the coverages that so many trials do not rule out, at 95 % (exact binomial)."""
    trials = len(found.ranks)
    interval = binomtest(round(found.coverage.value * trials), trials).proportion_ci(0.95)
    return float(interval.low), float(interval.high)


def _row(name: str, trials: Trials) -> str:
    cells = []
    for figure in FIGURES:
        found = judged(trials[figure], 0.8)
        low, high = exact_interval(found)
        cells.append(f"{found.coverage.value:6.1%} ({low:.0%} to {high:.0%})")
    return f"{name:32}" + "".join(f"{cell:>24}" for cell in cells)


def _print_view(name: str, trials: Trials) -> None:
    print(f"\n{name}")
    print(f"  {'':12}{'range':>6}{'promised':>10}{'held':>8}   95 % interval")
    for figure in FIGURES:
        for level in LEVELS:
            found = judged(trials[figure], level)
            low, high = exact_interval(found)
            print(
                f"  {figure:12}{level:6.0%}{found.promised:10.1%}{found.coverage.value:8.1%}"
                f"   {low:.1%} to {high:.1%}"
            )
    for figure in FIGURES:
        ranks = judged(trials[figure], 0.8).ranks
        tenths = np.histogram(ranks, 10, (0, 1))[0]
        print(f"  where the truth fell, in tenths of the {figure}: {' '.join(map(str, tenths))}")


def _print_by_size(groups: Sequence[Group], trials: Trials) -> None:
    print("\nchance between patients alone, net margin in the 80 % range, by people on the roster")
    for roster in sorted({group.truth.roster for group in groups}):
        own = [
            trial
            for group, trial in zip(groups, trials["net margin"], strict=True)
            if group.truth.roster == roster
        ]
        found = judged(own, 0.8)
        low, high = exact_interval(found)
        print(f"  {roster:6,}: {found.coverage.value:6.1%} ({low:.0%} to {high:.0%}), n {len(own)}")


def main(number: int) -> None:
    """Try every view and print."""
    start = time.process_time()
    groups = [make_up(at) for at in range(number)]
    print(
        f"{number} made-up groups, {YEARS} simulated years each; the tenths would be even: "
        f"{number // 10} each"
    )
    alone: Trials = {}
    for name, view in VIEWS.items():
        alone = tried(groups, view)
        _print_view(name, alone)
    _print_by_size(groups, alone)
    print("\n80 % range with one thing left out")
    print(f"{'':32}" + "".join(f"{name:>24}" for name in FIGURES))
    for name, view in OMISSIONS.items():
        print(_row(f"without {name}", tried(groups, view)))
    linked = [make_up(at, TOGETHER) for at in range(number)]
    print(_row(f"trend and acuity linked, {TOGETHER}", tried(linked, _in_full)))
    print(f"\n{time.process_time() - start:.0f} s of processor")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else GROUPS)
