"""Whether terms go both ways."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="symmetric_terms",
    title="The same terms for both",
    text="Do gains and losses, rights and duties go both ways?",
    why=(
        "Unequal terms show how the plan sees the other side. They also cost money: a limit on "
        "gains without one on losses has a price."
    ),
    theme=Theme.WILLINGNESS,
    requirements=("R-D9",),
    good=(
        "The same share, the same limit and the same threshold for gains and losses; the same "
        "notice for both."
    ),
    warning="Gains are limited and losses are not; the plan may leave sooner than the group.",
    evidence=(
        "both clauses side by side, with their numbers",
        "the plan's reason for each difference",
    ),
    checks=(
        "gain-loss-asymmetry",
        "incentive-at-will",
        "exit-without-cause",
    ),
    hints=(
        "indemnity-direction",
        "assignment-one-way",
        "liability-limit",
    ),
    models=(
        "shared_savings",
        "risk_corridor",
    ),
)
