"""F1: need exceeds the fixed budget."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="need_exceeds_budget",
    id="F1",
    title="Need exceeds the fixed budget",
    area=Area.MONEY,
    objectives=("O1",),
    sources=(SourceKind.OUTSIDE, SourceKind.MODEL),
    cause="The budget is fixed before anyone knows how much care the members will need.",
    event="Members need more care, or more costly care, than the budget foresaw.",
    effect=(
        "The group pays for the difference out of its reserve, and may have to cut care or close."
    ),
    prevents=(
        "Begin with gains only, so that the group owes nothing while the forecast is untested.",
        (
            "Agree on a stop-loss for single members and on a yearly cap for all losses "
            "together, each with its amount in the text."
        ),
    ),
    detects=(
        (
            "Compare spending with the budget every month, with an estimate for claims that "
            "have not arrived."
        ),
    ),
    corrects=(
        "Hold a reserve as large as the bad year that the forecast shows.",
        "Agree beforehand that the rate is reopened when need leaves a named range.",
    ),
    indicator=LeadingIndicator(
        words="cost of the last three months divided by the budget of those months",
        unit="ratio",
        amber="above 1 in one quarter",
        red="above 1 in two quarters in a row",
        lead=(
            "Costs pass the budget months before a settlement says so, and care plans can still "
            "be looked at together."
        ),
    ),
    if_ignored=(
        "A deficit is noticed at the settlement, when the money is spent; a small group may not "
        "survive it."
    ),
    guardrails=("No patient waits longer or leaves earlier because the budget is short.",),
    requirements=("R-B5", "R-B10", "R-B11"),
    wakes_by=("loss-cap", "stop-loss"),
    wakes_on=("owes_losses", "fixed_payment"),
    quiet_when=("no_downside",),
)
