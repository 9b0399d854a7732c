"""F7: the target rests on a wrong baseline."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="wrong_baseline",
    id="F7",
    title="The target rests on a wrong baseline",
    area=Area.MONEY,
    objectives=("O1", "O3"),
    sources=(SourceKind.RECORD, SourceKind.MODEL),
    cause=(
        "The target comes from too few years, from other patients, or from a method that nobody "
        "outside the plan has seen."
    ),
    event="The group is compared with a figure that its patients could not have reached.",
    effect="Good work is settled as a loss, or the target moves away as soon as it is reached.",
    prevents=(
        "Agree on a baseline of at least three years that both sides have seen.",
        "Write the formula of the target, its years and its exclusions into the text.",
    ),
    detects=(
        (
            "Work out the target from the same records, and show it with the range that chance "
            "alone explains."
        ),
    ),
    corrects=("Agree on the occasions on which the baseline is set again, in both directions.",),
    indicator=LeadingIndicator(
        words="distance between the target and the group's own past range",
        unit="share of that range",
        amber="the target lies at the edge of the range",
        red="the target lies outside the range",
        lead=(
            "The distance can be measured before signing, and again whenever the population "
            "changes."
        ),
    ),
    if_ignored="No effort reaches the target, and the group stops trying.",
    guardrails=("A target is never set from the results of the group's own best year alone.",),
    requirements=("R-C2", "R-C4", "R-F4"),
    wakes_by=("benchmark-method", "benchmark-ratchet", "recalibration-process"),
    quiet_when=("no_target",),
)
