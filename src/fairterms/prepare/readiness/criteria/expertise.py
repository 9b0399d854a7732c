"""Whether the group has, or buys, the knowledge a contract takes."""

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
from fairterms.prepare.readiness.work_cover import Needed, hear_all


def judge(declaration: Declaration, _situation: Situation) -> Judgement:
    """Judge by which of five kinds of knowledge are there."""
    case, has = Case(), declaration.expertise
    found = hear_all(
        case,
        (
            Needed("legal knowledge", has.legal),
            Needed("financial knowledge", has.financial),
            Needed("contracting", has.contracting),
            Needed("analysis of records", has.analytics),
            Needed("auditing", has.auditing),
        ),
    )
    if found.lacking:
        first = f"Find somebody for {found.lacking[0]}; counsel reads the text before anyone signs."
        return case.judged(Standing.NOT_YET, f"Nobody covers {listed(found.lacking)}.", first)
    if found.unsaid:
        first = f"Say under [expertise] who covers {listed(found.unsaid)}."
        return case.unknown(f"Not said who covers {listed(found.unsaid)}.", first)
    if found.planned:
        first = f"Settle who does it, and from when: {listed(found.planned)}."
        return case.judged(Standing.WATCH, f"Only planned: {listed(found.planned)}.", first)
    return case.judged(Standing.READY, "All five kinds of knowledge are there or bought.")


CRITERION = Criterion(
    name="expertise",
    title="Expertise",
    question="Does the group have, or buy, the knowledge the contract takes?",
    why=(
        "The plan comes with lawyers, actuaries and analysts. A group needs somebody who reads the "
        "law, the money, the terms and the records for its own side, and somebody who can check "
        "the plan's arithmetic."
    ),
    requirements=("R-D5",),
    when=When.SIGNING,
    judge=judge,
)
