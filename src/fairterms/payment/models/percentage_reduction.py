"""A percentage taken off what another clause pays: sequestration, a tax, an administrative fee.

Notes
-----
result = amount × (1 − rate), on gains only or on both. Whether it comes before or after a cap is
the order of the clauses: for one federal settlement of 2016 the two orders differ by $239,526.
Whether it applies at all can depend on the date of payment: a contract that says so has a history
of the rate, "0 %" while it is suspended.

Sources
-------
Centers for Medicare & Medicaid Services, Shared Savings Program public use files: savings are paid
less 2 % sequestration, before the cap, and in full for the performance years 2019 and 2020.
"""

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.payment.model import Category, Model, Role, TermSpec, share
from fairterms.payment.sheet import Sheet
from fairterms.units.quantity import MONEY


def settle(sheet: Sheet) -> None:
    """Write the reduction and what is left, in dollars."""
    amount = sheet.taken()
    on_gains_only = sheet.word("applies_to") == "gains only"
    reduced = np.maximum(amount, 0) if on_gains_only else amount
    reduction = sheet.step(
        "reduction",
        reduced * sheet.number("rate"),
        MONEY,
        f"amount × rate, on {sheet.word('applies_to')}",
    )
    sheet.gate("rate", reduction != 0, "there is nothing to reduce")
    sheet.step("after_reduction", amount - reduction, MONEY, "amount − reduction")


def categorize(_clause: Clause) -> Category:
    """Class the clause: a modifier has no category of its own."""
    return Category()


MODEL = Model(
    name="percentage_reduction",
    title="Percentage reduction",
    summary="A percentage is taken off what another clause pays.",
    role=Role.MODIFIER,
    terms=(
        share("rate", "the percentage taken off", is_required=True),
        TermSpec(
            "applies_to",
            "whether amounts the group owes are reduced too",
            choices=("gains only", "gains and losses"),
            plain="gains only",
        ),
    ),
    category=categorize,
    settle=settle,
    takes_result=True,
)
