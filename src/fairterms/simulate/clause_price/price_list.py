"""The prices of a deal's clauses, as records."""

from dataclasses import dataclass

from fairterms.simulate.clause_price.priced_clause import PricedClause, Unpriced
from fairterms.simulate.results.estimate import Estimate

OTHERS = "other-terms"
"""The id under which the smallest terms are priced together."""


@dataclass(frozen=True)
class ThreePrices:
    """The three prices of a clause on one measure: with it minus without it."""

    given_the_rest: Estimate
    alone: Estimate
    fair_share: Estimate


@dataclass(frozen=True)
class ClausePrice:
    """What a clause is worth to the group; below 0 it costs the group.

    Attributes
    ----------
    clauses
        The clause; several when the smallest terms are priced together.
    mean
        Dollars a year, on average.
    tail
        Dollars a year, on average over the worst 5 % of years.
    loss
        What it adds to the chance of a loss, as a fraction; above 0 is bad.
    """

    clauses: tuple[PricedClause, ...]
    mean: ThreePrices
    tail: ThreePrices
    loss: ThreePrices

    @property
    def id(self) -> str:
        """The priced clause's id, or :data:`OTHERS`."""
        return self.clauses[0].id if len(self.clauses) == 1 else OTHERS

    @property
    def title(self) -> str:
        """As a table names it."""
        if len(self.clauses) == 1:
            return self.clauses[0].title
        return f"{len(self.clauses)} other terms together"

    @property
    def words(self) -> str:
        """The strike in words."""
        return self.clauses[0].words if len(self.clauses) == 1 else "without all of these"


@dataclass(frozen=True)
class PairPrice:
    """How two clauses change each other's worth: below 0 they do the same work.

    Attributes
    ----------
    one, other
        Places among the prices.
    mean, tail
        Their interaction in dollars a year.
    """

    one: int
    other: int
    mean: Estimate
    tail: Estimate


@dataclass(frozen=True)
class Worth:
    """What a variant is worth: dollars on average, dollars in bad years, chance of a loss."""

    mean: Estimate
    tail: Estimate
    loss: Estimate


@dataclass(frozen=True)
class ClausePrices:
    """The prices of a deal's clauses.

    Attributes
    ----------
    in_force, struck
        What the deal is worth as written, and with every priced clause struck.
    prices
        The largest fair share first.
    pairs
        Interactions, the strongest on average first; none when shares were sampled.
    unmoved
        Clauses that move nothing in these years.
    unpriced
        Clauses and terms without a price, and why.
    years, blocks, variants
        How many were simulated.
    orders
        The orders sampled; 0 when all subsets were settled.
    """

    in_force: Worth
    struck: Worth
    prices: tuple[ClausePrice, ...]
    pairs: tuple[PairPrice, ...]
    unmoved: tuple[PricedClause, ...]
    unpriced: tuple[Unpriced, ...]
    years: int
    blocks: int
    variants: int
    orders: int = 0
