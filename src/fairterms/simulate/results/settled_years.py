"""Settled years: what one pass over the simulated years leaves, kept for every later question."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.value import Row, show
from fairterms.payment.evaluation import paying_clauses
from fairterms.payment.gain import gains
from fairterms.payment.worksheet import Worksheet
from fairterms.simulate.years import CHUNK, FloatArray, IntArray, Years, settled
from fairterms.units.number import Mask
from fairterms.units.quantity import MONEY

CENT = 0.01
HALF_CENT = 0.005
"""Amounts nearer to zero than this are nothing: floats leave crumbs where exact terms leave 0."""


@dataclass(frozen=True)
class SettledYears:
    """Every simulated year, settled once; all arrays have shape (years,), amounts in dollars.

    Attributes
    ----------
    payable
        What the contract pays the group in all; negative when the group owes.
    gains
        What the deal adds to what the group would be paid anyway.
    net
        Gains less the cost to comply, less what giving more care costs.
    steps
        Results of all dollar clauses by the clause's id, and other wanted steps by their own.
    gates
        Gate id to where it bit.
    otherwise
        Gate id to why it did not bite elsewhere, as a sentence fragment.
    pays
        Ids of the clauses whose results add up to ``payable``.
    cost_to_comply
        Dollars a year.
    delivery
        Dollars that giving care costs above the expected year.
    """

    payable: FloatArray
    gains: FloatArray
    net: FloatArray
    steps: Mapping[str, FloatArray]
    gates: Mapping[str, Mask]
    otherwise: Mapping[str, str]
    pays: tuple[str, ...]
    cost_to_comply: float
    delivery: FloatArray
    blocks: IntArray

    def __len__(self) -> int:
        """Return the number of years."""
        return len(self.blocks)


def settle_years(
    deal: Deal, contract: Contract, years: Years, more: tuple[str, ...] = ()
) -> SettledYears:
    """Settle every year once, a chunk at a time, and keep what later questions need.

    Parameters
    ----------
    deal
        It says what the group would be paid anyway, and what the contract's work costs.
    contract
        The terms in force in the period.
    years
        The figures.
    more
        Ids of further steps to keep, such as ``withhold.returned``; those no clause writes are
        left out.

    Raises
    ------
    Refusal
        When a clause cannot be settled on these figures.
    """
    kept = _Kept(len(years), {*more, *_measure_steps(contract)})
    for first in range(0, len(years), CHUNK):
        sheet = settled(contract, years.part(first, first + CHUNK))
        kept.add(first, sheet, gains(deal, contract, sheet))
    cost = float(deal.cost_to_comply)
    return SettledYears(
        kept.payable,
        kept.gains,
        kept.gains - cost - years.delivery,
        kept.steps,
        kept.gates,
        kept.otherwise,
        paying_clauses(contract),
        cost,
        years.delivery,
        years.blocks,
    )


class _Kept:
    """The columns of all years, filled chunk by chunk."""

    def __init__(self, years: int, more: set[str]) -> None:
        self.payable = np.empty(years)
        self.gains = np.empty(years)
        self.steps: dict[str, FloatArray] = {}
        self.gates: dict[str, Mask] = {}
        self.otherwise: dict[str, str] = {}
        self._more = more

    def add(self, first: int, sheet: Worksheet, added: FloatArray) -> None:
        """Take over one chunk that starts at year ``first``."""
        here = slice(first, first + len(added))
        self.payable[here] = sheet.payable.values
        self.gains[here] = _without_crumbs(added)
        results = {step.clause: step for step in sheet.steps if step.clause}
        for clause, step in results.items():
            if step.unit == MONEY:
                self._column(self.steps, clause)[here] = step.values
        for step in sheet.steps:
            if step.id in self._more:
                self._column(self.steps, step.id)[here] = step.values
        for gate in sheet.gates:
            if gate.id not in self.gates:
                self.gates[gate.id] = np.zeros(len(self.payable), dtype=bool)
            self.gates[gate.id][here] = gate.bites
            self.otherwise[gate.id] = gate.otherwise

    def _column(self, columns: dict[str, FloatArray], name: str) -> FloatArray:
        return columns.setdefault(name, np.empty(len(self.payable)))


def _without_crumbs(amounts: FloatArray) -> FloatArray:
    return np.where(np.abs(amounts) < HALF_CENT, 0.0, amounts)


def measures_paid_on(contract: Contract) -> dict[str, tuple[tuple[str, Row], ...]]:
    """Return, clause by clause, the measures that a scorecard pays on: id and row as written."""
    found = {}
    for clause in contract.clauses:
        term = clause.terms.get("measures")
        value = term.value if term else ()
        rows = value if isinstance(value, tuple) else (value,)
        named = tuple(
            (show(row.cells["measure"]), row)
            for row in rows
            if isinstance(row, Row) and "measure" in row.cells
        )
        if named:
            found[clause.id] = named
    return found


def _measure_steps(contract: Contract) -> set[str]:
    return {
        f"{clause}.{measure}.{part}"
        for clause, rows in measures_paid_on(contract).items()
        for measure, _ in rows
        for part in ("rate", "share")
    }
