"""P5: care is thinned: fewer visits, longer waits."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="thinned_care",
    id="P5",
    title="Care is thinned: fewer visits, longer waits",
    area=Area.RISK_POOL,
    objectives=("O4", "O6"),
    sources=(SourceKind.PEOPLE, SourceKind.COUNTERPARTY),
    cause="Care that is not given raises the payment, and only high use is looked at.",
    event="Visits become fewer, waits longer, and endings earlier, a little at a time.",
    effect="People who are still ill go without treatment.",
    prevents=(
        "Agree on a floor of access and of visits below which no saving is shared.",
        "Strike out pay that rewards withholding, shortening or delaying care.",
    ),
    detects=("Report each month those who came once and those who ended while still severe.",),
    corrects=("Pause the incentive until the floor is reached again.",),
    indicator=LeadingIndicator(
        words="patients who ended treatment while their score was still severe",
        unit="% of endings",
        amber="above the years before the contract",
        red="above them in two quarters in a row",
        lead="Early endings are seen in weeks; relapse and hospital stays come later.",
    ),
    if_ignored="Savings are paid for untreated illness.",
    guardrails=("No payment rests on a visit that was needed and not given.",),
    requirements=("R-C9", "R-E8"),
    wakes_by=("undertreatment-watch", "care-limiting-incentive"),
    wakes_on=("savings_shared", "pays_for_little_use"),
)
