"""L2: a payment may look like a kickback or self-referral."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="kickback_resemblance",
    id="L2",
    title="A payment may look like a kickback or self-referral",
    area=Area.LAW,
    objectives=("O9",),
    sources=(SourceKind.CLAUSE,),
    cause=(
        "A reward that depends on volume or on referrals is paid to people who decide on care, "
        "and public money is involved."
    ),
    event="Someone asks whether the payment buys referrals.",
    effect="The group may face repayment, penalties and exclusion, whatever was meant.",
    prevents=("Ask counsel for a written opinion on each payment before it is made.",),
    detects=("Compare payments with referrals each year.",),
    corrects=("Restructure the payment, and ask counsel what must be disclosed.",),
    indicator=LeadingIndicator(
        words="arrangements without a written opinion",
        unit="arrangements",
        amber="one planned",
        red="one in use",
        lead="A missing opinion is known before money moves.",
    ),
    if_ignored="A well-meant reward becomes a matter for enforcement.",
    guardrails=("No payment depends on the number of people someone refers.",),
    requirements=("R-A12", "R-F11"),
    wakes_on=("public_money_reward",),
)
