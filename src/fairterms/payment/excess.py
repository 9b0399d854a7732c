"""Amounts above a threshold: added up over single costs, or taken as one total.

The plan knows what each member or episode cost; the group often knows only the total that lies
above the threshold. Both give the same amount, and the clause says which of them is read.
"""

import numpy as np

from fairterms.payment.model import TermSpec
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import MONEY

EACH, TOTAL = "each cost", "one total"


def term(*, is_required: bool) -> TermSpec:
    """Declare ``excess_from``: which figures the amount above a threshold is worked out from."""
    return TermSpec(
        "excess_from",
        "whether the amount above the threshold is added up from each cost, or read as one total",
        is_required=is_required,
        choices=(EACH, TOTAL),
    )


def is_listed(sheet: Sheet) -> bool:
    """Say whether the clause reads a list of single costs."""
    return sheet.word("excess_from") == EACH


def above(sheet: Sheet, threshold: Column, each: list[Column]) -> Column:
    """Add up what each cost exceeds the threshold by.

    Parameters
    ----------
    threshold
        In dollars, a scalar or shape (rows,).
    each
        The single costs in dollars, one column of shape (rows,) each; may be empty.

    Returns
    -------
    Column
        Σ max(0, cost − threshold), in dollars, shape (rows,).
    """
    total = sheet.zero()
    for cost in each:
        total = total + np.maximum(cost - threshold, 0)
    return total


def as_total(sheet: Sheet, name: str, meaning: str) -> Column:
    """Read the amount above the threshold as one figure; refuses a negative one."""
    total = sheet.figure(name, MONEY, meaning)
    sheet.refuse_where(
        total < 0, name, "is negative, but nothing lies less than 0 above", "check the figure"
    )
    return total
