"""The exact law of a payment that depends on nothing uncertain but the year's total.

Where a contract reads only the total, one settlement of every total that can come gives the whole
law of what is paid: no year is drawn, and nothing has a simulation error. Payments have atoms
(most years of a corridor pay exactly nothing), so shares of years are counted by their chance, and
the last payment of a tail counts with the part of its chance that still fits.

Positive amounts are paid to the group; negative ones the group owes.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.payment.book import Given
from fairterms.payment.evaluation import run, survey
from fairterms.simulate.exact_total.cost_law import FloatArray
from fairterms.simulate.exact_total.total_law import TotalLaw
from fairterms.units.number import FLOAT, Column
from fairterms.units.quantity import MONEY
from fairterms.units.refusal import Refusal

AT_ONCE = 8_192
"""Totals settled at once: their columns then stay in the processor's cache."""


@dataclass(frozen=True, eq=False)
class PaymentLaw:
    """The chance of every payment.

    Attributes
    ----------
    amounts
        Payments that can come, in dollars, rising, each once, shape (amounts,).
    chance
        The chance of each, shape (amounts,); they add up to 1.

    Examples
    --------
    >>> law = PaymentLaw(np.array([-100.0, 0.0, 50.0]), np.array([0.125, 0.625, 0.25]))
    >>> law.owes, law.mean, law.quantile(0.05), law.tail_mean(0.25)
    (0.125, 0.0, -100.0, -50.0)
    """

    amounts: FloatArray
    chance: FloatArray

    def __post_init__(self) -> None:
        """Hold what a law must hold."""
        assert self.amounts.shape == self.chance.shape, "one chance for each amount"
        assert bool(np.all(np.diff(self.amounts) > 0)), "amounts rise"
        assert self.chance.min() >= 0, "a chance below zero"
        assert abs(self.chance.sum() - 1) < 1e-9, "chances add up to 1"

    @property
    def mean(self) -> float:
        """Expected payment, in dollars."""
        return float(self.chance @ self.amounts)

    @property
    def sd(self) -> float:
        """Standard deviation of the payment, in dollars."""
        return math.sqrt(float(self.chance @ (self.amounts - self.mean) ** 2))

    @property
    def owes(self) -> float:
        """Chance that the group owes: that the payment lies below zero."""
        return self.below(0.0)

    def below(self, dollars: float) -> float:
        """Return the chance of a payment strictly below so many dollars."""
        return float(self.chance[self.amounts < dollars].sum())

    def quantile(self, share: float) -> float:
        """Return the least payment that at least this share of years does not pass, in dollars."""
        assert 0 < share < 1, "a share between 0 and 1"
        at = int(np.searchsorted(self._up_to, share - 1e-15))
        return float(self.amounts[min(at, len(self.amounts) - 1)])

    def tail_mean(self, share: float) -> float:
        """Return the mean payment of the worst ``share`` of years, in dollars (TVaR).

        An atom at the tail's end counts with the part of its chance that makes the share full.
        """
        assert 0 < share <= 1, "a share above 0, up to 1"
        counted = np.clip(share - (self._up_to - self.chance), 0, self.chance)
        return float(counted @ self.amounts / counted.sum())

    @cached_property
    def _up_to(self) -> FloatArray:
        return np.cumsum(self.chance)


def law_of(amounts: FloatArray, chance: FloatArray) -> PaymentLaw:
    """Return the law of amounts in any order, equal ones put together.

    Examples
    --------
    >>> law_of(np.array([5.0, 0.0, 5.0]), np.array([0.25, 0.5, 0.25])).chance.tolist()
    [0.5, 0.5]
    """
    each, places = np.unique(amounts, return_inverse=True)
    return PaymentLaw(each, np.asarray(np.bincount(places, weights=chance), dtype=np.float64))


def payable_law(
    contract: Contract, figures: Mapping[str, Given], into: str, total: TotalLaw
) -> PaymentLaw:
    """Return the law of what is payable under a contract that reads only the year's total.

    Parameters
    ----------
    contract
        The terms in force in the period.
    figures
        Every other figure the contract reads, each one number (or columns that never change).
    into
        The figure that the total is, in dollars.
    total
        The law of the total.

    Raises
    ------
    Refusal
        When the contract does not read the total, reads it patient by patient, reads another
        figure that differs from year to year, or cannot be settled.
    """
    read = _names_read(contract)
    _demand_total_alone(read, into)
    fixed = {name: _fixed(name, given) for name, given in figures.items() if name in read}
    can_come = total.chance > 0
    dollars, chance = total.dollars[can_come], total.chance[can_come]
    paid = np.empty(len(dollars))
    for first in range(0, len(dollars), AT_ONCE):
        part = dollars[first : first + AT_ONCE]
        given = {name: _repeated(one, len(part)) for name, one in fixed.items()}
        given[into] = Given(part, MONEY)
        paid[first : first + AT_ONCE] = run(contract, given, len(part), FLOAT).payable.values
    return law_of(paid, chance / chance.sum())


def _names_read(contract: Contract) -> dict[str, bool]:
    """Return every figure the contract may read, and whether as a list."""
    found = survey(contract)
    named = {name: False for _, name in found.unknown}
    return {**named, **{name: wanted.is_list for name, wanted in found.wanted.items()}}


def _demand_total_alone(read: Mapping[str, bool], into: str) -> None:
    if into not in read:
        raise Refusal(
            into,
            "is not read by any clause",
            "the year's total would move nothing",
            f"name one of the figures the contract reads: {', '.join(sorted(read))}",
        )
    if read[into]:
        raise Refusal(
            into,
            "is read as a list, one number for each patient",
            "the law of the total does not say what each patient cost",
            "simulate this contract",
        )


def _fixed(name: str, given: Given) -> Given:
    """Return a figure as columns of one number each; refuse one that differs between years."""
    columns = given.values if isinstance(given.values, tuple) else (given.values,)
    as_floats = tuple(np.asarray(column, dtype=np.float64) for column in columns)
    if any(len(column) == 0 or np.ptp(column) > 0 for column in as_floats):
        raise Refusal(
            name,
            "differs from year to year, and a clause reads it",
            "the exact law knows the year's total only, not what comes with it",
            f"simulate this contract, or give one {name} for every year",
        )
    firsts: tuple[Column, ...] = tuple(column[:1] for column in as_floats)
    return replace(given, values=firsts if isinstance(given.values, tuple) else firsts[0])


def _repeated(given: Given, rows: int) -> Given:
    if isinstance(given.values, tuple):
        return replace(given, values=tuple(np.repeat(one, rows) for one in given.values))
    return replace(given, values=np.repeat(given.values, rows))
