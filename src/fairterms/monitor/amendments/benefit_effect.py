"""What a change of a benefit does to the years that may come."""

from dataclasses import dataclass

from fairterms.contract.deal import Deal
from fairterms.monitor.amendments.change import Change
from fairterms.simulate.drivers.outcome import Outcome, difference, outcome
from fairterms.simulate.drivers.redraw import SameChance
from fairterms.simulate.drivers.stress import Setting
from fairterms.simulate.drivers.stress_catalogue import STRESSES
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.simulate.years import net_gains

YEARS = 512
"""Years drawn unless told otherwise: a difference on the same years needs few."""
_STRESS = "benefit_change"


@dataclass(frozen=True)
class Simulated:
    """The same years without the change and with it.

    Attributes
    ----------
    change
        The change.
    words
        What was changed of the year, as a sentence.
    before, difference
        The net margin without the change, and by how much it differs with it.
    years
        On how many years.
    """

    change: Change
    words: str
    before: Outcome
    difference: Outcome
    years: int


@dataclass(frozen=True)
class NotSimulated:
    """A change of a benefit that could not be simulated, and why, as a sentence."""

    change: Change
    why: str


def simulated(
    deal: Deal, plan: Plan, change: Change, past: Past = NOTHING_PAST, years: int = YEARS
) -> Simulated | NotSimulated:
    """Put a year under a change of a benefit, with the stress test of that name.

    Parameters
    ----------
    deal
        What the group would be paid anyway, and what the contract's work costs.
    plan
        What is simulated of the year; see :func:`fairterms.simulate.forecast.planning.plan_year`.
    change
        A change of a benefit.
    past
        What the records say; needed where the law of cost comes from them.
    years
        How many; a multiple of 32, no more than the plan has.

    Raises
    ------
    Refusal
        When the contract cannot be settled in that year.
    """
    share = change.benefit.visits if change.benefit else None
    if share is None:
        return NotSimulated(
            change,
            "Nobody has said by how much visits will change. Ask the plan's actuary, and write "
            'visits = "-5 %" under benefit.',
        )
    applied = STRESSES[_STRESS].apply(Setting(deal, plan, past), float(share))
    if isinstance(applied, str):
        return NotSimulated(change, applied)
    chance = SameChance()
    base = chance.years(plan, years)
    changed = applied.figures(chance.years(applied.plan, years))
    net = net_gains(deal, plan.contract, base)
    after = net_gains(deal, applied.plan.contract, changed)
    return Simulated(
        change,
        applied.words,
        outcome(net, base.blocks),
        difference(after, net, base.blocks),
        years,
    )
