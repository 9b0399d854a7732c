"""Whether care was measured long enough to set targets by the group's own results."""

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
from fairterms.prepare.readiness.wording import counted, listed, share

YEARS = 3
"""Years of measured care before a target is set."""


def judge(declaration: Declaration, situation: Situation) -> Judgement:
    """Judge by the records where there are some, else by what the group says."""
    case, care = Case(), declaration.care
    recorded = case.note(
        situation.years_on_record,
        lambda n: (
            f"The records hold {counted(n, 'year')} with enough patients asked more than once"
        ),
    )
    declared = case.note(
        care.years_measured, lambda n: f"The group has measured care for {counted(n, 'year')}"
    )
    _note_tools(case, declaration)
    if recorded is None and declared is None:
        case.lack("Nobody said how many years care has been measured.")
        first = "Count the full years with first and later scores: years_measured under [care]."
        return case.unknown("How long care has been measured is not known.", first)
    if recorded is None:
        case.lack("No records show the years of measured care.")
    return _weigh(case, recorded, declared)


def _note_tools(case: Case, declaration: Declaration) -> None:
    care = declaration.care
    if not any((care.instruments, care.other_instruments)):
        case.lack("Nobody said which questionnaires are used.")
    case.note(care.instruments, lambda names: f"Questionnaires in use: {_names(names)}")
    case.note(care.other_instruments, lambda names: f"Others in use: {_names(names)}")
    case.note(care.followed_up, lambda part: f"{share(part)} of patients are asked a second time")


def _names(names: tuple[str, ...]) -> str:
    return listed(names) if names else "none"


def _weigh(case: Case, recorded: int | None, declared: Decimal | None) -> Judgement:
    known = Decimal(recorded) if recorded is not None else (declared or Decimal(0))
    years = counted(known, "year")
    if known >= YEARS and recorded is not None:
        because = f"The records hold {years} of measured care; {YEARS} are wanted before targets."
        return case.judged(Standing.READY, because)
    if known >= YEARS:
        first = "Put the scores into the folder records, so that the years can be counted."
        because = f"The group says {years} of measured care; no records show them."
        return case.judged(Standing.WATCH, because, first)
    because = f"Care has been measured for {years}; {YEARS} are wanted before targets are set."
    if recorded is not None and declared is not None and declared >= YEARS:
        because = f"The group says {counted(declared, 'year')}, but its records hold {years}."
    first = (
        "Ask that the first years pay for measuring and reporting only, and that targets follow "
        f"from {YEARS} years of the group's own results."
    )
    return case.judged(Standing.NOT_YET, because, first)


CRITERION = Criterion(
    name="years_of_measured_care",
    title="Years of measured care",
    question="Has care been measured for three years?",
    why=(
        "A target should rest on what this group's patients really achieve. One year may be a "
        "lucky one. With three, a steady level can be told from a swing."
    ),
    requirements=("R-C2",),
    when=When.RISK,
    judge=judge,
)
