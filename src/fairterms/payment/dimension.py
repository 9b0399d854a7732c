"""The dimensions of a formula: dollars, member-months, visits; so that units cannot be mixed.

A dimension maps a noun ("$", "member-month") to its power. Dollars PMPM times member-months are
dollars; dollars plus member-months are a problem.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TypeAlias

from fairterms.contract.expression import (
    Call,
    Literal,
    Name,
    Node,
    Operation,
    Round,
    Tier,
    children,
)
from fairterms.units.quantity import FACTOR, MONEY, Kind, Unit, count, per, plural

Dimension: TypeAlias = Mapping[str, int]


class Mixed(ValueError):
    """Two parts of a formula have dimensions that cannot be added or compared."""


def of_unit(unit: Unit) -> Dimension:
    """Return the dimension of a unit."""
    match unit.kind:
        case Kind.MONEY:
            return {"$": 1}
        case Kind.MONEY_PER:
            return {"$": 1, unit.noun: -1}
        case Kind.COUNT:
            return {unit.noun: 1}
        case _:
            return {}


def to_unit(dimension: Dimension) -> Unit | None:
    """Return the unit of a dimension, or None when no unit of ours has it."""
    match sorted(dimension.items(), key=lambda pair: -pair[1]):
        case []:
            return FACTOR
        case [("$", 1)]:
            return MONEY
        case [("$", 1), (noun, -1)]:
            return per(noun)
        case [(noun, 1)]:
            return count(noun)
        case _:
            return None


def infer(node: Node, unit_of: Callable[[str], Unit | None]) -> Dimension:
    """Return the dimension of a formula.

    Parameters
    ----------
    node
        The formula.
    unit_of
        Gives the unit behind a name, or None when it is not known (then nothing is objected).

    Raises
    ------
    Mixed
        When parts are added or compared that do not measure the same thing.

    Examples
    --------
    >>> from fairterms.contract.expression import parse
    >>> dict(infer(parse("$41.20 PMPM * 100 member-months"), lambda name: None))
    {'$': 1}
    """
    match node:
        case Literal(quantity, _):
            return of_unit(quantity.unit)
        case Name(name):
            unit = unit_of(name)
            if unit is None:
                raise Unknown(name)
            return of_unit(unit)
        case Operation("*" | "/" as operator, left, right):
            return _product(infer(left, unit_of), infer(right, unit_of), operator)
        case Round(subject, unit_node, _):
            return _alike([subject, unit_node], unit_of)
        case Tier(subject, rows):
            _alike([subject, *(at for at, _ in rows)], unit_of)
            return _alike([value for _, value in rows], unit_of)
        case Call("if", (condition, then, otherwise)):
            infer(condition, unit_of)
            return _alike([then, otherwise], unit_of)
        case _:
            return _alike(list(children(node)), unit_of)


def _product(left: Dimension, right: Dimension, operator: str) -> Dimension:
    """Add the powers of a product, or subtract those of a quotient."""
    powers = Counter(dict(left))
    for noun, power in right.items():
        powers[noun] += power if operator == "*" else -power
    return {noun: power for noun, power in powers.items() if power}


class Unknown(KeyError):
    """A name of the formula stands for nothing known."""


def _alike(nodes: list[Node], unit_of: Callable[[str], Unit | None]) -> Dimension:
    """Return the dimension that all parts share; a written 0 goes with anything."""
    known = [infer(node, unit_of) for node in nodes if not _is_zero(node)]
    for other in known[1:]:
        if dict(other) != dict(known[0]):
            raise Mixed(f"{say(known[0])} and {say(other)} cannot be added or compared")
    return known[0] if known else {}


def _is_zero(node: Node) -> bool:
    return isinstance(node, Literal) and node.quantity.amount == 0


def say(dimension: Dimension) -> str:
    """Write a dimension in words."""
    unit = to_unit(dimension)
    if unit is not None and unit != FACTOR:
        return str(unit)
    words = [f"{plural(noun)}^{power}" for noun, power in dimension.items()]
    return " · ".join(words) or "a plain number"
