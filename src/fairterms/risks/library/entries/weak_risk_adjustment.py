"""P1: targets do not follow how ill patients are."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="weak_risk_adjustment",
    id="P1",
    title="Targets do not follow how ill patients are",
    area=Area.RISK_POOL,
    objectives=("O1", "O5"),
    sources=(SourceKind.MODEL,),
    cause=(
        "The text names no model that adjusts targets for severity, or names one that nobody "
        "can check."
    ),
    event="The group treats people who are more ill than the target supposes.",
    effect="It is fined for its patients, and groups with easy patients are rewarded.",
    prevents=("Agree on a published model, its inputs and its version.",),
    detects=("Compare observed with expected results for each tenth of severity.",),
    corrects=("Agree on a payment that corrects the result when the comparison shows a slope.",),
    indicator=LeadingIndicator(
        words="slope of observed on expected results",
        unit="number, 1 is right",
        amber="outside 0.9 to 1.1",
        red="outside 0.8 to 1.2",
        lead="It can be worked out on past years before signing.",
    ),
    if_ignored="Whoever takes the sickest patients goes out of business first.",
    guardrails=("Severity is recorded for care, and never raised for pay.",),
    requirements=("R-C5", "R-C8"),
    wakes_by=("risk-adjustment",),
    wakes_on=("target_without_adjustment",),
    quiet_when=("no_incentive",),
)
