"""Q3: results depend on the care of others."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="care_by_others",
    id="Q3",
    title="Results depend on the care of others",
    area=Area.QUALITY,
    objectives=("O1", "O3"),
    sources=(SourceKind.OUTSIDE,),
    cause="The result counts hospital stays, medicines or visits that others decide on.",
    event="Costs or scores move for reasons that the group never saw.",
    effect="It is blamed or rewarded for what it does not control.",
    prevents=("Pay on the part of care that the group can influence.",),
    detects=("Flag patients who are also treated elsewhere, and follow their share.",),
    corrects=("Leave out, or share, results that others caused.",),
    indicator=LeadingIndicator(
        words="share of members' contacts or cost outside the group",
        unit="%",
        amber="above one half",
        red="above four fifths",
        lead="It is known from past records before the contract begins.",
    ),
    if_ignored="Effort does not change the result, so effort ends.",
    guardrails=("No patient is kept from other care to improve a number.",),
    requirements=("R-D8", "R-D12"),
    wakes_on=("cost_of_others_counts",),
)
