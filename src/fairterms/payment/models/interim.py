"""Interim payments during the year, and the true-up when the last claims are in.

Notes
-----
D is what the clause has earned to date, P the interim payments already made. Interim:
max(0, share × max(D, 0) − P): nothing is asked back before the end, and because D and P run from
the start of the year, a bad quarter is made good by the next one before anything more is paid.
Final, once the run-out is long enough: D − P. When P exceeds what was earned, the group repays the
difference, at most the repayment limit. The limit covers interim payments only: losses that the
group owes for the year (D below zero) have their own cap.

Traps: 100 % of a preliminary amount is not the final amount, since claims still arrive; a limit
that includes losses would be a second loss cap.

Sources
-------
Washington Medicaid shared savings form of 2015: quarterly payments of 50 % to date after three
months' run-out, an interim final and a final one of 100 % after three and eight months; a
shortfall is repaid up to the interim payments.
"""

from collections.abc import Iterable

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column, Mask
from fairterms.units.quantity import FRACTION, MONEY, PMPM, count


def settle(sheet: Sheet) -> None:
    """Write what is paid now, or repaid at the end, in dollars."""
    due = sheet.step("earned_to_date", sheet.taken(), MONEY, "what the clause has earned to date")
    paid = sheet.figure("interim_paid", MONEY, "interim payments already made for this period")
    sheet.refuse_where(
        paid < 0, "interim_paid", "is below zero", "give what was paid as a positive amount"
    )
    if not sheet.has("final_run_out"):
        _interim(sheet, due, paid, np.True_)
        return
    is_final = _final_stage(sheet)
    interim = _interim(sheet, due, paid, ~is_final)
    final = _true_up(sheet, due, paid, is_final)
    sheet.step(
        "payment",
        sheet.choose(is_final, final, interim),
        MONEY,
        "true-up once the run-out is complete, before that the interim payment",
    )


def _final_stage(sheet: Sheet) -> Mask:
    """Say where the run-out is long enough for the final reconciliation."""
    run_out = sheet.figure(
        "run_out", sheet.unit("final_run_out"), "time waited for late claims since the period ended"
    )
    return sheet.gate(
        "final_run_out",
        sheet.reaches(run_out, "final_run_out"),
        "the run-out is not complete, so this is an interim payment",
    )


def _interim(sheet: Sheet, due: Column, paid: Column, applies: Mask | np.bool_) -> Column:
    target = sheet.step(
        "interim_target",
        np.maximum(due, 0) * sheet.number("interim_share"),
        MONEY,
        "earned to date × interim share",
    )
    sheet.gate(
        "nothing_asked_back",
        applies & (target < paid),
        "this is the final reconciliation, or no more was paid than the interim share",
    )
    return sheet.step(
        "interim_payment",
        np.maximum(target - paid, 0),
        MONEY,
        "interim share of the amount earned − paid, at least 0",
    )


def _true_up(sheet: Sheet, due: Column, paid: Column, applies: Mask) -> Column:
    earned = np.maximum(due, 0)
    repaid = sheet.step(
        "overpaid", np.maximum(paid - earned, 0), MONEY, "interim payments above what was earned"
    )
    if sheet.has("repayment_limit"):
        limit = sheet.dollars("repayment_limit")
        sheet.gate(
            "repayment_limit",
            applies & (repaid > limit),
            "this is an interim payment, or no more than the limit is to be repaid",
        )
        repaid = sheet.step(
            "repaid", np.minimum(repaid, limit), MONEY, "overpaid, at most the repayment limit"
        )
    return sheet.step(
        "true_up",
        np.maximum(earned - paid, 0) - repaid + np.minimum(due, 0),
        MONEY,
        "still to be paid − repaid − losses owed for the year",
    )


def categorize(_clause: Clause) -> Category:
    """Class the clause: a modifier has no category of its own."""
    return Category()


def check(clause: Clause) -> Iterable[Objection]:
    """Object to a repayment limit when no final reconciliation is agreed."""
    if "repayment_limit" in clause.terms and "final_run_out" not in clause.terms:
        yield Objection(
            "repayment_limit",
            "repayment is limited, but no final_run_out says when anything is repaid",
            "missing-number",
            "only the final reconciliation asks money back",
            'write final_run_out = "8 months", or ask the plan for it',
        )


MODEL = Model(
    name="interim",
    title="Interim payment and true-up",
    summary=(
        "A part of what was earned so far is paid during the year. When the last claims are in, "
        "the rest is paid, or what was paid too much is given back."
    ),
    role=Role.MODIFIER,
    terms=(
        share(
            "interim_share", "the share of the amount earned that is paid early", is_required=True
        ),
        TermSpec(
            "final_run_out",
            "how long after the period the reconciliation is final",
            (count("month"), count("day")),
        ),
        TermSpec(
            "repayment_limit",
            "the most of the interim payments the group must give back",
            (MONEY, PMPM, FRACTION),
            has_base=True,
            may_be_many=True,
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
    takes_result=True,
)
