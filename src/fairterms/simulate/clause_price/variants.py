"""Settle many variants of one contract on the same years, each clause only where it can differ.

Notes
-----
A clause's steps depend on its own terms and on the steps of the clauses it reads. So a variant is
a path through *versions*: two variants in which a clause, and everything upstream of it, reads the
same share that clause's steps. With ten clauses on two branches a gain cap is settled 64 times and
not 1,024. Every number has the same bytes as settling each variant whole: the same functions run
on the same columns.

Variants are visited in an order in which the clauses with most below them change least often, so
that a few remembered versions of each clause suffice.
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

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
from fairterms.simulate.clause_price.priced_clause import PricedClause, strike_all
from fairterms.simulate.years import FloatArray, Years
from fairterms.units.number import FLOAT, exact_arithmetic

REMEMBERED_BYTES = 96 * 2**20
"""Room for remembered steps of all clauses together."""


@dataclass
class _Branch:
    """One clause of the contract, and what its steps depend on.

    Attributes
    ----------
    own
        Bits of the priced clauses that change it.
    depends
        Bits of those that change it or anything upstream of it.
    reads
        Places of the clauses it reads.
    kept
        Ids of its steps that others read, besides its result.
    versions
        Its distinct forms; ``form`` says which one a mask has.
    remembered
        Signature to steps, the latest last.
    """

    clause: Clause
    own: int = 0
    depends: int = 0
    reads: tuple[int, ...] = ()
    kept: set[str] = field(default_factory=set)
    versions: list[Clause] = field(default_factory=list)
    form: dict[int, int] = field(default_factory=dict)
    signatures: dict[int, int] = field(default_factory=dict)
    numbered: dict[tuple[int, ...], int] = field(default_factory=dict)
    remembered: OrderedDict[int, tuple[Step, ...]] = field(default_factory=OrderedDict)


class Variants:
    """The variants of a contract: any subset of the priced clauses in force, the others struck.

    A subset is a mask: bit i is 1 where priced clause i is in force.

    Parameters
    ----------
    deal
        It says what the group would be paid anyway, and what the contract's work costs.
    contract
        The terms in force in the period.
    clauses
        What can be struck.
    years
        The figures all variants are settled on.
    """

    def __init__(
        self, deal: Deal, contract: Contract, clauses: Sequence[PricedClause], years: Years
    ) -> None:
        self.clauses = tuple(clauses)
        self.years = years
        self._deal, self._contract = deal, contract
        self._places = {clause.id: at for at, clause in enumerate(contract.clauses)}
        self._branches = [_Branch(clause) for clause in contract.clauses]
        self._parts = paying_clauses(contract)
        for bit, priced in enumerate(self.clauses):
            for branch in self._branches:
                branch.own |= priced.touches(branch.clause) << bit
        self._link()
        self._most = self._count_remembered()

    @property
    def everything(self) -> int:
        """The mask of the contract as it is."""
        return (1 << len(self.clauses)) - 1

    def contract(self, mask: int) -> Contract:
        """Return the contract of a mask."""
        return strike_all(
            self._contract,
            [priced for bit, priced in enumerate(self.clauses) if not mask >> bit & 1],
        )

    def net_gains(self, masks: Sequence[int]) -> Iterator[tuple[int, FloatArray]]:
        """Yield each mask, in an order of our choice, and its net gains in dollars (years,).

        Raises
        ------
        Refusal
            When a variant cannot be settled.
        """
        place = {bit: rank for rank, bit in enumerate(self._slowest_first())}
        width = len(self.clauses)

        def order(mask: int) -> int:
            return sum(1 << (width - 1 - rank) for bit, rank in place.items() if mask >> bit & 1)

        cost = float(self._deal.cost_to_comply)
        for mask in sorted(set(masks), key=order):
            yield mask, self._gains(mask) - cost - self.years.delivery

    # What depends on what ----------------------------------------------------------------------

    def _link(self) -> None:
        """Find out which clauses each clause reads, in any of its forms."""
        for mask in (self.everything, 0, *self._each_struck()):
            variant = self.contract(mask)
            assert paying_clauses(variant) == self._parts, "striking a clause changed who pays"
            for step in survey(variant).worksheet.steps:
                if step.clause:
                    self._note_reads(self._places[step.clause], step)
        for branch in self._branches:
            branch.depends = branch.own
            for at in branch.reads:
                branch.depends |= self._branches[at].depends

    def _each_struck(self) -> list[int]:
        """Return masks in which every priced clause is struck once: one of each clause at a time.

        What a clause reads follows from its own form, so several clauses may be struck together.
        """
        own: dict[str, list[int]] = {}
        for bit, priced in enumerate(self.clauses):
            own.setdefault(priced.clause, []).append(1 << bit)
        turns = zip_longest(*own.values(), fillvalue=0)
        return [self.everything & ~sum(bits) for bits in turns]

    def _note_reads(self, place: int, step: Step) -> None:
        branch = self._branches[place]
        for name in step.figures:
            # A step is read as "clause.step", or by its clause's id; anything else is a figure.
            at = self._places.get(name.partition(".")[0])
            if at is None or at >= place:
                continue
            branch.reads = tuple(sorted({*branch.reads, at}))
            self._branches[at].kept.add(name)

    def _slowest_first(self) -> list[int]:
        """Rank the priced clauses: those with most clauses below them first."""

        def below(bit: int) -> int:
            return sum(branch.depends >> bit & 1 for branch in self._branches)

        return sorted(range(len(self.clauses)), key=lambda bit: (-below(bit), bit))

    def _count_remembered(self) -> int:
        """Return how many versions of each clause there is room for."""
        column = 8 * max(len(self.years), 1)
        kept = sum(1 + len(branch.kept) for branch in self._branches)
        return max(2, REMEMBERED_BYTES // (column * max(kept, 1)))

    # Settling ----------------------------------------------------------------------------------

    def _gains(self, mask: int) -> FloatArray:
        """Return what the deal adds in each year under a mask, before the cost of its work."""
        book = open_book(self._contract, {}, len(self.years), FLOAT)
        for name in self._named():
            for step in self._steps(self._places[name], mask):
                book.steps[step.id] = step
                book.results[name] = step
        with exact_arithmetic():
            write_payable(self._contract, book, self._parts)
        worksheet = Worksheet(tuple(book.steps.values()), ())
        return np.asarray(gains(self._deal, self._contract, worksheet), dtype=np.float64)

    def _named(self) -> tuple[str, ...]:
        """Name the clauses the gain is worked out from."""
        anyway = self._deal.without_deal.clauses
        taken = [
            source.partition(".")[0] for name in anyway for source in self._contract.clause(name).of
        ]
        return tuple(dict.fromkeys((*self._parts, *anyway, *taken)))

    def _steps(self, place: int, mask: int) -> tuple[Step, ...]:
        """Return a clause's steps under a mask, remembered or settled now; the result is last."""
        branch = self._branches[place]
        signature = self._sign(place, mask)
        found = branch.remembered.get(signature)
        if found is not None:
            branch.remembered.move_to_end(signature)
            return found
        book = open_book(self._contract, self.years.figures, len(self.years), FLOAT)
        for at in branch.reads:
            for step in self._steps(at, mask):
                book.steps[step.id] = step
                book.results[step.clause] = step
        with exact_arithmetic():
            settle_clause(branch.versions[branch.form[mask & branch.own]], book)
        own = [step for step in book.steps.values() if step.clause == branch.clause.id]
        steps = tuple(step for step in own if step is own[-1] or step.id in branch.kept)
        branch.remembered[signature] = steps
        if len(branch.remembered) > self._most:
            branch.remembered.popitem(last=False)
        return steps

    def _sign(self, place: int, mask: int) -> int:
        """Return the number of what a clause depends on: its own form and the steps it reads."""
        branch = self._branches[place]
        relevant = mask & branch.depends
        if relevant not in branch.signatures:
            key = (self._form(branch, mask), *(self._sign(at, mask) for at in branch.reads))
            branch.signatures[relevant] = branch.numbered.setdefault(key, len(branch.numbered))
        return branch.signatures[relevant]

    def _form(self, branch: _Branch, mask: int) -> int:
        """Return the number of a clause's form under a mask; forms that read alike share one."""
        own = mask & branch.own
        if own not in branch.form:
            clause = branch.clause
            for bit, priced in enumerate(self.clauses):
                if branch.own >> bit & 1 and not mask >> bit & 1:
                    clause = priced.apply(clause)
            if clause not in branch.versions:
                branch.versions.append(clause)
            branch.form[own] = branch.versions.index(clause)
        return branch.form[own]
