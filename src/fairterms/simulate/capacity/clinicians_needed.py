"""How many clinicians it takes to reach the contract's share with a wanted chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from fairterms.simulate.capacity.access_tiers import AccessTier
from fairterms.simulate.capacity.forecast import chance, simulate_access
from fairterms.simulate.capacity.practice import Practice
from fairterms.simulate.results.estimate import Estimate

WANTED = (0.5, 0.8, 0.9)
"""Chances that are asked for."""
SEARCHED = 500
"""Years simulated for each number of clinicians."""
_MOST_TIMES = 4


@dataclass(frozen=True)
class Row:
    """What a number of clinicians gives.

    Attributes
    ----------
    posts
        Full-time clinicians.
    chances
        The chance of each tier, in their order.
    """

    posts: float
    chances: tuple[Estimate, ...]


@dataclass(frozen=True)
class Needed:
    """The fewest clinicians that reach a tier with a chance.

    Attributes
    ----------
    tier
        The tier.
    wanted
        The chance.
    posts
        Whole full-time posts; None where even four times as many as today do not: then it is the
        time until a place fits, or missed visits, that decides.
    chance
        What they reach; None with ``posts``.
    """

    tier: AccessTier
    wanted: float
    posts: int | None
    chance: Estimate | None


class Search:
    """Numbers of clinicians, each simulated once on the same luck.

    Parameters
    ----------
    practice
        As it is; only its posts change. Posts beyond today's are filled from the first week.
    tiers
        Lowest first.
    seed, years
        As in a forecast.
    """

    def __init__(
        self,
        practice: Practice,
        tiers: Sequence[AccessTier],
        seed: int,
        years: int = SEARCHED,
    ) -> None:
        self._practice, self._tiers = practice, tuple(tiers)
        self._seed, self._years = seed, years
        self._known: dict[float, Row] = {}

    def row(self, posts: float) -> Row:
        """Return what a number of posts gives."""
        if posts not in self._known:
            practice = self._practice.with_posts(posts)
            found = simulate_access(practice, chance(self._seed, self._years))
            self._known[posts] = Row(posts, tuple(found.meets(tier.at) for tier in self._tiers))
        return self._known[posts]

    def rows(self) -> tuple[Row, ...]:
        """Return every number of posts simulated so far, fewest first."""
        return tuple(self._known[posts] for posts in sorted(self._known))

    def needed(self, tier: int, wanted: float) -> Needed:
        """Return the fewest whole posts that reach a tier with a chance.

        Parameters
        ----------
        tier
            Its place among the tiers.
        wanted
            The chance.

        Notes
        -----
        Bisection on the same luck, where more clinicians reach a tier in nearly every year that
        fewer do. What is found reaches the chance, and one clinician fewer does not.
        """
        low = max(floor(self._practice.staff.vacant), 0)
        high = ceil(self._practice.staff.posts)
        most = _MOST_TIMES * high
        while self._chance(high, tier) < wanted:
            if high >= most:
                return Needed(self._tiers[tier], wanted, None, None)
            low, high = high, min(2 * high, most)
        while high - low > 1:
            half = (low + high) // 2
            if half <= self._practice.staff.vacant or self._chance(half, tier) < wanted:
                low = half
            else:
                high = half
        return Needed(self._tiers[tier], wanted, high, self.row(high).chances[tier])

    def all_needed(self) -> tuple[Needed, ...]:
        """Return what every tier needs for every wanted chance."""
        return tuple(
            self.needed(tier, wanted) for tier in range(len(self._tiers)) for wanted in WANTED
        )

    def around(self, reach: float = 0.24, steps: int = 4) -> tuple[Row, ...]:
        """Return what numbers of posts around today's give, fewest first.

        Parameters
        ----------
        reach
            How far to either side, as a share of today's posts.
        steps
            How many numbers on either side.
        """
        today = self._practice.staff.posts
        least = self._practice.staff.vacant + 1
        posts = {round(today * (1 + reach * step / steps)) for step in range(-steps, steps + 1)}
        return tuple(self.row(one) for one in sorted(one for one in posts if one >= least))

    def _chance(self, posts: float, tier: int) -> float:
        return self.row(posts).chances[tier].value
