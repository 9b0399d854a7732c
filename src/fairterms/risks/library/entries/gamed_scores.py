"""Q5: scores or coding are shaped for pay."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="gamed_scores",
    id="Q5",
    title="Scores or coding are shaped for pay",
    area=Area.QUALITY,
    objectives=("O3", "O10"),
    sources=(SourceKind.PEOPLE,),
    cause="A single step at a threshold, or a ranking of single people, is worth much money.",
    event="Some choose easy patients, coach answers or code up to the line.",
    effect="Those who report honestly earn less than those who do not.",
    prevents=("Reward the group as a whole, in proportion and without a cliff.",),
    detects=("Look each quarter for results that gather just beyond a threshold.",),
    corrects=(
        "Review the records calmly, set the result right, and refer what remains unexplained.",
    ),
    indicator=LeadingIndicator(
        words="results just above the threshold compared with those just below",
        unit="ratio",
        amber="more than twice as many",
        red="more than four times as many",
        lead="A heap at the threshold shows in the first quarter's data.",
    ),
    if_ignored="Shaping becomes the custom, and the measure loses its meaning.",
    guardrails=("A pattern is a reason to look, and never by itself a reason to accuse.",),
    requirements=("R-B13", "R-C9"),
    wakes_by=("group-reward-rule",),
    wakes_on=("one_measure_takes_all",),
    quiet_when=("no_measures_paid",),
)
