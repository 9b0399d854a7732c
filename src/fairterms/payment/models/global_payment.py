"""Global payment: one budget for all care, settled after the year against what was paid.

Notes
-----
budget = PMPM × member-months (× risk score). balance = budget − care paid elsewhere − what the
plan already paid the group, in advance or for services. A surplus is paid out at the surplus share,
times quality; a deficit is owed at the deficit share. At 100 % of both the group receives exactly
the budget less the care paid elsewhere, however much came in advance.

Both shares must be given: "0 %" of deficits and silence about them are two different contracts.
Care paid elsewhere includes the estimate of claims not yet received.
"""

from collections.abc import Iterable

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.payment import quality
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import FACTOR, FRACTION, MONEY, PMPM


def settle(sheet: Sheet) -> None:
    """Write the steps from the budget to the reconciliation, in dollars."""
    budget = _budget(sheet)
    elsewhere = sheet.figure(
        "cost_elsewhere", MONEY, "care of the members that the plan paid to others, unpaid included"
    )
    own = sheet.step("left_for_group", budget - elsewhere, MONEY, "budget − care paid elsewhere")
    paid = sheet.figure(
        "revenue", MONEY, "what the plan paid the group for the year, in advance or for services"
    )
    balance = sheet.step("balance", own - paid, MONEY, "left for the group − already paid")
    earned = _surplus(sheet, balance)
    owed = _deficit(sheet, balance)
    sheet.step("reconciliation", earned - owed, MONEY, "surplus paid − deficit owed")


def _budget(sheet: Sheet) -> Column:
    """Return the budget of the year, in dollars."""
    budget = sheet.dollars("budget")
    words = "budget of the year"
    if sheet.is_yes("times_risk_score"):
        meaning = "mean risk score of the members, as the contract normalises it"
        budget = budget * sheet.figure("risk_score", FACTOR, meaning)
        words += " × risk score"
    return sheet.step("budget", budget, MONEY, words)


def _surplus(sheet: Sheet, balance: Column) -> Column:
    """Return the part of a surplus that is paid, in dollars."""
    surplus = np.maximum(balance, 0)
    sheet.gate("surplus_share", balance > 0, "there is no surplus")
    amount = surplus * sheet.number("surplus_share") * quality.earned_share(sheet, surplus > 0)
    words = f"surplus × surplus share{quality.words(sheet)}"
    shared = sheet.step("surplus_paid", amount, MONEY, words)
    return _capped(sheet, shared, "surplus_cap", "surplus_capped")


def _deficit(sheet: Sheet, balance: Column) -> Column:
    """Return the part of a deficit that the group owes, in dollars."""
    sheet.gate("deficit_share", balance < 0, "there is no deficit")
    amount = np.maximum(-balance, 0) * sheet.number("deficit_share")
    shared = sheet.step("deficit_owed", amount, MONEY, "deficit × deficit share")
    return _capped(sheet, shared, "deficit_cap", "deficit_capped")


def _capped(sheet: Sheet, amount: Column, term: str, step: str) -> Column:
    if not sheet.has(term):
        return amount
    cap = sheet.dollars(term)
    words = term.replace("_", " ")
    sheet.gate(term, amount > cap, f"the amount is below the {words}")
    return sheet.step(step, np.minimum(amount, cap), MONEY, f"at most the {words}")


def categorize(clause: Clause) -> Category:
    """Class the clause: a population-based payment, with or without quality."""
    return Category("4B" if "quality" in clause.terms else "4N", "tcoc")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to a quality gate without its minimum."""
    yield from quality.check(clause)


_CAP_UNITS = (MONEY, PMPM, FRACTION)

MODEL = Model(
    name="global_payment",
    title="Global payment",
    summary=(
        "All care of the members is paid out of one budget. After the year the group receives "
        "its share of what is left, or owes its share of what is missing."
    ),
    role=Role.STREAM,
    terms=(
        TermSpec("budget", "the money for all care of the year", (PMPM, MONEY), is_required=True),
        TermSpec(
            "times_risk_score", "whether the budget is multiplied by the risk score", is_yes_no=True
        ),
        share("surplus_share", "the group's share of what is left", is_required=True),
        share("deficit_share", "the group's share of what is missing", is_required=True),
        *quality.TERMS,
        TermSpec(
            "surplus_cap",
            "the most the group can receive",
            _CAP_UNITS,
            has_base=True,
            may_be_many=True,
        ),
        TermSpec(
            "deficit_cap",
            "the most the group can owe",
            _CAP_UNITS,
            has_base=True,
            may_be_many=True,
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
