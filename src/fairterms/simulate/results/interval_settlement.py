"""Settle a contract on intervals: from the ranges of figures to ranges of what it pays.

The payment models run as they are, on a sheet that hands out intervals in place of numbers. Each
row is a box: one range for every figure and, where wanted, for some steps. A step whose range is
given is cut to it; a box in which no year can lie (more patients met a measure than it is about) is
empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.expression import (
    Call,
    Comparison,
    Literal,
    Name,
    Node,
    Operation,
    Round,
    Tier,
)
from fairterms.payment.book import Book, Given
from fairterms.payment.evaluation import model_of, paying_clauses, write_payable
from fairterms.payment.sheet import Cells, Sheet
from fairterms.simulate.results.interval import (
    Interval,
    Truth,
    Undecided,
    answering,
    choose,
    interval,
    maximum,
    minimum,
    truth,
)
from fairterms.simulate.results.known_range import known_range
from fairterms.units.number import FLOAT, Column, NumberKind
from fairterms.units.quantity import MONEY, Unit

NUDGE = 2e-6
"""More than the share of a unit by which floats are nudged over a tie when they are rounded."""


@dataclass(frozen=True)
class IntervalKind(NumberKind):
    """A third kind of number: a range that holds the exact one."""

    def scalar(self, value: Decimal) -> Any:
        """Return the narrowest range of floats that holds a Decimal."""
        plain = float(value)
        if Decimal(plain) == value:
            return interval(plain)
        return Interval(np.nextafter(plain, -np.inf), np.nextafter(plain, np.inf))

    def full(self, rows: int, value: Decimal) -> Any:
        """Return one Decimal in every row."""
        one = self.scalar(value)
        return Interval(np.full(rows, one.low), np.full(rows, one.high))

    def round(self, values: Any, unit: Decimal, mode: str) -> Any:
        """Round both ends; every rounding mode keeps their order."""
        nudge, found = NUDGE * float(unit), interval(values)
        low = _rounded(found.low - nudge, unit, mode)
        high = _rounded(found.high + nudge, unit, mode)
        return Interval(np.nextafter(low, -np.inf), np.nextafter(high, np.inf))


def _rounded(ends: Any, unit: Decimal, mode: str) -> Any:
    is_finite = np.isfinite(ends)
    return np.where(is_finite, FLOAT.round(np.where(is_finite, ends, 0.0), unit, mode), ends)


MOST_WAYS = 64
"""How many ways through masks that need a plain yes or no are settled, all of them or none."""

RANGES = IntervalKind("interval", is_exact=False)


@dataclass
class Boxes:
    """What settling on intervals found, one row a box.

    Attributes
    ----------
    steps
        Step id to its range; ``payable`` is the last.
    is_empty
        Shape (rows,): the box holds no year at all.
    results
        Clause id to the id of its last step.
    """

    steps: dict[str, Interval]
    is_empty: npt.NDArray[np.bool_]
    results: dict[str, str] = field(default_factory=dict)

    def named(self, name: str) -> Interval:
        """Return the range of a step, or of a clause's result."""
        return self.steps[self.results.get(name, name)]

    def or_else(self, other: "Boxes") -> "Boxes":
        """Return the ranges that hold both of two ways the same boxes may go."""
        steps = {}
        for name, one in self.steps.items():
            two = other.steps[name]
            # What lies in a box that is empty one way comes the other way only.
            low = np.minimum(
                np.where(self.is_empty, np.inf, one.low), np.where(other.is_empty, np.inf, two.low)
            )
            high = np.maximum(
                np.where(self.is_empty, -np.inf, one.high),
                np.where(other.is_empty, -np.inf, two.high),
            )
            is_empty = self.is_empty & other.is_empty
            steps[name] = Interval(
                np.where(is_empty, one.low, low), np.where(is_empty, one.high, high)
            )
        return Boxes(steps, self.is_empty & other.is_empty, self.results)


class IntervalCells(Cells):
    """Cells whose thresholds may be reached, missed, or either."""

    def rows(self, name: str) -> list[Cells]:
        """Return the rows of a term, each able to compare ranges."""
        sheet = self._sheet
        found = super().rows(name)
        return [IntervalCells(sheet, cells._values, cells._path) for cells in found]  # noqa: SLF001

    def reaches(self, value: Any, name: str) -> Any:
        """Say where a value reaches a threshold term, may, or does not."""
        return self.reaches_amount(value, self.number(name), name)

    def stays_within(self, value: Any, name: str) -> Any:
        """Say where a value stays within an upper limit, may, or does not."""
        found, limit = interval(value), self.number(name)
        return found < limit if self._is_strict(name) else found <= limit

    def reaches_amount(self, value: Any, limit: Any, name: str) -> Any:
        """Like :meth:`reaches`, for a limit that was worked out."""
        found = interval(value)
        return found > limit if self._is_strict(name) else found >= limit


class IntervalSheet(IntervalCells, Sheet):
    """The sheet of one clause, on ranges."""

    def __init__(
        self,
        clause: Clause,
        book: Book,
        plain: Mapping[str, str],
        boxes: Boxes,
        cuts: Mapping[str, Interval],
    ) -> None:
        super().__init__(clause, book, plain)
        self._boxes = boxes
        self._cuts = cuts

    def column(self, value: Any) -> Any:
        """Spread a number over all rows."""
        return self.zero() + value

    def taken(self) -> Any:
        """Return the sum of the results this clause takes over."""
        return sum(self.taken_each(), self.zero())

    def choose(self, mask: Any, then: Any, otherwise: Any) -> Any:
        """Return one or the other, or the range of both where the mask may go either way."""
        return choose(mask, self.column(then), self.column(otherwise))

    def divide(self, top: Any, bottom: Any, what: str) -> Any:
        """Divide; the range is unbounded where the divisor may be zero."""
        self.refuse_where(interval(bottom) == 0, what, "is zero", "check the figures")
        return self.column(top) / bottom

    def gate(self, name: str, bites: Any, otherwise: str) -> Any:
        """Pass the condition on; where it bit is asked of a real year, not of a range."""
        del name, otherwise
        return truth(bites)

    def refuse_where(self, mask: Any, subject: str, what: str, fix: str) -> None:
        """Strike out the boxes in which every year would be refused."""
        del subject, what, fix
        self._boxes.is_empty = self._boxes.is_empty | truth(mask).holds

    def step(self, name: str, value: Any, unit: Unit, words: str) -> Any:
        """Write a step, cut to the range its box gives it."""
        values = self.column(value)
        known = known_range(self, name)
        if known is not None:
            values = self._within(values, known)
        cut = self._cuts.get(f"{self.clause.id}.{name}")
        if cut is not None:
            values = self._within(values, cut)
        return super().step(name, values, unit, words)

    def _within(self, values: Interval, limits: Interval) -> Interval:
        """Cut a step to a range; where nothing is left the box holds no year."""
        low, high = np.maximum(values.low, limits.low), np.minimum(values.high, limits.high)
        is_empty = low > high
        self._boxes.is_empty = self._boxes.is_empty | is_empty
        return Interval(np.where(is_empty, values.low, low), np.where(is_empty, values.high, high))


def settle_boxes(
    contract: Contract,
    figures: Mapping[str, Interval],
    rows: int,
    cuts: Mapping[str, Interval] | None = None,
) -> Boxes:
    """Settle a contract on boxes.

    Parameters
    ----------
    contract
        The terms in force in one period.
    figures
        Figure name to its range, shape (rows,).
    rows
        How many boxes.
    cuts
        Step id to the range it is cut to, before the contract's own rounding.

    Returns
    -------
    Boxes
        For every step a range that holds the step of every year in the box.

    Raises
    ------
    Undecided
        When a model needs too many plain answers of comparisons that may go either way.
    """
    tape: list[bool] = []
    # A book takes columns; the sheet handles ranges wherever a model would handle a column.
    given = {name: Given(cast("Column", ranges)) for name, ranges in figures.items()}
    cuts = cuts or {}
    found = _settle(contract, given, rows, cuts, tape)
    for _ in range(MOST_WAYS):
        while tape and tape[-1]:
            tape.pop()
        if not tape:
            return found
        tape[-1] = True
        found = found.or_else(_settle(contract, given, rows, cuts, tape))
    raise Undecided


def _settle(
    contract: Contract,
    given: Mapping[str, Given],
    rows: int,
    cuts: Mapping[str, Interval],
    tape: list[bool],
) -> Boxes:
    """Settle once; ``tape`` says how undecided masks go, and grows where it is too short."""
    at = iter(range(MOST_WAYS))

    def answer() -> bool:
        place = next(at, MOST_WAYS)
        if place == len(tape):
            tape.append(False)
        return tape[place] if place < len(tape) else False

    with answering(answer):
        return _settle_one_way(contract, given, rows, cuts)


def _settle_one_way(
    contract: Contract, given: Mapping[str, Given], rows: int, cuts: Mapping[str, Interval]
) -> Boxes:
    declared = {figure.id: figure.unit for figure in contract.figures}
    book = Book(RANGES, rows, contract.rounding, given, evaluate, declared=declared)
    boxes = Boxes({}, np.zeros(rows, dtype=bool))
    for clause in contract.clauses:
        model = model_of(clause)
        model.settle(IntervalSheet(clause, book, model.plain_readings, boxes, cuts))
        _round_result(clause, book)
    write_payable(contract, book, paying_clauses(contract))
    for name, step in book.steps.items():
        boxes.steps[name] = interval(step.values)
    boxes.results.update({name: step.id for name, step in book.results.items()})
    return boxes


def _round_result(clause: Clause, book: Book) -> None:
    """Round a clause's result as the settlement does."""
    rounding = clause.rounding or book.rounding
    at_result = "after each clause" if clause.rounding is None else "once at the end"
    result = book.results[clause.id]
    if rounding.point in {at_result, "after each clause"} and result.unit == MONEY:
        values = book.kind.round(result.values, rounding.unit, rounding.mode)
        book.write(type(result)(clause.id, "rounded", values, MONEY, "rounded"))


# The formula language on ranges ------------------------------------------------------------------


def evaluate(node: Node, sheet: Sheet) -> Any:
    """Return the range of a formula for every box; see the twin in ``payment.arithmetic``."""
    match node:
        case Literal(quantity, _):
            return sheet.spread(quantity.amount)
        case Name(name):
            return sheet.named(name)
        case Operation(operator, left, right):
            return _operate(operator, evaluate(left, sheet), evaluate(right, sheet))
        case Call("if", (condition, then, otherwise)):
            assert isinstance(condition, Comparison), "the parser demands one"
            holds = _compare(condition, sheet)
            return sheet.choose(holds, evaluate(then, sheet), evaluate(otherwise, sheet))
        case Call(function, arguments):
            return _extreme(function, [evaluate(part, sheet) for part in arguments])
        case Tier(subject, rows):
            return _tier(subject, rows, sheet)
        case Round(subject, unit, mode):
            assert isinstance(unit, Literal), "the parser demands one"
            return sheet.round(evaluate(subject, sheet), unit.quantity.amount, mode)
        case _:
            raise AssertionError(f"a {type(node).__name__} has no amount")


def _operate(operator: str, left: Any, right: Any) -> Any:
    # A divisor of zero refuses the year, or lies in a branch not taken: both leave ranges sound.
    if operator == "+":
        return left + right
    if operator == "-":
        return left - right
    return left * right if operator == "*" else left / right


def _compare(node: Comparison, sheet: Sheet) -> Truth:
    left, right = (interval(evaluate(part, sheet)) for part in (node.left, node.right))
    compared = {">=": left >= right, ">": left > right, "<=": left <= right, "<": left < right}
    return compared[node.operator]


def _extreme(function: str, values: list[Any]) -> Any:
    if function == "clip":
        value, lowest, highest = (interval(item) for item in values)
        return minimum(maximum(value, lowest), highest)
    found = interval(values[0])
    for value in values[1:]:
        other = interval(value)
        found = minimum(found, other) if function == "min" else maximum(found, other)
    return found


def _tier(subject: Node, rows: tuple[tuple[Node, Node], ...], sheet: Sheet) -> Any:
    reached = interval(evaluate(subject, sheet))
    found: Any = sheet.spread(Decimal(0))
    for at, value in rows:
        found = sheet.choose(reached >= evaluate(at, sheet), evaluate(value, sheet), found)
    return found
