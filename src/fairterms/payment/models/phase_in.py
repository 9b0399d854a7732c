"""A phase-in: in the first performance years only a share of the downside, or upside, applies.

Notes
-----
result = gains × upside share − losses × downside share. A contract without an upside share pays
gains in full. The share of each year stands as a table by ``performance_year`` ("1 year" is the
first), or as the history of the term, year by year; the first can be simulated for all years at
once, the second shows when each share was agreed. A cap before the phase-in and a cap after it are
two contracts: the order of the clauses says which.

Sources
-------
42 CFR part 425, subpart G: loss limits that rise over the first years of an agreement.
"""

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.payment.model import Category, Model, Role, share
from fairterms.payment.sheet import Sheet
from fairterms.units.quantity import MONEY


def settle(sheet: Sheet) -> None:
    """Write the gains and the losses that apply in this performance year, in dollars."""
    amount = sheet.taken()
    gains = np.maximum(amount, 0)
    if sheet.has("upside_share"):
        upside = sheet.number("upside_share")
        sheet.gate("upside_share", gains * upside != gains, "no gain is held back")
        gains = sheet.step("gains", gains * upside, MONEY, "gains × upside share of the year")
    losses = np.maximum(-amount, 0)
    downside = sheet.number("downside_share")
    sheet.gate("downside_share", losses * downside != losses, "no loss is forgiven")
    losses = sheet.step("losses", losses * downside, MONEY, "losses × downside share of the year")
    sheet.step("phased_in", gains - losses, MONEY, "gains − losses")


def categorize(_clause: Clause) -> Category:
    """Class the clause: a modifier has no category of its own."""
    return Category()


MODEL = Model(
    name="phase_in",
    title="Phase-in",
    summary="In the first years only a part of what the group would owe, or earn, applies.",
    role=Role.MODIFIER,
    terms=(
        share("downside_share", "the share of losses that applies this year", is_required=True),
        share("upside_share", "the share of gains that applies this year"),
    ),
    category=categorize,
    settle=settle,
    takes_result=True,
)
