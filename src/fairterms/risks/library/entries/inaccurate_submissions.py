"""L4: inaccurate data are submitted for payment."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="inaccurate_submissions",
    id="L4",
    title="Inaccurate data are submitted for payment",
    area=Area.LAW,
    objectives=("O9",),
    sources=(SourceKind.RECORD,),
    cause=(
        "Reports or scores that the group sends earn money, and someone attests that they are "
        "right."
    ),
    event="A report holds errors that nobody noticed.",
    effect="The group may have to repay, and may be asked whether it knew.",
    prevents=("Attest only to what a second person has checked.",),
    detects=("Draw a sample before each submission and compare it with the record.",),
    corrects=("Correct it on your own account, and ask counsel about repayment.",),
    indicator=LeadingIndicator(
        words="errors found in the sample before sending",
        unit="% of lines",
        amber="above 2 %",
        red="above 5 %",
        lead="Errors in the sample are found before anything is claimed.",
    ),
    if_ignored="A careless report may be read as a false claim.",
    guardrails=("Nobody signs for figures that they could not check.",),
    requirements=("R-A12", "R-H6"),
    wakes_on=("reports_earn_money",),
)
