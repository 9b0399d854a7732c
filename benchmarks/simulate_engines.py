"""The engines of the simulation benchmark: ours and their peers, on the same model.

An engine is a generator: its first turn imports, its second makes everything ready (tables,
compilation), and every turn after that is one run. What a run found is worked out of it afterwards,
so that no statistics are timed. Peers are imported only here, and only when they run.
"""

import hashlib
import importlib
import logging
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
from benchmarks.simulate_model import (
    LOW,
    MEAN,
    NO_COST,
    OWES_ABOVE,
    PATIENTS,
    SPREAD,
    STOP_LOSS,
    Figures,
)

Floats = npt.NDArray[np.float64]
GEMACT_YEARS = 2_000
"""Years that GEMAct simulates at once: it holds every patient of every year in memory."""
CHUNK = 500
"""Years that plain NumPy simulates at once."""


@dataclass(frozen=True)
class Found:
    """What one run found.

    Attributes
    ----------
    figures
        Of the year's total.
    digest
        Hash of every year's cents; empty where there are none.
    notes
        What a reader should know: a grid that was refused, a smaller number of years.
    """

    figures: Figures
    digest: str = ""
    notes: tuple[str, ...] = ()


Run = Callable[[], Found]
Turns = Iterator[Run | None]


def table_engine(name: str, years: int) -> Turns:
    """Our keyed table of cents, on NumPy alone or compiled by numba."""
    keyed = importlib.import_module("fairterms.simulate.draws.keyed")
    law = importlib.import_module("fairterms.simulate.patient_cost.law")
    table = importlib.import_module("fairterms.simulate.patient_cost.table")
    sums = importlib.import_module("fairterms.simulate.patient_cost.sums")
    if name == "numba":
        importlib.import_module("numba")
    yield None
    made = table.tables(law.LognormalCost(NO_COST, MEAN, SPREAD), np.ones(1), STOP_LOSS)
    keys = keyed.year_keys(1, "cost", 0, years)
    steps = np.zeros(years, dtype=np.int64)

    def run(last: int) -> Any:
        return sums.sums(made, steps[:last], keys[:last], PATIENTS, engine=name)

    run(64)
    yield None
    while True:
        cents = run(years).paid
        yield partial(_found_in_cents, cents)


def exact_engine(step: float, _years: int) -> Turns:
    """Our exact law by Fourier transform."""
    aggregation = importlib.import_module("fairterms.simulate.exact_total.aggregation")
    law = importlib.import_module("fairterms.simulate.patient_cost.law")
    yield None
    patient = law.LognormalCost(NO_COST, MEAN, SPREAD)
    yield None
    while True:
        total = aggregation.aggregate(patient, PATIENTS, STOP_LOSS, step=step or None)
        yield partial(_found_on_grid, total)


def plain_numpy(_name: str, years: int) -> Turns:
    """Plain NumPy: every patient of every year drawn from the lognormal law, some years a turn."""
    yield None
    middle, sigma = _lognormal()
    yield None
    while True:
        draws = np.random.default_rng(1)
        totals = np.empty(years)
        for first in range(0, years, CHUNK):
            shape = (min(CHUNK, years - first), PATIENTS)
            cost = np.minimum(draws.lognormal(middle, sigma, shape), STOP_LOSS)
            cost[draws.random(shape) < NO_COST] = 0
            totals[first : first + shape[0]] = cost.sum(axis=1)
        yield partial(_found_in_dollars, totals)


def aggregate_engine(step: float, _years: int) -> Turns:
    """Run the package aggregate: its exact law, built once and updated at each run."""
    build = importlib.import_module("aggregate").build
    yield None
    words = (
        f"agg Group {PATIENTS * (1 - NO_COST)} claims {STOP_LOSS} xs 0 "
        f"sev lognorm {MEAN / (1 - NO_COST)} cv {SPREAD} binomial {1 - NO_COST}"
    )
    places = math.ceil(math.log2(1.2 * PATIENTS * MEAN / step))
    law = build(words, log2=places, bs=step)
    yield None
    while True:
        law.update(log2=places, bs=step)
        yield partial(_found_by_aggregate, law, f"step ${step:,.0f}, {2**places:,} points")


def gemact_sampling(_name: str, _years: int) -> Turns:
    """GEMAct's Monte Carlo, on as many years as it can hold."""
    gemact = _gemact()
    yield None
    yield None
    while True:
        made = _loss_model(gemact, aggr_loss_dist_method="mc", n_sim=GEMACT_YEARS, random_state=1)
        yield partial(_found_by_gemact, made, ())


def gemact_fourier(step: float, _years: int) -> Turns:
    """GEMAct's Fourier transform, on the quickest of its grids that it does not refuse."""
    gemact = _gemact()
    yield None
    smallest = math.ceil(math.log2(1.1 * OWES_ABOVE / step))
    grids = [
        {"n_aggr_dist_nodes": 2**places, "sev_discr_method": method, "n_sev_discr_nodes": nodes}
        for places in range(smallest, smallest + 3)
        for method in ("massdispersal", "localmoments")
        for nodes in (int(STOP_LOSS / step), int(STOP_LOSS / step) + 1)
    ]
    kept, refused = _first_that_works(gemact, grids)
    yield None
    notes = [f"step ${step:,.0f}, {kept['n_aggr_dist_nodes']:,} points, {kept['sev_discr_method']}"]
    if refused:
        notes.append(f"{len(refused)} of {len(grids)} grids refused: {refused[0]}")
    while True:
        made = _loss_model(gemact, aggr_loss_dist_method="fft", **kept)
        yield partial(_found_by_gemact, made, tuple(notes))


def _gemact() -> Any:
    logging.disable(logging.CRITICAL)
    return importlib.import_module("gemact")


def _loss_model(gemact: Any, **given: Any) -> Any:
    middle, sigma = _lognormal()
    return gemact.LossModel(
        frequency=gemact.Frequency(dist="binom", par={"n": PATIENTS, "p": 1 - NO_COST}),
        severity=gemact.Severity(dist="lognormal", par={"shape": sigma, "scale": math.exp(middle)}),
        policystructure=gemact.PolicyStructure(layers=gemact.Layer(cover=STOP_LOSS, deductible=0)),
        **given,
    )


def _first_that_works(
    gemact: Any,
    grids: list[dict[str, Any]],
) -> tuple[dict[str, Any], list[str]]:
    """Return the smallest grid that is not refused, and what was said of the refused ones."""
    works, refused = [], []
    for grid in grids:
        try:
            _loss_model(gemact, aggr_loss_dist_method="fft", **grid)
        except ValueError as said:
            refused.append(str(said).splitlines()[0])
        else:
            works.append(grid)
    if not works:
        raise ValueError(f"all {len(grids)} grids refused: {refused[0]}")
    return works[0], refused


def _found_in_cents(cents: npt.NDArray[np.int64]) -> Found:
    return Found(_of_sample(cents / 100.0), hashlib.sha256(cents.tobytes()).hexdigest())


def _found_in_dollars(dollars: Floats) -> Found:
    return Found(_of_sample(dollars))


def _of_sample(dollars: Floats) -> Figures:
    # The same definition as a law's: the least total that 1 % of years do not pass.
    low = float(np.quantile(dollars, LOW, method="inverted_cdf"))
    owes = float((dollars > OWES_ABOVE).mean())
    return Figures(float(dollars.mean()), float(dollars.std()), owes, low)


def _found_on_grid(total: Any) -> Found:
    owes = 1 - float(total.cdf(OWES_ABOVE))
    note = f"step ${total.step_dollars:,.0f}, {len(total.chance):,} points"
    return Found(Figures(total.mean, total.sd, owes, total.quantile(LOW)), notes=(note,))


def _found_by_aggregate(law: Any, note: str) -> Found:
    figures = (law.est_m, law.est_sd, law.sf(OWES_ABOVE), law.q(LOW))
    said = f"{note}; builds a table of results too"
    return Found(Figures(*(float(one) for one in figures)), notes=(said,))


def _found_by_gemact(made: Any, notes: tuple[str, ...]) -> Found:
    owes = 1 - float(made.cdf(OWES_ABOVE))
    mean, sd = float(made.mean(use_dist=True)), float(made.std(use_dist=True))
    return Found(Figures(mean, sd, owes, float(made.ppf(LOW))), notes=notes)


def _lognormal() -> tuple[float, float]:
    """Return the mean and the standard deviation of a costing patient's logarithm."""
    variance = math.log1p(SPREAD**2)
    return math.log(MEAN / (1 - NO_COST)) - variance / 2, math.sqrt(variance)
