"""Price what the text leaves open: the largest difference between its readings.

Two sorts of openness are priced: readings declared in terms.toml, and choices the terms are silent
about, where the engine takes a plain reading and says so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, product

from fairterms.contract.clause import Clause, Contract, Reading
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.value import Word
from fairterms.payment.evaluation import model_of, run, survey
from fairterms.payment.given import stack
from fairterms.settle.order import CAP_TERMS, cap_afterwards, swap
from fairterms.settle.pool import pool
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal

MOST_TOGETHER = 64
"""Most combinations of readings tried together."""


@dataclass(frozen=True)
class Question:
    """Something the text leaves open, with the contract under each reading.

    Attributes
    ----------
    readings
        Pairs of a reading's name and the whole contract read that way.
    """

    clause: str
    about: str
    readings: tuple[tuple[str, Contract], ...]


@dataclass(frozen=True)
class Price:
    """What an open question can move.

    Attributes
    ----------
    difference
        The largest difference between two readings of it, in dollars, over the scenarios tried.
    scenario
        The figures at which it occurs; None when no scenario moves it.
    amounts
        The amount payable there under each reading, in the order of the question.
    share_of_scenarios
        The share of the given scenarios (not of the boundary cases) in which it moves anything.
    """

    question: Question
    difference: Decimal
    scenario: FigureSet | None
    amounts: tuple[Decimal, ...]
    share_of_scenarios: float


@dataclass(frozen=True)
class Ambiguities:
    """The price of every open question, and of all of them together."""

    prices: tuple[Price, ...]
    together: Decimal
    tried: int


def questions(contract: Contract) -> tuple[Question, ...]:
    """List what a contract leaves open: declared readings first, then silent choices.

    Raises
    ------
    Refusal
        When a declared reading cannot be run.
    """
    found = [
        Question(
            clause.id,
            "how to read the clause",
            tuple((one.name, _read_as(contract, clause, one)) for one in clause.readings),
        )
        for clause in contract.clauses
        if clause.readings
    ]
    for (owner, name), plain in survey(contract).silent.items():
        clause = contract.clause(owner)
        spec = model_of(clause).term(name)
        assert spec is not None, f"{name} is a term of the model"
        choices = (plain, *(choice for choice in spec.choices if choice != plain))
        readings = tuple(
            (choice, contract.replacing(clause.with_value(name, Word(choice))))
            for choice in choices
        )
        found.append(Question(owner, f"{name}: {spec.meaning}", readings))
    return tuple(found)


def reading_problems(contract: Contract) -> tuple[Problem, ...]:
    """Return a problem for each clause whose declared readings cannot be run."""
    found = []
    for clause in contract.clauses:
        for reading in clause.readings:
            try:
                _read_as(contract, clause, reading)
            except Refusal as refusal:
                text = contract.text(reading.line)
                found.append(
                    Problem(
                        contract.file,
                        reading.line,
                        f"the reading {refusal.what}",
                        "unreadable-reading",
                        refusal.why,
                        refusal.fix,
                        text,
                    )
                )
    return tuple(found)


def price(contract: Contract, scenarios: Sequence[FigureSet]) -> Ambiguities:
    """Price the open questions of terms in force over scenarios and the cases around them."""
    asked = questions(contract)
    tried = pool(contract, scenarios)
    if not tried or not asked:
        return Ambiguities(tuple(_untried(question) for question in asked), Decimal(0), len(tried))
    settled = _Settled(tried)
    prices = tuple(
        _price(
            question, [settled.under(one) for _, one in question.readings], tried, len(scenarios)
        )
        for question in asked
    )
    largest_first = tuple(sorted(prices, key=lambda found: -found.difference))
    together = max(_together(contract, asked, settled), largest_first[0].difference)
    return Ambiguities(largest_first, together, len(tried))


class _Settled:
    """The amounts payable in the scenarios tried; equal contracts are settled only once."""

    def __init__(self, tried: Sequence[FigureSet]) -> None:
        self.tried = tried
        self._given = stack(tried)
        self._known: list[tuple[Contract, list[Decimal | None]]] = []

    def under(self, contract: Contract) -> list[Decimal | None]:
        """Return the amount payable in each scenario under one reading of the contract."""
        for known, amounts in self._known:
            if known == contract:
                return amounts
        try:
            found = list(run(contract, self._given, len(self.tried)).payable.values)
        except Refusal:
            found = _amounts(contract, self.tried)
        self._known.append((contract, found))
        return found


def _price(
    question: Question,
    amounts: list[list[Decimal | None]],
    tried: Sequence[FigureSet],
    given: int,
) -> Price:
    spreads = [_spread([column[row] for column in amounts]) for row in range(len(tried))]
    worst = max(range(len(tried)), key=lambda row: spreads[row])
    moved = sum(spread > 0 for spread in spreads[:given]) / given if given else 0.0
    if spreads[worst] == 0:
        return Price(question, Decimal(0), None, (), moved)
    at_worst = tuple(column[worst] or Decimal(0) for column in amounts)
    return Price(question, spreads[worst], tried[worst], at_worst, moved)


def _spread(amounts: list[Decimal | None]) -> Decimal:
    known = [amount for amount in amounts if amount is not None]
    return max(known) - min(known) if len(known) > 1 else Decimal(0)


def _amounts(contract: Contract, tried: Sequence[FigureSet]) -> list[Decimal | None]:
    """Return the amount payable in each scenario; None where a reading refuses to settle."""
    try:
        return list(run(contract, stack(tried), len(tried)).payable.values)
    except Refusal:
        if len(tried) == 1:
            return [None]
        half = len(tried) // 2
        return _amounts(contract, tried[:half]) + _amounts(contract, tried[half:])


def _together(contract: Contract, asked: Sequence[Question], settled: _Settled) -> Decimal:
    """Return the largest difference when silent choices and readings are combined freely."""
    settings = [[_setting(contract, one, q.clause) for _, one in q.readings] for q in asked]
    columns = []
    for combination in islice(product(*settings), MOST_TOGETHER):
        merged = contract
        for changed in combination:
            if changed is not None:
                merged = merged.replacing(_merge(merged.clause(changed.id), changed, contract))
        columns.append(settled.under(merged))
    return max(_spread([column[row] for column in columns]) for row in range(len(settled.tried)))


def _setting(contract: Contract, read: Contract, clause: str) -> Clause | None:
    """Return the changed clause of a reading, or None when it changes the order of clauses."""
    same_order = [c.id for c in read.clauses] == [c.id for c in contract.clauses]
    return read.clause(clause) if same_order else None


def _merge(before: Clause, changed: Clause, contract: Contract) -> Clause:
    """Lay the terms a reading sets over a clause that another reading may have changed."""
    original = contract.clause(changed.id)
    merged = before
    for name, term in changed.terms.items():
        if name not in original.terms or original.terms[name].value != term.value:
            merged = merged.with_value(name, term.value)
    return merged


def _untried(question: Question) -> Price:
    return Price(question, Decimal(0), None, (), 0.0)


# Readings in words ---------------------------------------------------------------------------

_ORDER = re.compile(r"^(?P<one>.+?)\s+(?P<how>before|after)\s+(?P<other>.+?)$")


def _read_as(contract: Contract, clause: Clause, reading: Reading) -> Contract:
    if reading.sets:
        changed = clause
        for name, value in reading.sets.items():
            changed = changed.with_value(name, value)
        return contract.replacing(changed)
    shape = _ORDER.match(reading.name.strip().lower())
    if shape is None:
        raise _unreadable(clause, reading)
    first, second = shape["one"], shape["other"]
    if shape["how"] == "after":
        first, second = second, first
    return _ordered(contract, clause, reading, first, second)


def _ordered(
    contract: Contract, clause: Clause, reading: Reading, first: str, second: str
) -> Contract:
    """Return the contract in which ``first`` is applied before ``second``."""
    earlier, later = (_place(contract, clause, word) for word in (first, second))
    if earlier is None or later is None:
        raise _unreadable(clause, reading)
    places = [one.id for one in contract.clauses]
    if (places.index(earlier[0]), earlier[1] is None) <= (places.index(later[0]), later[1] is None):
        return contract
    changed = None
    if later[1] is not None:
        changed = cap_afterwards(contract, later[0], later[1], earlier[0])
    elif earlier[1] is None:
        changed = swap(contract, later[0], earlier[0])
    if changed is None:
        raise _unreadable(clause, reading)
    return changed


def _place(contract: Contract, clause: Clause, word: str) -> tuple[str, str | None] | None:
    """Find what a word of a reading means: a clause, or a cap that stands inside one."""
    slug = word.strip().removeprefix("the ").replace(" ", "_").replace("-", "_")
    near = [clause, *(contract.clause(name) for name in clause.of if name in _ids(contract))]
    near += [other for other in contract.clauses if clause.id in other.of]
    for one in (*near, *contract.clauses):
        if slug in {one.id, one.model} or slug in one.model.split("_"):
            return one.id, None
        for term in CAP_TERMS:
            if term in one.terms and slug in {"cap", term}:
                return one.id, term
    return None


def _ids(contract: Contract) -> set[str]:
    return {clause.id for clause in contract.clauses}


def _unreadable(clause: Clause, reading: Reading) -> Refusal:
    return Refusal(
        f"{clause.id}.readings",
        f'"{reading.name}" cannot be run',
        "a reading is priced by settling the contract under it",
        'write "A before B" with two neighbouring operations, or '
        '{ name = "…", set = { term = "…" } }',
    )
