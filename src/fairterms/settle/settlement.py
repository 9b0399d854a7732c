"""Settle one contract on one set of figures, exactly, with the story of every number."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from fairterms.contract.canonical import terms_hash
from fairterms.contract.clause import Citation, Clause, Contract
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.performance_year import terms_in_force, whole_period
from fairterms.contract.value import show
from fairterms.payment.evaluation import run
from fairterms.payment.given import stack
from fairterms.payment.worksheet import Gate, Step, Worksheet
from fairterms.units.period import Period
from fairterms.units.quantity import Unit, write


@dataclass(frozen=True)
class Line:
    """One line of a settlement: a step with its exact value and where it comes from.

    Attributes
    ----------
    id
        ``clause.step``; ``payable`` for the last line.
    reads
        What the line was worked out from: pairs of name and value, in reading order.
    cites
        Where the contract says so.
    """

    id: str
    clause: str
    name: str
    value: Decimal
    unit: Unit
    words: str
    reads: tuple[tuple[str, str], ...]
    cites: tuple[Citation, ...]

    @property
    def written(self) -> str:
        """The value with its unit, every digit shown."""
        return write(self.value, self.unit)


@dataclass(frozen=True)
class Bite:
    """Whether a threshold, cap or condition bit, and why when it did not."""

    clause: str
    name: str
    bit: bool
    reason: str

    @property
    def id(self) -> str:
        """``clause.gate``."""
        return f"{self.clause}.{self.name}"


@dataclass(frozen=True)
class Settlement:
    """The settlement of one period.

    Attributes
    ----------
    lines
        The arithmetic in the order it was done; the amount payable is the last.
    bites
        Every threshold and cap, with what it did.
    terms
        The hash of the terms it rests on.
    """

    contract: str
    period: Period
    figures: FigureSet
    lines: tuple[Line, ...]
    bites: tuple[Bite, ...]
    terms: str

    @property
    def payable(self) -> Decimal:
        """What the plan pays the group, in dollars; negative when the group owes."""
        return self.lines[-1].value

    def line(self, name: str) -> Line:
        """Find a line as :meth:`fairterms.payment.worksheet.Worksheet.step` does."""
        exact = [line for line in self.lines if line.id == name]
        bare = [line for line in self.lines if line.name == name]
        results = [line for line in self.lines if line.clause == name][-1:]
        for found in (exact, bare, results):
            if len(found) == 1:
                return found[0]
        raise KeyError(name)

    @property
    def canonical(self) -> str:
        """The text two parties compare: terms, figures, lines and bites, one a line."""
        lines = [f"terms {self.terms}", f"period {self.period}"]
        lines += [
            f"figure {name} = {written_figure(self.figures, name)}"
            for name in sorted(self.figures.values)
        ]
        lines += [f"{line.id} = {line.written}" for line in self.lines]
        lines += [f"{bite.id} {'bit' if bite.bit else 'did not bite'}" for bite in self.bites]
        return "\n".join(lines) + "\n"

    @property
    def hash(self) -> str:
        """One line of hex: equal for two parties exactly when their settlements are."""
        return f"sha256:{hashlib.sha256(self.canonical.encode()).hexdigest()}"


def settle(contract: Contract, figures: FigureSet, period: Period | None = None) -> Settlement:
    """Settle a contract for one period.

    Parameters
    ----------
    contract
        Terms without problems.
    figures
        What was measured in the period.
    period
        The performance year; needed when the contract runs longer than one year.

    Returns
    -------
    Settlement
        Every line exact, in the contract's own rounding.

    Raises
    ------
    Refusal
        When a number is missing, or a term changes inside the period.
    """
    period = period or whole_period(contract)
    in_force = terms_in_force(contract, period)
    worksheet = run(in_force, stack([figures]), rows=1)
    return Settlement(
        contract.name,
        period,
        figures,
        tuple(_line(step, in_force, worksheet, figures) for step in worksheet.steps),
        tuple(_bite(gate) for gate in worksheet.gates),
        terms_hash(contract),
    )


def year_to_name(contract: Contract, period: Period) -> int | None:
    """Return the year that a script must name; None when the contract has only one."""
    return period.first.year if contract.period.days > 366 else None


def written_figure(figures: FigureSet, name: str) -> str:
    """Return a figure as text, with its unit; several of one sort joined by semicolons."""
    value = figures.values[name]
    items = value if isinstance(value, tuple) else (value,)
    return "; ".join(write(item.amount, item.unit) for item in items)


def _line(step: Step, contract: Contract, worksheet: Worksheet, figures: FigureSet) -> Line:
    if not step.clause:
        cites: tuple[Citation, ...] = ()
        reads = [(name, _written(worksheet.result(name))) for name in step.figures]
    else:
        clause = contract.clause(step.clause)
        cites = _citations(clause, step)
        reads = [
            (name, show(clause.terms[name].value)) for name in step.terms if name in clause.terms
        ]
        reads += [(name, _source(name, clause, worksheet, figures)) for name in step.figures]
    return Line(
        step.id,
        step.clause,
        step.name,
        step.values[0],
        step.unit,
        step.words,
        tuple(reads),
        cites,
    )


def _citations(clause: Clause, step: Step) -> tuple[Citation, ...]:
    """Return the citations of the terms a step read, else those of the whole clause."""
    of_terms = tuple(cite for cite in clause.cites if cite.term and cite.term in step.terms)
    return of_terms or tuple(cite for cite in clause.cites if not cite.term)


def _source(name: str, clause: Clause, worksheet: Worksheet, figures: FigureSet) -> str:
    by_id: Mapping[str, Step] = {step.id: step for step in worksheet.steps}
    for key in (f"{clause.id}.{name}", name):
        if key in by_id:
            return _written(by_id[key])
    if name in figures.values:
        return written_figure(figures, name)
    return _written(worksheet.result(name))


def _written(step: Step) -> str:
    return write(step.values[0], step.unit)


def _bite(gate: Gate) -> Bite:
    bit = bool(gate.bites[0])
    return Bite(gate.clause, gate.name, bit, "" if bit else gate.otherwise)
