"""Whether cost, quality or access of these patients can change, and so that anyone sees it."""

from collections.abc import Callable

from fairterms.prepare.readiness.criterion import (
    Case,
    Criterion,
    Judgement,
    Standing,
    When,
)
from fairterms.prepare.readiness.declaration import Declaration, Population
from fairterms.prepare.readiness.situation import Change, Situation
from fairterms.prepare.readiness.wording import dollars, listed

_PATIENCE = "Ask for several years together, or for pay by what the group itself does."


def judge(declaration: Declaration, situation: Situation) -> Judgement:
    """Judge by the records where changes were weighed, else by what the group says."""
    case = Case()
    said = _said(case, declaration.population)
    worth = case.note(
        situation.net_impact, lambda n: f"After the work it is worth {dollars(n)} a year"
    )
    if worth is not None and worth < 0:
        because = f"Even if care changes as hoped, the group is left with {dollars(worth)} a year."
        first = "Ask for a larger share or for pay of the work; else the change is a gift."
        return case.judged(Standing.NOT_YET, because, first)
    if situation.changes:
        return _by_records(case, situation.changes)
    case.lack("No records were weighed for what could change.")
    return _by_word(case, said)


def _said(case: Case, population: Population) -> dict[str, bool]:
    """Return what the group says of cost, quality and access."""
    found = {}
    for name, flag in (
        ("cost", population.cost_can_change),
        ("quality", population.quality_can_change),
        ("access", population.access_can_change),
    ):
        can = case.hear(flag, f"whether {name} can change", _telling(name))
        if can is not None:
            found[name] = can
    return found


def _telling(name: str) -> Callable[[bool], str]:
    return lambda yes: f"{name.capitalize()} can{'' if yes else 'not'} change"


def _by_records(case: Case, changes: tuple[Change, ...]) -> Judgement:
    for one in changes:
        seen = "would be seen in one year" if one.is_visible else "could hide in chance for a year"
        chance = f"{one.chance_of_seeing:.0%}".replace("%", " %")
        case.add(f"{one.what}: {seen} (chance to see it {chance})", "the group's records, weighed")
    visible = [one.what for one in changes if one.is_visible]
    if visible:
        return case.judged(Standing.READY, f"One year would show: {listed(visible)}.")
    because = "No declared change is large enough to be told from chance within a year."
    return case.judged(Standing.WATCH, because, _PATIENCE)


def _by_word(case: Case, said: dict[str, bool]) -> Judgement:
    if not said:
        first = "Say under [population] what can change for these patients, and what shows it."
        return case.unknown("Whether anything can change for these patients is not known.", first)
    can = [name for name, yes in said.items() if yes]
    if not can and len(said) == 3:
        because = "The group sees nothing that could change for these patients."
        first = "Do not sign for results: ask for pay by service, or for other patients."
        return case.judged(Standing.NOT_YET, because, first)
    named = listed(can) if can else "nothing so far"
    because = f"The group says what can change: {named}. No records were weighed for it."
    first = "Weigh it in the records: [care_elsewhere] in outcomes.toml, fairterms outcomes."
    return case.judged(Standing.WATCH, because, first)


CRITERION = Criterion(
    name="impactability",
    title="Impactability",
    question="Can cost, quality or access change for these patients, so that it is seen?",
    why=(
        "A contract pays for change. Where little can change, or where chance hides the change, "
        "good work and bad work are paid alike."
    ),
    requirements=("R-D8",),
    when=When.RISK,
    judge=judge,
)
