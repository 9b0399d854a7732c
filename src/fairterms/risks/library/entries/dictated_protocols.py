"""Q9: dictated rules displace clinical judgment."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="dictated_protocols",
    id="Q9",
    title="Dictated rules displace clinical judgment",
    area=Area.QUALITY,
    objectives=("O6",),
    sources=(SourceKind.CLAUSE,),
    cause="The plan decides alone which care is necessary, or what may be said to a patient.",
    event="A clinician sees that the rule does not fit this patient.",
    effect="The patient gets care that fits the rule, or the right care goes unpaid.",
    prevents=(
        (
            "Agree on generally accepted standards of care, and on a right to depart from a "
            "protocol with a reason."
        ),
    ),
    detects=("Log each departure and each refusal, with its reason.",),
    corrects=("Change the protocol when departures gather at one place.",),
    indicator=LeadingIndicator(
        words="departures from the protocol per 100 treatment plans",
        unit="per 100 plans",
        amber="above 10",
        red="above 20, or none at all",
        lead=(
            "Departures show a poor fit before outcomes do; none at all may mean that nobody dares."
        ),
    ),
    if_ignored="Care follows the payer's form, and patients leave it early.",
    guardrails=("A clinician may always tell a patient what would help.",),
    requirements=("R-A10", "R-C9", "R-C13"),
    wakes_by=("medical-necessity-standard", "patient-talk"),
)
