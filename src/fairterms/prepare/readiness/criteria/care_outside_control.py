"""How much of what the group answers for is care that others give."""

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
from fairterms.prepare.readiness.wording import share

A_QUARTER, HALF = Decimal("0.25"), Decimal("0.5")
"""Shares of cost given by others that are little, and too much to answer for; our choice."""
_LEAVE_OUT = (
    "Ask to leave out what the group does not decide: care of others, costs above a limit for one "
    "person; and for the plan's bills every month."
)


def judge(declaration: Declaration, situation: Situation) -> Judgement:
    """Judge by the share of cost that others decide, where the contract counts all cost."""
    case, says = Case(), declaration.population
    counted = case.note(
        situation.share_elsewhere, lambda n: f"By the bills, {share(n)} of cost is care of others"
    )
    case.note(
        situation.share_out_of_reach,
        lambda n: f"{share(n)} of cost is beyond what an outpatient group decides",
    )
    shared = case.note(says.shared_care, _agreements)
    if situation.counts_total_cost is None:
        first = "Look whether the contract counts only the group's care, or all care."
        return case.unknown("What cost the contract holds the group to is not known.", first)
    if not situation.counts_total_cost:
        case.add("The terms count no cost of care given by others", "terms.toml")
        because = "The contract pays by the group's own work, not by the cost of others' care."
        return case.judged(Standing.READY, because)
    if shared is None:
        case.lack("Nobody said whether there are agreements with those who share the care.")
    part = counted if counted is not None else _told(case, declaration)
    return _weigh(case, part, is_shared=bool(shared))


def _told(case: Case, declaration: Declaration) -> Decimal | None:
    return case.hear(
        declaration.population.care_elsewhere,
        "how much of the cost is care of others",
        lambda n: f"The group puts care of others at {share(n)} of cost",
    )


def _agreements(there: bool) -> str:
    return f"There are {'' if there else 'no '}agreements with those who share the care"


def _weigh(case: Case, part: Decimal | None, *, is_shared: bool) -> Judgement:
    if part is None:
        first = "Ask the plan for the bills of these patients, all providers, for the last year."
        return case.unknown(
            "The contract counts all care; how much of it others give is not known.", first
        )
    because = f"The contract counts all care, and {share(part)} of its cost is given by others."
    if part > HALF and not is_shared:
        return case.judged(Standing.NOT_YET, because, _LEAVE_OUT)
    if part > A_QUARTER:
        return case.judged(Standing.WATCH, because, _LEAVE_OUT)
    return case.judged(Standing.READY, because)


CRITERION = Criterion(
    name="care_outside_control",
    title="Care outside the group's control",
    question="Does the group answer only for what it can influence?",
    why=(
        "Patients see other therapists, physicians and hospitals. Where a contract counts all of "
        "that, the group is paid and punished for what others decide."
    ),
    requirements=("R-D12",),
    when=When.RISK,
    judge=judge,
)
