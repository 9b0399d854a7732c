"""The price of an ask: what it is worth to the group, and what it costs the plan."""

from dataclasses import dataclass
from enum import StrEnum
from math import inf

from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.results.estimate import Estimate


class Sort(StrEnum):
    """How a price is to be read."""

    EXPECTED = "in a mean year"
    IF_USED = "if it happens"
    WORK = "work it spares"
    OPEN = "at most"
    NOT_PRICED = "no dollars"


@dataclass(frozen=True)
class AskPrice:
    """What an ask is worth to the group.

    Attributes
    ----------
    sort
        How the figures are to be read.
    words
        Where they come from, as a sentence; for what has no price, why it has none.
    outcome
        What the ask adds to the net margin: on average and in the worst 5 % of years, in dollars a
        year, and to the chance of a loss. None where only an upper limit is known, or nothing.
    plan_cost
        What it costs the plan on average, in dollars a year; None where it costs nothing in a year
        in which nothing happens, and where nobody knows.
    at_most
        The most that hangs on it, in dollars a year; None unless that alone is known. A price of
        sort "at most" with an outcome is of a wider change than the one asked for.
    struck
        Ids of the terms that were struck for it; empty where none were.
    """

    sort: Sort
    words: str
    outcome: Outcome | None = None
    plan_cost: Estimate | None = None
    at_most: float | None = None
    struck: tuple[str, ...] = ()

    def worth(self, weight: float) -> float:
        """Return what the ask is worth to a group that minds bad years, in dollars a year.

        Parameters
        ----------
        weight
            How much the worst 5 % of years count, from 0 to 1.

        Notes
        -----
        worth = (1 − weight) × mean + weight × mean of the worst 5 % of years. Where only the most
        that hangs on it is known, that is taken: it orders asks of one sort and adds up to nothing.
        """
        if self.outcome is None:
            return self.at_most or 0.0
        return (1 - weight) * self.outcome.mean.value + weight * self.outcome.worst.value

    def ratio(self, weight: float) -> float:
        """Return dollars to the group for each dollar of the plan; infinite where it costs nothing.

        Parameters
        ----------
        weight
            As in :meth:`worth`.
        """
        worth = self.worth(weight)
        if self.plan_cost is None or self.plan_cost.value <= 2 * self.plan_cost.error:
            return inf if worth > 0 else 0.0
        return worth / self.plan_cost.value
