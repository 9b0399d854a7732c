"""P4: the mix of patients, or demand, shifts during the term."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="mix_shifts",
    id="P4",
    title="The mix of patients, or demand, shifts during the term",
    area=Area.RISK_POOL,
    objectives=("O1",),
    sources=(SourceKind.OUTSIDE,),
    cause="The terms are fixed for years, and an economy, an epidemic or a benefit change is not.",
    event="More people come, or people with other needs.",
    effect="The group overspends and its staff are exhausted.",
    prevents=(
        "Limit what the very dearest cases count, and agree on when the target is set again.",
    ),
    detects=("Compare the mix with the baseline at each quarter.",),
    corrects=("Set the target again, and pay for a surge.",),
    indicator=LeadingIndicator(
        words="mix of diagnoses and severity compared with the baseline",
        unit="index, 1 is unchanged",
        amber="outside 0.95 to 1.05",
        red="outside 0.90 to 1.10",
        lead="The mix at intake moves before cost does.",
    ),
    if_ignored="An old target is applied to a new population.",
    guardrails=("In a crisis people are seen first and counted later.",),
    requirements=("R-B9", "R-B11", "R-G5"),
    wakes_by=("stop-loss",),
    wakes_on=("long_term_target",),
    quiet_when=("no_target",),
)
