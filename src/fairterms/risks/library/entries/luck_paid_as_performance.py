"""F9: small numbers: luck is paid as performance."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="luck_paid_as_performance",
    id="F9",
    title="Small numbers: luck is paid as performance",
    area=Area.MONEY,
    objectives=("O1", "O3"),
    sources=(SourceKind.MODEL,),
    cause="A measure has few patients in a year, or one result decides on all of the pay.",
    event="A rate moves above or below its threshold by chance.",
    effect="A good year earns nothing and a poor one is rewarded, and nobody learns from either.",
    prevents=(
        "Do not score a measure below a named number of patients.",
        "Pull rates of small groups toward the average, and let each measure earn its own share.",
    ),
    detects=(
        "Show each rate with its interval, and the chance that a group on target is penalized.",
    ),
    corrects=(
        "Treat a period with too few patients as not measured, and add its patients to the next.",
    ),
    indicator=LeadingIndicator(
        words="chance that a group exactly on target fails by luck",
        unit="%",
        amber="above 10 %",
        red="above 25 %",
        lead="It follows from the number of patients, which is known before the year ends.",
    ),
    if_ignored="Pay becomes a lottery, and clinicians stop believing in measurement.",
    guardrails=("No clinician is judged on a number that chance explains.",),
    requirements=("R-C6", "R-D1"),
    wakes_by=("quality-gate",),
    wakes_on=("measures_without_minimum",),
    quiet_when=("no_measures_paid",),
)
