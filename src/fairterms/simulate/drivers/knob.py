"""What a break-even may turn: one number of the terms, or one figure of all years."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.value import Row, Value, show
from fairterms.payment.book import Given
from fairterms.payment.evaluation import survey
from fairterms.payment.model import TermSpec
from fairterms.payment.models_catalogue import MODELS
from fairterms.simulate.drivers.resettle import Resettled
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.years import FloatArray, Years
from fairterms.units.quantity import FRACTION, Kind, Quantity, Unit

Place = tuple[str | int, ...]
"""Where a number stands inside a term: places in lists, names of cells; empty for the term."""

REACH = 0.5
"""A number is tried from half less to half more, and a share from 0 to 1 (our choice)."""


@dataclass(frozen=True)
class Knob:
    """One number that is turned, all else and all years held.

    Attributes
    ----------
    id
        ``clause.term``, ``clause.term.2.share`` for the cell of a row, or a figure's name.
    title
        As a table names it.
    unit
        Of the number.
    now
        What it is: the term, or the figure's level in the expected scenario.
    low, high
        How far it is tried.
    place
        Where the number stands in the terms: clause, term and place inside; empty for a figure.
    """

    id: str
    title: str
    unit: Unit
    now: float
    low: float
    high: float
    place: Place = ()

    @property
    def is_term(self) -> bool:
        """Whether it stands in the terms, so that it can be asked for."""
        return bool(self.place)

    def clause(self, contract: Contract, to: float) -> Clause:
        """Return the clause with the number of its terms set to another value."""
        clause, term = contract.clause(str(self.place[0])), str(self.place[1])
        value = _set(clause.terms[term].value, self.place[2:], Decimal(repr(round(to, 10))))
        return clause.with_value(term, value)

    def years(self, years: Years, to: float) -> Years:
        """Return the years with the figure turned, in every year by the same factor."""
        given = years.figures[self.id]
        assert not isinstance(given.values, tuple), "a list of figures is no knob"
        moved = Given(given.values * (to / self.now), given.unit)
        return replace(years, figures={**years.figures, self.id: moved})

    def net(self, on: Resettled, to: float) -> FloatArray:
        """Return the net gains, shape (years,) in dollars, with the number at another value.

        Raises
        ------
        Refusal
            When a clause cannot be settled with it.
        """
        if self.place:
            return on.with_clause(self.clause(on.contract, to))
        return on.with_figure(self.id, self.years(on.years, to))


def knobs(plan: Plan, years: Years) -> tuple[Knob, ...]:
    """Return every number a contract's terms hold, and every figure it reads.

    Parameters
    ----------
    plan
        Of the year: its terms in force and its expected scenario.
    years
        The simulated figures.
    """
    contract = plan.contract
    terms = [one for clause in contract.clauses for one in _of_clause(clause)]
    return (*terms, *_figures(plan, years))


def _of_clause(clause: Clause) -> Iterator[Knob]:
    specs = {spec.name: spec for spec in MODELS[clause.model].terms}
    for name, term in clause.terms.items():
        for place, number in _numbers(term.value, ()):
            spec = _spec(specs.get(name), place)
            low, high = _range(number, spec)
            yield Knob(
                ".".join(str(part) for part in (clause.id, name, *_counted(place))),
                _title(clause, name, term.value, place),
                number.unit,
                float(number.amount),
                low,
                high,
                (clause.id, name, *place),
            )


TOGETHER = frozenset({"weight"})
"""Cells that add up over their rows, so that none can be turned alone."""


def _numbers(value: Value, place: Place) -> Iterator[tuple[Place, Quantity]]:
    if isinstance(value, Quantity):
        yield place, value
    elif isinstance(value, Row):
        for name, cell in value.cells.items():
            if name not in TOGETHER:
                yield from _numbers(cell, (*place, name))
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _numbers(item, (*place, at))


def _set(value: Value, place: Place, amount: Decimal) -> Value:
    if not place:
        assert isinstance(value, Quantity), "the place is that of a number"
        return value.with_amount(amount)
    at, rest = place[0], place[1:]
    if isinstance(value, Row):
        return Row({**value.cells, str(at): _set(value.cells[str(at)], rest, amount)})
    assert isinstance(value, tuple), "the place leads through rows and lists"
    return tuple(_set(item, rest, amount) if n == at else item for n, item in enumerate(value))


def _counted(place: Place) -> Iterator[str | int]:
    return (part + 1 if isinstance(part, int) else part for part in place)


def _spec(spec: TermSpec | None, place: Place) -> TermSpec | None:
    for part in place:
        if isinstance(part, str) and spec is not None:
            spec = next((one for one in spec.columns if one.name == part), None)
    return spec


def _range(number: Quantity, spec: TermSpec | None) -> tuple[float, float]:
    """Return how far a number is tried, within what its model allows."""
    now = float(number.amount)
    low, high = sorted((now * (1 - REACH), now * (1 + REACH)))
    if number.unit == FRACTION and not number.base and 0 <= now <= 1:
        low, high = 0.0, 1.0
    elif not now:
        high = 1_000.0 if number.unit.kind is Kind.MONEY else 1.0
    if spec is not None:
        low = low if spec.lowest is None else max(low, float(spec.lowest))
        high = high if spec.highest is None else min(high, float(spec.highest))
    return low, high


def _title(clause: Clause, term: str, value: Value, place: Place) -> str:
    words = [clause.title or clause.id.replace("_", " "), term.replace("_", " ")]
    for at, part in enumerate(place):
        if isinstance(part, int):
            value = value[part] if isinstance(value, tuple) else value
            words.append(_row_name(value, part))
        elif isinstance(value, Row):
            value = value.cells[part]
            if at == len(place) - 1 or not isinstance(value, tuple):
                words.append(part.replace("_", " "))
    return ", ".join(words)


def _row_name(value: Value, at: int) -> str:
    if isinstance(value, Row):
        for name in ("measure", "code", "label", "stratum", "name"):
            if name in value.cells:
                return show(value.cells[name]).replace("_", " ")
    return f"no. {at + 1}"


def _figures(plan: Plan, years: Years) -> Iterator[Knob]:
    wanted = survey(plan.contract).wanted
    for name, given in years.figures.items():
        level = plan.expected.values.get(name)
        if name not in wanted or not isinstance(level, Quantity) or isinstance(given.values, tuple):
            continue
        now = float(level.amount)
        if now:
            low, high = sorted((now * (1 - REACH), now * (1 + REACH)))
            title = name.replace("_", " ").replace(".", ", ")
            yield Knob(name, title, level.unit, now, low, high)
