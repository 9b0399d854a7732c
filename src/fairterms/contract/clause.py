"""The records of a contract: header, figures, measures, clauses and their terms."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from fairterms.contract.value import Value
from fairterms.units.period import Period
from fairterms.units.problem import Problem
from fairterms.units.quantity import Quantity, Unit
from fairterms.units.rounding import Rounding


def nothing() -> Mapping[str, Any]:
    """Return an empty mapping that cannot be written to."""
    return MappingProxyType({})


@dataclass(frozen=True)
class Dated:
    """One value in the history of a term.

    Attributes
    ----------
    value
        What the term was.
    effective_from
        The first day it applies.
    agreed_on
        The day both sides agreed to it; None for the text first signed.
    amendment
        The name of the amendment; empty for the text first signed.
    """

    value: Value
    effective_from: date
    agreed_on: date | None = None
    amendment: str = ""


@dataclass(frozen=True)
class Term:
    """A named value in a clause, the line it stands on, and its history when it has changed."""

    name: str
    value: Value
    line: int = 0
    history: tuple[Dated, ...] = ()

    @property
    def values(self) -> tuple[Value, ...]:
        """Every value the term has had, in order; the one it has when it never changed."""
        return tuple(entry.value for entry in self.history) or (self.value,)

    def on(self, day: date) -> "Term | None":
        """Return the term with the value in force on a day, or None before its first day."""
        if not self.history:
            return self
        in_force = [entry for entry in self.history if entry.effective_from <= day]
        return replace(self, value=in_force[-1].value) if in_force else None

    def changes_within(self, period: Period) -> tuple[Dated, ...]:
        """Return the changes that take effect after a period's first day and within it."""
        return tuple(
            entry
            for entry in self.history
            if period.first < entry.effective_from <= period.last and entry != self.history[0]
        )


@dataclass(frozen=True)
class Citation:
    """Where the contract says something: document, section, and the words.

    Attributes
    ----------
    term
        The term it supports; empty when it supports the whole clause.
    """

    document: str
    section: str
    quote: str = ""
    term: str = ""
    line: int = 0

    def __str__(self) -> str:
        return ", ".join(part for part in (self.document, self.section) if part)


@dataclass(frozen=True)
class Reading:
    """One way to read what the text leaves open: a name and the terms it would set.

    Attributes
    ----------
    name
        As a person would say it: "cap before reduction".
    sets
        Terms of this clause under this reading; empty when the name itself says an order.
    """

    name: str
    sets: Mapping[str, Value] = field(default_factory=nothing)
    line: int = 0


@dataclass(frozen=True)
class Clause:
    """A part of the contract that moves money, or prepares a figure that does.

    Attributes
    ----------
    id
        The name other clauses, scripts and reports use.
    model
        The entry of the catalogue of payment models.
    terms
        Name to term, in written order.
    of
        Earlier clauses whose results this clause takes and replaces.
    reads
        The model's own figure name to the figure, step or clause it is read from here.
    """

    id: str
    model: str
    terms: Mapping[str, Term] = field(default_factory=nothing)
    of: tuple[str, ...] = ()
    reads: Mapping[str, str] = field(default_factory=nothing)
    title: str = ""
    cites: tuple[Citation, ...] = ()
    readings: tuple[Reading, ...] = ()
    rounding: Rounding | None = None
    line: int = 0

    def with_value(self, name: str, value: Value) -> "Clause":
        """Return the clause with one term set to another value."""
        line = self.terms[name].line if name in self.terms else self.line
        term = Term(name, value, line)
        return replace(self, terms=MappingProxyType({**self.terms, name: term}))

    def without(self, name: str) -> "Clause":
        """Return the clause without one term."""
        kept = {key: term for key, term in self.terms.items() if key != name}
        return replace(self, terms=MappingProxyType(kept))


@dataclass(frozen=True)
class Figure:
    """A measured quantity the contract reads, declared with its unit and realistic range."""

    id: str
    unit: Unit
    meaning: str = ""
    lowest: Quantity | None = None
    highest: Quantity | None = None
    line: int = 0


@dataclass(frozen=True)
class Measure:
    """A measure the contract pays on: what it counts and which way is better."""

    id: str
    name: str
    higher_is_better: bool
    steward: str = ""
    numerator: str = ""
    denominator: str = ""
    line: int = 0


@dataclass(frozen=True)
class Contract:
    """The payment terms of one contract.

    Attributes
    ----------
    file
        The name of the file it was read from, for messages.
    starts, ends
        First and last day of the contract.
    rounding
        What amounts are rounded to, how, and where; never assumed.
    payable
        Clauses whose results add up to the amount paid; empty means every clause that pays and
        that no later clause takes.
    clauses
        In written order, which is the order of operations.
    """

    name: str
    starts: date
    ends: date
    rounding: Rounding
    jurisdiction: str = ""
    line_of_business: str = ""
    payable: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    measures: tuple[Measure, ...] = ()
    clauses: tuple[Clause, ...] = ()
    file: str = "terms.toml"
    lines: tuple[str, ...] = ()

    @property
    def period(self) -> Period:
        """The days the contract covers."""
        return Period(self.starts, self.ends)

    def clause(self, clause_id: str) -> Clause:
        """Return a clause by its id; KeyError when there is none."""
        for clause in self.clauses:
            if clause.id == clause_id:
                return clause
        raise KeyError(clause_id)

    def on(self, day: date) -> "Contract":
        """Return the contract as it stands on a day: terms not yet in force are left out."""
        return replace(self, clauses=tuple(_clause_on(clause, day) for clause in self.clauses))

    def replacing(self, changed: Clause) -> "Contract":
        """Return the contract with one clause exchanged for another of the same id."""
        return replace(
            self,
            clauses=tuple(
                changed if clause.id == changed.id else clause for clause in self.clauses
            ),
        )

    def only(self, clause_ids: tuple[str, ...]) -> "Contract":
        """Return the contract with only the named clauses, still in written order."""
        return replace(
            self,
            payable=tuple(name for name in self.payable if name in clause_ids),
            clauses=tuple(clause for clause in self.clauses if clause.id in clause_ids),
        )

    def problem(self, line: int, what: str, code: str, why: str, fix: str) -> Problem:
        """Return a problem on a line of the file; see Problem for its parts."""
        return Problem(self.file, line, what, code, why, fix, self.text(line))

    def text(self, line: int) -> str:
        """Return a line of the file, or an empty string."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""


def _clause_on(clause: Clause, day: date) -> Clause:
    if not any(term.history for term in clause.terms.values()):
        return clause
    terms = {name: term.on(day) for name, term in clause.terms.items()}
    in_force = {name: term for name, term in terms.items() if term is not None}
    return replace(clause, terms=MappingProxyType(in_force))
