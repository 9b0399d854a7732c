"""Whether the group could carry a bad year."""

from decimal import Decimal

from fairterms.prepare.readiness.criterion import (
    Case,
    Criterion,
    Judgement,
    Standing,
    When,
)
from fairterms.prepare.readiness.declaration import Declaration, Reserves
from fairterms.prepare.readiness.situation import Situation
from fairterms.prepare.readiness.wording import dollars

_LESS_AT_RISK = "Ask for a lower limit on losses, or for payment month by month; build the reserve."


def judge(declaration: Declaration, situation: Situation) -> Judgement:
    """Judge cash against what the forecast says is needed, else against the year's work."""
    case, has = Case(), declaration.reserves
    cash = case.hear(
        has.cash, "how much cash the group has", lambda n: f"Cash at hand: {dollars(n)}"
    )
    credit = case.note(has.credit, lambda n: f"It may borrow {dollars(n)}") or Decimal(0)
    _note_rest(case, has, situation)
    need, is_forecast = _need(case, situation)
    if cash is None:
        first = "Write the cash at hand under [reserves], with the bank statement's day."
        return case.unknown("What the group has at hand is not known.", first)
    if need is None:
        first = "Run the forecast: it says how much a bad year takes."
        return case.unknown(f"What a bad year takes is not known; {dollars(cash)} is there.", first)
    return _weigh(case, (cash, credit, need), is_forecast=is_forecast)


def _note_rest(case: Case, has: Reserves, situation: Situation) -> None:
    case.note(has.other_revenue, lambda n: f"Revenue from elsewhere: {dollars(n)} a year")
    case.note(situation.worst_year, lambda n: f"The worst 5 % of years cost {dollars(n)}")
    if not case.note(has.forecast, lambda words: f"Cash forecast: {words}"):
        case.lack("There is no cash forecast of the group's own.")


def _need(case: Case, situation: Situation) -> tuple[Decimal | None, bool]:
    """Return what should be at hand, and whether a forecast says so."""
    need = case.note(
        situation.reserve_needed, lambda n: f"The forecast asks for {dollars(n)} at hand"
    )
    if need is not None:
        return need, True
    case.lack("No forecast says what reserve this contract takes.")
    work = case.note(situation.cost_to_comply, lambda n: f"The work of one year costs {dollars(n)}")
    return work, False


def _weigh(
    case: Case, amounts: tuple[Decimal, Decimal, Decimal], *, is_forecast: bool
) -> Judgement:
    cash, credit, need = amounts
    what = "the reserve the forecast asks for" if is_forecast else "one year of the work"
    because = f"{dollars(cash)} at hand, against {dollars(need)} for {what}."
    if cash + credit < need:
        first = f"{dollars(need - cash - credit)} is lacking. {_LESS_AT_RISK}"
        return case.judged(Standing.NOT_YET, because, first)
    if cash < need:
        because = f"{because} The rest would be borrowed."
        first = f"Put {dollars(need - cash)} aside before any loss can be owed."
        return case.judged(Standing.WATCH, because, first)
    if not is_forecast:
        first = "Run the forecast: it says whether a bad year takes more than the work costs."
        return case.judged(Standing.WATCH, because, first)
    return case.judged(Standing.READY, because)


CRITERION = Criterion(
    name="reserves",
    title="Reserves",
    question="Could the group carry a bad year?",
    why=(
        "The work comes first and the payment later; in a bad year money may be owed. A "
        "group without reserves pays for that with salaries, and with patients' care."
    ),
    requirements=("R-B10",),
    when=When.SIGNING,
    judge=judge,
)
