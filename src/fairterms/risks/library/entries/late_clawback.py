"""F5: money is taken back long after it was paid."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="late_clawback",
    id="F5",
    title="Money is taken back long after it was paid",
    area=Area.MONEY,
    objectives=("O1",),
    sources=(SourceKind.CLAUSE, SourceKind.COUNTERPARTY),
    cause=(
        "The text sets no limit in time or amount to what the plan may recover, or pays sums "
        "before the result is known."
    ),
    event="The plan asks for money back that was earned, spent and closed in the books.",
    effect="A debt appears at once that no reserve was kept for.",
    prevents=(
        "Agree on how far back a recovery may reach and on the most it may take in a year.",
        "Agree that nothing is taken while a timely dispute is open.",
    ),
    detects=(
        "Watch each notice from the plan, with the day by which it must be answered.",
        "Keep a list of money that could still be asked back.",
    ),
    corrects=(
        "Appeal in time, with the record of each claim.",
        "Pay in installments under a rule agreed beforehand.",
    ),
    indicator=LeadingIndicator(
        words="dollars that could still be asked back",
        unit="$",
        amber="more than one month of income",
        red="more than the reserve",
        lead=(
            "The sum that is still open to recovery is known on any day, long before a notice "
            "comes."
        ),
    ),
    if_ignored="A group that did well in its care can become unable to pay from one letter.",
    guardrails=("Money already paid out in wages is not asked back from clinicians.",),
    requirements=("R-B6", "R-B10"),
    wakes_by=("recoup-limits", "recoup-during-dispute", "amend-retroactive"),
    wakes_on=("pays_before_result",),
)
