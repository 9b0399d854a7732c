"""Aggregate stop-loss: whatever the year costs, the group owes no more than a limit.

Notes
-----
result = max(amount, −limit). A gain passes untouched.

This is a modifier of a settlement and not of a cost, for three reasons: the sentence it stands for
says what is *owed*; it then works on any stream, a corridor or a global payment as well as shared
savings; and its place among the clauses says whether it comes before or after a reduction. A text
that cuts the cost or the loss before it is shared is another contract, at a loss rate of 50 % half
as dear to the group, and ``limit_on`` must say which one it is. Where the shares differ by band the
cut cost is a clause of model ``formula``: ``min(cost, benchmark * 1.10)``.
"""

from collections.abc import Iterable

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import Word
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import Sheet
from fairterms.units.quantity import FRACTION, MONEY, PMPM

OWED, LOSS = "the amount owed", "the loss before it is shared"


def settle(sheet: Sheet) -> None:
    """Write the limit and what is left of the amount taken, in dollars."""
    amount = sheet.taken()
    limit = sheet.step("limit", sheet.dollars("loss_limit"), MONEY, "the limit of the loss")
    if sheet.word("limit_on") == LOSS:
        limit = sheet.step(
            "limit_owed", limit * sheet.number("loss_rate"), MONEY, "limit of the loss × loss rate"
        )
    sheet.gate("loss_limit", -amount > limit, "the group does not owe more than the limit")
    sheet.step("after_stop_loss", np.maximum(amount, -limit), MONEY, "amount, at least −limit")


def categorize(_clause: Clause) -> Category:
    """Class the clause: a modifier has no category of its own."""
    return Category()


def check(clause: Clause) -> Iterable[Objection]:
    """Object to a limit of the unshared loss without the rate at which it is shared."""
    limit_on = clause.terms.get("limit_on")
    if limit_on and limit_on.value == Word(LOSS) and "loss_rate" not in clause.terms:
        yield Objection(
            "limit_on",
            "the limit is on the loss before it is shared, but no loss_rate is given",
            "missing-number",
            "nobody can tell how much of the limited loss the group owes",
            'write loss_rate = "50 %", the rate of the clause whose result is taken',
        )


MODEL = Model(
    name="aggregate_stop_loss",
    title="Aggregate stop-loss",
    summary="What the group owes for the whole year ends at a limit.",
    role=Role.MODIFIER,
    terms=(
        TermSpec(
            "loss_limit",
            "the loss beyond which nothing more is owed",
            (MONEY, PMPM, FRACTION),
            is_required=True,
            has_base=True,
            may_be_many=True,
        ),
        TermSpec(
            "limit_on",
            "whether the limit is put on what the group owes or on the loss before it is shared",
            is_required=True,
            choices=(OWED, LOSS),
        ),
        share("loss_rate", "the group's share of losses in the clause whose result is taken"),
    ),
    category=categorize,
    settle=settle,
    check=check,
    takes_result=True,
)
