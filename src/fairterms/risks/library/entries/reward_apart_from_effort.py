"""Q8: the reward has little to do with effort or outcome."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="reward_apart_from_effort",
    id="Q8",
    title="The reward has little to do with effort or outcome",
    area=Area.QUALITY,
    objectives=("O6", "O10"),
    sources=(SourceKind.MODEL,),
    cause="Gates, caps or the plan's own decision settle more of the pay than the work does.",
    event="Good work earns nothing, or pay comes whatever was done.",
    effect="People stop believing in the program.",
    prevents=("Try the formula on many made-up years, and see what moves the pay.",),
    detects=("Compare pay with effort and results each year.",),
    corrects=("Redesign the part that pays by chance or by discretion.",),
    indicator=LeadingIndicator(
        words="share of the swing in pay that the group's own work explains",
        unit="%",
        amber="below one half",
        red="below one quarter",
        lead="A simulation shows it before the first year.",
    ),
    if_ignored="Cynicism spreads, and those who care most leave.",
    guardrails=("No reward depends on an opinion that needs no reasons.",),
    requirements=("R-B6", "R-B13"),
    wakes_by=("incentive-at-will",),
    wakes_on=("one_measure_takes_all",),
    quiet_when=("no_incentive",),
)
