"""Whether outside money may pull on care."""

from fairterms.prepare.readiness.criterion import (
    Case,
    Criterion,
    Judgement,
    Standing,
    When,
)
from fairterms.prepare.readiness.declaration import Declaration
from fairterms.prepare.readiness.situation import Situation
from fairterms.prepare.readiness.wording import counted, listed

LEAST_W2, MOST_W2, STABLE_YEARS = 50, 100, 3
"""What draws investors: 50 to 100 employed clinicians, contracts with plans, three steady years."""


def judge(declaration: Declaration, _situation: Situation) -> Judgement:
    """Judge by whether outside money is there or offered, and who then decides about care."""
    case, says = Case(), declaration.investors
    owned = case.hear(
        says.outside_owners,
        "whether anyone outside owns a part",
        lambda yes: f"Owners who do not treat: {_yes(yes)}",
    )
    offered = case.hear(
        says.offers, "whether there are offers to buy", lambda yes: f"Offers to buy: {_yes(yes)}"
    )
    drawn = _draws(case, declaration)
    if owned is None or offered is None:
        first = "Say under [investors] who owns the group and whether anyone offers to buy."
        return case.unknown("Whether outside money is there or wanted is not known.", first)
    if not owned and not offered:
        return _without(case, drawn)
    decide = case.hear(
        says.clinicians_decide,
        "whether clinical decisions are the clinicians' by a written rule",
        lambda yes: f"Clinical decisions are the clinicians' by a written rule: {_yes(yes)}",
    )
    return _with(case, decide=decide)


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _draws(case: Case, declaration: Declaration) -> tuple[str, ...]:
    """Return what about the group draws investors."""
    says, w2 = declaration.investors, declaration.people.w2
    years = case.note(says.stable_years, lambda n: f"Steady earnings: {counted(n, 'year')}")
    plans = case.note(says.plan_contracts, lambda n: f"Contracts with plans: {n}")
    found = []
    if w2 is not None and w2.value >= LEAST_W2:
        beyond = "more than " if w2.value > MOST_W2 else ""
        found.append(f"{beyond}{min(int(w2.value), MOST_W2)} employed clinicians")
    if plans:
        found.append("contracts with plans")
    if years is not None and years >= STABLE_YEARS:
        found.append("three steady years")
    return tuple(found)


def _without(case: Case, drawn: tuple[str, ...]) -> Judgement:
    because = "No outside money is in the group, and none is offered."
    if len(drawn) < 3:
        return case.judged(Standing.READY, because)
    because = f"{because} Its {listed(drawn)} may draw some."
    first = "Write down now that clinical decisions are the clinicians', whoever owns the group."
    return case.judged(Standing.WATCH, because, first)


def _with(case: Case, *, decide: bool | None) -> Judgement:
    because = "Outside money is in the group or offered."
    if decide is None:
        first = (
            "Say under [investors] whether a written rule leaves clinical decisions to clinicians."
        )
        return case.unknown(f"{because} Who then decides about care is not known.", first)
    if not decide:
        first = (
            "Agree in writing, before the contract, that clinical decisions are the clinicians' "
            "and that no owner's return rests on giving less care."
        )
        return case.judged(Standing.NOT_YET, f"{because} No rule protects care from it.", first)
    first = "Watch waiting times, visits per patient and staff leaving, beside the earnings."
    return case.judged(Standing.WATCH, f"{because} Clinicians decide about care.", first)


CRITERION = Criterion(
    name="investor_pressure",
    title="Investors",
    question="Is care safe from the pressure of outside money?",
    why=(
        "Groups with 50 to 100 employed clinicians, contracts with plans and three steady years "
        "draw investors. A contract that pays for lower cost and an owner who wants a return pull "
        "the same way; patients and clinicians stand on the other side."
    ),
    requirements=("R-D4",),
    when=When.SIGNING,
    judge=judge,
)
