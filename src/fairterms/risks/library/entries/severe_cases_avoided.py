"""P2: people with severe needs are avoided."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="severe_cases_avoided",
    id="P2",
    title="People with severe needs are avoided",
    area=Area.RISK_POOL,
    objectives=("O4", "O5"),
    sources=(SourceKind.PEOPLE,),
    cause=(
        "People who need more time cost more and score lower, and nothing is paid for the "
        "difference."
    ),
    event="Intake drifts, often without anyone deciding it, toward easier patients.",
    effect="The people who need help most cannot find it.",
    prevents=("Pay more for members with listed clinical or social needs.",),
    detects=("Follow the severity of new patients and of those turned away.",),
    corrects=("Raise the payment for severe needs, and look at intake rules together.",),
    indicator=LeadingIndicator(
        words="severe cases among new patients",
        unit="%",
        amber="below the years before the contract in one quarter",
        red="below them in two quarters in a row",
        lead="Intake changes in the first months; harm in the community shows much later.",
    ),
    if_ignored="Emergency rooms, families and jails take the place of treatment.",
    guardrails=("Nobody is refused because of the score or cost they may bring.",),
    requirements=("R-B11", "R-C9", "R-E8"),
    wakes_by=("high-need-payment",),
    wakes_on=("fixed_payment_without_adjustment",),
)
