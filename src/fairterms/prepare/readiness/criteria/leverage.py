"""What the group brings to the table, and whether it can leave it."""

from fairterms.prepare.readiness.criterion import (
    Case,
    Criterion,
    Judgement,
    Standing,
    When,
)
from fairterms.prepare.readiness.declaration import Declaration
from fairterms.prepare.readiness.situation import Situation
from fairterms.prepare.readiness.wording import listed, share


def judge(declaration: Declaration, _situation: Situation) -> Judgement:
    """Judge by the ability to decline first, then by results, known costs and alternatives."""
    case, says = Case(), declaration.leverage
    able = case.hear(
        says.able_to_decline,
        "whether the group is able to decline",
        lambda yes: f"The group is {'' if yes else 'not '}able to decline",
    )
    lacking = _means(case, declaration)
    if able is None:
        first = "Work out what the group would do without this contract, and write it down."
        return case.unknown("Whether the group could decline is not known.", first)
    if not able:
        first = "Find an alternative before the talks go on: other payers, the present contract."
        return case.judged(Standing.NOT_YET, "The group could not decline this contract.", first)
    contradiction = _contradiction(declaration)
    if contradiction:
        case.lack("How the group would live without this plan is not shown.")
        first = "Show with figures how the group would live for a year without this plan."
        return case.judged(Standing.WATCH, f"The group says it can decline. {contradiction}", first)
    if lacking:
        first = f"Bring to the talks: {listed(lacking)}."
        because = f"The group can decline; not brought so far: {listed(lacking)}."
        return case.judged(Standing.WATCH, because, first)
    because = "The group can decline, and brings results, known costs and alternatives."
    return case.judged(Standing.READY, because)


def _means(case: Case, declaration: Declaration) -> tuple[str, ...]:
    """Hear what the group brings; return what it does not."""
    says = declaration.leverage
    results = case.hear(says.outcomes, "what results it can show", lambda w: f"Results: {w}")
    costs = case.hear(
        says.costs_known,
        "whether its costs are known",
        lambda yes: f"What care and the contract's work cost is {'' if yes else 'not '}known",
    )
    others = case.hear(says.alternatives, "what else it could do", lambda w: f"Alternatives: {w}")
    if not case.note(says.reputation, lambda w: f"Reputation: {w}"):
        case.lack("Nobody said what the group is known for.")
    means = {"results": results, "known costs": costs, "alternatives": others}
    return tuple(name for name, held in means.items() if not held)


def _contradiction(declaration: Declaration) -> str:
    """Return a sentence where the plan's share of revenue speaks against declining."""
    part = declaration.dependence.share_of_revenue
    limit = declaration.dependence.largest_share_accepted
    if part is None or limit is None or part.value <= limit.value:
        return ""
    return f"But {share(part.value)} of its revenue is this plan's, more than it wants."


CRITERION = Criterion(
    name="leverage",
    title="Leverage",
    question="Does the group come to the table with something, and can it leave?",
    why=(
        "The strongest means are results the group can show, costs it knows, and readiness to "
        "decline. A group that must sign takes what is offered."
    ),
    requirements=("R-F3",),
    when=When.SIGNING,
    judge=judge,
)
