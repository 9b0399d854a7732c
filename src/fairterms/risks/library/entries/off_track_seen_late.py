"""Q7: patients off track are noticed only at the settlement."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="off_track_seen_late",
    id="Q7",
    title="Patients off track are noticed only at the settlement",
    area=Area.QUALITY,
    objectives=("O3", "O5"),
    sources=(SourceKind.WORK,),
    cause="There is no early sign that both sides look at together.",
    event="A kind of patient does not respond, and nobody sees it until the year is over.",
    effect="They are not helped in time, and the group pays a penalty for having treated them.",
    prevents=("Agree on groups of similar patients and on early signs before the year begins.",),
    detects=("List every month those who are off track by the sixth week.",),
    corrects=(
        (
            "Study them together, place them in a risk group of their own, and lift the penalty "
            "for them."
        ),
    ),
    indicator=LeadingIndicator(
        words="patients off track by the sixth week",
        unit="% of those who began",
        amber="above the share of the year before",
        red="above it in two quarters in a row",
        lead="The sixth week comes months before the score that is paid for.",
    ),
    if_ignored="The same patients fail every year, and they become unwelcome.",
    guardrails=(
        "Being off track opens a conversation about care, never a penalty for the patient.",
    ),
    requirements=("R-C7", "R-C8", "R-E6"),
    wakes_by=("leading-indicators", "controls-exceptions"),
    quiet_when=("no_measures_paid",),
)
