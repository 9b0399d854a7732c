"""Whether the group has budgeted for carrying the contract out."""

from decimal import Decimal

from fairterms.prepare.readiness.criterion import (
    Case,
    Criterion,
    Judgement,
    Standing,
    When,
)
from fairterms.prepare.readiness.declaration import Budget, Declaration
from fairterms.prepare.readiness.situation import Situation
from fairterms.prepare.readiness.wording import counted, dollars, share

LEAST, MOST = Decimal("0.10"), Decimal("0.25")
"""The reference range for a start, as a share of gross revenue a year."""
LEAST_YEARS, MOST_YEARS = 3, 10
SCOPE = (
    "The reference range for a start is 10 to 25 % of gross revenue for 3 to 10 years. It was "
    "given for about 300 clinicians who see 5 to 10 patients a week each; less where tools exist."
)


def judge(declaration: Declaration, situation: Situation) -> Judgement:
    """Judge the budget against the work's own cost, and beside the reference range."""
    case, budget = Case(), declaration.budget
    amount = case.hear(
        budget.per_year, "what the budget of a year is", lambda n: f"Budget: {dollars(n)} a year"
    )
    work = case.note(
        situation.cost_to_comply, lambda n: f"The contract's work costs {dollars(n)} a year"
    )
    years = case.hear(
        budget.years,
        "for how many years the budget is planned",
        lambda n: f"It is planned for {counted(n, 'year')}",
    )
    _note_scope(case, declaration)
    if amount is None:
        first = "Set a budget for the work of a year: per_year under [budget]."
        return case.unknown("No budget for carrying the contract out is known.", first)
    if work is not None and amount < work:
        because = f"The budget is {dollars(amount)} a year; the work costs {dollars(work)}."
        first = f"Ask the plan to pay {dollars(work - amount)} a year, or drop work of that size."
        return case.judged(Standing.NOT_YET, because, first)
    part = _part(case, budget, amount)
    return _beside_range(case, (amount, part, years), tools=_tools(case, budget))


def _note_scope(case: Case, declaration: Declaration) -> None:
    people = declaration.people
    case.add(SCOPE.removesuffix("."), "reference range of this manual")
    case.note(people.clinicians, lambda n: f"This group has {counted(n, 'clinician')}")
    case.note(
        people.patients_per_week,
        lambda n: f"A clinician here sees {counted(n, 'patient')} in a usual week",
    )


def _tools(case: Case, budget: Budget) -> bool:
    there = case.hear(
        budget.tools_exist,
        "whether the tools are there already",
        lambda yes: f"The tools are {'there already' if yes else 'still to buy'}",
    )
    return bool(there)


def _part(case: Case, budget: Budget, amount: Decimal) -> Decimal | None:
    revenue = case.hear(
        budget.gross_revenue,
        "what the gross revenue of a year is",
        lambda n: f"Gross revenue: {dollars(n)} a year",
    )
    return amount / revenue if revenue else None


def _beside_range(
    case: Case, figures: tuple[Decimal, Decimal | None, Decimal | None], *, tools: bool
) -> Judgement:
    amount, part, years = figures
    if part is None:
        first = "Write the gross revenue under [budget], so that the budget can be set beside it."
        because = f"The budget is {dollars(amount)} a year; no revenue is known to set beside it."
        return case.judged(Standing.WATCH, because, first)
    because = (
        f"The budget is {share(part)} of gross revenue; the reference range for a start is "
        f"{share(LEAST)} to {share(MOST)}, and less where the tools are there."
    )
    if part < LEAST and not tools:
        first = "Check what is not costed yet: tools, training, data, meetings, clinicians' time."
        return case.judged(Standing.WATCH, because, first)
    if part > MOST:
        first = "Check whether the contract is worth that much work at all."
        return case.judged(Standing.WATCH, because, first)
    if years is None or years < LEAST_YEARS:
        first = f"Plan the money for {LEAST_YEARS} years at least; targets come before rewards."
        return case.judged(Standing.WATCH, because, first)
    return case.judged(Standing.READY, because)


CRITERION = Criterion(
    name="implementation_budget",
    title="Budget for carrying it out",
    question="Is there money for carrying the contract out?",
    why=(
        "Measuring, reporting, training and software are paid before any reward. A contract whose "
        "work nobody budgeted for is paid for with clinicians' unpaid time."
    ),
    requirements=("R-B3",),
    when=When.SIGNING,
    judge=judge,
)
