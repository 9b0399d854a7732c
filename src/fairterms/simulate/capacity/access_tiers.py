"""What the contract asks of access: the tiers of the measure, from its terms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.expression import Literal, Node, Operation
from fairterms.contract.value import Formula, Row, Value, Word
from fairterms.units.quantity import Quantity


@dataclass(frozen=True)
class AccessTier:
    """A share of new patients seen in time, and what reaching it earns.

    Attributes
    ----------
    at
        The share, as a fraction.
    earns
        The share of the measure's weight it earns; None where the terms do not say it plainly.
    """

    at: float
    earns: float | None = None


def access_tiers(contract: Contract, measure: str, day: date) -> tuple[AccessTier, ...]:
    """Return the tiers of a measure on a day, lowest first.

    Parameters
    ----------
    contract
        The terms.
    measure
        The measure's id.
    day
        A day of the performance year.

    Returns
    -------
    tuple of AccessTier
        Each share once. Empty where no clause has tiers for the measure, or none of them is a
        plain number: a level that depends on other figures cannot be compared here.
    """
    found: dict[float, AccessTier] = {}
    for clause in contract.on(day).clauses:
        for term in clause.terms.values():
            for row in _rows(term.value):
                if _names(row.cells.get("measure")) == measure:
                    found |= {tier.at: tier for tier in _tiers(row)}
    return tuple(found[at] for at in sorted(found))


def _rows(value: Value | None) -> Iterator[Row]:
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(one, Row):
            yield one


def _names(value: Value | None) -> str:
    return value.text if isinstance(value, Word) else ""


def _tiers(row: Row) -> Iterator[AccessTier]:
    for tier in _rows(row.cells.get("tiers")):
        at, share = _number(tier.cells.get("at")), _number(tier.cells.get("share"))
        if at is not None:
            yield AccessTier(float(at), None if share is None else float(share))
    benchmark = _number(row.cells.get("benchmark"))
    if benchmark is not None:
        yield AccessTier(float(benchmark), 1.0)


def _number(value: Value | None) -> Decimal | None:
    if isinstance(value, Formula):
        return _worked_out(value.tree)
    return value.amount if isinstance(value, Quantity) else None


def _worked_out(tree: Node) -> Decimal | None:
    """Return a sum or difference of plain numbers; None for any other formula."""
    if isinstance(tree, Literal):
        return tree.quantity.amount
    if isinstance(tree, Operation) and tree.operator in {"+", "-"}:
        left, right = _worked_out(tree.left), _worked_out(tree.right)
        if left is not None and right is not None:
            return left + right if tree.operator == "+" else left - right
    return None
