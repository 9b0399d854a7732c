"""Truncation: no member counts with more than a ceiling, so that one dear year decides nothing.

Notes
-----
truncated cost = Σ min(member cost, ceiling), from the cost of each member; or cost − what lies
above the ceiling, from two totals. The benchmark must be truncated at the same ceiling, or the two
do not measure the same thing and one side wins by the difference.
"""

from fairterms.contract.clause import Clause
from fairterms.payment import excess
from fairterms.payment.model import Category, Model, Role, TermSpec
from fairterms.payment.sheet import Sheet
from fairterms.units.quantity import MONEY, per


def settle(sheet: Sheet) -> None:
    """Write the steps from the cost of the members to the truncated cost, in dollars."""
    ceiling = sheet.step(
        "ceiling", sheet.number("ceiling"), per("member"), "the most one member counts with"
    )
    if excess.is_listed(sheet):
        each = sheet.figures("member_cost", MONEY, "cost of each member in the year")
        cost = sheet.step("cost", sum(each, sheet.zero()), MONEY, "sum of the members' costs")
        above = excess.above(sheet, ceiling, each)
    else:
        figure = sheet.figure("cost", MONEY, "cost of care of all members, nothing cut off")
        cost = sheet.step("cost", figure, MONEY, "cost of all members")
        meaning = "sum of what members cost above the ceiling"
        above = excess.as_total(sheet, "cost_above_ceiling", meaning)
        sheet.refuse_where(
            above > cost, "cost_above_ceiling", "is more than the whole cost", "check both figures"
        )
    sheet.gate("ceiling", above > 0, "no member cost more than the ceiling")
    above = sheet.step("above_ceiling", above, MONEY, "Σ of member cost − ceiling, where above it")
    sheet.step("truncated_cost", cost - above, MONEY, "cost − what lies above the ceiling")


def categorize(_clause: Clause) -> Category:
    """Class the clause: a figure has no category."""
    return Category()


MODEL = Model(
    name="truncation",
    title="Truncation",
    summary="Each member counts with at most a ceiling when the cost of care is added up.",
    role=Role.FIGURE,
    terms=(
        TermSpec(
            "ceiling",
            "the most one member counts with",
            (MONEY, per("member"), per("member-year")),
            is_required=True,
        ),
        excess.term(is_required=True),
    ),
    category=categorize,
    settle=settle,
)
