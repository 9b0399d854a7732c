"""Pay for reporting: the group is paid for sending its results, whatever they say.

Notes
-----
Flat: the amount, when the reports required were accepted, or in proportion to those that were. Per
report: rate × reports accepted, at most the limit, and nothing at all below the reports required.
A report counts only when it was accepted, on time and complete: the deadline and what "complete"
means stand in the contract, and the figure ``reports_accepted`` holds their outcome, so the plan
should say which reports it turned down and why.
"""

from collections.abc import Iterable

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column, Mask
from fairterms.units.quantity import FRACTION, MONEY, Quantity, count, per

REPORTS = count("report")
NOTHING = "nothing is paid"
IN_PROPORTION = "paid in proportion"


def settle(sheet: Sheet) -> None:
    """Write the reports that count and what is paid for them, in dollars."""
    accepted = sheet.figure(
        "reports_accepted", REPORTS, "reports received by the deadline and accepted as complete"
    )
    if sheet.has("amount"):
        _pay_flat(sheet, accepted)
    else:
        _pay_each(sheet, accepted)


def _pay_flat(sheet: Sheet, accepted: Column) -> None:
    enough = _reach_required(sheet, accepted)
    part, words = sheet.choose(enough, 1, 0), "all of it, or nothing"
    if sheet.word("if_fewer") == IN_PROPORTION:
        required = sheet.column(sheet.number("reports_required"))
        done = sheet.divide(accepted, required, f"{sheet.clause.id}.reports_required")
        part, words = np.minimum(done, 1), "reports accepted ÷ reports required, at most 1"
    share_paid = sheet.step("share_paid", part, FRACTION, words)
    sheet.step("payment", share_paid * sheet.number("amount"), MONEY, "amount × share paid")


def _pay_each(sheet: Sheet, accepted: Column) -> None:
    paid = accepted
    if sheet.has("most_reports"):
        most = sheet.number("most_reports")
        sheet.gate("most_reports", accepted > most, "no more reports came than are paid for")
        paid = sheet.step(
            "reports_paid", np.minimum(accepted, most), REPORTS, "reports accepted, up to the limit"
        )
    amount = sheet.step("amount_for_reports", paid * sheet.number("rate"), MONEY, "reports × rate")
    if sheet.has("reports_required"):
        enough = _reach_required(sheet, accepted)
        words = "the amount when enough reports were accepted, else nothing"
        sheet.step("payment", sheet.choose(enough, amount, 0), MONEY, words)


def _reach_required(sheet: Sheet, accepted: Column) -> Mask:
    enough = sheet.reaches(accepted, "reports_required")
    sheet.gate("reports_required", ~enough, "enough reports were accepted")
    return enough


def categorize(_clause: Clause) -> Category:
    """Class the clause: pay for reporting."""
    return Category("2B", "p4r")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to no price or two, to a flat amount for no reports, to a limit below the target."""
    terms = clause.terms
    is_flat, is_each = "amount" in terms, "rate" in terms
    if is_flat == is_each:
        yield Objection(
            "amount",
            "both an amount and a rate are given"
            if is_flat
            else "neither amount nor rate is given",
            "two-rates" if is_flat else "missing-number",
            "nobody can tell what reporting is worth",
            'write either amount = "$25,000.00" or rate = "$500.00 per report"',
        )
    if is_flat and "reports_required" not in terms:
        yield Objection(
            "amount",
            "a flat amount is paid, but no reports_required says for what",
            "missing-number",
            "one late report could cost all of it, or nothing",
            'write reports_required = "at least 4 reports", or ask the plan for the number',
        )
    yield from _check_limit(clause)


def _check_limit(clause: Clause) -> Iterable[Objection]:
    most = clause.terms.get("most_reports")
    required = clause.terms.get("reports_required")
    if not (most and required):
        return
    if not (isinstance(most.value, Quantity) and isinstance(required.value, Quantity)):
        return
    if most.value.amount < required.value.amount:
        yield Objection(
            "most_reports",
            f"{required.value} are required, but only {most.value} are paid",
            "cap-below-floor",
            "the group would send reports nobody pays for",
            "check both numbers against the text",
        )


MODEL = Model(
    name="pay_for_reporting",
    title="Pay for reporting",
    summary=(
        "The group is paid for sending its results on time and complete, whatever the results are."
    ),
    role=Role.STREAM,
    terms=(
        TermSpec("amount", "a flat sum for all reports together", (MONEY,)),
        TermSpec("rate", "what each accepted report is paid", (per("report"),)),
        TermSpec("reports_required", "the accepted reports that earn the payment", (REPORTS,)),
        TermSpec(
            "if_fewer",
            "what happens to the flat amount when fewer reports are accepted than required",
            choices=(NOTHING, IN_PROPORTION),
            plain=NOTHING,
        ),
        TermSpec("most_reports", "the most reports that are paid", (REPORTS,)),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
