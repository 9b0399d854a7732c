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
from fairterms.units.number import EXACT, FLOAT, Column, Mask


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
    match node:
        case Literal(quantity, _):
            return sheet.spread(quantity.amount)
        case Name(name):
            return sheet.named(name)
        case Operation(operator, left, right):
            return _operate(operator, evaluate(left, sheet), evaluate(right, sheet), sheet)
        case Call("if", (condition, then, otherwise)):
            assert isinstance(condition, Comparison)
            return sheet.choose(
                _compare(condition, sheet), evaluate(then, sheet), evaluate(otherwise, sheet)
            )
        case Call(function, arguments):
            return _extreme(function, [evaluate(part, sheet) for part in arguments])
        case Tier(subject, rows):
            return _tier(subject, rows, sheet)
        case Round(subject, unit, mode):
            assert isinstance(unit, Literal)
            values = evaluate(subject, sheet)
            kind = EXACT if values.dtype == object else FLOAT
            return kind.round(values, unit.quantity.amount, mode)
        case _:
            raise AssertionError(f"a {type(node).__name__} has no amount")


def _operate(operator: str, left: Column, right: Column, sheet: Sheet) -> Column:
    if operator == "+":
        return left + right
    if operator == "-":
        return left - right
    if operator == "*":
        return left * right
    return sheet.divide(left, right, f"a divisor in the clause {sheet.clause.id}")


def _compare(node: Comparison, sheet: Sheet) -> Mask:
    left, right = evaluate(node.left, sheet), evaluate(node.right, sheet)
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


def _tier(subject: Node, rows: tuple[tuple[Node, Node], ...], sheet: Sheet) -> Column:
    reached = evaluate(subject, sheet)
    found = sheet.spread(Decimal(0))
    for at, value in rows:
        found = sheet.choose(reached >= evaluate(at, sheet), evaluate(value, sheet), found)
    return found
