"""How often a year's settlement ends in the range that was forecast for it, month by month.

Run ``python benchmarks/year_end.py [YEARS]``; 400 if not given. Each year of Juniper's contract is
made up by ``examples/build_year.py``, whose laws are its own: dear members, bills that come in by
a pattern, patients who reach a measure or do not. From the end of each month named the year is
forecast from what had come by then, and afterwards settled on what became of it.

An amount that many years share, such as no savings at all, may lie on an end of the range, which
then holds more than eight in ten of the forecast's own years. So coverage is counted twice: with
both ends in the range, beside the share of its own years that the range then promises; and with
such ties drawn by lot, which promises exactly 80 %.
"""

import importlib.util
import os

# Many short products: threads of the matrix library would only wait for each other.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import numpy as np
import numpy.typing as npt
from scipy.stats import binomtest  # type: ignore[import-untyped,unused-ignore]

# So that the command works from any folder.
sys.path.insert(0, str(Path(__file__).parents[1]))

from fairterms.contract import deal as deals
from fairterms.contract.figure_set import FigureSet
from fairterms.monitor.year_end.development import Development
from fairterms.monitor.year_end.forecast import years_ahead
from fairterms.monitor.year_end.month import later
from fairterms.monitor.year_end.paid_triangle import PaidTriangle
from fairterms.monitor.year_end.prior import Prior, prior_years
from fairterms.monitor.year_end.year_to_date import Feed, MonthRow, PaidCell, Report, YearToDate
from fairterms.payment.evaluation import run
from fairterms.payment.given import stack
from fairterms.payment.loading import load
from fairterms.payment.worksheet import Worksheet
from fairterms.simulate.forecast import declaration_reader
from fairterms.simulate.forecast.planning import Sample
from fairterms.simulate.years import settled
from fairterms.units.number import FLOAT
from fairterms.units.period import calendar_year
from fairterms.units.quantity import Quantity, parse

EXAMPLES = Path(__file__).parents[1] / "examples"
YEARS, SIMULATED = 400, 2_048
MONTHS = (0, 2, 3, 4, 6, 8, 9, 10, 12, 15)
"""Ends of months from which each year is forecast; 0 is the January before any claim is known."""

AMOUNTS = ("payable", "true_up")


@dataclass(frozen=True)
class Trial:
    """One forecast of one amount, and what became of it.

    Attributes
    ----------
    low, high
        The range, both ends included.
    inside
        The share of the forecast's own years in it.
    below, at
        The share of the forecast's years below what came, and of those at it to the cent.
    actual
        What came, in dollars.
    """

    low: float
    high: float
    inside: float
    below: float
    at: float
    actual: float

    @property
    def holds(self) -> bool:
        """Whether what came lies in the range; half a cent is nothing."""
        return self.low - 0.005 <= self.actual <= self.high + 0.005

    def holds_by_lot(self, lot: float) -> bool:
        """Whether what came ranks among the middle 80 %, ties broken by a lot from 0 to 1."""
        return 0.1 <= self.below + lot * self.at <= 0.9


def generator() -> ModuleType:
    """Return the module that makes years up."""
    spec = importlib.util.spec_from_file_location("build_year", EXAMPLES / "build_year.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def plain_development(triangle: PaidTriangle) -> Development:
    """Work out development factors by the textbook, for thousands of triangles.

    A test holds it to what the actuarial library gives.
    """
    factors, errors, sigmas = [], [], []
    for step in range(triangle.ages - 1):
        both = np.isfinite(triangle.paid[:, step + 1])
        before, after = triangle.paid[both, step], triangle.paid[both, step + 1]
        factor = after.sum() / before.sum()
        left = before * (after / before - factor) ** 2
        sigma = np.sqrt(left.sum() / (both.sum() - 1))
        factors.append(factor)
        errors.append(sigma / np.sqrt(before.sum()))
        sigmas.append(sigma)
    return Development(np.array(factors), np.array(errors), np.array(sigmas))


def juniper_prior(years: int = SIMULATED, seed: int = 2027) -> Prior:
    """Simulate Juniper's year as it looked before it began."""
    deal = deals.read(EXAMPLES / "juniper")
    loaded = load(deal.terms)
    declared = declaration_reader.read(deal.folder)
    assert loaded.contract is not None
    assert declared is not None
    sample = Sample(seed=seed, number=years)
    return prior_years(deal, loaded.contract, declared, calendar_year(2027), sample=sample)


def known_of(made: object, module: ModuleType) -> YearToDate:
    """Turn a made-up year into what comes in of it, everything in time."""
    cells, months, reports = made.cells, made.months, made.reports  # type: ignore[attr-defined]
    first = date(module.YEAR - 1, 12, 1)
    paid = tuple(
        PaidCell(care, when, Decimal(cents) / 100, max(when, first))
        for (care, when), cents in cells.items()
    )
    rows = tuple(
        MonthRow(month, max(month, date(module.YEAR, 1, 1)).replace(day=10), _monthly(told))
        for month, told in months.items()
    )
    feeds = tuple(
        Feed(month, later(month, 1).replace(day=15), later(month, 1).replace(day=14))
        for month in (later(first, number) for number in range(19))
    )
    told = tuple(
        Report(through, module.reported_day(through), _quantities(found, module))
        for through, found in reports.items()
    )
    held = {name: parse(value) for name, value in module.HELD.items()}
    return YearToDate(module.YEAR, date(module.YEAR + 1, 6, 1), paid, rows, feeds, told, held)


def _monthly(told: Sequence[float]) -> dict[str, Quantity]:
    members, listed, risk = told
    return {
        "member_months": parse(f"{members} member-months"),
        "listed_months": parse(f"{listed} member-months"),
        "mean_risk_score": parse(f"{risk:.4f} factor"),
    }


def _quantities(found: Mapping[str, float], module: ModuleType) -> dict[str, Quantity]:
    return {name: parse(module.written(name, value)) for name, value in found.items()}


def actual_of(prior: Prior, made: object, module: ModuleType) -> dict[str, npt.NDArray[np.float64]]:
    """Settle a made-up year on what became of it; amounts in dollars, shape (1,)."""
    figures = module.as_settled(made.final())  # type: ignore[attr-defined]
    values = FigureSet("made up", {name: parse(value) for name, value in figures.items()})
    return _amounts(run(prior.plan.contract, stack([values], FLOAT), 1, FLOAT))


def _amounts(sheet: Worksheet) -> dict[str, npt.NDArray[np.float64]]:
    whole, due = sheet.payable.values, sheet.result("true_up").values
    return dict(zip(AMOUNTS, (whole, due), strict=True))


def end_of(month: int, year: int = 2027) -> date:
    """Return the last day of a month after the year's beginning: 0 is January, 12 next January."""
    return date.fromordinal(later(date(year, 1, 1), month + 1).toordinal() - 1)


def trials(
    prior: Prior, years: int, months: Sequence[int] = MONTHS
) -> Iterator[dict[tuple[int, str], Trial]]:
    """Forecast and settle made-up years.

    Yields
    ------
    dict
        Month and amount to its trial, once a year.
    """
    module = generator()
    for number in range(years):
        made = module.draw_year(7_000_000 + number)
        known, actual = known_of(made, module), actual_of(prior, made, module)
        found = {}
        for month in months:
            ahead = years_ahead(prior, known, end_of(month), plain_development)
            amounts = _amounts(settled(prior.plan.contract, ahead))
            for name, values in amounts.items():
                found[month, name] = _trial(values, float(actual[name][0]))
        yield found


def _trial(values: npt.NDArray[np.float64], actual: float) -> Trial:
    ordered = np.sort(values)
    first, last = int(0.1 * len(ordered)), int(np.ceil(0.9 * len(ordered))) - 1
    low, high = float(ordered[first]), float(ordered[last])
    inside = float(np.mean((values >= low) & (values <= high)))
    at = np.abs(values - actual) < 0.005
    return Trial(
        low, high, inside, float(np.mean((values < actual) & ~at)), float(at.mean()), actual
    )


def coverage(found: Sequence[Trial], seed: int = 11) -> tuple[float, float, float]:
    """Return the share of years in the range, the share it promises, and the share by lot."""
    lots = np.random.default_rng(seed).random(len(found))
    return (
        float(np.mean([one.holds for one in found])),
        float(np.mean([one.inside for one in found])),
        float(np.mean([one.holds_by_lot(lot) for one, lot in zip(found, lots, strict=True)])),
    )


def main(years: int) -> None:
    """Print the coverage month by month."""
    started = time.perf_counter()
    found = list(trials(juniper_prior(), years))
    print(f"{years} made-up years of Juniper, {SIMULATED:,} simulated for each forecast\n")
    heads = ("in range", "promised", "ties by lot", "95 % interval", "width", "mean rank")
    print(f"{'':10}{'as of':12}" + "".join(f"{head:>15}" for head in heads))
    for name in AMOUNTS:
        for month in MONTHS:
            own = [one[month, name] for one in found]
            closed, promised, by_lot = coverage(own)
            interval = binomtest(round(by_lot * years), years).proportion_ci(0.95)
            width = float(np.mean([one.high - one.low for one in own]))
            rank = float(np.mean([one.below + one.at / 2 for one in own]))
            between = f"{interval.low:.0%} to {interval.high:.0%}"
            print(
                f"{name:10}{end_of(month)!s:12}{closed:>15.1%}{promised:>15.1%}{by_lot:>15.1%}"
                f"{between:>15}{width:>15,.0f}{rank:>15.2f}"
            )
    print(f"\n{time.perf_counter() - started:.0f} seconds")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else YEARS)
