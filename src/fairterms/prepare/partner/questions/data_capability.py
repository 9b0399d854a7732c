"""Whether the plan can work out what it pays on."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="data_capability",
    title="Data capability",
    text="Can the plan work out the results it pays on?",
    why=(
        "Many disputes are about lists and bills that were wrong. A plan that cannot show one "
        "case from bill to payment cannot settle a year."
    ),
    theme=Theme.DILIGENCE,
    requirements=("R-D11",),
    good=(
        "A worked example from bill to payment, a named person for the files, an outside report "
        "on its controls."
    ),
    warning="Nobody at the plan can say how a figure came about.",
    evidence=(
        "one settled year of another group, without names",
        "the report of an outside auditor on its controls, with its period",
        "the error rate of the last member lists",
    ),
    hints=(
        "reconciliation-terms",
        "controls-exceptions",
        "attribution-method",
    ),
)
