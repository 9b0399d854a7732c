"""Small bargains for the tests: random worths, a plain frontier, and a deal with made-up years."""

from dataclasses import replace
from decimal import Decimal

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Cost, Deal, WithoutDeal
from fairterms.contract.offer import Change
from fairterms.contract.value import read
from fairterms.negotiate.positions.position import (
    Alternative,
    Issue,
    Option,
    PlanSide,
    Positions,
    Spread,
)
from fairterms.simulate.years import FloatArray, Years
from tests.payment.one_clause import contract
from tests.simulate.clause_price.made_up import costs
from tests.simulate.clause_price.struck import DEAL

CLAUSES = """
[[clause]]
id = "shared"
model = "shared_savings"
benchmark = "$1,000,000.00"
minimum_savings_rate = "0 %"
sharing_rate = "50 %"
minimum_loss_rate = "0 %"
loss_rate = "50 %"

[[clause]]
id = "loss_cap"
model = "cap"
of = "shared"
owed_cap = "$25,000.00"
"""


def random_worths(seed: int) -> tuple[FloatArray, FloatArray]:
    """Return up to 60 outcomes' worths to both sides; every other problem is full of ties."""
    draws = np.random.default_rng(seed)
    count = int(draws.integers(1, 60))
    both = draws.normal(0, 5, (2, count))
    if seed % 2:
        both = both.round()
    return both[0], both[1]


def plain_frontier(group: FloatArray, plan: FloatArray) -> set[int]:
    """Compare every outcome with every other."""
    return {
        i
        for i, (u, w) in enumerate(zip(group, plan, strict=True))
        if not any(a >= u and b >= w and (a > u or b > w) for a, b in zip(group, plan, strict=True))
    }


def change(clause: str, term: str, value: object) -> Change:
    return Change(clause, term, read(value))


def money_issue(name: str, clause: str, term: str, *values: object) -> Issue:
    """Return an issue of terms: as written first, then one option for each value."""
    options = [Option("written", f"{name} as written", is_as_written=True)]
    options += [
        Option(f"o{at}", f"{name} {value}", (change(clause, term, value),))
        for at, value in enumerate(values)
    ]
    return Issue(name, name.title(), "", tuple(options))


def soft_issue(name: str, ours: float, theirs: Spread) -> Issue:
    """Return an issue of one soft option beside the text as written."""
    soft = Option("soft", f"{name} agreed", (), ours, theirs)
    written = Option("written", f"{name} as written", is_as_written=True)
    return Issue(name, name.title(), "", (soft, written))


SHARE = money_issue("share", "shared", "sharing_rate", "40 %", "60 %")
CAP = money_issue("cap", "loss_cap", "owed_cap", "$10,000.00", "$0.00")
REPORTS = soft_issue("monthly reporting", -500.0, Spread(1000.0, 4000.0, 9000.0))


def small() -> tuple[Deal, Contract]:
    """Return a deal that shares savings and losses, paid nothing without it; its work costs."""
    costs = (Cost("files", "Files", Decimal(700), "$700.00 a year"),)
    return replace(DEAL, without_deal=WithoutDeal(), costs=costs), contract(CLAUSES)


def small_years(count: int = 512) -> Years:
    return costs(count)


def positions(*issues: Issue, worth: float | None = 0.0) -> Positions:
    """Return positions over issues, the plan's side made up."""
    plan = PlanSide(
        Spread(5000.0, 10000.0, 20000.0),
        Spread(-6000.0, 0.0, 2000.0),
        (),
        ("fewer surprises",),
        ("growth below 3 %",),
        "a guess",
    )
    other = Alternative("fee-for-service", worth, (), True, 0.0, 1.0, "today's fees")
    return Positions(0.3, "We leave below nothing.", plan, other, issues)
