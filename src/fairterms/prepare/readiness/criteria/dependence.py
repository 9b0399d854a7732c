"""How much of the group's revenue is this plan's."""

from decimal import Decimal

from fairterms.prepare.readiness.criterion import (
    Case,
    Criterion,
    Judgement,
    Standing,
    When,
)
from fairterms.prepare.readiness.declaration import Declaration
from fairterms.prepare.readiness.situation import Situation
from fairterms.prepare.readiness.wording import counted, share

A_QUARTER, HALF = Decimal("0.25"), Decimal("0.5")
"""Shares of revenue that are little, and too much, where the group names no limit; our choice."""
_FIRST = (
    "Look for other payers before more depends on this one; ask for a longer notice of ending and "
    "for payment of care already begun."
)


def judge(declaration: Declaration, _situation: Situation) -> Judgement:
    """Judge the plan's share of revenue by the group's own limit, else by ours."""
    case, says = Case(), declaration.dependence
    part = case.hear(
        says.share_of_revenue,
        "how much of the revenue is this plan's",
        lambda n: f"{share(n)} of revenue comes from this plan",
    )
    limit = case.note(
        says.largest_share_accepted, lambda n: f"The group wants at most {share(n)} from one plan"
    )
    case.note(says.plans, lambda n: f"It is paid by {counted(n, 'plan')}")
    if part is None:
        first = "Work out this plan's share of last year's revenue: [dependence] share_of_revenue."
        return case.unknown("How much of the revenue is this plan's is not known.", first)
    if limit is None:
        case.lack("Nobody said how much the group wants from one plan at most.")
        return _by_our_marks(case, part)
    because = f"{share(part)} of revenue comes from this plan; the group's limit is {share(limit)}."
    if part > limit:
        return case.judged(Standing.NOT_YET, because, _FIRST)
    if part > HALF:
        because = f"{because} It is more than half all the same."
        return case.judged(Standing.WATCH, because, _FIRST)
    return case.judged(Standing.READY, because)


def _by_our_marks(case: Case, part: Decimal) -> Judgement:
    because = f"{share(part)} of revenue comes from this plan."
    if part > HALF:
        return case.judged(Standing.NOT_YET, f"{because} It is more than half.", _FIRST)
    if part > A_QUARTER:
        first = "Decide how much the group wants from one plan: largest_share_accepted."
        return case.judged(Standing.WATCH, because, first)
    return case.judged(Standing.READY, because)


CRITERION = Criterion(
    name="dependence",
    title="Dependence on one plan",
    question="Could the group live without this plan?",
    why=(
        "Who cannot leave cannot negotiate. When most revenue comes from one plan, a change of its "
        "fees or policies is a change of the group's life."
    ),
    requirements=("R-B10", "R-F3"),
    when=When.SIGNING,
    judge=judge,
)
