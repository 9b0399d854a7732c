"""Who decides on measures, targets and changes."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="co_ownership",
    title="Deciding together",
    text="Who decides on measures, targets and changes?",
    why="Whoever may change the measures alone may change the pay alone.",
    theme=Theme.WILLINGNESS,
    requirements=("R-D9",),
    good="A joint committee with equal seats; nothing changes unless both sides sign.",
    warning="The plan may change measures, policies or fees by notice.",
    evidence=(
        "the rules of the committee, with its seats",
        "minutes of a committee with another group",
    ),
    checks=(
        "amend-unilateral",
        "measure-change",
    ),
    hints=(
        "meeting-cadence",
        "recalibration-process",
        "plan-discretion",
    ),
    models=("phase_in",),
)
