"""Whether the plan sends usable data, and what follows when it does not."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="data_feed",
    title="Data with a remedy",
    text="Does the plan send usable data every month, and what happens when it does not?",
    why="Without the plan's bills and lists nobody can see a loss coming. No data, no risk.",
    theme=Theme.WILLINGNESS,
    requirements=("R-D9", "R-D11"),
    good=(
        "Monthly files in an agreed form, a sample before signing, and no loss for a year in "
        "which files were missing."
    ),
    warning="Data on request, where available, or through a portal without a copy.",
    evidence=(
        "a sample file before signing",
        "the list of fields and a day of the month",
        "the clause that says what follows a missed file",
    ),
    checks=("data-feed",),
    hints=("data-ownership",),
)
