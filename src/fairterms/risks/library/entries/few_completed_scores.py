"""Q4: few patients complete the questionnaires."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="few_completed_scores",
    id="Q4",
    title="Few patients complete the questionnaires",
    area=Area.QUALITY,
    objectives=("O3",),
    sources=(SourceKind.RECORD,),
    cause="Pay rests on scores that patients give, and asking them is one more step in a full day.",
    event="Only some give a first and a later score, and they differ from the rest.",
    effect="The result describes those who answered, and the others vanish.",
    prevents=(
        "Build the questions into the visit, on paper, phone or screen, in the patient's language.",
        "Agree on what a missing score means.",
    ),
    detects=("Show completion every month, by site and by kind of patient.",),
    corrects=("Call those who are missing, and use the agreed rule for the rest.",),
    indicator=LeadingIndicator(
        words="patients in care with a first and a later score",
        unit="%",
        amber="below 70 %",
        red="below 50 %",
        lead="Completion is seen weekly; the outcome only after treatment ends.",
    ),
    if_ignored="Results are skewed in a direction that nobody can tell.",
    guardrails=("A patient may always decline to answer, without any loss.",),
    requirements=("R-C2", "R-C3"),
    wakes_on=("patient_scores_paid",),
    quiet_when=("no_measures_paid",),
)
