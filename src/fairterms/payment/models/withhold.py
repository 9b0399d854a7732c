"""A withhold: part of what another clause pays is kept back, and returned as far as it is earned.

Notes
-----
withheld = gross × w; paid at once = gross − withheld; returned = withheld × earned share. The
earned share is the quality score itself, or the step of a ladder that it reaches. The result,
paid at once + returned, replaces what it took. Until the scorecard is known only ``paid_at_once``
is the group's money. What the group owes (a negative amount) is not withheld from.
"""

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import Quantity, Row
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
        earned, words = sheet.zero(), "the highest tier the quality score reaches, else 0"
        for tier in sheet.rows("tiers"):
            earned = sheet.choose(tier.reaches(score, "at"), tier.number("earns"), earned)
    earned = sheet.step("earned_share", earned, FRACTION, words)
    sheet.gate("earned_share", earned < 1, "all of it is earned")
    return earned


def categorize(_clause: Clause) -> Category:
    """Class the clause: money at risk for quality."""
    return Category("2C", "qip")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to tiers that do not rise."""
    rows = [(row.cells.get("at"), row.cells.get("earns")) for row in _tiers(clause)]
    for (low_at, low_earns), (high_at, high_earns) in pairwise(rows):
        if _number(high_at) <= _number(low_at) or _number(high_earns) < _number(low_earns):
            yield Objection(
                "tiers",
                f"the tier at {high_at} does not rise above the tier at {low_at}",
                "tiers-not-rising",
                "a better score would earn less, or nobody can tell which tier applies",
                "sort the tiers by score, each score once, with shares that do not fall",
            )


def _number(cell: object) -> Decimal:
    return cell.amount if isinstance(cell, Quantity) else Decimal(0)


def _tiers(clause: Clause) -> list[Row]:
    value = clause.terms["tiers"].value if "tiers" in clause.terms else ()
    items = value if isinstance(value, tuple) else (value,)
    return [item for item in items if isinstance(item, Row)]


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
                share("earns", "the share earned back", is_required=True),
            ),
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
    takes_result=True,
)
