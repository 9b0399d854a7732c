"""Years drawn lately, kept so that a slider that moves only terms draws none again."""

from collections.abc import Callable
from dataclasses import dataclass, field

from fairterms.simulate.drivers.redraw import SameChance
from fairterms.simulate.forecast.declaration import Declaration
from fairterms.simulate.forecast.panel import SHARD, Plan, joined, shard
from fairterms.simulate.years import Years

KEPT_LISTS, KEPT_COUNTS = 6, 60
"""Lists of people and counts of measures kept before all are forgotten: each list holds on to
tables of what a person costs, up to 40 MB."""

FEW = 2_048
"""Up to so many years are drawn at once and kept."""

Tell = Callable[[str], None]


@dataclass
class Panels:
    """Draws years, and remembers the parts of small panels.

    Attributes
    ----------
    chance
        Parts drawn lately.
    attachments, widened
        The attachments and the forecast of the wide tables that small panels share; empty and
        None until there are any.
    """

    chance: SameChance = field(default_factory=SameChance)
    attachments: tuple[str, ...] = ()
    widened: Declaration | None = None

    def years(self, plan: Plan, tell: Tell = lambda _: None) -> Years:
        """Draw all years of a plan.

        Parameters
        ----------
        plan
            What to simulate, and how many years.
        tell
            Called with a short sentence before each part; what it raises ends the work.

        Returns
        -------
        Years
            The same bytes as :func:`fairterms.simulate.forecast.panel.simulate`.
        """
        if plan.number <= FEW:
            tell(f"Simulating {plan.number:,} years")
            chance = self.chance
            if len(chance.lists) > KEPT_LISTS or len(chance.counts) > KEPT_COUNTS:
                chance = self.chance = SameChance()
            return chance.years(plan, plan.number)
        parts = []
        for first in range(0, plan.number, SHARD):
            last = min(first + SHARD, plan.number)
            tell(f"Simulating years {first + 1:,} to {last:,} of {plan.number:,}")
            parts.append(shard(plan, first, last))
        return joined(parts)
