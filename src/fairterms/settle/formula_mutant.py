"""Small mistakes in a formula: a number one tick off, or ``>`` for ``>=``."""

from collections.abc import Iterator

from fairterms.contract.expression import Comparison, Literal, Node, children, with_children
from fairterms.units.quantity import FACTOR

_LOOSER = {">=": ">", "<=": "<", ">": ">=", "<": "<="}
Change = tuple[str, str, Node]


def changes(node: Node) -> Iterator[Change]:
    """Yield (kind, what is wrong, formula) for every small change of a formula."""
    yield from _own_changes(node)
    parts = children(node)
    for at, part in enumerate(parts):
        for kind, what, other in changes(part):
            yield kind, what, with_children(node, (*parts[:at], other, *parts[at + 1 :]))


def _own_changes(node: Node) -> Iterator[Change]:
    match node:
        case Literal(quantity, text) if quantity.unit != FACTOR:
            tick = quantity.unit.tick
            for amount in (quantity.amount + tick, quantity.amount - tick):
                wrong = quantity.with_amount(amount)
                yield "number", f"{wrong} instead of {text}", Literal(wrong, str(wrong))
        case Comparison(operator, left, right):
            other = _LOOSER[operator]
            yield "strictness", f"{other} instead of {operator}", Comparison(other, left, right)
