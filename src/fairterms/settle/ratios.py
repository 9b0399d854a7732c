"""Scenarios for measures: rates exactly at a threshold, just below it, and tiny denominators.

A rate is a numerator over a denominator, so moving either by one patient rarely lands exactly on
45 %. For each measure the figures are set so that it does, and the measures are combined.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, islice, product, zip_longest

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.value import Row, Value, Word
from fairterms.units.quantity import FRACTION, Kind, Quantity

LARGE = Decimal(2000)
"""A denominator large enough to have a rate within a twentieth of a percentage point."""

COMBINED = 400
"""Most scenarios kept in which all measures stand at a level of their own."""

Setting = dict[str, Decimal]


def ratio_settings(contract: Contract, seed: FigureSet) -> Iterator[Setting]:
    """Yield figures to change in a seed, so that measures stand at their thresholds.

    Yields
    ------
    dict
        Figure name to its amount: all measures at like places, each alone, then all together.
    """
    measures = [name for name in _measured(seed) if _of_measure(contract, name)]
    alone = [list(_alone(name, _of_measure(contract, name))) for name in measures]
    # All measures at the same place of their own row: one scenario then tests them all.
    for together in zip_longest(*alone, fillvalue={}):
        yield {key: amount for setting in together for key, amount in setting.items()}
    yield from chain.from_iterable(alone)
    levels = [_levels(name, _of_measure(contract, name)) for name in measures]
    number = 1
    for level in levels:
        number *= len(level)
    # A stride that shares no factor with the number of levels visits the combinations evenly.
    stride = max(1, number // COMBINED) | 1
    for chosen in islice(product(*levels), 0, None, stride):
        yield {key: amount for setting in chosen for key, amount in setting.items()}


def _measured(seed: FigureSet) -> list[str]:
    names = [name.removesuffix(".numerator") for name in seed.values if name.endswith(".numerator")]
    return [name for name in names if f"{name}.denominator" in seed.values]


def _of_measure(contract: Contract, measure: str) -> list[Quantity]:
    """List the numbers that stand in the same row as a measure's name."""
    found: dict[Quantity, None] = {}
    for clause in contract.clauses:
        for term in clause.terms.values():
            for row in _rows_naming(term.value, measure):
                found.update(dict.fromkeys(_quantities(row)))
    return list(found)


def _rows_naming(value: Value, measure: str) -> Iterator[Row]:
    if isinstance(value, tuple):
        for item in value:
            yield from _rows_naming(item, measure)
    elif isinstance(value, Row) and Word(measure) in value.cells.values():
        yield value


def _quantities(value: Value) -> Iterator[Quantity]:
    match value:
        case Quantity():
            yield value
        case tuple():
            for item in value:
                yield from _quantities(item)
        case Row(cells):
            for cell in cells.values():
                yield from _quantities(cell)


def _alone(measure: str, numbers: list[Quantity]) -> Iterator[Setting]:
    for number in numbers:
        if number.unit == FRACTION:
            at = (number.amount * LARGE).to_integral_value()
            for top in (at - 1, at, at + 1):
                yield _setting(measure, top, LARGE)
        elif number.unit.kind is Kind.COUNT:
            for bottom in (number.amount - 1, number.amount, number.amount + 1):
                yield _setting(measure, bottom, bottom)
                yield _setting(measure, Decimal(0), bottom)


def _levels(measure: str, numbers: list[Quantity]) -> list[Setting]:
    """Return one setting for each rate a threshold names, and one for none at all."""
    rates = sorted({number.amount for number in numbers if number.unit == FRACTION} | {Decimal(0)})
    return [_setting(measure, (rate * LARGE).to_integral_value(), LARGE) for rate in rates]


def _setting(measure: str, top: Decimal, bottom: Decimal) -> Setting:
    top = min(max(top, Decimal(0)), bottom)
    return {f"{measure}.numerator": top, f"{measure}.denominator": max(bottom, Decimal(0))}
