"""Small contracts with downside, a deal around them and made-up years, for tests of results."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Appetite, Cost, Deal, Party, WithoutDeal
from fairterms.payment.book import Given
from fairterms.simulate.years import FloatArray, Years
from fairterms.units.quantity import MONEY, count
from tests.payment.one_clause import contract

FEES = """
[[clause]]
id = "fees"
model = "fee_schedule"
fees = [{ code = "CPT 90837", fee = "$100.00 per visit" }]
"""

WITHHOLD = (
    FEES
    + """
[[clause]]
id = "withhold"
model = "withhold"
of = "fees"
rate = "5 %"
tiers = [{ at = "60 %", share = "50 %" }, { at = "80 %", share = "100 %" }]
"""
)

TWO_SIDED = """
[[clause]]
id = "result"
model = "shared_savings"
benchmark = "$1,000,000.00"
minimum_savings_rate = "2 %"
sharing_rate = "50 %"
shared_from = "first dollar"
savings_cap = "$60,000.00"
minimum_loss_rate = "2 %"
loss_rate = "50 %"
"""

CAPPED = TWO_SIDED + 'loss_cap = "$40,000.00"\n'

CORRIDOR = """
[[figure]]
id = "revenue"
unit = "$"

[[clause]]
id = "corridor"
model = "risk_corridor"
base = "$1,000,000.00"
bands = [{ up_to = "3 %", group_share = "0 %" }, { group_share = "60 %" }]

[[clause]]
id = "phase_in"
model = "phase_in"
of = "corridor"
downside_share = "50 %"

[[clause]]
id = "cap"
model = "cap"
of = "phase_in"
owed_cap = ["$80,000.00", "4 % of revenue"]
rounding = "to the cent, half up, once at the end"
"""

GLOBAL = """
[[clause]]
id = "global"
model = "global_payment"
budget = "$500,000.00"
surplus_share = "50 %"
deficit_share = "100 %"
deficit_cap = "$75,000.00"
"""

EPISODES = """
[[measure]]
id = "five_visits"
name = "Five visits"
direction = "higher is better"

[[clause]]
id = "episodes"
model = "episode"
risk_adjustment = "divided by the mean risk factor"
acceptable = "$800.00 per episode"
commendable = "$500.00 per episode"
gain_share = "50 %"
gain_measured_from = "commendable"
gain_share_limit = "$200.00 per episode"
limit_is = "no gain below it"
loss_share = "50 %"
without_cases = "met"
indicators = [{ measure = "five_visits", direction = "higher is better", threshold = "70 %" }]
"""

STOPPED = (
    TWO_SIDED
    + """
[[clause]]
id = "stopped"
model = "aggregate_stop_loss"
of = "result"
loss_limit = "$50,000.00"
limit_on = "the amount owed"

[[clause]]
id = "relieved"
model = "relief"
of = "stopped"
"""
)

RECOUPED = (
    CAPPED
    + """
[[clause]]
id = "recouped"
model = "advance"
of = "result"
recoupment_cap = "50 % of result"

[[clause]]
id = "interim"
model = "interim"
of = "recouped"
interim_share = "50 %"
final_run_out = "6 months"
repayment_limit = "$10,000.00"
"""
)

NETTED = (
    CAPPED
    + """
[[clause]]
id = "other"
model = "global_payment"
budget = "$500,000.00"
surplus_share = "50 %"
deficit_share = "100 %"

[[clause]]
id = "netted"
model = "netting"
of = ["result", "other"]
level = "each"
upside_only = ["other"]
"""
)

VISITS_AVOIDED = """
[[clause]]
id = "visits"
model = "utilization_incentive"
direction = "fewer is better"
per = "per 1,000 members a year"
baseline = "400 events"
rate = "$0.10 PMPM"
for_each = "10 events"
part_steps = "whole steps only"
"""

WITH_DOWNSIDE = {
    "two-sided": TWO_SIDED,
    "capped": CAPPED,
    "corridor": CORRIDOR,
    "global": GLOBAL,
    "episodes": EPISODES,
    "stopped": STOPPED,
    "recouped": RECOUPED,
    "netted": NETTED,
    "withhold": WITHHOLD,
    "visits avoided": VISITS_AVOIDED,
}

COSTS = {"cost": (800_000.0, 1_500_000.0)}
"""The range of the cost, in dollars, where a test wants one."""


def capped() -> Contract:
    return contract(CAPPED)


def deal(
    without: tuple[str, ...] = (), amount: str = "0", cost: str = "12000", loss: str = "30000"
) -> Deal:
    return Deal(
        Path("made-up"),
        "A deal for a test",
        Party("Group"),
        Party("Plan"),
        Appetite(Decimal("5000"), Decimal(loss), Decimal("45000")),
        WithoutDeal(without, Decimal(amount)),
        (Cost("work", "work", Decimal(cost), f"${cost} a year"),),
        (),
        (),
        (),
    )


def years(figures: Mapping[str, FloatArray], blocks: int = 1) -> Years:
    """Return years of figures in dollars; names with visits or months count."""
    number = len(next(iter(figures.values())))
    given = {name: Given(values, _unit(name)) for name, values in figures.items()}
    block = np.arange(number) % blocks
    return Years(given, block.astype(np.int64), {}, np.zeros(number))


def _unit(name: str):  # type: ignore[no-untyped-def]
    if name.startswith("visits"):
        return count("visit")
    return MONEY if name in {"cost", "revenue"} else None


def costs(number: int = 4_000, blocks: int = 16, seed: int = 5) -> FloatArray:
    """Return costs around the benchmark of one million dollars, shape (number,)."""
    del blocks
    return np.random.default_rng(seed).normal(1_000_000, 60_000, number)
