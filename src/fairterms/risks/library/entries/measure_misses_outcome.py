"""Q1: the measure misses the real outcome."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="measure_misses_outcome",
    id="Q1",
    title="The measure misses the real outcome",
    area=Area.QUALITY,
    objectives=("O3",),
    sources=(SourceKind.MODEL,),
    cause=(
        "Pay hangs on a word or a number for quality that nobody has shown to measure how "
        "patients are."
    ),
    event="Patients get better and the measure does not show it, or the reverse.",
    effect="Good care is penalized and poor care is paid.",
    prevents=(
        (
            "Choose instruments with published evidence, and let clinicians read them before "
            "they are agreed."
        ),
    ),
    detects=(
        (
            "Report each year how reliable the measure is in this group, and whether it follows "
            "the clinical record."
        ),
    ),
    corrects=("Retire a measure that fails, and leave out its year.",),
    indicator=LeadingIndicator(
        words="reliability of the measure in this group",
        unit="coefficient from 0 to 1",
        amber="below 0.8",
        red="below 0.7",
        lead="Reliability can be worked out from a first sample, before money depends on it.",
    ),
    if_ignored="Clinicians work for the number and learn to distrust all numbers.",
    guardrails=("A score never overrules what the patient says.",),
    requirements=("R-A11", "R-C1", "R-C10"),
    wakes_by=("quality-term-undefined",),
    quiet_when=("no_measures_paid",),
)
