"""What the plan cannot change."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="plan_limits",
    title="The plan's limits",
    text="What can the plan not change, and why?",
    why=(
        "Some terms are set by law or by a parent company. Knowing which saves months of talks, "
        "and shows which limits are only habit."
    ),
    theme=Theme.GOALS,
    requirements=("R-D10",),
    good=(
        "Limits named with their reason: a law, a rule of the state, a system that takes a year "
        "to change."
    ),
    warning="Everything is policy, and nobody may say whose.",
    evidence=(
        "the rule or policy in writing",
        "the name of the person who may decide on an exception",
    ),
    hints=(
        "standard-form-signs",
        "manual-incorporated",
        "vbp-terms-outside",
    ),
)
