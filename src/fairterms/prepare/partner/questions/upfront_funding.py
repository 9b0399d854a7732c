"""Whether the plan pays before results."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="upfront_funding",
    title="Money before results",
    text="Does the plan pay for staff, tools and training before any result?",
    why="The work begins long before any reward. Who believes in the deal pays for its start.",
    theme=Theme.WILLINGNESS,
    requirements=("R-D9", "R-F9"),
    good=(
        "A payment for the start or a fee each month, for the work the contract demands, which is "
        "not taken back."
    ),
    warning="The work is a condition of taking part, or the start is a loan against later savings.",
    evidence=(
        "the clause that pays for it",
        "the plan's own budget for this programme",
    ),
    checks=("admin-funding",),
    hints=("reporting-burden",),
    models=(
        "care_coordination",
        "pay_for_reporting",
    ),
)
