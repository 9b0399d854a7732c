"""F3: payment or settlement arrives late."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="late_payment",
    id="F3",
    title="Payment or settlement arrives late",
    area=Area.MONEY,
    objectives=("O2",),
    sources=(SourceKind.COUNTERPARTY, SourceKind.WORK),
    cause=(
        "The text gives the plan much time to pay, or part of the pay is held until after the year."
    ),
    event="Money that was earned arrives weeks or months after wages were due.",
    effect="The group borrows, or pays its clinicians late.",
    prevents=(
        "Agree on a day by which each kind of payment is due, and on interest after it.",
        "Agree on advance or interim payments where the final figure takes long.",
    ),
    detects=("List what is owed by age every month, and ask about each sum that is past its day.",),
    corrects=(
        "Claim interest, and use the advance that was agreed for this case.",
        "Keep a line of credit large enough for one missed payroll.",
    ),
    indicator=LeadingIndicator(
        words="days that earned money has been outstanding",
        unit="days",
        amber="more than the agreed days",
        red="more than twice the agreed days",
        lead=(
            "Payments slow down before they stop, and each slow one is visible in the list by age."
        ),
    ),
    if_ignored="One late settlement becomes a missed payroll, and clinicians leave.",
    guardrails=("No appointment is canceled because a payment is late.",),
    requirements=("R-B10", "R-G4"),
    wakes_by=("prompt-pay", "pay-when-paid"),
    wakes_on=("holds_fees_back",),
)
