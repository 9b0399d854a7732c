"""The terms settled under many variations: equal terms once, their figures stacked as rows.

Notes
-----
Two variations often differ only in a late clause. A clause that is the very same record, after
clauses that are the same, gives the same steps on the same figures; so a run takes over the steps
of an earlier run up to the first clause that differs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.figure_set import FigureSet
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
    """A finished run, to take steps from."""

    clauses: tuple[Clause, ...]
    rounding: object
    worksheet: Worksheet


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
        self._spots = [line.spot for line in comparison.steps]
        self._finished: dict[tuple[str, ...], _Run] = {}
        agreed = comparison.contract
        self._finished[()] = _Run(agreed.clauses, agreed.rounding, comparison.worksheet)

    def numbers(self, variations: Sequence[Variation]) -> list[Numbers | None]:
        """Return the numbers under each variation; None where the terms cannot be settled so."""
        found: list[Numbers | None] = [None] * len(variations)
        groups: dict[tuple[str, ...], list[int]] = {}
        for at, variation in enumerate(variations):
            if not variation.figures:
                found[at] = self._on_the_plans_figures(variation)
            else:
                groups.setdefault(variation.key, []).append(at)
        for places in groups.values():
            contract = variations[places[0]].contract
            sets = [variations[at].laid_over(self._figures) for at in places]
            for at, numbers in zip(places, self._rows(contract, sets), strict=True):
                found[at] = numbers
        return found

    def amounts(self, contract: Contract, sets: Sequence[FigureSet]) -> list[Decimal | None]:
        """Return the amount explained, in dollars, on each of several sets of figures."""
        at = self._comparison.steps.index(self._comparison.amount)
        return [numbers[at] if numbers else None for numbers in self._rows(contract, sets)]

    def _rows(self, contract: Contract, sets: Sequence[FigureSet]) -> Iterable[Numbers | None]:
        """Settle one contract on several sets at once; halve them where one is refused."""
        try:
            worksheet = _settled(contract, sets, ())
        except Refusal:
            if len(sets) == 1:
                return [None]
            half = len(sets) // 2
            return [*self._rows(contract, sets[:half]), *self._rows(contract, sets[half:])]
        return [self._read(worksheet, row) for row in range(len(sets))]

    def _on_the_plans_figures(self, variation: Variation) -> Numbers | None:
        try:
            worksheet = _settled(variation.contract, [self._figures], self._known_steps(variation))
        except Refusal:
            return None
        if len(variation.assumptions) == 1:
            contract = variation.contract
            run = _Run(contract.clauses, contract.rounding, worksheet)
            self._finished[variation.key] = run
        return self._read(worksheet, 0)

    def _known_steps(self, variation: Variation) -> tuple[Step, ...]:
        """Return the steps of the run that shares the most clauses with a variation."""
        contract = variation.contract
        keys = [(), *((name,) for name in variation.key)]
        runs = [self._finished[key] for key in keys if key in self._finished]
        best: tuple[Step, ...] = ()
        longest = 0
        for run in runs:
            shared = _shared(contract.clauses, run.clauses)
            if run.rounding == contract.rounding and shared > longest:
                names = {clause.id for clause in contract.clauses[:shared]}
                best = tuple(step for step in run.worksheet.steps if step.clause in names)
                longest = shared
        return best

    def _read(self, worksheet: Worksheet, row: int) -> Numbers:
        steps = [spot.find(worksheet) if spot else None for spot in self._spots]
        return tuple(step.values[row] if step else None for step in steps)


def _shared(one: tuple[Clause, ...], other: tuple[Clause, ...]) -> int:
    """Count the first clauses that are the same records."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left is not right:
            break
        count += 1
    return count


def _settled(contract: Contract, sets: Sequence[FigureSet], known: tuple[Step, ...]) -> Worksheet:
    """Settle a contract, going on from steps already worked out on the same figures."""
    book = open_book(contract, stack(sets), len(sets))
    for step in known:
        book.write(step)
    done = {step.clause for step in known}
    with exact_arithmetic():
        for clause in contract.clauses:
            if clause.id not in done:
                settle_clause(clause, book)
        write_payable(contract, book, paying_clauses(contract))
    return Worksheet(tuple(book.steps.values()), tuple(book.gates))
