"""Medical-loss-ratio savings: the group shares what care cost less than a target share of premium.

Notes
-----
ratio = cost ÷ premium. Savings = (target − max(ratio, floor)) × premium, never below 0; payment =
savings × sharing rate × quality, at most the limit. Dollars are compared, not ratios, so that no
division is ever rounded. Nothing is owed when the ratio lies above the target.

Three places are read in more than one way, and each is a term: a floor of "5 %" below the target
(points of premium, a share of the target, or left out of the formula), quality before or after the
limit, and whether the limit covers this payment alone. A floor in percentage points is clear.

``cost`` is net: claims and capitation paid through run-out, plus the estimate of unpaid claims and
the stop-loss expense, less the stop-loss credit. Name its parts in ``cost_adds`` and
``cost_subtracts``, or give one figure. A target that follows the prior year's ratio is a table or a
formula.

Sources
-------
Washington Medicaid medical-loss-ratio shared savings, template of 2015 (facts only): target by the
prior-year ratio, floor, 25 % limit, five quality measures at 20 % each.
"""

from collections.abc import Iterable

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import Word
from fairterms.payment import quality
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import FRACTION, MONEY, POINTS, Quantity

AS_POINTS = "points below the target"
AS_SHARE = "a share of the target"
LEFT_OUT = "not in the formula"
ALONE, WITH_OTHERS = "this payment alone", "this payment and other incentives"


def settle(sheet: Sheet) -> None:
    """Write the steps from premium and cost to the payment, in dollars."""
    premium = sheet.step(
        "premium",
        sheet.figure("premium", MONEY, "premium of the year, net of tax and of what is left out"),
        MONEY,
        "premium the ratio is taken of",
    )
    cost = _net_cost(sheet)
    sheet.step(
        "medical_loss_ratio", sheet.mean(cost, premium), FRACTION, "net cost ÷ premium, unrounded"
    )
    target = sheet.step(
        "target", sheet.number("target"), FRACTION, "the ratio below which savings are shared"
    )
    counted = _apply_floor(sheet, target, premium, cost)
    savings = sheet.step(
        "savings",
        np.maximum(target * premium - counted, 0),
        MONEY,
        "target × premium − counted cost, never below 0",
    )
    sheet.gate("target", counted >= target * premium, "the ratio is below the target")
    shared = sheet.step(
        "share", savings * sheet.number("sharing_rate"), MONEY, "savings × sharing rate"
    )
    _pay(sheet, shared)


def _net_cost(sheet: Sheet) -> Column:
    """Add up the cost the ratio counts, in dollars."""
    net = sheet.figure("cost", MONEY, "claims and capitation paid for the year, through run-out")
    words = "cost"
    for term, sign in (("cost_adds", 1), ("cost_subtracts", -1)):
        for name in sheet.names(term) if sheet.has(term) else ():
            net = net + sign * sheet.figure(name, MONEY, "part of the net cost of the year")
            words += f" {'+' if sign > 0 else '−'} {name.replace('_', ' ')}"
    return sheet.step("net_cost", net, MONEY, words)


def _apply_floor(sheet: Sheet, target: Column, premium: Column, cost: Column) -> Column:
    """Return the cost that counts: at least the floor × premium."""
    if not sheet.has("floor"):
        return cost
    distance = sheet.number("floor")
    reading = AS_POINTS if sheet.unit("floor") == POINTS else sheet.word("floor_is")
    if reading == LEFT_OUT:
        return sheet.step("counted_cost", cost, MONEY, "net cost; the formula names no floor")
    lowered = target - distance if reading == AS_POINTS else target - target * distance
    words = "target − floor" if reading == AS_POINTS else "target × (1 − floor)"
    floor = sheet.step("floor_ratio", lowered, FRACTION, words)
    sheet.gate("floor", cost < floor * premium, "the ratio is not below the floor")
    return sheet.step(
        "counted_cost",
        np.maximum(cost, floor * premium),
        MONEY,
        "net cost, at least the floor ratio × premium",
    )


def _pay(sheet: Sheet, shared: Column) -> None:
    """Apply quality and the limit, in the order the contract gives."""
    if not sheet.has("limit"):
        kept = quality.earned_share(sheet, shared > 0)
        sheet.step("payment", shared * kept, MONEY, f"share{quality.words(sheet)}")
        return
    limit = _limit(sheet)
    words = quality.words(sheet)
    if not sheet.has("quality"):
        _note_limit(sheet, shared, limit)
        sheet.step("payment", np.minimum(shared, limit), MONEY, "share, at most the limit")
    elif sheet.word("quality_applies") == "before the limit":
        earned = shared * quality.earned_share(sheet, shared > 0)
        earned = sheet.step("earned", earned, MONEY, f"share{words}")
        _note_limit(sheet, earned, limit)
        sheet.step("payment", np.minimum(earned, limit), MONEY, "earned, at most the limit")
    else:
        _note_limit(sheet, shared, limit)
        limited = sheet.step("limited", np.minimum(shared, limit), MONEY, "share, at most limit")
        kept = quality.earned_share(sheet, limited > 0)
        sheet.step("payment", limited * kept, MONEY, f"limited share{words}")


def _limit(sheet: Sheet) -> Column:
    """Work out the most that may be paid, in dollars and never below 0."""
    if _base(sheet.clause) == "direct_payments":
        sheet.step(
            "direct_payments",
            sheet.figure("direct_payments", MONEY, "what the plan paid the group for services"),
            MONEY,
            "payments for direct services",
        )
    most = sheet.dollars("limit")
    if sheet.word("limit_covers") == ALONE:
        return sheet.step("limit", most, MONEY, "the limit")
    others = sheet.figure("other_incentives", MONEY, "other incentives the plan paid the group")
    return sheet.step(
        "limit", np.maximum(most - others, 0), MONEY, "the limit − other incentives, never below 0"
    )


def _note_limit(sheet: Sheet, amount: Column, limit: Column) -> None:
    sheet.gate("limit", amount > limit, "the payment is within the limit")


def _base(clause: Clause) -> str:
    value = clause.terms["limit"].value
    return value.base.replace(" ", "_") if isinstance(value, Quantity) else ""


def categorize(clause: Clause) -> Category:
    """Class the clause: shared savings without losses, gated or not."""
    return Category("3A", "ssq") if "quality" in clause.terms else Category("3N", "ssp")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to terms that contradict each other or leave the limit open."""
    yield from quality.check(clause)
    floor = clause.terms.get("floor")
    reading = clause.terms.get("floor_is")
    is_points = floor and isinstance(floor.value, Quantity) and floor.value.unit == POINTS
    if is_points and reading and reading.value != Word(AS_POINTS):
        yield Objection(
            "floor_is",
            f'the floor is in percentage points, but floor_is says "{reading.value}"',
            "contradiction",
            "the two settle to different amounts",
            f'write floor = "5 %" with floor_is = "{reading.value}", or remove floor_is',
        )
    if "limit" in clause.terms and "limit_covers" not in clause.terms:
        yield Objection(
            "limit",
            "the limit does not say whether other incentives count towards it",
            "missing-term",
            "a group with other incentives would be paid less",
            f'write limit_covers = "{ALONE}" or "{WITH_OTHERS}"',
        )


MODEL = Model(
    name="medical_loss_ratio_savings",
    title="Medical-loss-ratio savings",
    summary=(
        "When care costs a smaller share of the premium than the target, the group receives part "
        "of the difference. It owes nothing when care costs more."
    ),
    role=Role.STREAM,
    terms=(
        share("target", "the share of premium below which savings are shared", is_required=True),
        share("sharing_rate", "the group's share of savings", is_required=True),
        TermSpec("cost_adds", "figures added to the cost, such as unpaid claims", is_names=True),
        TermSpec("cost_subtracts", "figures taken off the cost", is_names=True),
        TermSpec(
            "floor",
            "how far below the target the ratio still counts",
            (POINTS, FRACTION),
        ),
        TermSpec(
            "floor_is",
            "how a floor in per cent is meant",
            choices=(AS_POINTS, AS_SHARE, LEFT_OUT),
            plain=AS_POINTS,
        ),
        TermSpec("limit", "the most that is paid", (FRACTION, MONEY), has_base=True),
        TermSpec(
            "limit_covers",
            "what counts towards the limit",
            choices=(ALONE, WITH_OTHERS),
        ),
        *quality.TERMS,
        TermSpec(
            "quality_applies",
            "whether quality lowers the share before the limit or what the limit leaves",
            choices=("before the limit", "after the limit"),
            plain="before the limit",
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
