"""P6: harm to the population has no agreed alarm."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="population_harm_unwatched",
    id="P6",
    title="Harm to the population has no agreed alarm",
    area=Area.RISK_POOL,
    objectives=("O4",),
    sources=(SourceKind.WORK,),
    cause=(
        "Both sides watch their money, and nobody has agreed on what harm to people looks like "
        "or who stops it."
    ),
    event="Access, safety or outcomes get worse for the community.",
    effect="The public pays in illness for a contract that balances.",
    prevents=(
        "Agree on objectives for the public, with signs of harm, before the contract starts.",
    ),
    detects=("Review those signs together, with the same rank as the money.",),
    corrects=("Suspend the incentive when a sign is crossed, until both sides have acted.",),
    indicator=LeadingIndicator(
        words="crossed signs of harm that nobody answered",
        unit="signs",
        amber="one open for a month",
        red="two, or one open for a quarter",
        lead="An unanswered alarm comes before the damage it warns of.",
    ),
    if_ignored="Harm is found by newspapers or regulators instead of the partners.",
    guardrails=("Harm to the public counts beside a loss of money, never below it.",),
    requirements=("R-E5", "R-E6", "R-E8"),
    wakes_by=("controls-exceptions",),
)
