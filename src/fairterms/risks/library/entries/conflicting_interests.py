"""L7: a conflict of interest bends treatment or a vote."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="conflicting_interests",
    id="L7",
    title="A conflict of interest bends treatment or a vote",
    area=Area.LAW,
    objectives=("O6", "O9"),
    sources=(SourceKind.PEOPLE,),
    cause="Someone who decides on care, or on the contract, gains from one of the answers.",
    event="The decision follows the gain, perhaps without anyone noticing.",
    effect="Judgment is compromised, or seems so, which harms as much.",
    prevents=("Declare interests each year, nil returns too, and step aside where one applies.",),
    detects=("Compare decisions with declared interests.",),
    corrects=("Decide again without the person concerned.",),
    indicator=LeadingIndicator(
        words="people who decide and have not declared this year",
        unit="people",
        amber="one",
        red="one who took part in a decision",
        lead="A missing declaration is known before the vote.",
    ),
    if_ignored="Trust in both partners is lost with the first story.",
    guardrails=("No clinician's pay falls because a patient needs more care.",),
    requirements=("R-E9", "R-H4"),
    wakes_by=("care-limiting-incentive",),
    wakes_on=("excludes_people",),
)
