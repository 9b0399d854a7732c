"""Individual stop-loss: above an attachment point most of a member's cost is taken off the group.

Notes
-----
net cost = cost − credit share × Σ max(0, member cost − attachment) + charge. The credit is what the
stop-loss takes off; the charge is what the protection costs, counted in any year, used or not. A
contract that gives a credit and is silent about the charge leaves the charge out here, and the
group should ask: a free protection is rare.

Sources
-------
Washington Medicaid medical-loss-ratio template of 2015 (facts only): a deductible of $6,000 a
member-year and a credit of 90 % of the excess, charged at the prior year's credit a member-month.
"""

from fairterms.contract.clause import Clause
from fairterms.payment import excess
from fairterms.payment.model import Category, Model, Role, TermSpec, share
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import MONEY, PMPM, per


def settle(sheet: Sheet) -> None:
    """Write the steps from the cost of the members to the net cost, in dollars."""
    attachment = sheet.step(
        "attachment",
        sheet.number("attachment"),
        per("member"),
        "cost of one member above which the stop-loss helps",
    )
    cost, above = _above(sheet, attachment)
    credit = sheet.step(
        "credit",
        above * sheet.number("credit_share"),
        MONEY,
        "cost above the attachment × credit share",
    )
    net, words = cost - credit, "cost − credit"
    if sheet.has("charge"):
        words += " + charge"
        net = net + sheet.step(
            "charge", sheet.dollars("charge"), MONEY, "what the protection costs"
        )
    sheet.step("net_cost", net, MONEY, words)


def _above(sheet: Sheet, attachment: Column) -> tuple[Column, Column]:
    """Return the whole cost and the part above the attachment, in dollars."""
    if excess.is_listed(sheet):
        each = sheet.figures("member_cost", MONEY, "cost of each member in the year")
        cost = sheet.step("cost", sum(each, sheet.zero()), MONEY, "sum of the members' costs")
        above = excess.above(sheet, attachment, each)
    else:
        figure = sheet.figure("cost", MONEY, "cost of care of all members, before stop-loss")
        cost = sheet.step("cost", figure, MONEY, "cost of all members")
        meaning = "sum of what members cost above the attachment"
        above = excess.as_total(sheet, "cost_above_attachment", meaning)
        sheet.refuse_where(
            above > cost,
            "cost_above_attachment",
            "is more than the whole cost",
            "check both figures",
        )
    sheet.gate("attachment", above > 0, "no member cost more than the attachment")
    words = "Σ of member cost − attachment, where above it"
    return cost, sheet.step("above_attachment", above, MONEY, words)


def categorize(_clause: Clause) -> Category:
    """Class the clause: a figure has no category."""
    return Category()


MODEL = Model(
    name="stop_loss",
    title="Individual stop-loss",
    summary=(
        "When one member's care costs more than an agreed amount, most of the rest is taken off "
        "the group's cost. The protection may itself cost something."
    ),
    role=Role.FIGURE,
    terms=(
        TermSpec(
            "attachment",
            "cost of one member above which the stop-loss helps",
            (MONEY, per("member"), per("member-year")),
            is_required=True,
        ),
        share("credit_share", "the share of the cost above it that is taken off", is_required=True),
        excess.term(is_required=True),
        TermSpec("charge", "what the protection costs", (PMPM, MONEY)),
    ),
    category=categorize,
    settle=settle,
)
