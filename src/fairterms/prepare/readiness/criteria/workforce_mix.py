"""Who of the clinicians can be held to targets, and who may leave."""

from decimal import Decimal

from fairterms.prepare.readiness.criterion import (
    Case,
    Criterion,
    Judgement,
    Standing,
    When,
)
from fairterms.prepare.readiness.declaration import Declaration, People
from fairterms.prepare.readiness.situation import Situation
from fairterms.prepare.readiness.wording import counted, share

NEARLY_ALL, HALF = Decimal("0.9"), Decimal("0.5")
"""Shares of clinicians who can be held to targets that count as enough, and as too few; ours."""
MANY_LEAVE = Decimal("0.2")
"""The share of clinicians leaving in a year that is worth watching; our choice."""
_ASK_COUNSEL = (
    "Ask counsel what may be asked of contractors; then agree in writing with each who is willing: "
    "measuring, reporting, and what happens when they leave."
)


def judge(declaration: Declaration, _situation: Situation) -> Judgement:
    """Judge by the share of clinicians whose own agreement lets the group set targets."""
    case, people = Case(), declaration.people
    w2 = case.hear(people.w2, "how many are employees (W-2)", lambda n: f"Employees (W-2): {n}")
    contractors = case.hear(
        people.contractors_1099,
        "how many are contractors (1099)",
        lambda n: f"Independent contractors (1099): {n}",
    )
    leaving = _leaving(case, people)
    if w2 is None or contractors is None:
        first = "Count employees and contractors: w2 and contractors_1099 under [people]."
        return case.unknown("Who is employed and who is a contractor is not known.", first)
    held = _held(case, people, contractors)
    if held is None:
        first = "Read the contractors' agreements: how many let the group measure and set targets?"
        return case.unknown("Whether contractors can be held to targets is not known.", first)
    return _weigh(case, (w2 + held, w2 + contractors), leaving)


def _held(case: Case, people: People, contractors: Decimal) -> Decimal | None:
    if not contractors:
        return contractors
    return case.hear(
        people.contractors_held,
        "how many contractors agreed to be measured and held to targets",
        lambda n: f"Contractors whose agreement lets the group set targets: {n}",
    )


def _leaving(case: Case, people: People) -> Decimal | None:
    """Return the share of clinicians who left in a year; None where it cannot be told."""
    left = case.note(
        people.left_last_year, lambda n: f"{counted(n, 'clinician')} left in the last twelve months"
    )
    if left is None:
        case.lack("Nobody said how many clinicians left last year.")
    if left is None or people.clinicians is None or not people.clinicians.value:
        return None
    return left / people.clinicians.value


def _weigh(case: Case, parts: tuple[Decimal, Decimal], leaving: Decimal | None) -> Judgement:
    held, everybody = parts
    if not everybody:
        first = "Count employees and contractors again: w2 and contractors_1099 under [people]."
        return case.unknown("No clinician is counted.", first)
    part = held / everybody
    because = f"{held} of {everybody} clinicians ({share(part)}) can be held to targets."
    if part <= HALF:
        return case.judged(Standing.NOT_YET, because, _ASK_COUNSEL)
    if part < NEARLY_ALL:
        return case.judged(Standing.WATCH, because, _ASK_COUNSEL)
    if leaving is not None and leaving > MANY_LEAVE:
        because = f"{because} {share(leaving)} left in a year; results leave with them."
        first = "Find out why clinicians leave before adding targets, and what would keep them."
        return case.judged(Standing.WATCH, because, first)
    return case.judged(Standing.READY, because)


CRITERION = Criterion(
    name="workforce_mix",
    title="Employees and contractors",
    question="Can the clinicians be held to the contract's targets?",
    why=(
        "A group may set how its employees measure and report. A contractor may decline, and may "
        "leave; and a contractor who is directed like an employee raises questions of law. Targets "
        "that rest on people who agreed to nothing are met by luck."
    ),
    requirements=("R-D3",),
    when=When.SIGNING,
    judge=judge,
)
