"""Tiers: rows of a threshold and what it pays; the last one reached decides, and below all it is 0.

Where lower is better the thresholds fall from row to row, and one is reached from above.
"""

from collections.abc import Iterator
from itertools import pairwise

from fairterms.contract.value import Row, Value
from fairterms.payment.model import Objection
from fairterms.payment.sheet import Cells, Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import Quantity


def reach(
    sheet: Sheet, tiers: list[Cells], result: Column, pays: str, *, is_falling: bool = False
) -> Column:
    """Return what the last tier reached pays, and 0 below the first; shape (rows,).

    Parameters
    ----------
    tiers
        In the order of :func:`check`: from easy to hard.
    result
        What is compared with the thresholds, in their unit, unrounded.
    pays
        The cell that says what a tier pays.
    is_falling
        Whether lower results are better.
    """
    found = sheet.zero()
    for tier in tiers:
        here = tier.stays_within(result, "at") if is_falling else tier.reaches(result, "at")
        found = sheet.choose(here, tier.number(pays), found)
    return found


def check(
    term: str, value: Value | None, pays: str, *, is_falling: bool = False
) -> Iterator[Objection]:
    """Object to tiers in several units, out of order, or paying less for a better result."""
    for (low_at, low_pay), (high_at, high_pay) in pairwise(_pairs(value, pays)):
        if low_at.unit != high_at.unit:
            yield Objection(
                term,
                f"one tier starts at {low_at}, the next at {high_at}",
                "mixed-units",
                "thresholds in different units cannot be ranked",
                "write all of them in the same unit",
            )
        elif low_at.amount == high_at.amount or is_falling != (high_at.amount < low_at.amount):
            yield Objection(
                term,
                f"the tier at {high_at} follows the tier at {low_at}",
                "rows-not-rising",
                f"the last tier reached decides, so they must {'fall' if is_falling else 'rise'}",
                "sort the tiers from easy to hard, each threshold once",
            )
        elif high_pay.amount < low_pay.amount:
            yield Objection(
                term,
                f"the tier at {high_at} pays {high_pay}, less than the one before it",
                "shares-falling",
                "a better result would be paid less",
                "check the tiers against the text",
            )


def _pairs(value: Value | None, pays: str) -> list[tuple[Quantity, Quantity]]:
    rows = value if isinstance(value, tuple) else (value,)
    pairs = [(row.cells.get("at"), row.cells.get(pays)) for row in rows if isinstance(row, Row)]
    return [
        (at, pay) for at, pay in pairs if isinstance(at, Quantity) and isinstance(pay, Quantity)
    ]
