"""The sheet a clause's formula writes on: it hands out terms and figures, and takes down steps.

A formula asks for what it needs by name and writes each intermediate result as a step. It cannot
tell whether the numbers are exact or floats, one settlement or a hundred thousand.
"""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import Formula, Lookup, NotStated, Row, Value, Word
from fairterms.payment.book import Book
from fairterms.payment.dimension import Mixed, Unknown, infer, to_unit
from fairterms.payment.worksheet import Gate, Step
from fairterms.units.number import Column, Mask
from fairterms.units.quantity import FRACTION, MONEY, PMPM, Kind, Quantity, Threshold, Unit
from fairterms.units.refusal import Refusal

MEMBER_MONTHS = Unit(Kind.COUNT, "member-month")


class Cells:
    """Access to named values: the terms of a clause, or the cells of one row of a term."""

    def __init__(
        self, sheet: "Sheet", values: Mapping[str, Value], path: tuple[str | int, ...] = ()
    ) -> None:
        self._sheet = sheet
        self._values = values
        self._path = path

    def has(self, name: str) -> bool:
        """Say whether a value is given at all."""
        return name in self._values

    def word(self, name: str) -> str:
        """Return a choice; where the contract is silent, the model's plain reading of it."""
        self._sheet.note_term(name)
        value = self._values.get(name)
        if value is None or isinstance(value, NotStated):
            return self._sheet.silent_word(name, value)
        assert isinstance(value, Word), f"{name} was checked to be a word"
        return value.text

    def names(self, name: str) -> tuple[str, ...]:
        """Return a list of names."""
        self._sheet.note_term(name)
        value = self._values[name]
        if isinstance(value, NotStated):
            self._sheet.refuse_unstated(name, value)
        items = value if isinstance(value, tuple) else (value,)
        return tuple(str(item) for item in items)

    def is_yes(self, name: str) -> bool:
        """Return a yes-or-no term; False when it is not given."""
        self._sheet.note_term(name)
        value = self._values.get(name, False)
        if isinstance(value, NotStated):
            self._sheet.refuse_unstated(name, value)
        return bool(value)

    def unit(self, name: str) -> Unit:
        """Return the unit a quantity is given in (of the first, when there are several)."""
        value = self._values[name]
        return self._sheet.unit_of_value(value[0] if isinstance(value, tuple) else value)

    def number(self, name: str) -> Column:
        """Return a quantity as a number in its own unit; shape (rows,), or a scalar.

        Percentages come as fractions. A table or a formula is worked out for every row.
        """
        return self._sheet.value_of(name, self._required(name))

    def dollars(self, name: str) -> Column:
        """Return an amount in dollars, shape (rows,) or a scalar.

        "$5,000" stands as it is; "10 % of benchmark" is taken of that step, clause or figure;
        "$41.20 PMPM" is multiplied by ``member_months``; of a list, the least applies.
        """
        value = self._required(name)
        items = value if isinstance(value, tuple) else (value,)
        amounts = [self._sheet.dollars_of(name, item) for item in items]
        least = amounts[0]
        for amount in amounts[1:]:
            least = np.minimum(least, amount)
        return least

    def rows(self, name: str) -> list["Cells"]:
        """Return the rows of a term, each giving access to its own cells."""
        value = self._required(name)
        if isinstance(value, NotStated):
            self._sheet.refuse_unstated(name, value)
        items = value if isinstance(value, tuple) else (value,)
        return [
            Cells(self._sheet, item.cells, (*self._path, name, at))
            for at, item in enumerate(items)
            if isinstance(item, Row)
        ]

    def reaches(self, value: Column, name: str) -> Mask:
        """Say where a value reaches a threshold term.

        "2 %" and "at least 2 %" are reached by equality, "more than 2 %" is not.
        """
        limit = self.number(name)
        return np.asarray(value > limit if self._is_strict(name) else value >= limit, dtype=bool)

    def stays_within(self, value: Column, name: str) -> Mask:
        """Say where a value stays within an upper limit ("at most", or strictly "less than")."""
        limit = self.number(name)
        return np.asarray(value < limit if self._is_strict(name) else value <= limit, dtype=bool)

    def reaches_amount(self, value: Column, limit: Column, name: str) -> Mask:
        """Like :meth:`reaches`, for a limit that was worked out from the term ``name``."""
        return np.asarray(value > limit if self._is_strict(name) else value >= limit, dtype=bool)

    def _is_strict(self, name: str) -> bool:
        self._sheet.note_threshold((*self._path, name))
        value = self._values[name]
        strict = {Threshold.MORE_THAN, Threshold.LESS_THAN}
        return isinstance(value, Quantity) and value.threshold in strict

    def _required(self, name: str) -> Value:
        self._sheet.note_term(name)
        if name in self._values:
            return self._values[name]
        raise Refusal(
            f"{self._sheet.clause.id}.{name}",
            "missing",
            "a number that moves money is never assumed",
            f"find it in the contract and write {name} in the clause, or ask the plan for it",
        )


class Sheet(Cells):
    """The sheet of one clause."""

    def __init__(self, clause: Clause, book: Book, plain: Mapping[str, str]) -> None:
        super().__init__(self, {name: term.value for name, term in clause.terms.items()})
        self._plain = plain
        self.clause = clause
        self._book = book
        self._terms_read: list[str] = []
        self._figures_read: list[str] = []

    # What the formula reads ------------------------------------------------------------------

    def figure(self, name: str, unit: Unit | Kind, meaning: str) -> Column:
        """Return a measured figure, shape (rows,).

        Parameters
        ----------
        name
            The model's own name for it; the clause's ``reads`` may point it elsewhere.
        unit
            The unit, or kind of unit, it must be in.
        meaning
            What it is, for messages and manuals.

        Raises
        ------
        Refusal
            When it is missing or in another unit.
        """
        source = self._source(name)
        return self._book.read(source, unit, meaning, self.clause, is_pointed=name != source)

    def figures(self, name: str, unit: Unit | Kind, meaning: str) -> list[Column]:
        """Return a list of figures of one sort, such as the cost of each member; may be empty."""
        source = self._source(name)
        return self._book.read_list(source, unit, meaning, self.clause)

    def _source(self, name: str) -> str:
        """Return where a figure is read from here, and note that it was read."""
        source = self.clause.reads.get(name, name)
        self._figures_read.append(source)
        self._book.asked.add((self.clause.id, name))
        return source

    def named(self, name: str) -> Column:
        """Return the number behind a name: a step here, an earlier clause or step, or a figure."""
        key = name.strip().replace(" ", "_").replace("-", "_")
        self._figures_read.append(key)
        return self._book.find(key, self.clause)

    def unit_of(self, name: str) -> Unit | None:
        """Return the unit of the number behind a name, or None when it is not known."""
        key = name.strip().replace(" ", "_").replace("-", "_")
        return self._book.unit_of(key, self.clause)

    def taken(self) -> Column:
        """Return the sum of the results this clause takes over (its ``of``), in dollars."""
        return np.asarray(sum(self.taken_each(), self.zero()))

    def taken_each(self) -> list[Column]:
        """Return the results this clause takes over, one column each, in the order of ``of``."""
        self._figures_read.extend(self.clause.of)
        for source in self.clause.of:
            self._book.demand(source, MONEY, self.clause)
        return [self._book.find(source, self.clause) for source in self.clause.of]

    def zero(self) -> Column:
        """Return a column of zeros."""
        return self._book.kind.full(self._book.rows, Decimal(0))

    def spread(self, amount: Decimal) -> Column:
        """Return a column that holds one exact number in every row."""
        return self._book.kind.full(self._book.rows, amount)

    def column(self, value: Any) -> Column:
        """Spread a number over all rows; a column stays as it is."""
        return self._book.kind.spread(value, self._book.rows)

    # What the formula writes -----------------------------------------------------------------

    def step(self, name: str, value: Any, unit: Unit, words: str) -> Column:
        """Write down one line of arithmetic and return its values, rounded if the contract says so.

        Parameters
        ----------
        name
            Unique within the clause.
        value
            A column or a scalar, in ``unit``.
        unit
            Of the value.
        words
            The formula in words, for a reader who is a clinician.
        """
        values = self.column(value)
        rounding = self.clause.rounding or self._book.rounding
        if rounding.point == "after each dollar step" and unit == MONEY:
            values = self._book.kind.round(values, rounding.unit, rounding.mode)
        self._book.write(
            Step(
                self.clause.id,
                name,
                values,
                unit,
                words,
                tuple(dict.fromkeys(self._terms_read)),
                tuple(dict.fromkeys(self._figures_read)),
            )
        )
        self._terms_read, self._figures_read = [], []
        return values

    def gate(self, name: str, bites: Any, otherwise: str) -> Mask:
        """Note where a threshold, cap or condition bit, and why it did not elsewhere."""
        mask = np.broadcast_to(np.asarray(bites, dtype=bool), (self._book.rows,))
        self._book.gates.append(Gate(self.clause.id, name, mask, otherwise))
        return mask

    def refuse_where(self, mask: Any, subject: str, what: str, fix: str) -> None:
        """Refuse to go on when a figure makes the clause meaningless in any settlement."""
        refusal = Refusal(
            subject, what, f"the clause {self.clause.id} cannot be worked out with it", fix
        )
        if self._book.is_probe:
            if mask is True:  # it would be refused whatever the figures are
                self._book.refused.append((self.clause.id, refusal))
        elif np.any(mask):
            raise refusal

    # Arithmetic that needs care --------------------------------------------------------------

    def choose(self, mask: Any, then: Any, otherwise: Any) -> Column:
        """Return ``then`` where the mask is true, else ``otherwise``; shape (rows,)."""
        return self._book.kind.choose(mask, then, otherwise, self._book.rows)

    def round(self, values: Any, place: Decimal, mode: str) -> Column:
        """Round to multiples of ``place`` (a cent is 0.01 dollars); shape (rows,)."""
        return self._book.kind.round(self.column(values), place, mode)

    def divide(self, top: Column, bottom: Column, what: str) -> Column:
        """Divide; refuses when the divisor is zero in any settlement, naming ``what``."""
        self.refuse_where(
            bottom == 0, what, "is zero, and something is divided by it", "check the figures"
        )
        safe = self.choose(bottom == 0, 1, bottom)
        return np.asarray(self.column(top) / safe)

    def mean(self, total: Column, number: Column) -> Column:
        """Return total ÷ number, and 0 where there is nothing to average."""
        return self.choose(number == 0, 0, self.column(total) / self.choose(number == 0, 1, number))

    # How terms become numbers ----------------------------------------------------------------

    def note_term(self, name: str) -> None:
        """Remember that a term was read, for the next step's trace."""
        self._terms_read.append(name)
        self._book.note_term(self.clause.id, name)

    def note_threshold(self, path: tuple[str | int, ...]) -> None:
        """Remember that a term was used as a threshold, where equality may or may not count."""
        self._book.thresholds.add((self.clause.id, path))

    def silent_word(self, name: str, value: NotStated | None) -> str:
        """Return the plain reading of a silent choice; a choice that has none is refused."""
        if value is not None and name not in self._plain:
            self.refuse_unstated(name, value)
            return ""
        return self.plain_reading(name)

    def plain_reading(self, name: str) -> str:
        """Return how a silent contract is read, and note that it was silent."""
        plain = self._plain[name]
        self._book.silent[self.clause.id, name] = plain
        return plain

    def value_of(self, name: str, value: Value) -> Column:
        """Work out one value as a number in its own unit."""
        match value:
            case Quantity():
                number: Column = self._book.kind.scalar(value.amount)
                return number
            case Lookup():
                return self._look_up(value)
            case Formula():
                return self._book.evaluate(value.tree, self)
            case NotStated():
                return self.refuse_unstated(name, value)
            case _:
                raise AssertionError(f"{self.clause.id}.{name}: binding lets only numbers in")

    def dollars_of(self, name: str, value: Value) -> Column:
        """Work out one value as dollars."""
        number = self.value_of(name, value)
        sample = value.rows[0][1] if isinstance(value, Lookup) else value
        if isinstance(sample, Quantity) and sample.unit == FRACTION:
            assert sample.base, f"{self.clause.id}.{name}: binding demands a base"
            base = self.named(sample.base)
            self._book.demand(self._figures_read[-1], MONEY, self.clause)
            return number * base
        if self.unit_of_value(value) == PMPM:
            return number * self.figure(
                "member_months", MEMBER_MONTHS, "months of membership, summed over members"
            )
        return number

    def unit_of_value(self, value: Value) -> Unit:
        """Return the unit a value comes in; that of a formula follows from what it reads."""
        match value:
            case Quantity():
                return value.unit
            case Lookup():
                return value.rows[0][1].unit
            case Formula():
                try:
                    return to_unit(infer(value.tree, self.unit_of)) or MONEY
                except (Mixed, Unknown):
                    return MONEY  # told by the check of links, before anything is settled
            case _:
                return MONEY

    def _look_up(self, table: Lookup) -> Column:
        """Give a table's value for every row of the figure it is looked up by."""
        unit = table.rows[0][0].unit
        by = self.figure(table.by, unit, f"the figure the table is looked up by ({table.by})")
        scalar = self._book.kind.scalar
        first = table.rows[0][1].amount
        if table.is_interpolated:
            found = self.column(scalar(first))
        else:
            self.refuse_where(
                by < scalar(table.rows[0][0].amount),
                table.by,
                f"is below the first row of the table ({table.rows[0][0]})",
                "add a row for it, or ask the plan what applies below the table",
            )
            found = self.column(scalar(first))
        for (low, at_low), (high, at_high) in pairwise(table.rows):
            if table.is_interpolated:
                run = scalar(high.amount - low.amount)
                rise = scalar(at_high.amount - at_low.amount)
                line = scalar(at_low.amount) + rise * (by - scalar(low.amount)) / run
                found = self.choose(by > scalar(low.amount), line, found)
                found = self.choose(by >= scalar(high.amount), scalar(at_high.amount), found)
            else:
                found = self.choose(by >= scalar(high.amount), scalar(at_high.amount), found)
        return found

    def refuse_unstated(self, name: str, value: NotStated) -> Column:
        """Refuse to settle on a number the contract does not give; a probe goes on with ones."""
        if self._book.is_probe:
            return self.column(1)
        instead = f' (the text says: "{value.says}")' if value.says else ""
        section = f" in {value.section}" if value.section else ""
        raise Refusal(
            f"{self.clause.id}.{name}",
            f"the contract does not state it{instead}",
            "the contract cannot be settled as written; a number that moves money is never assumed",
            value.ask or f"ask the plan to state {name}{section}",
        )
