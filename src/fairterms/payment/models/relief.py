"""Relief: an amount that is let off from what the group owes, such as after a disaster.

Notes
-----
owed after relief = max(0, owed − |relief|). What the plan pays the group is left alone. Plans
print the relief with either sign; it lowers what is owed in both cases.

Sources
-------
42 CFR part 425, subpart G: adjustment of shared losses for extreme and uncontrollable
circumstances.
"""

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.payment.model import Category, Model, Role, TermSpec
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import FRACTION, MONEY, PMPM


def settle(sheet: Sheet) -> None:
    """Write what is owed, what is let off, and what is left, in dollars."""
    amount = sheet.taken()
    owed = sheet.step("owed", np.maximum(-amount, 0), MONEY, "what the group owes before relief")
    offered = sheet.step("relief", np.abs(_relief(sheet)), MONEY, "the relief, whatever its sign")
    let_off = sheet.step(
        "let_off", np.minimum(owed, offered), MONEY, "relief, at most what is owed"
    )
    sheet.gate("relief", let_off > 0, "nothing is owed, or there is no relief")
    sheet.step("after_relief", amount + let_off, MONEY, "the amount, with the relief let off")


def _relief(sheet: Sheet) -> Column:
    """Return the relief as the contract states it, or else as it was granted for the year."""
    if sheet.has("relief"):
        return sheet.dollars("relief")
    return sheet.figure("relief", MONEY, "relief granted for the year, in dollars of either sign")


def categorize(_clause: Clause) -> Category:
    """Class the clause: a modifier has no category of its own."""
    return Category()


MODEL = Model(
    name="relief",
    title="Relief",
    summary=(
        "Lowers what the group owes, for example after a disaster. "
        "It never turns a debt into a payment."
    ),
    role=Role.MODIFIER,
    terms=(
        TermSpec(
            "relief",
            "what is let off, when the contract fixes it; otherwise it is a figure of the year",
            (MONEY, PMPM, FRACTION),
            lowest=None,
            has_base=True,
        ),
    ),
    category=categorize,
    settle=settle,
    takes_result=True,
)
