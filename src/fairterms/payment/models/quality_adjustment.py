"""Quality changes what another clause pays: all or nothing, in proportion, or by a ladder.

Notes
-----
q is the quality score, from 0 to 1. Gate: share = 1 if q (or the number of measures met) reaches
the minimum, else 0. Scale: share = q. Ladder: share = the highest rung reached. Then
gains × share; losses stay as they are, or change too:

- "gains and losses": owed × share. The text often says so by accident ("the settlement is
  multiplied by the quality score"), and then a *better* score owes more.
- "gains, and losses the other way": owed × (1 − share), so that full quality owes nothing.

Traps: for one federal programme the same score was a scale until 2020 and a gate from 2021; reading
one for the other moves hundreds of millions of dollars (see ``tests/payment/test_traps.py``). A
ladder must say what its bottom pays, so its first rung stands at zero.

Sources
-------
42 CFR part 425, subpart G (quality in the shared savings calculation). HL7 Da Vinci Value-Based
Performance Reporting, STU 1.1 (quality gate).
"""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row, Word
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import FRACTION, MONEY, Quantity, Unit, count

MEASURES = count("measure")


def settle(sheet: Sheet) -> None:
    """Write the share that quality earns and what is left of the amount, in dollars."""
    amount = sheet.taken()
    method = sheet.word("method")
    # A survey of a contract that does not state its method still goes through, as a scale.
    earn = {"gate": _gate, "ladder": _ladder}.get(method, _scale)
    earned = sheet.step(
        "quality_share", earn(sheet), FRACTION, f"share earned by quality, by {method}"
    )
    applies_to = sheet.word("applies_to")
    gains = np.maximum(amount, 0) * earned
    owed = np.maximum(-amount, 0)
    if applies_to == "gains and losses":
        owed = owed * earned
    elif applies_to == "gains, and losses the other way":
        owed = owed * (1 - earned)
    sheet.gate("quality", gains - owed != amount, "quality changes nothing here")
    sheet.step("adjusted", gains - owed, MONEY, f"amount × quality share, on {applies_to}")


def _gate(sheet: Sheet) -> Column:
    minimum = sheet.number("quality_minimum")
    score = _achieved(sheet, sheet.unit("quality_minimum"))
    return sheet.choose(sheet.reaches_amount(score, minimum, "quality_minimum"), 1, 0)


def _scale(sheet: Sheet) -> Column:
    return _achieved(sheet, FRACTION)


def _ladder(sheet: Sheet) -> Column:
    """Return the share of the highest rung reached."""
    rungs = sheet.rows("ladder")
    score = _achieved(sheet, rungs[0].unit("at") if rungs else FRACTION)
    reached = sheet.zero()
    for rung in rungs:
        reached = sheet.choose(rung.reaches(score, "at"), rung.number("share"), reached)
    return reached


def _achieved(sheet: Sheet, unit: Unit) -> Column:
    """Return what was achieved: the quality score, or how many measures were met."""
    if unit == MEASURES:
        return sheet.figure("measures_met", MEASURES, "number of quality measures met")
    return sheet.figure("quality_score", FRACTION, "share of the quality points earned")


def categorize(_clause: Clause) -> Category:
    """Class the clause: a modifier has no category of its own."""
    return Category()


_NEEDS = {"gate": "quality_minimum", "ladder": "ladder"}


def check(clause: Clause) -> Iterable[Objection]:
    """Object to a method without its numbers and to a ladder that cannot be climbed."""
    method = clause.terms.get("method")
    chosen = method.value.text if method and isinstance(method.value, Word) else ""
    needed = _NEEDS.get(chosen)
    if needed and needed not in clause.terms:
        yield Objection(
            "method",
            f"quality works as a {chosen}, but no {needed} is given",
            "missing-number",
            "nobody can tell what a score earns",
            f"write {needed}, or ask the plan for it",
        )
    if chosen == "ladder" and "ladder" in clause.terms:
        yield from _check_ladder(_cells(clause, "at"), _cells(clause, "share"))


def _check_ladder(at: list[Quantity], shares: list[Quantity]) -> Iterable[Objection]:
    why = "the highest rung reached decides, so rungs must rise from zero in one unit"
    if len({rung.unit for rung in at}) > 1:
        yield Objection(
            "ladder", "the rungs are not in one unit", "mixed-units", why, "use measures or %"
        )
        return
    if any(low.amount >= high.amount for low, high in pairwise(at)):
        yield Objection(
            "ladder", "the rungs do not rise", "rows-not-rising", why, "sort them, each once"
        )
    if at and at[0].amount != 0:
        yield Objection(
            "ladder",
            f"nothing is said about a result below {at[0]}",
            "no-bottom-rung",
            why,
            "add a first row that says what zero earns, or ask the plan",
        )
    if any(low.amount > high.amount for low, high in pairwise(shares)):
        yield Objection(
            "ladder",
            "a higher rung pays less than a lower one",
            "shares-falling",
            "better quality would be paid less",
            "check the shares against the text",
        )


def _cells(clause: Clause, column: str) -> list[Quantity]:
    value = clause.terms["ladder"].value
    rows = value if isinstance(value, tuple) else (value,)
    found = [row.cells.get(column) for row in rows if isinstance(row, Row)]
    return [cell for cell in found if isinstance(cell, Quantity)]


MODEL = Model(
    name="quality_adjustment",
    title="Quality adjustment",
    summary="Quality decides how much of another clause's payment the group receives.",
    role=Role.MODIFIER,
    terms=(
        TermSpec(
            "method",
            "how quality counts: all or nothing, in proportion, or in steps",
            choices=("gate", "scale", "ladder"),
            is_required=True,
        ),
        TermSpec(
            "quality_minimum",
            "the quality score, or number of measures met, that opens the gate",
            (FRACTION, MEASURES),
        ),
        TermSpec(
            "ladder",
            "the steps, the lowest first",
            columns=(
                TermSpec(
                    "at",
                    "the quality score, or number of measures met, of this step",
                    (FRACTION, MEASURES),
                    is_required=True,
                ),
                share("share", "the share paid from this step on", is_required=True),
            ),
        ),
        TermSpec(
            "applies_to",
            "whether quality changes what the group owes too",
            choices=("gains only", "gains and losses", "gains, and losses the other way"),
            plain="gains only",
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
    takes_result=True,
)
