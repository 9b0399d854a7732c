"""Whether the group's tools can do what the contract asks."""

from fairterms.prepare.readiness.criterion import (
    Case,
    Criterion,
    Judgement,
    Standing,
    When,
)
from fairterms.prepare.readiness.declaration import Declaration, Technology
from fairterms.prepare.readiness.situation import Situation
from fairterms.prepare.readiness.wording import listed
from fairterms.prepare.readiness.work_cover import Needed, hear_all


def judge(declaration: Declaration, situation: Situation) -> Judgement:
    """Judge by which tools are there; reading the plan's files counts where money depends on it."""
    case, tools = Case(), declaration.technology
    found = hear_all(case, _needed(tools, situation))
    if not _reads_files(situation):
        case.note(tools.plan_files, lambda held: f"Reading the plan's files: {held}")
    gone = (*found.lacking, *found.planned)
    if found.lacking or found.planned:
        first = f"See first to {gone[0]}; ask the plan to pay for what only it needs."
        return case.judged(Standing.NOT_YET, f"Not there yet: {listed(gone)}.", first)
    if found.unsaid:
        first = f"Say under [technology] who provides {listed(found.unsaid)}."
        return case.unknown(f"Not said who provides {listed(found.unsaid)}.", first)
    return case.judged(Standing.READY, "The tools the contract takes are there.")


def _reads_files(situation: Situation) -> bool:
    return bool(situation.has_downside or situation.counts_total_cost)


def _needed(tools: Technology, situation: Situation) -> tuple[Needed, ...]:
    always = (
        Needed("a record system", tools.record_system),
        Needed("software for questionnaires", tools.measurement_software),
        Needed("written workflows", tools.workflows),
    )
    files = Needed("reading the plan's files", tools.plan_files)
    return (*always, files) if _reads_files(situation) else always


CRITERION = Criterion(
    name="technology",
    title="Technology",
    question="Can the group's tools do what the contract asks?",
    why=(
        "Scores must be asked for, kept and counted without extra typing, and the plan's lists and "
        "bills must be read. What the group has not, it must buy, or hand to somebody outside."
    ),
    requirements=("R-D6",),
    when=When.SIGNING,
    judge=judge,
)
