"""From our amount to the plan's: figures, assumptions, and what nothing explains."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from fairterms.contract.figure_set import FigureSet
from fairterms.publish.blocks import Block, Prose
from fairterms.publish.chart.waterfall import Change, Level, WaterfallStep, waterfall
from fairterms.reconcile.comparison import Comparison
from fairterms.reconcile.explanation import Explanation
from fairterms.reconcile.fair_split import CENT, split
from fairterms.reconcile.hypothesis import Hypothesis
from fairterms.reconcile.recomputation import Recomputation
from fairterms.reconcile.variation import Variation, join
from fairterms.units.number import round_exactly

Sort: TypeAlias = Literal["figure", "assumption", "rest"]


@dataclass(frozen=True)
class Part:
    """One reason why the two amounts differ.

    Attributes
    ----------
    sort
        Another figure, another assumption, or the unexplained rest.
    name
        The figure, or the assumption in words.
    amount
        What it adds to our amount, in dollars.
    """

    sort: Sort
    name: str
    amount: Decimal


@dataclass(frozen=True)
class Bridge:
    """Our amount, the reasons, the plan's amount; they add up to the cent.

    Attributes
    ----------
    ours
        On our figures; on the plan's where we have none.
    plan
        As the statement prints it.
    parts
        Figures first, then assumptions, then the rest; none is 0 but the rest.
    has_own_figures
        Whether the group's own figures were there to start from.
    is_fair
        Whether the parts do not depend on the order in which they were changed.
    """

    ours: Decimal
    plan: Decimal
    parts: tuple[Part, ...]
    has_own_figures: bool
    is_fair: bool

    def total(self, sort: Sort) -> Decimal:
        """Return what one sort of reason adds, in dollars."""
        return sum((part.amount for part in self.parts if part.sort == sort), Decimal(0))

    @property
    def difference(self) -> Decimal:
        """The plan's amount less ours, in dollars."""
        return self.plan - self.ours


def build(comparison: Comparison, explanation: Explanation) -> Bridge:
    """Value each reason why the plan's amount differs from ours."""
    runs = Recomputation(comparison)
    own = comparison.amount.on_ours
    on_plans = _cents(comparison.amount.on_plans)
    ours = on_plans if own is None else _cents(own)
    figures, fair_figures = _of_figures(comparison, runs, on_plans - ours)
    assumed = _cents(explanation.best.amount)
    assumptions, fair_assumptions = _of_assumptions(comparison, explanation, assumed - on_plans)
    plan = comparison.amount.plan
    rest = Part("rest", "not explained", plan - assumed)
    parts = tuple(part for part in (*figures, *assumptions) if part.amount != 0)
    is_fair = fair_figures and fair_assumptions
    return Bridge(ours, plan, (*parts, rest), own is not None, is_fair)


def _of_figures(
    comparison: Comparison, runs: Recomputation, moved: Decimal
) -> tuple[list[Part], bool]:
    """Value each figure that differs; together they move the amount from ours to the plan's."""
    names = comparison.differing_figures
    ours = comparison.our_figures
    if ours is None or not names:
        return [], True
    plans = comparison.plans_figures.values

    def worths(masks: Sequence[int]) -> list[Decimal | None]:
        sets = []
        for mask in masks:
            taken = {name: plans[name] for at, name in enumerate(names) if mask >> at & 1}
            sets.append(FigureSet(ours.title, {**ours.values, **taken}))
        amounts = runs.amounts(sets)
        return [None if amount is None else _cents(amount) for amount in amounts]

    found = split(len(names), worths)
    if found is None:
        return [Part("figure", "the plan's figures together", moved)], False
    amounts, is_fair = found
    return [Part("figure", n, a) for n, a in zip(names, amounts, strict=True)], is_fair


def _of_assumptions(
    comparison: Comparison, explanation: Explanation, moved: Decimal
) -> tuple[list[Part], bool]:
    assumptions = explanation.best.assumptions
    if len(assumptions) < 2:
        return [Part("assumption", one.sentence, moved) for one in assumptions], True
    runs = Recomputation(comparison)

    def worths(masks: Sequence[int]) -> list[Decimal | None]:
        chosen = [[a for at, a in enumerate(assumptions) if mask >> at & 1] for mask in masks]
        variations = [_together(comparison, each) for each in chosen]
        numbers = runs.numbers(variations)
        at = comparison.steps.index(comparison.amount)
        amounts = [each[at] if each else None for each in numbers]
        return [None if amount is None else _cents(amount) for amount in amounts]

    found = split(len(assumptions), worths)
    if found is None:
        words = "; and ".join(one.sentence for one in assumptions)
        return [Part("assumption", words, moved)], True
    amounts, is_fair = found
    pairs = zip(assumptions, amounts, strict=True)
    return [Part("assumption", one.sentence, amount) for one, amount in pairs], is_fair


def _together(comparison: Comparison, assumptions: Sequence[Hypothesis]) -> Variation:
    variation = Variation((), comparison.contract)
    for one in assumptions:
        joined = join(comparison.contract, variation, one)
        assert joined is not None, "assumptions of a fit go together"
        variation = joined
    return variation


def _cents(amount: Decimal) -> Decimal:
    return round_exactly(amount, CENT, "half up")


def bridge_blocks(bridge: Bridge) -> tuple[Block, ...]:
    """Show the way from our amount to the plan's."""
    start = "Ours, on our figures" if bridge.has_own_figures else "Ours, on the plan's figures"
    if bridge.difference == 0 and all(part.amount == 0 for part in bridge.parts):
        return (Prose("Our amount and the plan's are the same. There is nothing to explain."),)
    steps: list[WaterfallStep] = [Level(start, bridge.ours)]
    steps += [Change(_label(part), part.amount) for part in bridge.parts if part.amount != 0]
    steps.append(Level("The plan's statement", bridge.plan))
    blocks: list[Block] = [
        waterfall("From our amount to the plan's", steps, anchor="bridge"),
    ]
    if not bridge.is_fair:
        blocks.append(
            Prose(
                "Too many figures differ to weigh every order in which they could be changed. They "
                "were changed one after the other, so that what two of them move together is "
                "counted with the later one."
            )
        )
    return tuple(blocks)


def _label(part: Part) -> str:
    if part.sort == "figure":
        return f"The plan's figure: {part.name.replace('_', ' ')}"
    if part.sort == "rest":
        return "Not explained"
    return f"If {part.name}"
