"""The terms settled under many variations: what a variation leaves alone is worked out only once.

Notes
-----
A clause depends on its own record, on the rounding of the contract, and on the figures and earlier
steps that it reads. Where all of these are as they were in an earlier run, its steps are taken over
from that run. Variations with the same terms are settled together, one row a set of figures.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet
from fairterms.payment.book import Given
from fairterms.payment.evaluation import open_book, paying_clauses, settle_clause, write_payable
from fairterms.payment.given import stack
from fairterms.payment.worksheet import Step, Worksheet
from fairterms.reconcile.comparison import Comparison
from fairterms.reconcile.variation import Variation
from fairterms.units.number import exact_arithmetic
from fairterms.units.refusal import Refusal

Numbers = tuple[Decimal | None, ...]
"""One number for each step of the statement, in its order; None where it is not written."""


@dataclass(frozen=True)
class _Run:
    """A finished run on the plan's figures, to take steps from.

    Attributes
    ----------
    steps
        Clause to what it wrote, in order.
    """

    contract: Contract
    steps: Mapping[str, tuple[Step, ...]]

    def kept(self, contract: Contract, changed_figures: Collection[str]) -> set[str]:
        """Return the clauses of changed terms whose steps are those of this run."""
        if contract.rounding != self.contract.rounding:
            return set()
        mine = {clause.id: clause for clause in self.contract.clauses}
        moved = {*changed_figures, *(mine.keys() - {clause.id for clause in contract.clauses})}
        kept: set[str] = set()
        for clause in contract.clauses:
            is_same = mine.get(clause.id) is clause
            if is_same and moved.isdisjoint(self._sources[clause.id]):
                kept.add(clause.id)
            else:
                moved.add(clause.id)
        return kept

    @cached_property
    def _sources(self) -> dict[str, set[str]]:
        """Return what each clause reads: figures, and the clauses whose steps it reads."""
        found = {}
        for clause in self.contract.clauses:
            read = [name for step in self.steps[clause.id] for name in step.figures]
            names = {*clause.of, *clause.reads.values(), *read}
            found[clause.id] = (names | {name.partition(".")[0] for name in names}) - {clause.id}
        return found


def _run(contract: Contract, worksheet: Worksheet) -> _Run:
    steps = {
        clause.id: tuple(step for step in worksheet.steps if step.clause == clause.id)
        for clause in contract.clauses
    }
    return _Run(contract, steps)


def _in_rows(step: Step, rows: int) -> Step:
    """Return a step of one settlement as one of several that are alike in it."""
    return step if rows == 1 else replace(step, values=np.repeat(step.values, rows))


class Recomputation:
    """Works out the steps a statement shows, under variations of its terms and figures.

    Parameters
    ----------
    comparison
        The statement beside the agreed terms.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._figures = comparison.plans_figures
        self._stacked_plans = stack([self._figures])
        self._spots = [line.spot for line in comparison.steps]
        agreed = _run(comparison.contract, comparison.worksheet)
        self._finished: dict[tuple[str, ...], _Run] = {(): agreed}

    def numbers(self, variations: Sequence[Variation]) -> list[Numbers | None]:
        """Return the numbers under each variation; None where the terms cannot be settled so."""
        found: list[Numbers | None] = [None] * len(variations)
        groups: dict[tuple[str, ...], list[int]] = {}
        for at, variation in enumerate(variations):
            groups.setdefault(variation.key, []).append(at)
        for places in groups.values():
            rows = self._rows([variations[at] for at in places])
            for at, numbers in zip(places, rows, strict=True):
                found[at] = numbers
        return found

    def amounts(self, sets: Sequence[FigureSet]) -> list[Decimal | None]:
        """Return the amount explained, in dollars, on other sets of figures; None where refused."""
        at = self._comparison.steps.index(self._comparison.amount)
        contract = self._comparison.contract
        variations = [Variation((), contract, figures.values) for figures in sets]
        return [numbers[at] if numbers else None for numbers in self._rows(variations)]

    def _rows(self, variations: Sequence[Variation]) -> list[Numbers | None]:
        """Settle variations of the same terms at once; halve them where one is refused."""
        try:
            worksheet = self._settled(variations)
        except Refusal:
            if len(variations) == 1:
                return [None]
            half = len(variations) // 2
            return [*self._rows(variations[:half]), *self._rows(variations[half:])]
        return [self._read(worksheet, row) for row in range(len(variations))]

    def _settled(self, variations: Sequence[Variation]) -> Worksheet:
        """Settle the terms that all these variations have, on the figures of each."""
        first, rows = variations[0], len(variations)
        changed = {name for variation in variations for name in variation.figures}
        kept, run = self._most_kept(first, changed)
        book = open_book(first.contract, self._stacked(variations), rows)
        with exact_arithmetic():
            for clause in first.contract.clauses:
                if clause.id in kept:
                    for step in run.steps[clause.id]:
                        book.write(_in_rows(step, rows))
                else:
                    settle_clause(clause, book)
            write_payable(first.contract, book, paying_clauses(first.contract))
        worksheet = Worksheet(tuple(book.steps.values()), tuple(book.gates))
        if len(first.key) == 1 and rows == 1 and not changed:
            self._finished[first.key] = _run(first.contract, worksheet)
        return worksheet

    def _stacked(self, variations: Sequence[Variation]) -> Mapping[str, Given]:
        if len(variations) == 1 and not variations[0].figures:
            return self._stacked_plans
        return stack([variation.laid_over(self._figures) for variation in variations])

    def _most_kept(
        self, variation: Variation, changed_figures: Collection[str]
    ) -> tuple[set[str], _Run]:
        """Return the clauses that need no work, and the run to take their steps from."""
        keys = [(), *((name,) for name in variation.key)]
        runs = [self._finished[key] for key in keys if key in self._finished]
        pairs = [(run.kept(variation.contract, changed_figures), run) for run in runs]
        return max(pairs, key=lambda pair: len(pair[0]))

    def _read(self, worksheet: Worksheet, row: int) -> Numbers:
        steps = [spot.find(worksheet) if spot else None for spot in self._spots]
        return tuple(step.values[row] if step else None for step in steps)
