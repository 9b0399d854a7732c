"""Small mistakes in a formula: a number one tick off, ``>`` for ``>=``, another rounding."""

from collections.abc import Iterator
from decimal import Decimal

from fairterms.contract.expression import (
    Comparison,
    Literal,
    Node,
    Round,
    children,
    with_children,
)
from fairterms.units.number import ROUNDING_MODES
from fairterms.units.quantity import FACTOR, Quantity

_LOOSER = {">=": ">", "<=": "<", ">": ">=", "<": "<="}
_STRUCTURAL = {Decimal(0), Decimal(1)}
"""Plain numbers that are part of a formula's shape, as in ``1 - rate``, not numbers agreed on."""

Change = tuple[str, str, Node]


def changes(node: Node) -> Iterator[Change]:
    """Yield (kind, what is wrong, formula) for every small change of a formula."""
    yield from _own_changes(node)
    parts = children(node)
    for at, part in enumerate(parts):
        if isinstance(node, Round) and at == 1:
            continue  # the unit of a rounding moves with its mode, not by ticks
        for kind, what, other in changes(part):
            yield kind, what, with_children(node, (*parts[:at], other, *parts[at + 1 :]))


def _own_changes(node: Node) -> Iterator[Change]:
    match node:
        case Literal(quantity, text):
            for amount in _neighbours(quantity):
                wrong = quantity.with_amount(amount)
                written = f"{amount:f}" if quantity.unit == FACTOR else str(wrong)
                yield "number", f"{written} instead of {text}", Literal(wrong, written)
        case Comparison(operator, left, right):
            other = _LOOSER[operator]
            yield "strictness", f"{other} instead of {operator}", Comparison(other, left, right)
        case Round(subject, unit, mode):
            for wrong_mode in ROUNDING_MODES:
                if wrong_mode != mode:
                    what = f"{wrong_mode} instead of {mode}"
                    yield "rounding", what, Round(subject, unit, wrong_mode)


def _neighbours(quantity: Quantity) -> tuple[Decimal, ...]:
    """Return the amounts one tick up and down; a plain number moves in its last digit."""
    if quantity.unit != FACTOR:
        return quantity.amount + quantity.unit.tick, quantity.amount - quantity.unit.tick
    if quantity.amount in _STRUCTURAL:
        return ()
    exponent = quantity.amount.as_tuple().exponent
    assert isinstance(exponent, int), "a written number is finite"
    step = Decimal(1).scaleb(exponent)
    return quantity.amount + step, quantity.amount - step
