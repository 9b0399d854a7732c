"""A deficit is not paid back but carried: it offsets the gains of later years until it expires.

Notes
-----
The clause takes a result that may be negative. With N years of carrying, the balance in is the sum
of the unused deficits of the last N years. Applied = min(balance in, gains), or min(balance in,
limit × gains). The group receives gains − applied. A deficit of this year pays nothing now and
joins the balance. The oldest deficit is used first; what is left of one that is N years old
expires. Balance in + new deficit = applied + expired + balance out, in every year.

Traps: a deficit carried for ever can swallow every later gain; one that is both owed and carried is
paid twice, so the loss must not be paid by another clause.

Sources
-------
Washington Medicaid shared savings form of 2015 names the question (it carries nothing over between
years); whether and how long a deficit is carried is a term to declare.
"""

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.payment.model import Category, Model, Role, TermSpec, share
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import MONEY, count


def settle(sheet: Sheet) -> None:
    """Write the balance in, what is applied, the balance out and what is left, in dollars."""
    amount = sheet.taken()
    gains = sheet.step("gains", np.maximum(amount, 0), MONEY, "this year's gains")
    new = sheet.step("new_deficit", np.maximum(-amount, 0), MONEY, "this year's deficit")
    deficits = _deficits(sheet)
    balance = sheet.step(
        "balance_in", _sum(sheet, deficits), MONEY, "unused deficits that have not expired"
    )
    room = gains
    if sheet.has("offset_limit"):
        room = sheet.step(
            "room", gains * sheet.number("offset_limit"), MONEY, "gains × offset limit"
        )
        sheet.gate("offset_limit", balance > room, "the balance is within the limit")
    applied = sheet.step(
        "applied", np.minimum(balance, room), MONEY, "balance in, at most the gains it may use"
    )
    sheet.gate("years", applied > 0, "there is no deficit to offset, or no gain to offset it with")
    kept = _keep(sheet, deficits, applied) + _within(sheet, 1, new)
    sheet.step("balance_out", kept, MONEY, "deficits that later gains must still make good")
    sheet.step(
        "expired", balance + new - applied - kept, MONEY, "deficits that can no longer be offset"
    )
    sheet.step("after_offset", gains - applied, MONEY, "gains − applied; a deficit pays nothing")


def _deficits(sheet: Sheet) -> list[Column]:
    """Return the unused deficits that still count, last year's first, as positive dollars."""
    given = sheet.figures(
        "earlier_deficits", MONEY, "unused deficit of each earlier year, last year's first"
    )
    for deficit in given:
        sheet.refuse_where(
            deficit < 0, "earlier_deficits", "is below zero", "give deficits as positive amounts"
        )
    return [_within(sheet, age, deficit) for age, deficit in enumerate(given, start=1)]


def _within(sheet: Sheet, age: int, deficit: Column) -> Column:
    """Return a deficit where it still counts at this age in years, else 0."""
    return sheet.choose(age <= sheet.number("years"), deficit, 0)


def _keep(sheet: Sheet, deficits: list[Column], applied: Column) -> Column:
    """Use the oldest deficits first, and return what may still be carried into next year."""
    kept = sheet.zero()
    unused = applied
    for age, deficit in reversed(list(enumerate(deficits, start=1))):
        used = np.minimum(deficit, unused)
        unused = unused - used
        left = sheet.step(
            f"left_{age}",
            deficit - used,
            MONEY,
            f"deficit from {age} year(s) ago, after the offset",
        )
        kept = kept + _within(sheet, age + 1, left)
    return kept


def _sum(sheet: Sheet, parts: list[Column]) -> Column:
    total = sheet.zero()
    for part in parts:
        total = total + part
    return total


def categorize(_clause: Clause) -> Category:
    """Class the clause: a modifier has no category of its own."""
    return Category()


MODEL = Model(
    name="deficit_carry_forward",
    title="Deficit carry-forward",
    summary=(
        "A deficit is not paid back. It is held against the gains of later years, for as many "
        "years as the contract says."
    ),
    role=Role.MODIFIER,
    terms=(
        TermSpec(
            "years",
            "how many later years a deficit can offset gains",
            (count("year"),),
            is_required=True,
        ),
        share("offset_limit", "the most of a year's gains that old deficits may use up"),
    ),
    category=categorize,
    settle=settle,
    takes_result=True,
)
