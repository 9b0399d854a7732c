"""What the plan has tried before."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="innovation",
    title="Readiness to try something new",
    text="What has the plan tried with other groups, and what did it learn?",
    why=(
        "Pay by results in psychotherapy is new. A plan that has tried before, and tells what "
        "failed, is easier to work with than one that has not."
    ),
    theme=Theme.FIT,
    requirements=("R-D9", "R-D13"),
    good="Earlier pilots with what was found, and changes the plan made because of them.",
    warning=(
        "Only success stories, or a programme copied from medicine without a word on psychotherapy."
    ),
    evidence=(
        "a report on an earlier pilot, with its numbers",
        "the name of a group that took part",
    ),
    hints=("recalibration-process",),
)
