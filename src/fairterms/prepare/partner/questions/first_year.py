"""Whether the first year is there to build trust."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="first_year",
    title="The first year",
    text="Is the first year there to build trust, with little at stake?",
    why=(
        "Two sides that have not worked together learn first whether the figures agree. Money can "
        "follow."
    ),
    theme=Theme.GOALS,
    requirements=("R-D10", "R-D13"),
    good=(
        "Results are reported and checked in the first year; a loss can be owed later, by a joint "
        "decision."
    ),
    warning="Full risk from the first day, or targets before any baseline.",
    evidence=(
        "the schedule of risk, year by year",
        "what both sides will look at before risk begins",
    ),
    checks=("risk-phase-in",),
    hints=("leading-indicators",),
    models=("phase_in",),
)
