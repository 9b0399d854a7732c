"""What the contract must do for the plan."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="plan_goals",
    title="The plan's goals",
    text="What must this contract do for the plan?",
    why=(
        "A deal lasts when it helps both sides. What the plan is paid for, by employers or by the "
        "state, says what it needs."
    ),
    theme=Theme.GOALS,
    requirements=("R-D10",),
    good=(
        "Goals with figures: days to a first visit, stays, the share of payments by value; and "
        "what the first year is for."
    ),
    warning="Savings alone, or goals that nobody can name.",
    evidence=(
        "the plan's goals for this line of business, with figures",
        "its contract with the state or an employer, as far as public",
    ),
    hints=("shared-objectives",),
)
