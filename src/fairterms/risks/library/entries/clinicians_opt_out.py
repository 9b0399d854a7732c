"""A7: contracted clinicians do not take part."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="clinicians_opt_out",
    id="A7",
    title="Contracted clinicians do not take part",
    area=Area.OPERATIONS,
    objectives=("O4", "O7"),
    sources=(SourceKind.PEOPLE,),
    cause=(
        "The group signs for clinicians who are independent, or binds them to products they did "
        "not choose."
    ),
    event="Some refuse or leave.",
    effect=(
        "Targets that were set for all must be reached by a few, and patients lose their clinician."
    ),
    prevents=("Let each clinician decide, and set targets by those who take part.",),
    detects=("Count those who take part every month.",),
    corrects=("Scale targets and payments to the number who take part.",),
    indicator=LeadingIndicator(
        words="clinicians who take part",
        unit="% of those counted in the target",
        amber="below 90 %",
        red="below 75 %",
        lead="Clinicians say that they will leave before they do.",
    ),
    if_ignored="The group is in breach for people that it cannot command.",
    guardrails=("No patient loses a clinician in the middle of treatment.",),
    requirements=("R-D3", "R-G6"),
    wakes_by=("all-products",),
)
