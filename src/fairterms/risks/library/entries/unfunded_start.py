"""F8: the start, or an imposed system, is not paid for."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="unfunded_start",
    id="F8",
    title="The start, or an imposed system, is not paid for",
    area=Area.MONEY,
    objectives=("O1",),
    sources=(SourceKind.COUNTERPARTY,),
    cause=(
        "Software, training and staff are needed a year before the first reward, and the plan "
        "pays for none of it or chooses the system."
    ),
    event="The group buys, connects and trains on its own money.",
    effect="It is in debt before the program has begun to pay.",
    prevents=(
        (
            "Ask for a payment for the start, and for license and staff time of each system "
            "that the plan requires."
        ),
        "Offer the data in a standard format instead.",
    ),
    detects=("Compare what was spent with the plan for the start every month.",),
    corrects=("Agree that duties pause while the payment for the start is late.",),
    indicator=LeadingIndicator(
        words="share of the cost of the start that the plan has paid",
        unit="%",
        amber="less than was agreed for this month",
        red="nothing paid although work has begun",
        lead="Bills for software and training come before any result does.",
    ),
    if_ignored="The first reward pays a debt, and a bad first year ends the program.",
    guardrails=("Patients are not charged for the plan's system.",),
    requirements=("R-B3", "R-F9"),
    wakes_by=("platform-mandate",),
)
