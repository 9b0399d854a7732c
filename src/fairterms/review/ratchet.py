"""Ratcheting: duties, reports, deadlines and discretion that grow from version to version."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from fairterms.document.alignment import Change
from fairterms.review.comparison import Comparison
from fairterms.review.effects import Effect, effects
from fairterms.review.parties import Parties

MEASURED: Final = (
    Effect.GROUP_DUTY,
    Effect.GROUP_REPORT,
    Effect.GROUP_DEADLINE,
    Effect.PLAN_CONSENT,
    Effect.PLAN_RIGHT,
    Effect.PLAN_DISCRETION,
)
"""What ratcheting is measured by: what the group must do, and what the plan may decide."""

_TIMES_A_YEAR = {
    "daily": 365,
    "each day": 365,
    "weekly": 52,
    "each week": 52,
    "every week": 52,
    "monthly": 12,
    "each month": 12,
    "every month": 12,
    "per month": 12,
    "quarterly": 4,
    "each quarter": 4,
    "every quarter": 4,
    "semi-annual": 2,
    "semiannual": 2,
    "annual": 1,
    "each year": 1,
    "every year": 1,
    "per year": 1,
    "yearly": 1,
}


@dataclass(frozen=True)
class Growth:
    """What one new version added and took away.

    Attributes
    ----------
    old, new
        Names of the two versions.
    added, removed
        How many of each measured effect came and went.
    recurring
        New reports and duties of the group that come back, with how often a year.
    """

    old: str
    new: str
    added: "Counter[Effect]"
    removed: "Counter[Effect]"
    recurring: tuple[tuple[Change, int], ...]

    def net(self, effect: Effect) -> int:
        """Return how many more of an effect the new version has; negative for fewer."""
        return self.added[effect] - self.removed[effect]

    @property
    def times_a_year(self) -> int:
        """How often a year the new recurring duties must be done, together."""
        return sum(times for _, times in self.recurring)

    def hours(self, each: Fraction) -> Fraction:
        """Return the new work a year in hours, with the hours one such task takes.

        Parameters
        ----------
        each
            Hours, as the group knows them; the agreement does not say.
        """
        return each * self.times_a_year


def growth(comparison: Comparison, parties: Parties) -> Growth:
    """Measure what one new version asks of the group beyond the old one.

    Parameters
    ----------
    comparison
        The two versions, compared.
    parties
        What the agreement calls its sides.
    """
    added: Counter[Effect] = Counter()
    removed: Counter[Effect] = Counter()
    recurring: list[tuple[Change, int]] = []
    for change in (change for judged in comparison.judged for change in judged.changes):
        had = effects(change.old.words if change.old else "", parties)
        has = effects(change.new.words if change.new else "", parties)
        for effect in MEASURED:
            more = has[effect] - had[effect]
            (added if more > 0 else removed)[effect] += abs(more)
        times = _new_times(change)
        if times and has[Effect.GROUP_DUTY]:
            recurring.append((change, times))
    return Growth(comparison.old.name, comparison.new.name, +added, +removed, tuple(recurring))


def is_ratcheting(steps: Iterable[Growth]) -> bool:
    """Say whether the group's duties and the plan's say both grew, or either in every step."""
    told = list(steps)
    duties = [step.net(Effect.GROUP_DUTY) + step.net(Effect.GROUP_REPORT) for step in told]
    says = [step.net(Effect.PLAN_RIGHT) + step.net(Effect.PLAN_DISCRETION) for step in told]
    grew_together = sum(duties) > 0 and sum(says) > 0
    grew_always = bool(told) and (min(duties) > 0 or min(says) > 0)
    return grew_together or grew_always


def _new_times(change: Change) -> int:
    """Return how often a year a new duty comes back; 0 when it does not, or did before."""
    after = _often(change.new.words if change.new else "")
    before = _often(change.old.words if change.old else "")
    return max(0, after - before)


def _often(text: str) -> int:
    said = text.casefold()
    return max((times for words, times in _TIMES_A_YEAR.items() if words in said), default=0)
