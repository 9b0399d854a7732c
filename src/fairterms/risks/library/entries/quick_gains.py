"""Q2: quick relief crowds out lasting goals."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="quick_gains",
    id="Q2",
    title="Quick relief crowds out lasting goals",
    area=Area.QUALITY,
    objectives=("O6",),
    sources=(SourceKind.PEOPLE,),
    cause="Pay looks at symptoms after a few months and at nothing later.",
    event="Treatment aims at the next score.",
    effect=(
        "Grief, trauma and ways of living that take longer are left alone, and patients come back."
    ),
    prevents=(
        "Agree on a balanced set with function, quality of life and the working relationship.",
    ),
    detects=("Ask patients again six and twelve months after the end of treatment.",),
    corrects=("Move weight from early symptoms to lasting results.",),
    indicator=LeadingIndicator(
        words="patients who return for the same problem within six months",
        unit="% of those who ended",
        amber="rising for two quarters",
        red="above the years before the contract for a whole year",
        lead="Returns show within months, while the reward was paid for the first score.",
    ),
    if_ignored="Care becomes shallow, and total cost rises later.",
    guardrails=("The patient's own goals decide when treatment ends.",),
    requirements=("R-C1", "R-C6", "R-C13"),
    wakes_on=("early_scores_only",),
    quiet_when=("no_measures_paid",),
)
