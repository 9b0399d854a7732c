"""The book of one run: figures given, steps written so far, and what was read from where."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from fairterms.contract.clause import Clause
from fairterms.contract.expression import Node
from fairterms.payment.worksheet import Gate, Step
from fairterms.units.number import Column, NumberKind
from fairterms.units.quantity import MONEY, Kind, Unit, write
from fairterms.units.refusal import Refusal
from fairterms.units.rounding import Rounding

if TYPE_CHECKING:
    from fairterms.payment.sheet import Sheet


@dataclass(frozen=True)
class Given:
    """A figure handed to a run.

    Attributes
    ----------
    values
        Shape (rows,), in ``unit``; or one column per item for a list of figures.
    unit
        None when the figure comes from a table whose columns were checked as a whole.
    """

    values: Column | tuple[Column, ...]
    unit: Unit | None = None


@dataclass(frozen=True)
class Wanted:
    """A figure some clause reads: its unit, its meaning, and the first clause that asked."""

    name: str
    unit: Unit | Kind
    meaning: str
    clause: str
    is_list: bool = False


@dataclass
class Book:
    """The state of one run over ``rows`` settlements.

    Attributes
    ----------
    is_probe
        Whether this run only finds out what the clauses read: figures are then all one, and
        nothing is refused.
    declared
        The units of the figures the contract declares.
    wanted, asked, silent, unknown, refused
        What the run found out: figures read, the models' own names for them, choices the contract
        leaves open, names that stand for nothing, and what no figures could settle.
    """

    kind: NumberKind
    rows: int
    rounding: Rounding
    given: Mapping[str, Given]
    evaluate: Callable[[Node, "Sheet"], Column]
    is_probe: bool = False
    declared: Mapping[str, Unit] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
    results: dict[str, Step] = field(default_factory=dict)
    gates: list[Gate] = field(default_factory=list)
    wanted: dict[str, Wanted] = field(default_factory=dict)
    terms_read: set[tuple[str, str]] = field(default_factory=set)
    thresholds: set[tuple[str, tuple[str | int, ...]]] = field(default_factory=set)
    asked: set[tuple[str, str]] = field(default_factory=set)
    silent: dict[tuple[str, str], str] = field(default_factory=dict)
    refused: list[tuple[str, Refusal]] = field(default_factory=list)
    unknown: dict[tuple[str, str], None] = field(default_factory=dict)

    def note_term(self, clause: str, term: str) -> None:
        """Remember that a clause's formula read a term."""
        self.terms_read.add((clause, term))

    def write(self, step: Step) -> None:
        """Take down a step; a clause's result is its latest."""
        assert step.id not in self.steps, f"{step.id} was written twice"
        self.steps[step.id] = step
        self.results[step.clause] = step

    def read(
        self, name: str, unit: Unit | Kind, meaning: str, clause: Clause, *, is_pointed: bool
    ) -> Column:
        """Return a figure, or an earlier step when ``reads`` points to one."""
        if is_pointed and (name in self.steps or name in self.results):
            self.demand(name, unit, clause)
            return self.find(name, clause)
        self.wanted.setdefault(name, Wanted(name, unit, meaning, clause.id))
        if self.is_probe:
            return self.kind.full(self.rows, Decimal(1))
        given = self.given.get(name)
        if given is None:
            raise _missing(name, unit, meaning, clause)
        _check_unit(name, given.unit, unit, clause)
        return _single(name, given, clause)

    def read_list(self, name: str, unit: Unit | Kind, meaning: str, clause: Clause) -> list[Column]:
        """Return a list of figures of one sort."""
        self.wanted.setdefault(name, Wanted(name, unit, meaning, clause.id, is_list=True))
        if self.is_probe:
            return [self.kind.full(self.rows, Decimal(1))]
        given = self.given.get(name)
        if given is None:
            raise _missing(name, unit, meaning, clause)
        _check_unit(name, given.unit, unit, clause)
        return list(given.values) if isinstance(given.values, tuple) else [given.values]

    def find(self, name: str, clause: Clause) -> Column:
        """Return the number behind a name: a step of this clause, an earlier one, or a figure."""
        step = self.named_step(name, clause)
        if step is not None:
            return step.values
        if name in self.given and not self.is_probe:
            return _single(name, self.given[name], clause)
        if self.is_probe:
            if name in self.declared:
                unit = self.declared[name]
                self.wanted.setdefault(name, Wanted(name, unit, "", clause.id))
            elif name not in self.wanted:
                self.unknown[clause.id, name] = None
            return self.kind.full(self.rows, Decimal(1))
        wanted = self.wanted.get(name)
        raise _missing(name, wanted.unit if wanted else MONEY, "", clause)

    def demand(self, name: str, unit: Unit | Kind, clause: Clause) -> None:
        """Refuse when the number behind a name is known to be in another unit.

        Numbers without a dimension (per cents, factors) may stand for one another.
        """
        found = self.unit_of(name, clause)
        if found is None or _alike(found, unit):
            return
        refusal = _other_unit(name, found, unit, clause)
        if not self.is_probe:
            raise refusal
        self.refused.append((clause.id, refusal))

    def named_step(self, name: str, clause: Clause) -> Step | None:
        """Return the step a name stands for, or None when it stands for a figure."""
        return (
            self.steps.get(f"{clause.id}.{name}") or self.steps.get(name) or self.results.get(name)
        )

    def unit_of(self, name: str, clause: Clause) -> Unit | None:
        """Return the unit of the number behind a name, or None when it is not known."""
        step = self.named_step(name, clause)
        if step is not None:
            return step.unit
        given, wanted = self.given.get(name), self.wanted.get(name)
        if given is not None and given.unit is not None:
            return given.unit
        if wanted is not None and isinstance(wanted.unit, Unit):
            return wanted.unit
        return self.declared.get(name)


_PLAIN = {Kind.FRACTION, Kind.POINTS, Kind.FACTOR}


def _alike(found: Unit, wanted: Unit | Kind) -> bool:
    kind = wanted if isinstance(wanted, Kind) else wanted.kind
    return found == wanted or found.kind is wanted or {found.kind, kind} <= _PLAIN


def _check_unit(name: str, given: Unit | None, wanted: Unit | Kind, clause: Clause) -> None:
    if given is not None and given != wanted and given.kind is not wanted:
        raise _other_unit(name, given, wanted, clause)


def _other_unit(name: str, found: Unit, wanted: Unit | Kind, clause: Clause) -> Refusal:
    words = wanted.value if isinstance(wanted, Kind) else str(wanted)
    return Refusal(
        name,
        f"is given in {found}, but the clause {clause.id} reads {words}",
        "a number in another unit would settle to another amount",
        f"give {name} in {words}",
    )


def _single(name: str, given: Given, clause: Clause) -> Column:
    if not isinstance(given.values, tuple):
        return given.values
    raise Refusal(
        name,
        "is a list, and one number is wanted",
        f"the clause {clause.id} cannot tell which of the numbers to take",
        f"give one {name}",
    )


def _missing(name: str, unit: Unit | Kind, meaning: str, clause: Clause) -> Refusal:
    example = write(Decimal(1000), unit) if isinstance(unit, Unit) else "a number with its unit"
    explained = f" ({meaning})" if meaning else ""
    return Refusal(
        name,
        "missing",
        f"the clause {clause.id} reads it{explained}, and no number is assumed",
        f'give it with the figures, like {name} = "{example}"',
    )
