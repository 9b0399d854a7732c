"""Q10: the model rests on thin evidence."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="thin_evidence",
    id="Q10",
    title="The model rests on thin evidence",
    area=Area.QUALITY,
    objectives=("O3",),
    sources=(SourceKind.OUTSIDE,),
    cause="Little is known about this way of paying for psychotherapy, and losses begin at once.",
    event="The model does not work as it was hoped.",
    effect="Many patients and clinicians bear the cost of an experiment.",
    prevents=("Begin with a pilot, gains only, and a written rule for stopping.",),
    detects=("Evaluate halfway, with an interval around each effect.",),
    corrects=("Stop, or change the model, when the rule says so.",),
    indicator=LeadingIndicator(
        words="width of the interval around the effect",
        unit="points of the outcome",
        amber="as wide as the effect that was hoped for",
        red="twice as wide",
        lead="The width tells whether anything can be learned before the year's result comes.",
    ),
    if_ignored="A mistake is repeated at scale.",
    guardrails=("An experiment with patients has an end and a person who may end it.",),
    requirements=("R-B7", "R-C11", "R-D13"),
    wakes_by=("risk-phase-in",),
)
