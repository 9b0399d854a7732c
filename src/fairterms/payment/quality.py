"""Quality as part of another payment: a gate that opens, or a share in proportion to the score."""

from collections.abc import Iterable
from typing import Any

from fairterms.contract.clause import Clause
from fairterms.contract.value import Word
from fairterms.payment.model import Objection, TermSpec, share
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import FRACTION

TERMS = (
    TermSpec(
        "quality",
        "how quality changes the amount: all or nothing, or in proportion to the score",
        choices=("gate", "scale"),
    ),
    share("quality_minimum", "the quality score that opens the gate"),
)
"""The terms a model offers; both are optional, and without them quality changes nothing."""


def earned_share(sheet: Sheet, at_stake: Any) -> Column:
    """Return the share of an amount that quality leaves, and note the gate.

    Parameters
    ----------
    at_stake
        Where there is an amount that quality could take away; one yes or no per settlement.

    Returns
    -------
    Column
        From 0 to 1, shape (rows,); all 1 when the clause says nothing about quality.
    """
    if not sheet.has("quality"):
        return sheet.column(1)
    score = sheet.figure("quality_score", FRACTION, "share of the quality points earned")
    if sheet.word("quality") != "gate":
        return sheet.column(score)
    passed = sheet.reaches(score, "quality_minimum")
    sheet.gate("quality", ~passed & at_stake, "the quality minimum is met, or nothing is at stake")
    return sheet.choose(passed, 1, 0)


def words(sheet: Sheet) -> str:
    """Return what quality adds to a formula in words."""
    if not sheet.has("quality"):
        return ""
    scales = sheet.word("quality") == "scale"
    return " × quality score" if scales else ", if the quality minimum is met"


def check(clause: Clause) -> Iterable[Objection]:
    """Object to a gate without its minimum."""
    quality = clause.terms.get("quality")
    if quality and quality.value == Word("gate") and "quality_minimum" not in clause.terms:
        yield Objection(
            "quality",
            "the quality gate has no quality_minimum",
            "missing-number",
            "nobody can tell who passes",
            'write quality_minimum = "at least 75 %", or ask the plan for the number',
        )
