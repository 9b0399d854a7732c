"""P3: social conditions are ignored, and gaps widen."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="social_factors_ignored",
    id="P3",
    title="Social conditions are ignored, and gaps widen",
    area=Area.RISK_POOL,
    objectives=("O5",),
    sources=(SourceKind.MODEL,),
    cause="Results depend on housing, income and language, and the targets look away from them.",
    event="Groups that serve poor neighborhoods score lower for the same work.",
    effect="Money moves from where need is great to where it is small.",
    prevents=("Set targets by groups of similar patients, and pay for outreach.",),
    detects=(
        "Report the gap between groups of patients at each quarter, with small numbers hidden.",
    ),
    corrects=("Spend the outreach money where the gap grows.",),
    indicator=LeadingIndicator(
        words="gap in outcome between groups of patients",
        unit="percentage points",
        amber="wider than the year before",
        red="wider in two years in a row",
        lead="The gap in early scores opens before the yearly result.",
    ),
    if_ignored="The contract makes unequal health more unequal.",
    guardrails=("Adjustment never hides a gap: both numbers are shown.",),
    requirements=("R-C5", "R-C8", "R-G8", "R-E8"),
    wakes_by=("high-need-payment",),
    wakes_on=("public_line_without_adjustment",),
)
