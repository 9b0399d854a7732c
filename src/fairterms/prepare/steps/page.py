"""The pages on the steps of preparation: what is done, what is next."""

from collections import Counter
from collections.abc import Sequence

from fairterms.prepare.steps.step import Judged, Standing
from fairterms.publish.blocks import Block, Callout, Heading, Numbered, Prose
from fairterms.publish.inline import Badge, Severity, Strong, Words
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table

ANCHOR = "prepare-steps"
_SHAPES: dict[Standing, Severity] = {
    Standing.DONE: "passed",
    Standing.BEGUN: "medium",
    Standing.OPEN: "high",
}
_NOTES = {
    Standing.DONE: "something in the folder shows it",
    Standing.BEGUN: "a part of it is there",
    Standing.OPEN: "nothing shows it yet",
}
_OURS = (
    "The list and its order are our choice. A step counts as done only where the deal folder shows "
    "it; what was done and written nowhere stays open. No number adds the steps up: one open step "
    "can matter more than ten done."
)
MOST_NEXT = 5
"""Next steps a summary lists."""


def steps_blocks(judged: Sequence[Judged]) -> list[Block]:
    """Show every step with what shows it, why it matters and what to do next."""
    columns = (Column("Step"), Column("Stands"), Column("What shows it"), Column("Next"))
    rows = tuple(
        Row((f"{one.number}. {one.step.title}", _badge(one), one.stand.shows, one.stand.next))
        for one in judged
    )
    return [
        *steps_summary_blocks(judged, most=len(judged)),
        Table("The steps of preparation", columns, rows, anchor=f"{ANCHOR}-table"),
        Heading(3, "Why each step", f"{ANCHOR}-why"),
        Numbered(tuple((Strong(f"{one.step.title}. "), one.step.why) for one in judged)),
    ]


def steps_summary_blocks(judged: Sequence[Judged], most: int = MOST_NEXT) -> list[Block]:
    """Show counts and the first steps to take: the section of a report.

    Parameters
    ----------
    judged
        Every step.
    most
        How many next steps are listed.
    """
    counts = Counter(one.stand.standing for one in judged)
    numbers = tuple(
        KeyNumber(one.value.capitalize(), f"{counts[one]} of {len(judged)}", _NOTES[one])
        for one in Standing
    )
    waiting = [one for one in judged if one.stand.next]
    blocks: list[Block] = [Heading(2, "How far is the preparation?", ANCHOR), Figures(numbers)]
    if waiting:
        items: tuple[Words, ...] = tuple(
            (Strong(one.step.title), f" (step {one.number}): {one.stand.next}")
            for one in waiting[:most]
        )
        more = len(waiting) - len(items)
        blocks += [Heading(3, "What to do next", f"{ANCHOR}-next"), Numbered(items)]
        if more > 0:
            blocks.append(Prose(f"{more} more: run fairterms prepare."))
    else:
        blocks.append(Callout("note", "Every step is done, as far as the folder shows."))
    return [*blocks, Prose(_OURS)]


def _badge(one: Judged) -> Words:
    return (Badge(_SHAPES[one.stand.standing], one.stand.standing.value),)
