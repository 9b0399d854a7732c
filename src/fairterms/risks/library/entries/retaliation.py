"""L9: fear of retaliation silences people."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="retaliation",
    id="L9",
    title="Fear of retaliation silences people",
    area=Area.LAW,
    objectives=("O10",),
    sources=(SourceKind.PEOPLE,),
    cause="The text does not protect those who report, or limits what may be said.",
    event="Someone sees harm and keeps quiet, or speaks and is punished.",
    effect="Wrongs stay hidden, and patients are hurt by what many knew.",
    prevents=(
        "Agree that nobody is harmed for a report made in good faith.",
        "Offer a way to report without a name.",
    ),
    detects=("Look at what happens to those who reported, for twelve months.",),
    corrects=("Let someone independent review each adverse act after a report.",),
    indicator=LeadingIndicator(
        words="adverse acts within twelve months of a report",
        unit="acts",
        amber="one",
        red="one that nobody independent reviewed",
        lead="An adverse act shows the climate before the next report fails to come.",
    ),
    if_ignored="Nothing is reported, and it looks as if nothing happened.",
    guardrails=("A report that names someone never goes to that person alone.",),
    requirements=("R-E9", "R-G8", "R-H8"),
    wakes_by=("retaliation-protection", "patient-talk"),
)
