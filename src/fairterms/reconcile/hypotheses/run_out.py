"""Missing run-out: the completion factor left out, or that of another stage; interim for final."""

from collections.abc import Iterator
from decimal import Decimal

from fairterms.contract.expression import Call, Comparison, Literal, Name, Node
from fairterms.contract.value import Formula, Lookup
from fairterms.reconcile.hypothesis import Family, Ground, Proposal, said
from fairterms.reconcile.term_place import Place, places, rewritten
from fairterms.units.quantity import FACTOR, Quantity

ONE = Quantity(Decimal(1), FACTOR)
RUN_OUT, COMPLETION = "run_out", "completion"
"""What the figures and steps of a wait for late claims are called in terms."""


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose other stages of the run-out, and completion factors left out."""
    yield from _of_figures(ground)
    for place in places(ground.contract):
        yield from _of_tables(ground, place)
        yield from _of_conditions(ground, place)


def _of_figures(ground: Ground) -> Iterator[Proposal]:
    for name in ground.survey.wanted:
        found = ground.quantity(name)
        if found is not None and COMPLETION in name and found.unit == FACTOR:
            sentence = f"the {name.replace('_', ' ')} is left out (1 instead of {found})"
            yield Proposal(f"{name} left out", sentence, figures={name: ONE})
        if found is not None and RUN_OUT in name:
            for stage in _stages(ground, name):
                sentence = f"claims are counted through {stage} of run-out instead of {found}"
                yield Proposal(f"{name} {stage}", sentence, figures={name: stage})


def _stages(ground: Ground, name: str) -> list[Quantity]:
    """List the lengths of run-out that the terms name."""
    found = []
    for place in places(ground.contract):
        if isinstance(place.value, Lookup) and place.value.by == name:
            found += [at for at, _ in place.value.rows]
        if isinstance(place.value, Quantity) and RUN_OUT in place.term:
            found.append(place.value)
    stages = [Quantity(stage.amount, stage.unit) for stage in found]
    return list(dict.fromkeys(stages))


def _of_tables(ground: Ground, place: Place) -> Iterator[Proposal]:
    """Propose other rows of a table by run-out, and no factor at all."""
    value = place.value
    is_factor = COMPLETION in place.key or _is_named(place)
    if isinstance(value, Lookup) and RUN_OUT in value.by:
        for at, row in _other_rows(ground, value):
            sentence = f"{row} is used, which stands for {at} of run-out, {_said(place)}"
            yield Proposal(f"{place.key} {at}", sentence, place.with_value(ground.contract, row))
        is_factor = value.rows[0][1].unit == FACTOR
    if is_factor and isinstance(value, Lookup | Quantity | Formula):
        sentence = f"the completion factor is left out (1 in its place), {_said(place)}"
        yield Proposal(f"{place.key} left out", sentence, place.with_value(ground.contract, ONE))


def _other_rows(ground: Ground, table: Lookup) -> list[tuple[Quantity, Quantity]]:
    """Return the rows of a table but the one that the run-out given reaches."""
    given = ground.quantity(table.by)
    reached = [row for row in table.rows if given is not None and row[0].amount <= given.amount]
    return [row for row in table.rows if row not in reached[-1:]]


def _is_named(place: Place) -> bool:
    """Say whether a place is the value of a formula's step that is called a completion factor."""
    if place.clause.model != "formula" or place.path[-1:] != ("value",):
        return False
    rows = place.clause.terms[place.term].value
    at = place.path[0]
    row = rows[at] if isinstance(rows, tuple) and isinstance(at, int) else None
    return row is not None and COMPLETION in str(getattr(row, "cells", {}).get("name", ""))


def _of_conditions(ground: Ground, place: Place) -> Iterator[Proposal]:
    """Propose the other branch of a formula that asks for the run-out."""
    if isinstance(place.value, Formula):
        for what, formula in rewritten(place.value, _other_branches):
            sentence = f"{what} is used whatever the run-out is, {_said(place)}"
            contract = place.with_value(ground.contract, formula)
            yield Proposal(f"{place.key} {what}", sentence, contract)


def _other_branches(node: Node) -> Iterator[tuple[str, Node]]:
    match node:
        case Call("if", (Comparison(_, Name(name), Literal()), then, otherwise)) if RUN_OUT in name:
            yield "the second part of the condition", otherwise
            yield "the first part of the condition", then


def _said(place: Place) -> str:
    return said(place.clause, place.term)


FAMILY = Family("Another run-out, or none", propose)
