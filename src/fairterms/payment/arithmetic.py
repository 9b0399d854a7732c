"""Work out the formula language on a sheet: the same tree on exact numbers and on floats."""

from decimal import Decimal

import numpy as np

from fairterms.contract.expression import (
    Call,
    Comparison,
    Literal,
    Name,
    Node,
    Operation,
    Round,
    Tier,
)
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column, Mask


def evaluate(node: Node, sheet: Sheet) -> Column:
    """Return the value of a formula for every row; division by zero is refused.

    Parameters
    ----------
    node
        A parsed formula whose dimensions were checked by :mod:`fairterms.payment.dimension`.
    sheet
        Gives the numbers behind the names.

    Returns
    -------
    Column
        Shape (rows,).
    """
    return _evaluate(node, sheet, np.asarray(sheet.zero() == 0, dtype=bool))


def _evaluate(node: Node, sheet: Sheet, active: Mask) -> Column:
    """Return a formula's value; only rows that are ``active`` can be refused."""
    match node:
        case Literal(quantity, _):
            return sheet.spread(quantity.amount)
        case Name(name):
            return sheet.named(name)
        case Operation(operator, left, right):
            parts = _evaluate(left, sheet, active), _evaluate(right, sheet, active)
            return _operate(operator, *parts, sheet, active)
        case Call("if", (condition, then, otherwise)):
            assert isinstance(condition, Comparison), "the parser demands one"
            holds = _compare(condition, sheet, active)
            return sheet.choose(
                holds,
                _evaluate(then, sheet, active & holds),
                _evaluate(otherwise, sheet, active & ~holds),
            )
        case Call(function, arguments):
            return _extreme(function, [_evaluate(part, sheet, active) for part in arguments])
        case Tier(subject, rows):
            return _tier(subject, rows, sheet, active)
        case Round(subject, unit, mode):
            assert isinstance(unit, Literal), "the parser demands one"
            return sheet.round(_evaluate(subject, sheet, active), unit.quantity.amount, mode)
        case _:
            raise AssertionError(f"a {type(node).__name__} has no amount")


def _operate(operator: str, left: Column, right: Column, sheet: Sheet, active: Mask) -> Column:
    if operator == "+":
        return left + right
    if operator == "-":
        return left - right
    if operator == "*":
        return left * right
    is_zero = np.asarray(right == 0, dtype=bool)
    sheet.refuse_where(
        is_zero & active,
        f"a divisor in the clause {sheet.clause.id}",
        "is zero, and something is divided by it",
        "check the figures, or write if(x > 0, …, …) around it",
    )
    return left / sheet.choose(is_zero, 1, right)


def _compare(node: Comparison, sheet: Sheet, active: Mask) -> Mask:
    left, right = (_evaluate(part, sheet, active) for part in (node.left, node.right))
    compared = {
        ">=": left >= right,
        ">": left > right,
        "<=": left <= right,
        "<": left < right,
    }[node.operator]
    return np.asarray(compared, dtype=bool)


def _extreme(function: str, values: list[Column]) -> Column:
    if function == "clip":
        value, lowest, highest = values
        return np.minimum(np.maximum(value, lowest), highest)
    found = values[0]
    for value in values[1:]:
        found = np.minimum(found, value) if function == "min" else np.maximum(found, value)
    return found


def _tier(subject: Node, rows: tuple[tuple[Node, Node], ...], sheet: Sheet, active: Mask) -> Column:
    reached = _evaluate(subject, sheet, active)
    found = sheet.spread(Decimal(0))
    for at, value in rows:
        found = sheet.choose(
            reached >= _evaluate(at, sheet, active), _evaluate(value, sheet, active), found
        )
    return found
