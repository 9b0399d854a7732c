"""What the contract gives beside the state's own goals for cost and for ways of paying."""

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


def judge(declaration: Declaration, situation: Situation) -> Judgement:
    """Judge the growth the contract allows against the state's target."""
    case, says = Case(), declaration.state
    target = case.hear(
        situation.cost_growth_target or says.cost_growth_target,
        "what the state's target for the growth of cost is",
        lambda n: f"The state's target for the growth of cost is {share(n)} a year",
    )
    trend = case.hear(
        says.benchmark_trend,
        "by how much the contract lets the benchmark or the fees grow",
        lambda n: f"The contract lets the benchmark or the fees grow by {share(n)} a year",
    )
    _note_goal(case, declaration, situation)
    if trend is None:
        first = "Look in the terms for the yearly growth of the benchmark or the fees; ask for it."
        return case.unknown("What growth the contract allows is not known.", first)
    if target is None:
        first = "Look whether the state has a target: fairterms laws, topic cost-growth."
        because = f"The contract allows {share(trend)} a year; no target of the state is known."
        return case.unknown(because, first)
    return _weigh(case, trend, target)


def _note_goal(case: Case, declaration: Declaration, situation: Situation) -> None:
    says = declaration.state
    case.note(
        situation.value_payment_goal or says.value_payment_goal,
        lambda n: f"The state's goal is that {share(n)} of payments depend on value",
    )
    case.note(
        says.value_payment_share,
        lambda n: f"{share(n)} of this plan's payments do so today, which the plan must raise",
    )


def _weigh(case: Case, trend: Decimal, target: Decimal) -> Judgement:
    because = f"The contract allows {share(trend)} a year, the state's target {share(target)}."
    if trend >= target:
        return case.judged(Standing.READY, because)
    because = f"{because} Costs that grow as the state expects would not be covered."
    first = f"Ask for a growth of {share(target)} a year, or for a reason why less is enough."
    return case.judged(Standing.WATCH, because, first)


CRITERION = Criterion(
    name="state_goals",
    title="The state's goals",
    question="Does the contract allow the growth the state expects?",
    why=(
        "Some states say by how much cost may grow and how much of pay should depend on value. "
        "They are objective figures to compare with. They are also the plan's own duty, which "
        "makes a working contract worth something to it."
    ),
    requirements=("R-B12",),
    when=When.SIGNING,
    judge=judge,
)
