"""L5: protected records leave without a basis."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="sensitive_records_released",
    id="L5",
    title="Protected records leave without a basis",
    area=Area.LAW,
    objectives=("O8",),
    sources=(SourceKind.WORK,),
    cause=(
        "The text lets the plan ask for therapy or substance-use records without saying on what "
        "basis."
    ),
    event="Notes go out with a claim file or an audit.",
    effect="What a patient told in confidence is known to others, and cannot be taken back.",
    prevents=("Keep such records apart, behind a release that a person signs.",),
    detects=("Review each release at the month's end.",),
    corrects=("Ask for the record back, tell the patient, and close the way it took.",),
    indicator=LeadingIndicator(
        words="requests for such records without a stated basis",
        unit="requests",
        amber="one",
        red="more than one in a quarter",
        lead="Requests come before releases.",
    ),
    if_ignored="Patients say less, and some do not come at all.",
    guardrails=("Psychotherapy notes are never released for payment.",),
    requirements=("R-A10", "R-C12", "R-H5"),
    wakes_by=("bh-record-privacy",),
)
