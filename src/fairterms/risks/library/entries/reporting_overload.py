"""A1: reports outgrow the staff."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="reporting_overload",
    id="A1",
    title="Reports outgrow the staff",
    area=Area.OPERATIONS,
    objectives=("O7",),
    sources=(SourceKind.WORK,),
    cause="Reports, audits and forms are added without a list, a limit or anyone to do them.",
    event="Clinicians and office staff do them after hours.",
    effect="People tire, make mistakes and leave.",
    prevents=(
        "Fix all reports, their fields and their dates in an exhibit, with a limit of hours.",
        "Agree on notice, sample and cost of each audit.",
    ),
    detects=("Log the hours of administration for one week in each month.",),
    corrects=("Drop a measure or have it paid for when the limit is passed.",),
    indicator=LeadingIndicator(
        words="hours of administration per clinician in a week",
        unit="hours per week",
        amber="more than the agreed limit",
        red="more than the limit in three months in a row",
        lead="Hours rise before mistakes and resignations do.",
    ),
    if_ignored="The best clinicians leave first, and the reports become wrong as well as late.",
    guardrails=("A report never replaces an appointment.",),
    requirements=("R-C9", "R-D2", "R-F9"),
    wakes_by=("reporting-burden", "audit-burden"),
)
