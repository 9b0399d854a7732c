"""Settle one contract again and again with one clause or figure changed, and only what follows.

A clause that reads neither what was changed nor anything that follows from it keeps its steps.
Every number has the same bytes as settling the contract whole.
"""

from collections.abc import Mapping

import numpy as np

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.deal import Deal
from fairterms.payment.evaluation import (
    open_book,
    paying_clauses,
    settle_clause,
    survey,
    write_payable,
)
from fairterms.payment.gain import gains
from fairterms.payment.worksheet import Step, Worksheet
from fairterms.simulate.years import FloatArray, Years, settled
from fairterms.units.number import FLOAT, exact_arithmetic


class Resettled:
    """A contract settled on some years, ready to be settled with one thing changed.

    Parameters
    ----------
    deal
        It says what the group would be paid anyway, and what the contract's work costs.
    contract
        The terms in force in the period.
    years
        The figures; not more than fit into memory with all their steps.

    Raises
    ------
    Refusal
        When the contract cannot be settled as it is.
    """

    def __init__(self, deal: Deal, contract: Contract, years: Years) -> None:
        self.years, self.contract = years, contract
        self._deal = deal
        self._parts = paying_clauses(contract)
        self._steps: dict[str, list[Step]] = {clause.id: [] for clause in contract.clauses}
        for step in settled(contract, years).steps:
            if step.clause:
                self._steps[step.clause].append(step)
        self._reads = _reads(contract)
        self.net = self._net(contract, years, frozenset())

    def with_clause(self, clause: Clause) -> FloatArray:
        """Return the net gains, shape (years,) in dollars, with one clause exchanged."""
        contract = self.contract.replacing(clause)
        return self._net(contract, self.years, self._following({clause.id}))

    def with_figure(self, name: str, years: Years) -> FloatArray:
        """Return the net gains, shape (years,) in dollars, with one figure of the years changed."""
        first = {clause for clause, reads in self._reads.items() if name in reads}
        return self._net(self.contract, years, self._following(first))

    def _following(self, changed: set[str]) -> frozenset[str]:
        """Name the changed clauses and those that read them, directly or not."""
        found = set(changed)
        for clause in self.contract.clauses:
            sources = {name.partition(".")[0] for name in self._reads[clause.id]}
            if found & sources:
                found.add(clause.id)
        return frozenset(found)

    def _net(self, contract: Contract, years: Years, again: frozenset[str]) -> FloatArray:
        book = open_book(contract, years.figures, len(years), FLOAT)
        with exact_arithmetic():
            for clause in contract.clauses:
                if clause.id in again:
                    settle_clause(clause, book)
                    continue
                for step in self._steps[clause.id]:
                    book.steps[step.id] = step
                    book.results[clause.id] = step
            write_payable(contract, book, self._parts)
        sheet = Worksheet(tuple(book.steps.values()), ())
        added = np.asarray(gains(self._deal, contract, sheet), dtype=np.float64)
        return added - float(self._deal.cost_to_comply) - years.delivery


def _reads(contract: Contract) -> Mapping[str, frozenset[str]]:
    """Return what each clause reads: figures, and steps of other clauses."""
    found: dict[str, set[str]] = {clause.id: set() for clause in contract.clauses}
    for step in survey(contract).worksheet.steps:
        if step.clause:
            found[step.clause].update(
                name for name in step.figures if name.partition(".")[0] != step.clause
            )
    return {clause: frozenset(names) for clause, names in found.items()}
