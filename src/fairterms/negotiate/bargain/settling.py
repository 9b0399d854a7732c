"""Settle every outcome of a bargain on the same years, each clause once for each of its versions.

Notes
-----
A clause's steps depend on its own terms and on the steps of the clauses it reads, so many outcomes
share them. A *version* of a clause is one choice of options for the issues that change it or
anything it reads. All versions of a clause that read the same terms are settled in one call, as
rows below each other; an outcome then only looks its versions up. Clauses with few versions are
settled once for all outcomes, the others block by block.

What the group would be paid anyway is that of the contract as written, in every outcome: a higher
fee for services is a gain, although the fees would be paid without the deal too.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product

import numpy as np

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.deal import Deal
from fairterms.contract.offer import Change
from fairterms.negotiate.bargain.outcome_space import OutcomeSpace
from fairterms.payment.book import Given
from fairterms.payment.evaluation import (
    open_book,
    paying_clauses,
    settle_clause,
    survey,
)
from fairterms.payment.gain import gains as gains_of
from fairterms.payment.worksheet import Step, Worksheet
from fairterms.simulate.years import FloatArray, IntArray, Years, settled
from fairterms.units.number import FLOAT, exact_arithmetic
from fairterms.units.refusal import Refusal

ROWS = 2**20
"""Rows settled in one call, versions times years: 8 MB a column."""

SETTLED_ONCE = 2**21
"""Versions times years up to which a clause is settled once for all outcomes."""

LOOKED_UP = 2**18
"""Outcomes times years looked up at once, so that a block stays near the processor."""

FEWEST = 16
"""Outcomes looked up at once however many years there are: they share versions of clauses."""

MOST_FORMS = 1_000
"""Texts of one clause that are still told apart; our choice."""

Options = Sequence[Sequence[Sequence[Change]]]
"""For each issue, for each of its options, the terms it changes."""

Measure = Callable[[FloatArray], FloatArray]
"""From gains, shape (outcomes, years), to some numbers of each outcome, (outcomes, numbers)."""


@dataclass
class _Branch:
    """One clause, its texts by the options of its own issues, and what its steps depend on.

    Attributes
    ----------
    own
        Places of the issues that change the clause itself.
    depends
        Places of those that change it or anything upstream of it.
    reads
        Places of the clauses it reads.
    kept
        Ids of its steps that others read, besides its result.
    forms
        Its text for each choice of options of its own issues.
    steps
        Its steps in every version; None until settled, or where blocks are settled apart.
    """

    clause: Clause
    own: tuple[int, ...] = ()
    depends: tuple[int, ...] = ()
    reads: tuple[int, ...] = ()
    kept: set[str] = field(default_factory=set)
    forms: dict[tuple[int, ...], Clause] = field(default_factory=dict)
    steps: dict[str, Step] | None = None


@dataclass(frozen=True)
class _Found:
    """A clause's steps in some versions, and which version each outcome of a block has."""

    steps: Mapping[str, Step]
    version: IntArray

    @cached_property
    def is_plain(self) -> bool:
        """Whether looking up changes nothing: outcome i has version i."""
        return np.array_equal(self.version, np.arange(len(self.version)))


class OutcomeSettlement:
    """The outcomes of a space of money issues, settled on common years.

    Parameters
    ----------
    deal
        It says what the group would be paid anyway, and what the contract's work costs.
    contract
        The terms in force in the period, as written.
    options
        What each option of each issue changes.
    years
        The figures all outcomes are settled on.

    Raises
    ------
    Refusal
        When an option changes which clauses pay, or a clause has more texts than can be told
        apart.
    """

    def __init__(self, deal: Deal, contract: Contract, options: Options, years: Years) -> None:
        self.space = OutcomeSpace(tuple(len(one) for one in options))
        self.years = years
        self._contract = contract
        self._options = options
        self._places = {clause.id: at for at, clause in enumerate(contract.clauses)}
        self._branches = [self._branch(clause) for clause in contract.clauses]
        self._parts = paying_clauses(contract)
        self._link()
        self._cost = float(deal.cost_to_comply)
        self._anyway = _paid_anyway(deal, contract, settled(contract, years))

    def measure(self, outcomes: IntArray, measure: Measure, threads: int = 1) -> FloatArray:
        """Settle outcomes block by block and keep a few numbers of each.

        Parameters
        ----------
        outcomes
            Numbers of outcomes in :attr:`space`, shape (outcomes,).
        measure
            From what outcomes add to what the group would be paid anyway, dollars of shape
            (outcomes of a block, years), to numbers of shape (outcomes of the block, numbers). It
            may overwrite what it is given.
        threads
            Blocks settled side by side; the bytes are the same for any number.

        Returns
        -------
        Array
            Shape (outcomes, numbers).

        Raises
        ------
        Refusal
            When a clause cannot be settled on these figures.
        """
        size = max(LOOKED_UP // max(len(self.years), 1), FEWEST)
        # The usual C library keeps freed memory for the next block once a piece of up to 32 MB was
        # freed; otherwise it hands it back and takes it anew, which doubles the time.
        piece = np.empty(31 * 2**17)
        del piece
        blocks = [outcomes[first : first + size] for first in range(0, len(outcomes), size)]
        for place in range(len(self._branches)):
            self._settle_once(place)  # before the blocks, which may run side by side

        def work(block: IntArray) -> FloatArray:
            gains = self._payable(self.space.digits(block))
            gains -= self._anyway
            return measure(gains)

        with ThreadPoolExecutor(threads) as pool:
            return np.concatenate(list(pool.map(work, blocks)))

    @property
    def work(self) -> FloatArray:
        """What the contract's work and giving more care cost in each year, shape (years,)."""
        return np.asarray(self._cost + self.years.delivery)

    # What depends on what ----------------------------------------------------------------------

    def _branch(self, clause: Clause) -> _Branch:
        own = tuple(
            at
            for at, options in enumerate(self._options)
            if any(change.clause == clause.id for option in options for change in option)
        )
        ways = [range(self.space.radices[at]) for at in own]
        if np.prod([len(one) for one in ways], dtype=float) > MOST_FORMS:
            raise Refusal(
                clause.id,
                f"has more than {MOST_FORMS:,} possible texts",
                "each of them is settled on its own",
                "leave out an issue or options that change this clause",
            )
        forms = {choice: self._form(clause, own, choice) for choice in product(*ways)}
        return _Branch(clause, own, forms=forms)

    def _form(self, clause: Clause, own: tuple[int, ...], choice: tuple[int, ...]) -> Clause:
        for at, option in zip(own, choice, strict=True):
            for change in self._options[at][option]:
                if change.clause == clause.id:
                    clause = clause.with_value(change.term, change.value)
        return clause

    def _link(self) -> None:
        """Find out which clauses each clause reads, in any of its texts."""
        texts = [list(branch.forms.values()) for branch in self._branches]
        for turn in range(max(map(len, texts))):
            clauses = tuple(forms[turn % len(forms)] for forms in texts)
            variant = replace(self._contract, clauses=clauses)
            if paying_clauses(variant) != self._parts:
                raise Refusal(
                    "an option in positions.toml",
                    "changes which clauses pay",
                    "outcomes are compared by the same sum of clauses",
                    "weigh it as an offer of its own: fairterms decide DEAL --with OFFER",
                )
            for step in survey(variant).worksheet.steps:
                if step.clause:
                    self._note_reads(self._places[step.clause], step)
        for branch in self._branches:
            above = [self._branches[at].depends for at in branch.reads]
            branch.depends = tuple(sorted({*branch.own, *(i for one in above for i in one)}))

    def _note_reads(self, place: int, step: Step) -> None:
        branch = self._branches[place]
        for name in step.figures:
            # A step is read as "clause.step", or by its clause's id; anything else is a figure.
            at = self._places.get(name.partition(".")[0])
            if at is not None and at < place:
                branch.reads = tuple(sorted({*branch.reads, at}))
                self._branches[at].kept.add(name)

    # Settling ----------------------------------------------------------------------------------

    def _payable(self, digits: IntArray) -> FloatArray:
        """Return what a block of outcomes pays, shape (outcomes, years).

        The sum of :func:`fairterms.payment.evaluation.write_payable`, in the same order, without
        a column for each clause that all outcomes share.
        """
        found: dict[int, _Found] = {}
        total = np.zeros((len(digits), len(self.years)))
        for name in self._parts:
            one = self._find(self._places[name], digits, found)
            values = list(one.steps.values())[-1].values.reshape(-1, len(self.years))
            as_is = len(values) == 1 or (one.is_plain and len(values) == len(digits))
            total += values if as_is else values[one.version]
        rounding = self._contract.rounding
        return np.asarray(FLOAT.round(total, rounding.unit, rounding.mode), dtype=np.float64)

    def _looked_up(self, step: Step, found: _Found, some: IntArray) -> FloatArray:
        values: FloatArray = step.values.reshape(-1, len(self.years))
        if found.is_plain and len(some) == len(values):
            return step.values
        return values[found.version[some]].reshape(-1)

    def _find(self, place: int, digits: IntArray, found: dict[int, _Found]) -> _Found:
        """Return a clause's steps for a block of outcomes, settled once for each version."""
        if place not in found:
            branch = self._branches[place]
            own = self._versions(branch)
            key = digits[:, branch.depends] @ np.array(own.strides, dtype=np.int64)
            steps = self._settle_once(place)
            if steps is None:
                _, first, key = np.unique(key, return_index=True, return_inverse=True)
                above = {at: self._find(at, digits[first], {}) for at in branch.reads}
                steps = self._settle(branch, digits[first], above)
            found[place] = _Found(steps, key.reshape(-1))
        return found[place]

    def _versions(self, branch: _Branch) -> OutcomeSpace:
        return OutcomeSpace(tuple(self.space.radices[at] for at in branch.depends))

    def _settle_once(self, place: int) -> Mapping[str, Step] | None:
        """Return a clause's steps in every version, settled at the first call; None if many."""
        branch = self._branches[place]
        own = self._versions(branch)
        if own.size * len(self.years) > SETTLED_ONCE:
            return None
        if branch.steps is None:
            digits = np.zeros((own.size, len(self._options)), dtype=np.int64)
            digits[:, branch.depends] = own.digits(np.arange(own.size))
            above = {at: self._find(at, digits, {}) for at in branch.reads}
            branch.steps = self._settle(branch, digits, above)
        return branch.steps

    def _settle(
        self, branch: _Branch, digits: IntArray, above: Mapping[int, _Found]
    ) -> dict[str, Step]:
        """Settle versions of a clause, those with the same text together; steps by their ids."""
        whole: dict[str, FloatArray] = {}
        like: dict[str, Step] = {}
        most = max(ROWS // max(len(self.years), 1), 1)
        for choice, form in branch.forms.items():
            chosen = digits[:, branch.own] == np.array(choice, dtype=np.int64)
            same = np.flatnonzero(chosen.all(axis=1))
            for first in range(0, len(same), most):
                some = same[first : first + most]
                steps = self._settle_form(branch, form, some, above)
                if len(some) == len(digits):
                    return {step.id: step for step in steps}
                for step in steps:
                    if step.id not in whole:
                        whole[step.id] = np.full((len(digits), len(self.years)), np.nan)
                    whole[step.id][some] = step.values.reshape(len(some), -1)
                    like.pop(step.id, None)
                    like[step.id] = step  # the result stays last
        return {name: replace(step, values=whole[name].reshape(-1)) for name, step in like.items()}

    def _settle_form(
        self, branch: _Branch, form: Clause, some: IntArray, above: Mapping[int, _Found]
    ) -> list[Step]:
        """Settle one text of a clause below each other's versions of what it reads."""
        rows = len(some) * len(self.years)
        figures = _Repeated(self.years.figures, len(some))
        book = open_book(self._contract, figures, rows, FLOAT)
        for found in above.values():
            for step in found.steps.values():
                here = replace(step, values=self._looked_up(step, found, some))
                book.steps[here.id] = here
                book.results[here.clause] = here
        with exact_arithmetic():
            settle_clause(form, book)
        own = [step for step in book.steps.values() if step.clause == branch.clause.id]
        # A sheet refers to itself, so its columns would wait for the next collection of garbage.
        for kept in (book.steps, book.results, book.gates, figures.made):
            kept.clear()
        return [step for step in own if step is own[-1] or step.id in branch.kept]


class _Repeated(Mapping[str, Given]):
    """Figures repeated for several versions, each only when it is read."""

    def __init__(self, figures: Mapping[str, Given], times: int) -> None:
        self._figures, self._times = figures, times
        self.made: dict[str, Given] = {}

    def __getitem__(self, name: str) -> Given:
        if name not in self.made:
            one = self._figures[name]
            columns = one.values if isinstance(one.values, tuple) else (one.values,)
            wide = tuple(np.tile(column, self._times) for column in columns)
            values = wide if isinstance(one.values, tuple) else wide[0]
            self.made[name] = replace(one, values=values)
        return self.made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)

    def __contains__(self, name: object) -> bool:
        return name in self._figures


def _paid_anyway(deal: Deal, contract: Contract, sheet: Worksheet) -> FloatArray:
    """Return what the group would be paid anyway in each year, by the contract as written."""
    gains = np.asarray(gains_of(deal, contract, sheet), dtype=np.float64)
    return np.asarray(sheet.payable.values - gains, dtype=np.float64)
