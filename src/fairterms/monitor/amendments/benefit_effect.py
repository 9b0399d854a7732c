"""What a change of a benefit does to the years that may come."""

from dataclasses import dataclass, replace

from fairterms.contract.deal import Deal
from fairterms.monitor.amendments.change import Benefit, Change
from fairterms.simulate.drivers.assumptions import is_moved, replanned, shifted
from fairterms.simulate.drivers.outcome import Outcome, difference, outcome
from fairterms.simulate.drivers.redraw import SameChance
from fairterms.simulate.drivers.stress import Change as Stressed
from fairterms.simulate.drivers.stress import Setting, by
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

    @property
    def loses_after(self) -> float:
        """The share of years with a loss with the change, from 0 to 1."""
        return min(max(self.before.loses.value + self.difference.loses.value, 0.0), 1.0)


@dataclass(frozen=True)
class NotSimulated:
    """A change of a benefit that could not be simulated, and why, as a sentence."""

    change: Change
    why: str


def simulated(
    deal: Deal, plan: Plan, change: Change, past: Past = NOTHING_PAST, years: int = YEARS
) -> Simulated | NotSimulated:
    """Put a year under a change of a benefit, with the stress test of that name.

    The stress raises the cost of care by half of what visits fall by; where the plan's actuary has
    said how much cost will change, it is that instead.

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
    benefit = change.benefit
    if benefit is None or (benefit.visits is None and benefit.expected_cost is None):
        return NotSimulated(
            change,
            "Nobody has said by how much visits or cost will change. Ask the plan's actuary, and "
            'write expected_cost = "2 %" or visits = "-5 %" under benefit.',
        )
    applied = _applied(Setting(deal, plan, past), benefit)
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


def _applied(setting: Setting, benefit: Benefit) -> Stressed | str:
    """Return the year under the change, or why it does not apply."""
    applied = STRESSES[_STRESS].apply(setting, float(benefit.visits or 0))
    if isinstance(applied, str) or benefit.expected_cost is None:
        return applied
    plan, share = setting.plan, float(benefit.expected_cost)
    has_visits = benefit.visits is not None and applied.plan.expected is not plan.expected
    words = [f"{by(float(benefit.visits or 0), is_counted=True)} visits"] if has_visits else []
    changed = applied.plan
    if any(one.paid for one in plan.declared.patients) and is_moved(plan.declared, "trend"):
        declared = shifted(plan.declared, "trend", share)
        changed = replanned(changed, declared, setting.past)
        words.append(f"{by(share)} for a unit of care, as the plan expects")
    if not words:
        return "The contract does not count what care costs, and nobody said how visits change."
    return replace(applied, words=f"{' and '.join(words)}.", plan=changed)
