"""F10: losses fall on one side."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="one_sided_downside",
    id="F10",
    title="Losses fall on one side",
    area=Area.MONEY,
    objectives=("O1", "O10"),
    sources=(SourceKind.CLAUSE,),
    cause=(
        "Gains are limited and losses are not, or liability and fines are passed to the group "
        "alone."
    ),
    event="A bad year, a claim or a fine comes, and the text places it on the group.",
    effect=(
        "The weaker partner carries a loss that the stronger one could bear and may have caused."
    ),
    prevents=(
        "Agree on the same gate, share and cap for gains and for losses.",
        "Agree that each side answers for what it caused, up to the same limit.",
    ),
    detects=("Draw up what each side can win and lose, from the best year to the worst.",),
    corrects=("Reopen the terms when the two sides of that table differ.",),
    indicator=LeadingIndicator(
        words="share of the worst losses that falls on the group",
        unit="%",
        amber="more than half",
        red="nearly all",
        lead="The share can be read from the terms on the day they are offered.",
    ),
    if_ignored="Risk moves to whoever negotiates least well, and small groups leave the network.",
    guardrails=("Nobody signs for a loss that it cannot pay.",),
    requirements=("R-B5", "R-B6", "R-B7"),
    wakes_by=(
        "gain-loss-asymmetry",
        "loss-cap",
        "liability-limit",
        "indemnity-direction",
        "penalty-pass-through",
    ),
    wakes_on=("losses_without_cap",),
)
