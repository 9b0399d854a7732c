"""Whether the plan can pay what it may owe."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="solvency",
    title="Solvency",
    text="Can the plan pay what it may owe?",
    why="A reward is paid long after the work. The plan must still be able to pay it.",
    theme=Theme.DILIGENCE,
    requirements=("R-D11",),
    good="Audited statements with reserves above what the regulator asks for.",
    warning="Losses for several years, a sale under way, or a line of business about to end.",
    evidence=(
        "the last audited statement",
        "the regulator's figure for its reserves",
        "news of a sale or of leaving a market",
    ),
    hints=("pay-when-paid",),
)
