"""Cash by month: what the deal has brought in so far, and the reserve that bridges the gap.

Notes
-----
Cash of the deal = what the contract pays − what the group would be paid anyway, each in the month
it is due, − the cost to comply and the extra cost of giving care, a twelfth in each of the first
twelve months (our choice). At the end all of it adds up to the net margin, as far as the contract
says when it pays. The reserve is the cash the group must hold at the start so that it is never
below zero in 95 % (or 99 %) of years: the 95 % quantile of how far the cash falls below zero.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.deal import WithoutDeal
from fairterms.simulate.results import statistic
from fairterms.simulate.results.cash_declaration import CashDeclaration, Part, Undated
from fairterms.simulate.results.estimate import Estimate
from fairterms.simulate.results.settled_years import CENT, SettledYears
from fairterms.simulate.years import FloatArray
from fairterms.units.refusal import Refusal

COST_MONTHS = 12
"""Months over which the cost of the work is spread, from the first month of the period on."""

EVENLY = Part(1, COST_MONTHS, 1.0)

COLUMNS = ("month", "cash mean", "error", "cash 5 %", "error", "cash 95 %", "error")


@dataclass(frozen=True)
class CashMonth:
    """The cash the deal has brought by the end of a month, in dollars since the period's start.

    Attributes
    ----------
    month
        From the start of the period; 1 is its first month.
    mean, low, high
        The average, and the 5 % and 95 % quantiles over the years.
    """

    month: int
    mean: Estimate
    low: Estimate
    high: Estimate


@dataclass(frozen=True)
class UndatedAmount:
    """What a clause brings without anybody knowing when; in no month of the cash.

    Attributes
    ----------
    undated
        The clause, and what the contract says instead of a date.
    mean
        Dollars a year; None when it is one step of a clause that was not kept.
    """

    undated: Undated
    mean: Estimate | None


@dataclass(frozen=True)
class Cash:
    """A period's cash, month by month, from its first month to the last payment.

    Attributes
    ----------
    months
        In order.
    lowest
        The average of the lowest point of cash, in dollars; never above zero.
    reserve_95, reserve_99
        Cash needed at the start to stay at or above zero in that share of years, in dollars.
    undated
        What is left out, because the contract does not say when it is paid.
    """

    months: tuple[CashMonth, ...]
    lowest: Estimate
    reserve_95: Estimate
    reserve_99: Estimate
    undated: tuple[UndatedAmount, ...]

    def as_rows(self) -> list[tuple[float, ...]]:
        """Return one row of :data:`COLUMNS` a month."""
        return [
            (
                one.month,
                *(one.mean.value, one.mean.error),
                *(one.low.value, one.low.error),
                *(one.high.value, one.high.error),
            )
            for one in self.months
        ]


@dataclass(frozen=True)
class _Flow:
    """Dollars of every year, shape (years,), and the months they come in."""

    amounts: FloatArray
    part: Part

    def in_month(self, month: int) -> FloatArray | None:
        if not self.part.first <= month <= self.part.last:
            return None
        return self.amounts * (self.part.share / (self.part.last - self.part.first + 1))


def cash(
    contract: Contract, without: WithoutDeal, found: SettledYears, declared: CashDeclaration
) -> Cash:
    """Work out the cash of the deal, month by month.

    Parameters
    ----------
    contract
        The terms the years were settled under.
    without
        What the group would be paid anyway: it comes in the months of the same clauses, and the
        amount of another contract evenly.
    found
        The years, settled with ``declared.steps`` kept.
    declared
        When each amount is paid.

    Raises
    ------
    Refusal
        When steps paid apart do not add up to their clause.
    """
    counted = _counted(contract, without, found)
    flows = list(_flows(counted, without, found, declared))
    running, least = np.zeros(len(found)), np.zeros(len(found))
    months = []
    for month in range(1, max(flow.part.last for flow in flows) + 1):
        for flow in flows:
            amounts = flow.in_month(month)
            if amounts is not None:
                running = running + amounts
        least = np.minimum(least, running)
        months.append(_month(month, running, found))
    return Cash(
        tuple(months),
        statistic.mean(least, found.blocks),
        _reserve(least, 0.05, found),
        _reserve(least, 0.01, found),
        tuple(UndatedAmount(one, _undated(one, found)) for one in _all_undated(counted, declared)),
    )


def _month(month: int, running: FloatArray, found: SettledYears) -> CashMonth:
    low, high = (statistic.quantile(running, level, found.blocks) for level in (0.05, 0.95))
    return CashMonth(month, statistic.mean(running, found.blocks), low, high)


def _reserve(least: FloatArray, level: float, found: SettledYears) -> Estimate:
    return -statistic.quantile(least, level, found.blocks)


def _flows(
    counted: Mapping[str, int], without: WithoutDeal, found: SettledYears, declared: CashDeclaration
) -> Iterator[_Flow]:
    """Yield every amount with its months, the group's side: what it pays is negative."""
    yield _Flow(-found.cost_to_comply - found.delivery - float(without.amount), EVENLY)
    for clause, times in counted.items():
        schedules = declared.of_clause(clause)
        for one in schedules:
            for part in one.parts:
                yield _Flow(times * found.steps.get(one.name, np.zeros(len(found))), part)
        if times > 0 and any("." in one.name for one in schedules):
            _refuse_rest(clause, found, declared)


def _counted(contract: Contract, without: WithoutDeal, found: SettledYears) -> Mapping[str, int]:
    """Return how often each clause's result counts: once when it pays, less when paid anyway."""
    counted = Counter(found.pays)
    for name in without.clauses:
        counted[name] -= 1
        for source in contract.clause(name).of:
            counted[source] += 1
    return {name: times for name, times in counted.items() if times}


def _all_undated(counted: Mapping[str, int], declared: CashDeclaration) -> tuple[Undated, ...]:
    """Return what has no date, with clauses that are paid anyway and of which nothing is told."""
    told = {one.clause for one in declared.schedules}
    told |= {one.clause.partition(".")[0] for one in declared.undated}
    return (*declared.undated, *(Undated(name) for name in counted if name not in told))


def _refuse_rest(clause: str, found: SettledYears, declared: CashDeclaration) -> None:
    """Refuse steps that are not the whole of their clause."""
    names = [one.name for one in declared.of_clause(clause)]
    names += [one.clause for one in declared.undated if one.clause.startswith(f"{clause}.")]
    rest = found.steps[clause] - sum(
        (found.steps[name] for name in names if name in found.steps), np.zeros(len(found))
    )
    if np.abs(rest).max(initial=0.0) > CENT:
        raise Refusal(
            f"cash.{clause}",
            f"its steps ({', '.join(names)}) do not add up to what {clause} pays",
            "some of its money would come in no month",
            "name every step that is paid apart, or the clause as a whole",
        )


def _undated(one: Undated, found: SettledYears) -> Estimate | None:
    values = found.steps.get(one.clause)
    return None if values is None else statistic.mean(values, found.blocks)
