"""How fast the price of ten clauses is worked out, and how far sampling is from it.

Run ``python benchmarks/price.py [YEARS]``; 100,000 if not given. The contract is the example
juniper (23 clauses) on made-up years around its expected scenario; ten of its terms are priced by
all 1,024 subsets. The peers: a plain loop that settles each variant whole (timed on a few of them,
and scaled), and shapiq's exact computer on the same worths, where it is installed. CPU seconds of
one thread; load and machine move all alike.
"""

import importlib
import importlib.util
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

# So that the command works from any folder: what the tests make up is not installed.
sys.path.insert(0, str(Path(__file__).parents[1]))

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.simulate.clause_price import shapley
from fairterms.simulate.clause_price.priced_clause import candidates
from fairterms.simulate.clause_price.prices import price
from fairterms.simulate.clause_price.variants import Variants
from fairterms.simulate.clause_price.worth import Gauge
from fairterms.simulate.years import Years, net_gains
from tests.simulate.clause_price.made_up import example, years_around

Floats = npt.NDArray[np.float64]
YEARS = 100_000
WHOLE = 12
"""Variants the plain loop settles; the rest is scaled."""

PRICED = (
    "care_coordination.rate",
    "benchmark.risk_cap_up",
    "stop_loss.credit_share",
    "savings.bands",
    "quality_gate.method",
    "quality_factor.method",
    "gain_cap.paid_cap",
    "recoupment.recoupment_cap",
    "phase_in.downside_share",
    "loss_cap.owed_cap",
)


@dataclass(frozen=True)
class Timed:
    """CPU seconds and what came out."""

    seconds: float
    found: Floats


def main(arguments: Sequence[str]) -> None:
    """Time the exact prices, the plain loop and two samples; print a table."""
    count = int(arguments[0]) if arguments else YEARS
    deal, terms = example("juniper")
    years = years_around(deal, count)
    variants = ten_of(deal, terms, years)
    subsets = 1 << len(PRICED)
    exact = timed(lambda: worths(variants, range(subsets)))
    shares = shapley.fair_shares(exact.found)[:, 0]
    whole = exact.found[-1, 0] - exact.found[0, 0]
    print(
        f"{len(terms.clauses)} clauses, {len(PRICED)} priced, {subsets:,} variants, {count:,} years"
    )
    line("all subsets, exact", subsets, exact.seconds)
    missed = np.abs(shares.sum(axis=0) - whole)
    print(
        f"    shares add up to within {missed[0]:.0e}, {missed[1]:.0e} dollars and {missed[2]:.0e}"
    )
    plain_loop(deal, variants, years, exact.found)
    for orders in (32, 128):
        sample(variants, orders, shares, whole)
    peer(exact.found[:, 0, 0], shares[:, 0])
    everything = timed(lambda: np.array([price(deal, terms, years, most=10).variants]))
    line("price(): screened, ten exact", int(everything.found[0]), everything.seconds)


def ten_of(deal: Deal, terms: Contract, years: Years) -> Variants:
    """Return the variants of the ten priced terms."""
    listed = [each for each in candidates(terms, deal).clauses if each.id in PRICED]
    assert len(listed) == len(PRICED), "a priced term is not in the contract"
    return Variants(deal, terms, listed, years)


def worths(variants: Variants, masks: Sequence[int]) -> Floats:
    """Measure every variant; shape (masks, 17 or so, 3)."""
    gauge = Gauge(variants.years.blocks)
    found = {mask: gauge.measure(nets) for mask, nets in variants.net_gains(masks)}
    return np.array([found[mask] for mask in masks])


def plain_loop(deal: Deal, variants: Variants, years: Years, exact: Floats) -> None:
    """Settle some variants whole, check that they are worth the same, and scale the time."""
    gauge = Gauge(years.blocks)
    masks = np.random.default_rng(1).choice(len(exact), WHOLE, replace=False)
    contracts = [variants.contract(int(mask)) for mask in masks]
    naive = timed(
        lambda: np.array([gauge.measure(net_gains(deal, each, years)) for each in contracts])
    )
    assert np.array_equal(naive.found, exact[masks]), "the two ways must give the same bytes"
    line(
        f"each variant whole (scaled from {WHOLE})", len(exact), naive.seconds / WHOLE * len(exact)
    )


def sample(variants: Variants, count: int, shares: Floats, whole: Floats) -> None:
    """Sample fair shares from antithetic orders and set them beside the exact ones."""
    orders = shapley.antithetic_orders(len(PRICED), count, seed=2027)
    masks = sorted(shapley.subsets_of(orders))
    sampled = timed(lambda: worths(variants, masks))
    worth = dict(zip(masks, sampled.found, strict=True))
    found, errors = shapley.sampled_shares(worth, orders)
    missed = np.abs(found[:, 0] - shares).max(axis=0)
    said = errors[:, 0].max(axis=0)
    line(f"{count} antithetic orders", len(masks), sampled.seconds)
    for measure, name in enumerate(("mean", "worst 5 %")):
        print(
            f"    {name}: errs at most ${missed[measure]:,.0f} (says ± ${said[measure]:,.0f}) "
            f"on ${whole[measure]:,.0f}"
        )


def peer(worth: Floats, shares: Floats) -> None:
    """Work out the same shares with shapiq from the same worths, where it is installed."""
    if importlib.util.find_spec("shapiq") is None:
        print("shapiq is not installed: no second opinion")
        return
    shapiq = importlib.import_module("shapiq")
    places = 1 << np.arange(len(PRICED))

    def game(coalitions: npt.NDArray[np.bool_]) -> Floats:
        return np.asarray(worth[np.asarray(coalitions, dtype=np.int64) @ places])

    def theirs() -> Floats:
        found = shapiq.ExactComputer(game, len(PRICED))("SV", order=1)
        return np.array([found[(item,)] for item in range(len(PRICED))])

    other = timed(theirs)
    ours = timed(lambda: shapley.fair_shares(worth))
    line("shapiq, shares from given worths", len(worth), other.seconds)
    line("ours, shares from given worths", len(worth), ours.seconds)
    print(f"    they differ by at most ${np.abs(other.found - shares).max():.0e}")


def timed(work: Callable[[], Floats]) -> Timed:
    """Run something once and take its CPU time."""
    start = time.process_time()
    found = work()
    return Timed(time.process_time() - start, found)


def line(name: str, variants: int, seconds: float) -> None:
    """Print a line of the table."""
    print(f"{name:<42}{variants:>6,} variants {seconds:>9.2f} s CPU")


if __name__ == "__main__":
    main(sys.argv[1:])
