"""How a term is struck: what stands in its place when it is "not there", in terms and in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row, Value, parts, read
from fairterms.units.quantity import MONEY, Quantity

Strike = Callable[[Clause], Clause]
"""Turns a clause into the clause without one of its terms; striking twice changes nothing more."""

NO_LIMIT = Decimal(10) ** 12
"""An amount no year reaches. It stands for "no limit" where a later clause may read the limit."""


def moves_no_step(_clause: Clause) -> Mapping[str, str]:
    """Say that every step a later clause may read is still written."""
    return {}


def is_always_there(_clause: Clause) -> bool:
    """Say that a clause of this model always does this, whatever terms it gives."""
    return True


@dataclass(frozen=True)
class NeutralTerm:
    """A term that can be struck alone.

    Attributes
    ----------
    term
        Its name in the clause.
    name
        What it is, after "without": "the limit on what is owed".
    reads
        How the contract reads without it: "no limit".
    strike
        Strikes it.
    is_there
        Says whether a clause has it; by default, whether the term is given.
    moved
        Steps that are not written without it, and the step that then says the same: later clauses
        that read the one read the other.
    """

    term: str
    name: str
    reads: str
    strike: Strike
    is_there: Callable[[Clause], bool] | None = None
    moved: Callable[[Clause], Mapping[str, str]] = moves_no_step

    def stands_in(self, clause: Clause) -> bool:
        """Say whether a clause has something to strike here."""
        return self.is_there(clause) if self.is_there else self.term in clause.terms

    @property
    def words(self) -> str:
        """The strike in words: "without the limit on what is owed"."""
        return f"without {self.name}"


@dataclass(frozen=True)
class NeutralTerms:
    """An entry of the catalogue: every term of one payment model, struck or said to be bound.

    Attributes
    ----------
    model
        The payment model.
    terms
        What can be struck alone.
    bound
        Term to the reason why it cannot be struck alone.
    """

    model: str
    terms: tuple[NeutralTerm, ...]
    bound: Mapping[str, str] = field(default_factory=dict)


def left_out(term: str, name: str, reads: str) -> NeutralTerm:
    """Strike a term by leaving it out."""
    return NeutralTerm(term, name, reads, lambda clause: clause.without(term))


def set_to(term: str, text: str | bool, name: str, reads: str = "") -> NeutralTerm:
    """Strike a term by giving it another value, written as in the terms: "0 %"."""
    value = read(text)
    return NeutralTerm(
        term, name, reads or str(text), lambda clause: clause.with_value(term, value)
    )


def unlimited(term: str, name: str) -> NeutralTerm:
    """Strike a limit in dollars: no year reaches it."""
    return NeutralTerm(
        term, name, "no limit", lambda clause: clause.with_value(term, Quantity(NO_LIMIT, MONEY))
    )


def unlimited_in_its_unit(term: str, name: str) -> NeutralTerm:
    """Strike a limit that counts something, such as gaps or reports: no year reaches it."""

    def strike(clause: Clause) -> Clause:
        return clause.with_value(term, amount_like(clause.terms[term].value, NO_LIMIT))

    return NeutralTerm(term, name, "no limit", strike)


def amount_like(value: Value, amount: Decimal) -> Quantity:
    """Return an amount in the unit of a value (of its first quantity, when it holds several)."""
    sample = next((part for part in parts(value) if isinstance(part, Quantity)), None)
    return Quantity(amount, sample.unit if sample else MONEY)


def change_rows(clause: Clause, term: str, change: Callable[[Row], Row]) -> Clause:
    """Return a clause with every row of a term changed; as it is when the term is not given."""
    if term not in clause.terms:
        return clause
    value = clause.terms[term].value
    rows = value if isinstance(value, tuple) else (value,)
    changed = tuple(change(row) if isinstance(row, Row) else row for row in rows)
    return clause.with_value(term, changed)


def change_cell(cell: str, change: Callable[[Value], Value]) -> Callable[[Row], Row]:
    """Return a change of one cell of a row; a row without it stays as it is."""

    def changed(row: Row) -> Row:
        if cell not in row.cells:
            return row
        return Row({**row.cells, cell: change(row.cells[cell])})

    return changed


def without_cells(*cells: str) -> Callable[[Row], Row]:
    """Return a change that takes cells out of a row."""
    return lambda row: Row({name: value for name, value in row.cells.items() if name not in cells})


def zero_like(value: Value) -> Value:
    """Return nothing in the unit of a value: "$0.00 PMPM" for "$4.10 PMPM"."""
    return amount_like(value, Decimal(0))


def unpaid(*terms: str, name: str = "this payment", also: Strike | None = None) -> NeutralTerm:
    """Strike a payment that stands as a rate: the rate, or each rate of its rows, is nothing.

    Parameters
    ----------
    terms
        The names a clause may give its rates by: ``rate``, or ``rates`` with a cell ``rate``.
    also
        What else must be struck so that nothing is paid.
    """
    first = terms[0]

    def strike(clause: Clause) -> Clause:
        for term in terms:
            clause = _unpay(clause, term)
        return also(clause) if also else clause

    return NeutralTerm(
        first, name, "nothing is paid", strike, lambda clause: bool(set(terms) & set(clause.terms))
    )


def _unpay(clause: Clause, term: str) -> Clause:
    if term not in clause.terms:
        return clause
    value = clause.terms[term].value
    if any(isinstance(part, Row) for part in parts(value)):
        for cell in ("rate", "fee"):
            clause = change_rows(clause, term, change_cell(cell, zero_like))
        return clause
    return clause.with_value(term, zero_like(value))


def both(*strikes: NeutralTerm) -> Strike:
    """Join strikes into one, leaving out those that find nothing to strike."""

    def strike(clause: Clause) -> Clause:
        for each in strikes:
            if each.stands_in(clause):
                clause = each.strike(clause)
        return clause

    return strike
