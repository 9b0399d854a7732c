"""An advance: money paid ahead that the plan takes back from what the group earns.

Notes
-----
recouped = min(balance, earned, recoupment cap); still owed = balance − recouped. What is still
owed stays on the books and carries to the next year; it is not part of this year's payment. An
amount the group owes recoups nothing.

Sources
-------
42 CFR part 425, subpart G: recoupment of advance investment payments from earned shared savings.
"""

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.payment.model import Category, Model, Role, TermSpec
from fairterms.payment.sheet import Sheet
from fairterms.units.quantity import FRACTION, MONEY, PMPM


def settle(sheet: Sheet) -> None:
    """Write what is taken back, what carries, and what is paid, in dollars."""
    amount = sheet.taken()
    balance = sheet.figure(
        "advance_balance", MONEY, "money advanced earlier and not yet taken back"
    )
    sheet.refuse_where(
        balance < 0,
        "advance_balance",
        "is negative",
        "give what is still to be taken back as a positive amount, or $0.00",
    )
    earned = sheet.step("earned", np.maximum(amount, 0), MONEY, "what is earned before recoupment")
    taken_back = np.minimum(balance, earned)
    if sheet.has("recoupment_cap"):
        most = sheet.dollars("recoupment_cap")
        is_earned = earned > 0
        sheet.refuse_where(
            is_earned & (most < 0),
            f"{sheet.clause.id}.recoupment_cap",
            "works out below zero",
            "check the figure it is a share of",
        )
        # A share of a loss is below zero, and a loss recoups nothing: the cap has no say there.
        is_capped = is_earned & (taken_back > most)
        sheet.gate("recoupment_cap", is_capped, "what is taken back is below the cap")
        taken_back = sheet.choose(is_capped, most, taken_back)
    recouped = sheet.step("recouped", taken_back, MONEY, "balance, at most what is earned")
    sheet.gate("recouped", recouped > 0, "nothing is earned, or nothing is left to take back")
    sheet.step("still_owed", balance - recouped, MONEY, "balance − recouped; carries to next year")
    sheet.step("after_recoupment", amount - recouped, MONEY, "the amount − recouped")


def categorize(_clause: Clause) -> Category:
    """Class the clause: a modifier has no category of its own."""
    return Category()


MODEL = Model(
    name="advance",
    title="Advance",
    summary=(
        "Money the plan paid ahead is taken back from what the group earns. "
        "What cannot be taken back this year carries to the next."
    ),
    role=Role.MODIFIER,
    terms=(
        TermSpec(
            "recoupment_cap",
            "the most that is taken back from one payment",
            (MONEY, PMPM, FRACTION),
            has_base=True,
            may_be_many=True,
        ),
    ),
    category=categorize,
    settle=settle,
    takes_result=True,
)
