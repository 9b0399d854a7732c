"""Whether people have time for the contract."""

from collections.abc import Callable
from decimal import Decimal

from fairterms.prepare.readiness.criterion import (
    Case,
    Criterion,
    Judgement,
    Standing,
    When,
)
from fairterms.prepare.readiness.declaration import Declaration, Staff
from fairterms.prepare.readiness.situation import Situation
from fairterms.prepare.readiness.wording import counted, listed

HOURS = 2080
"""Paid hours of one person full time in a year."""
LEAST, USUAL = 1, 2
"""Full-time people such a contract takes at the least, and usually."""


def judge(declaration: Declaration, situation: Situation) -> Judgement:
    """Judge full-time people against the contract's own work, else against one to two."""
    case, staff = Case(), declaration.staff
    has = case.hear(
        staff.full_time,
        "how many full-time people work for the contract",
        lambda n: f"{counted(n, 'person')} full time for the contract",
    )
    needed = case.note(
        situation.full_time_needed,
        lambda n: f"The work this contract demands takes {counted(n, 'person')} full time",
    )
    lacking, unsaid = _supports(case, staff)
    if has is None:
        first = "Say who works for the contract and how much: full_time under [staff]."
        return case.unknown("How many people have time for the contract is not known.", first)
    wanted = max(Decimal(LEAST), needed or Decimal(0))
    told = _told(has, needed)
    if has < wanted:
        hours = counted(Decimal(round((wanted - has) * HOURS)), "paid hour")
        first = f"Find {hours} a year more before the start, and ask the plan to pay for them."
        return case.judged(Standing.NOT_YET, told, first)
    return _with_supports(case, told, lacking, unsaid)


def _told(has: Decimal, needed: Decimal | None) -> str:
    there = f"{counted(has, 'person')} full time for the contract"
    if needed is None:
        return f"{there}; {LEAST} to {USUAL} are usual."
    return f"{there}, whose work takes {counted(needed, 'person')}."


def _supports(case: Case, staff: Staff) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Hear what keeps clinicians informed and trained; return what lacks and what is not said."""
    lacking, unsaid = [], []
    for name, flag in (
        ("online communication", staff.online_communication),
        ("training", staff.training),
        ("administration", staff.administration),
    ):
        there = case.hear(flag, f"whether there is {name}", _telling(name))
        if there is None:
            unsaid.append(name)
        elif not there:
            lacking.append(name)
    return tuple(lacking), tuple(unsaid)


def _telling(name: str) -> Callable[[bool], str]:
    return lambda yes: f"There is {'' if yes else 'no '}{name} for clinicians"


def _with_supports(
    case: Case, told: str, lacking: tuple[str, ...], unsaid: tuple[str, ...]
) -> Judgement:
    if lacking:
        first = f"Set up {listed(lacking)} for clinicians before the start."
        return case.judged(Standing.WATCH, f"{told} There is no {listed(lacking)} yet.", first)
    if unsaid:
        first = f"Say under [staff] whether there is {listed(unsaid)}."
        return case.judged(Standing.WATCH, f"{told} Not said: {listed(unsaid)}.", first)
    return case.judged(Standing.READY, told)


CRITERION = Criterion(
    name="staff",
    title="Staff",
    question="Do enough people have time for the contract?",
    why=(
        "Reports, meetings, training and questions of clinicians are work. Where nobody has time "
        "for it, clinicians do it in the evening, or it is not done and a payment is lost."
    ),
    requirements=("R-D2",),
    when=When.SIGNING,
    judge=judge,
)
