"""A withhold: part of what another clause pays is kept back, and returned as far as it is earned.

Notes
-----
withheld = gross × w; paid at once = gross − withheld; returned = withheld × earned share. The
earned share is the quality score itself, or the step of a ladder that it reaches. The result,
paid at once + returned, replaces what it took. Until the scorecard is known only ``paid_at_once``
is the group's money. What the group owes (a negative amount) is not withheld from.
"""

from collections.abc import Iterable

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.payment import tiers
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import FRACTION, MONEY


def settle(sheet: Sheet) -> None:
    """Write what is withheld, what is paid at once, what comes back, and their sum, in dollars."""
    gross = sheet.step("gross", sheet.taken(), MONEY, "what the clauses it takes pay")
    sheet.gate("rate", gross > 0, "there is nothing to withhold from")
    withheld = sheet.step(
        "withheld", np.maximum(gross, 0) * sheet.number("rate"), MONEY, "gross × withhold rate"
    )
    at_once = sheet.step("paid_at_once", gross - withheld, MONEY, "gross − withheld")
    returned = sheet.step(
        "returned", withheld * _earn(sheet), MONEY, "withheld × share of it that is earned"
    )
    sheet.step("after_withhold", at_once + returned, MONEY, "paid at once + returned")


def _earn(sheet: Sheet) -> Column:
    """Return the share of the withheld money that is earned, between 0 and 1."""
    score = sheet.figure("quality_score", FRACTION, "share of the scorecard's points earned")
    sheet.refuse_where(
        (score < 0) | (score > 1),
        "quality_score",
        "is not between 0 % and 100 %",
        "more than was withheld cannot be earned back; check how the score was worked out",
    )
    earned, words = score, "the quality score"
    if sheet.has("tiers"):
        earned = tiers.reach(sheet, sheet.rows("tiers"), score, "share")
        words = "what the highest tier reached by the quality score earns, else 0"
    earned = sheet.step("earned_share", earned, FRACTION, words)
    sheet.gate("earned_share", earned < 1, "all of it is earned")
    return earned


def categorize(_clause: Clause) -> Category:
    """Class the clause: money at risk for quality."""
    return Category("2C", "qip")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to tiers that do not rise."""
    if "tiers" in clause.terms:
        yield from tiers.check("tiers", clause.terms["tiers"].value, "share")


MODEL = Model(
    name="withhold",
    title="Withhold, earned back",
    summary=(
        "Part of what another clause pays is kept back. "
        "The group gets it later, as far as its quality score earns it."
    ),
    role=Role.MODIFIER,
    terms=(
        share("rate", "the share of the payment that is kept back", is_required=True),
        TermSpec(
            "tiers",
            "the share that is earned back, by quality score; without tiers, the score itself",
            columns=(
                share("at", "the quality score", is_required=True),
                share("share", "the share earned back", is_required=True),
            ),
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
    takes_result=True,
)
