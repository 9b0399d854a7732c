"""A case: the deal with some of its numbers moved, ready to be simulated."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Cost, Deal
from fairterms.contract.figure_set import FigureSet
from fairterms.decide.trial_run.assumption_sliders import assumption_sliders, movable_levels
from fairterms.decide.trial_run.laws import plan_of
from fairterms.decide.trial_run.prepared import Prepared
from fairterms.decide.trial_run.slider import Kind, Settings, Slider, moved
from fairterms.decide.trial_run.term_sliders import term_knobs, term_sliders
from fairterms.payment import binding
from fairterms.payment.book import Given
from fairterms.simulate.drivers.assumptions import scaled
from fairterms.simulate.drivers.knob import Knob
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.forecast.panel import shard as drawn_part
from fairterms.simulate.forecast.year_moves import BLOCKS
from fairterms.simulate.years import Years
from fairterms.units.problem import Problem
from fairterms.units.quantity import Quantity
from fairterms.units.refusal import Refusal

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Case:
    """A deal with some numbers moved.

    Attributes
    ----------
    prepared
        The deal as it is in this case.
    settings
        What was moved.
    levels
        Figure to the factor its values are multiplied by.
    size
        How many times as large the group is.
    """

    prepared: Prepared
    settings: Settings = field(default_factory=dict)
    levels: Mapping[str, float] = field(default_factory=dict)
    size: float = 1.0

    @property
    def deal(self) -> Deal:
        """The deal, with what its work costs."""
        return self.prepared.deal

    def plan(self, number: int) -> Plan:
        """Put together the plan of so many years.

        Raises
        ------
        Refusal
            When what was moved leaves nothing to simulate.
        """
        plan = plan_of(self.prepared, number)
        return plan if self.size == 1.0 else scaled(plan, self.size)

    def years(self, plan: Plan, tell: Tell = lambda _: None) -> Years:
        """Draw the years of a plan, with the levels of this case."""
        return self._at_levels(self.prepared.panels.years(plan, tell))

    def part(self, plan: Plan, first: int, last: int) -> Years:
        """Draw the years of a plan from ``first`` up to ``last``, as :meth:`years` has them."""
        return self._at_levels(drawn_part(plan, first, last))

    def _at_levels(self, years: Years) -> Years:
        figures = dict(years.figures)
        for name, factor in self.levels.items():
            given = figures[name]
            assert not isinstance(given.values, tuple), "a list of figures has no slider"
            figures[name] = Given(given.values * factor, given.unit)
        return replace(years, figures=figures)


@dataclass(frozen=True)
class _Movable:
    """What may be moved of one deal, and the problems its terms have as they stand."""

    knobs: Mapping[str, Knob]
    sliders: Mapping[str, Slider]
    problems: frozenset[Problem]


def sliders(prepared: Prepared) -> tuple[Slider, ...]:
    """Return every number that may be moved: terms in the contract's order, then assumptions.

    Parameters
    ----------
    prepared
        The deal.
    """
    return tuple(_movable(prepared).sliders.values())


def _movable(prepared: Prepared) -> _Movable:
    found = prepared.memo.get("movable")
    if not isinstance(found, _Movable):
        plan = Case(prepared).plan(2 * BLOCKS)
        # Only names and units of the figures are asked for: a draw of two years is enough.
        knobs = term_knobs(prepared, plan, drawn_part(plan, 0, 2))
        listed = (*term_sliders(prepared, knobs), *assumption_sliders(prepared))
        problems = frozenset(binding.problems(prepared.contract))
        found = _Movable(knobs, {one.id: one for one in listed}, problems)
        prepared.memo["movable"] = found
    return found


def case_of(prepared: Prepared, settings: Settings) -> Case:
    """Return the deal with some numbers moved.

    Parameters
    ----------
    prepared
        The deal as it stands.
    settings
        Slider to the value it is set to.

    Raises
    ------
    Refusal
        When a setting names no slider or lies beyond its ends, or several cannot stand together.
    """
    if not settings:
        return Case(prepared)
    movable = _movable(prepared)
    known = movable.sliders
    chosen = moved(known, settings)
    terms = {name: at for name, at in chosen.items() if known[name].kind is Kind.TERM}
    changed = prepared
    if terms:
        changed = replace(prepared, contract=_with_terms(prepared.contract, movable, terms))
    for name, at in chosen.items():
        changed = _assumed(changed, name, at)
    levels = movable_levels(prepared)
    factors = {
        name: float(at / levels[name].amount)
        for key, at in chosen.items()
        if (name := key.removeprefix("level.")) != key
    }
    return Case(changed, chosen, factors, float(chosen.get("group.size", 1)))


def _with_terms(contract: Contract, movable: _Movable, terms: Settings) -> Contract:
    """Set numbers of the terms; refuse terms that cannot stand together."""
    changed = contract
    for name, at in terms.items():
        changed = changed.replacing(movable.knobs[name].clause(changed, float(at)))
    wrong = [
        one
        for one in binding.problems(changed)
        # A share moved off 0 may stop or start to read a figure; that keeps nothing from settling.
        if one not in movable.problems and one.code != "unread-figure"
    ]
    if wrong:
        raise Refusal("these settings", wrong[0].what, wrong[0].why, wrong[0].fix)
    return changed


def _assumed(prepared: Prepared, name: str, at: Decimal) -> Prepared:
    """Set one assumption; what is no assumption changes nothing here."""
    sort, _, rest = name.partition(".")
    if sort == "factor":
        factor, _, end = rest.partition(".")
        declared = prepared.declared.with_factor(factor, **{end: float(at)})
        return replace(prepared, declared=declared)
    if sort == "measure":
        measure, _, end = rest.rpartition(".")
        change = _rate if end == "rate" else _spread
        return change(prepared, measure, at)
    if name == "cost_to_comply":
        cost = Cost("work", "The contract's work", at, "set on the slider")
        return replace(prepared, deal=replace(prepared.deal, costs=(cost,)))
    return prepared


def _spread(prepared: Prepared, measure: str, at: Decimal) -> Prepared:
    measures = tuple(
        replace(one, spread=float(at)) if one.id == measure else one
        for one in prepared.declared.measures
    )
    return replace(prepared, declared=replace(prepared.declared, measures=measures))


def _rate(prepared: Prepared, measure: str, at: Decimal) -> Prepared:
    """Set a usual rate where the forecast takes it from: the past, or the expected scenario."""
    spec = next((one for one in prepared.declared.measures if one.id == measure), None)
    known = prepared.past.rates.get(measure)
    if spec is not None and spec.from_records and known is not None:
        rates = {**prepared.past.rates, measure: replace(known, rate=float(at))}
        return replace(prepared, past=replace(prepared.past, rates=rates))
    expected: FigureSet = prepared.expected
    top, bottom = (expected.values[f"{measure}.{end}"] for end in ("numerator", "denominator"))
    assert isinstance(top, Quantity), "the slider found a rate"
    assert isinstance(bottom, Quantity), "the slider found a rate"
    values = {**expected.values, f"{measure}.numerator": top.with_amount(bottom.amount * at)}
    return replace(prepared, expected=replace(expected, values=values))
