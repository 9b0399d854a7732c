"""Whether somebody near may decide."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="local_administration",
    title="Who decides, and where",
    text="Is there somebody near, with a name, who may decide?",
    why="A promise of a local manager is worth little when a national office decides.",
    theme=Theme.OPENNESS,
    requirements=("R-D9", "R-D10"),
    good="A named person for contracts, data and care, with the power to mend an error.",
    warning="A service number, and policies from a national office that come by notice.",
    evidence=(
        "names, and what each may decide alone",
        "how long the person has been there",
    ),
    hints=(
        "meeting-cadence",
        "responsibility-split",
        "manual-change-notice",
    ),
)
