"""F2: the incentive is below what it costs to earn."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="incentive_below_cost",
    id="F2",
    title="The incentive is below what it costs to earn",
    area=Area.MONEY,
    objectives=("O1",),
    sources=(SourceKind.MODEL,),
    cause="Nobody has worked out what measuring, reporting and coordinating cost the group.",
    event="The group reaches its targets, and the reward is smaller than the work it took.",
    effect=(
        "The group loses money by winning, and pays for the program out of its fees for therapy."
    ),
    prevents=(
        (
            "Work out the full cost of each duty before signing, staff time, software and "
            "training included."
        ),
        "Ask the plan for a payment that covers the work whatever the results are.",
    ),
    detects=("Compare the cost of each target with what it can pay, every quarter.",),
    corrects=(
        "Ask for a new price, or leave the part of the program that costs more than it pays.",
    ),
    indicator=LeadingIndicator(
        words="reward that can be expected divided by the full cost of earning it",
        unit="ratio",
        amber="below 1.2",
        red="below 1",
        lead="Cost per target is known from time sheets long before the first reward is paid.",
    ),
    if_ignored="Success makes the loss larger, and nobody sees why the practice grows poorer.",
    guardrails=("Clinical time is not cut to pay for reports.",),
    requirements=("R-B2", "R-B3", "R-B4"),
    wakes_by=("admin-funding", "most-favoured-rate"),
    quiet_when=("no_incentive",),
)
