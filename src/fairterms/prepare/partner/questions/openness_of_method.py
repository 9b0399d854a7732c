"""Whether every figure can be worked out again."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="openness_of_method",
    title="Openness of the method",
    text="Will the plan show how it works out every figure?",
    why="A figure nobody can work out again is a figure nobody can dispute.",
    theme=Theme.OPENNESS,
    requirements=("R-D9", "R-D11"),
    good=(
        "The formula, the lists and the bills behind every figure; a right to audit for both sides."
    ),
    warning="A proprietary model, or arithmetic that is final once the plan has checked it.",
    evidence=(
        "the formula with a worked example",
        "the technical guide of the risk model",
        "the right to audit, in the contract",
    ),
    checks=(
        "benchmark-method",
        "audit-of-plan",
    ),
    hints=(
        "risk-adjustment",
        "rate-secrecy",
        "network-undisclosed",
    ),
)
