"""A cap on what another clause pays, on what the group owes, or on both.

Notes
-----
Gains: min(amount, paid cap). Losses: max(amount, −owed cap). Each cap is the least of the amounts
listed, so "the lesser of 8 % of revenue and 4 % of the benchmark" is one term with two entries.
A missing cap is no cap. Whether a reduction comes before or after the cap is the order of the
clauses.

Sources
-------
42 CFR part 425, subpart G: performance payment limits, and loss limits that are the lesser of a
share of revenue and a share of the benchmark.
"""

from collections.abc import Iterable

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import show
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import FRACTION, MONEY, PMPM


def settle(sheet: Sheet) -> None:
    """Write the caps and what is left of the amount, in dollars."""
    amount = sheet.step("amount", sheet.taken(), MONEY, "the amount before the cap")
    capped = amount
    if sheet.has("paid_cap"):
        most_paid = _limit(sheet, "paid_cap", "most_paid")
        sheet.gate("paid_cap", amount > most_paid, "the amount paid does not exceed the cap")
        capped = sheet.choose(amount > 0, np.minimum(amount, most_paid), amount)
    if sheet.has("owed_cap"):
        most_owed = _limit(sheet, "owed_cap", "most_owed")
        sheet.gate("owed_cap", -amount > most_owed, "the amount owed does not exceed the cap")
        capped = sheet.choose(amount < 0, np.maximum(amount, -most_owed), capped)
    sheet.step("after_cap", capped, MONEY, "the amount, within the caps")


def _limit(sheet: Sheet, term: str, name: str) -> Column:
    """Write the least of a cap's bases as a step."""
    limit = sheet.dollars(term)
    sheet.refuse_where(
        limit < 0,
        f"{sheet.clause.id}.{term}",
        "works out below zero",
        "check the figure it is a share of",
    )
    return sheet.step(name, limit, MONEY, f"the least of: {show(sheet.clause.terms[term].value)}")


def categorize(_clause: Clause) -> Category:
    """Class the clause: a modifier has no category of its own."""
    return Category()


def check(clause: Clause) -> Iterable[Objection]:
    """Object to a cap clause without any cap."""
    if not {"paid_cap", "owed_cap"} & clause.terms.keys():
        yield Objection(
            "paid_cap",
            f'the cap "{clause.id}" names neither the most that is paid nor the most that is owed',
            "missing-number",
            "a cap without a number limits nothing",
            'write paid_cap = "10 % of benchmark", owed_cap = "$50,000.00", or both',
        )


def _cap(name: str, meaning: str) -> TermSpec:
    return TermSpec(name, meaning, (MONEY, PMPM, FRACTION), has_base=True, may_be_many=True)


MODEL = Model(
    name="cap",
    title="Cap",
    summary=(
        "Limits what the plan pays, what the group owes, or both. "
        "When several limits are listed, the lowest applies."
    ),
    role=Role.MODIFIER,
    terms=(
        _cap("paid_cap", "the most the plan pays"),
        _cap("owed_cap", "the most the group owes"),
    ),
    category=categorize,
    settle=settle,
    check=check,
    takes_result=True,
)
