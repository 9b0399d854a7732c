"""How the two sides worked together so far."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="collaboration_history",
    title="History of working together",
    text="How have the two sides worked together so far?",
    why="What a plan did with the last contract says more than what it says about the next one.",
    theme=Theme.FIT,
    requirements=("R-D9",),
    good=(
        "Bills paid on time, errors mended within weeks, questions answered by a person with a "
        "name."
    ),
    warning="Late payments, money taken back without reasons, contact persons who change.",
    evidence=(
        "days to payment in the last twelve months",
        "a list of disputes and how each ended",
        "another group that has worked with this plan, and its view",
    ),
    hints=(
        "prompt-pay",
        "recoup-limits",
    ),
)
