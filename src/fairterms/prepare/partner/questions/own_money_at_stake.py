"""Whether the plan can lose money too."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="own_money_at_stake",
    title="The plan's own money",
    text="Does the plan put money of its own at stake on the results?",
    why=(
        "Sharing the risk of outcomes means that both sides lose when care fails. Where only the "
        "group can lose, the plan buys insurance from it."
    ),
    theme=Theme.WILLINGNESS,
    requirements=("R-D9",),
    good=(
        "The plan shares losses beyond a limit, pays for patients with high need, and bears what "
        "nobody can influence."
    ),
    warning="The group's losses have no limit, and the plan's share of them is nothing.",
    evidence=(
        "the clause that says what the plan loses in a bad year",
        "the forecast of a bad year for both sides",
    ),
    checks=(
        "loss-cap",
        "stop-loss",
    ),
    hints=("high-need-payment",),
    models=(
        "stop_loss",
        "aggregate_stop_loss",
        "truncation",
        "risk_corridor",
        "relief",
    ),
)
