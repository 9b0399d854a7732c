"""Made-up years: around the expected scenario of an example, or from columns given in a test."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.performance_year import first_period, terms_in_force
from fairterms.payment.book import Given
from fairterms.payment.given import stack
from fairterms.payment.loading import load
from fairterms.simulate.years import FloatArray, Years
from fairterms.units.number import FLOAT
from fairterms.units.quantity import MONEY, Unit

EXAMPLES = Path(__file__).parents[3] / "examples"
BLOCKS = 16
STEADY = ("run_out", "months_late")
"""Figures that every year has alike."""


def example(name: str) -> tuple[Deal, Contract]:
    """Return an example deal and its terms of the first performance year."""
    deal = deals.read(EXAMPLES / name)
    loaded = load(deal.terms).contract
    assert loaded is not None
    return deal, terms_in_force(loaded, first_period(loaded))


def years_around(deal: Deal, count: int, seed: int = 1) -> Years:
    """Return years whose figures lie around those of the expected scenario, 6 % apart."""
    expected = next(one for one in deal.scenarios if one.role == "expected")
    draws = np.random.default_rng(seed)
    figures: dict[str, Given] = {}
    for name, one in stack([expected], FLOAT).items():
        spread = 0.0 if name in STEADY else 0.06
        moved = float(one.values[0]) * (1 + spread * draws.standard_normal(count))
        figures[name] = Given(np.abs(moved), one.unit)
    for name, one in figures.items():
        if name.endswith(".numerator"):
            whole = figures[name.removesuffix("numerator") + "denominator"].values
            figures[name] = Given(np.minimum(one.values, whole), one.unit)
    return Years(figures, np.arange(count) * BLOCKS // count, {}, np.zeros(count))


def years_of(
    columns: Mapping[str, FloatArray], units: Mapping[str, Unit] | None = None, blocks: int = BLOCKS
) -> Years:
    """Return years of these columns, in dollars unless told otherwise."""
    count = len(next(iter(columns.values())))
    figures = {
        name: Given(np.asarray(values, dtype=float), (units or {}).get(name, MONEY))
        for name, values in columns.items()
    }
    return Years(figures, np.arange(count) * blocks // count, {}, np.zeros(count))


def costs(count: int, mean: float = 1_000_000, spread: float = 60_000, seed: int = 7) -> Years:
    """Return years of nothing but a cost."""
    return years_of({"cost": np.random.default_rng(seed).normal(mean, spread, count)})
