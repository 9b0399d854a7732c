"""How disputes with other groups ended."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="dispute_history",
    title="Disputes",
    text="How have disputes with other groups ended?",
    why=("A process on paper tells little. What happened to others is what may well happen here."),
    theme=Theme.DILIGENCE,
    requirements=("R-D11",),
    good="Disputes settled by a neutral person within months, with money paid while they went on.",
    warning="Money taken back during a dispute, suits, or silence.",
    evidence=(
        "the number of disputes and how each ended in three years",
        "court records under the plan's name",
    ),
    hints=(
        "dispute-process",
        "recoup-during-dispute",
        "arbitration-only",
        "suit-deadline",
    ),
)
