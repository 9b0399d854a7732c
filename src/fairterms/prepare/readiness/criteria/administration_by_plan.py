"""Whether the group would come to depend on administration that the plan runs."""

from fairterms.prepare.readiness.criterion import (
    Case,
    Criterion,
    Judgement,
    Standing,
    When,
)
from fairterms.prepare.readiness.declaration import Declaration
from fairterms.prepare.readiness.situation import Situation
from fairterms.prepare.readiness.wording import listed
from fairterms.units.finding import Status

_CHECKS = ("platform-mandate", "data-ownership")
_PLATFORM = "platform-mandate"


def judge(declaration: Declaration, situation: Situation) -> Judgement:
    """Judge by what the plan runs, and whether the group keeps a copy and can take it back.

    That the plan runs nothing must be shown, unless the text was read and imposes no system.
    """
    case, says = Case(), declaration.administration
    is_imposed = _note_text(case, situation)
    is_read = situation.findings is not None
    runs = case.hear(
        says.by_plan,
        "which tasks the plan would run",
        lambda names: f"The plan would run: {listed(names) if names else 'nothing'}",
        lambda names: not names and not is_read,
    )
    if runs is None and not is_imposed:
        first = "List what the plan offers to run: by_plan under [administration]; [] for nothing."
        return case.unknown("What the plan would run for the group is not known.", first)
    if not runs and not is_imposed:
        return case.judged(Standing.READY, "The group runs its own administration.")
    return _weigh(case, declaration, runs or ("a system of its own",))


def _note_text(case: Case, situation: Situation) -> bool:
    """Keep what the text says; tell whether a system of the plan's must be used."""
    for one in situation.seen(*_CHECKS):
        if one.status is Status.FINDING:
            case.add(f"The text: {one.title}", f"check {one.check}")
    return any(one.status is Status.FINDING for one in situation.seen(_PLATFORM))


def _weigh(case: Case, declaration: Declaration, runs: tuple[str, ...]) -> Judgement:
    says = declaration.administration
    back = case.hear(
        says.can_take_back,
        "whether the group can take the work back",
        lambda yes: f"The group can {'' if yes else 'not '}take the work back",
    )
    copy = case.hear(
        says.own_copy,
        "whether the group keeps a copy of its own records",
        lambda yes: f"It keeps {'a' if yes else 'no'} copy of its own records",
    )
    because = f"The plan would run {listed(runs)}."
    if back is False or copy is False:
        first = "Ask for a full copy every month, in a form others read, and for help on leaving."
        return case.judged(Standing.NOT_YET, f"{because} The group could not leave it.", first)
    if back is None or copy is None:
        first = "Ask what happens on leaving: who holds the records, and how they are handed over."
        return case.unknown(f"{because} Whether the group could leave it is not known.", first)
    first = "Weigh it once a year: what would it cost to do this without the plan?"
    return case.judged(Standing.WATCH, f"{because} The group could take it back.", first)


CRITERION = Criterion(
    name="administration_by_plan",
    title="Administration by the plan",
    question="Does the group stay free of the plan's administration?",
    why=(
        "A plan may offer to run measuring, reports or care management. That saves work now. Later "
        "the records, the habits and the figures are the plan's, and leaving costs more each year."
    ),
    requirements=("R-D14",),
    when=When.SIGNING,
    judge=judge,
)
