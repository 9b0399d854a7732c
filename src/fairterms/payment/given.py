"""Turn sets of figures into the columns a run takes: one row a set."""

from collections.abc import Sequence
from decimal import Decimal

from fairterms.contract.figure_set import FigureSet, FigureValue
from fairterms.payment.book import Given
from fairterms.units.number import EXACT, Column, NumberKind
from fairterms.units.quantity import Unit
from fairterms.units.refusal import Refusal


def stack(sets: Sequence[FigureSet], kind: NumberKind = EXACT) -> dict[str, Given]:
    """Stack sets of figures, one a row.

    Parameters
    ----------
    sets
        At least one. A figure that only some sets give is left out, so that reading it is refused.
    kind
        The kind of number wanted.

    Returns
    -------
    dict
        Figure name to its columns, each of shape (len(sets),).

    Raises
    ------
    Refusal
        When two sets give a figure in different units.
    """
    shared = [
        name for name in sets[0].values if all(name in figures.values for figures in sets[1:])
    ]
    return {
        name: _column(name, [figures.values[name] for figures in sets], kind) for name in shared
    }


def _mixed(name: str, one: Unit | None, other: Unit) -> Refusal:
    return Refusal(
        name,
        f"is given in {one} and {other}",
        "amounts in different units cannot be compared",
        "give it in one unit throughout",
    )


def _column(name: str, values: Sequence[FigureValue], kind: NumberKind) -> Given:
    lists = [value if isinstance(value, tuple) else (value,) for value in values]
    unit = next((item.unit for items in lists for item in items), None)
    for items in lists:
        for item in items:
            # Most sets share the very same unit, and looking is quicker than comparing.
            if item.unit is not unit and item.unit != unit:
                raise _mixed(name, unit, item.unit)
    if not any(isinstance(value, tuple) for value in values):
        return Given(kind.column(items[0].amount for items in lists), unit)
    longest = max(len(items) for items in lists)
    columns: list[Column] = [
        kind.column(items[at].amount if at < len(items) else Decimal(0) for items in lists)
        for at in range(longest)
    ]
    return Given(tuple(columns), unit)
