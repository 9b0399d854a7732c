"""L1: sharing outcome data exposes patients."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="outcome_data_breach",
    id="L1",
    title="Sharing outcome data exposes patients",
    area=Area.LAW,
    objectives=("O8",),
    sources=(SourceKind.WORK,),
    cause=(
        "More data leave the practice than the purpose needs, and the text lets the plan use "
        "them widely."
    ),
    event="Records are read, lost or used by people who should not have them.",
    effect="Patients are exposed, and the group faces fines and lost trust.",
    prevents=(
        "Send the least that the purpose needs, encrypted, without names where that is possible.",
        "Say who owns the data and what they may be used for.",
    ),
    detects=("Review who read what each month.",),
    corrects=("Follow an incident plan that was practiced, and tell those concerned in time.",),
    indicator=LeadingIndicator(
        words="reads that nobody can explain",
        unit="reads per month",
        amber="one",
        red="more than one, or one of a whole table",
        lead="An unexplained read often comes before a loss.",
    ),
    if_ignored="One breach undoes the trust of years.",
    guardrails=("Notes of psychotherapy are never part of a feed.",),
    requirements=("R-C12", "R-H5"),
    wakes_by=("data-ownership",),
)
