"""The pages on readiness: how the group stands, what to do first, and the evidence."""

from fairterms.prepare.readiness.assessment import FirstStep, Judged, Readiness
from fairterms.prepare.readiness.criterion import Standing, When
from fairterms.prepare.readiness.size_section import size_blocks
from fairterms.prepare.readiness.wording import sentence
from fairterms.publish.blocks import (
    Block,
    Bullets,
    Callout,
    Heading,
    Numbered,
    Prose,
)
from fairterms.publish.inline import Badge, Code, Link, Severity, Strong, Words
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table

ANCHOR = "ready"
_SHAPES: dict[Standing, Severity] = {
    Standing.READY: "passed",
    Standing.WATCH: "low",
    Standing.UNKNOWN: "medium",
    Standing.NOT_YET: "high",
}
_MEANINGS = {
    Standing.READY: "with evidence",
    Standing.WATCH: "go on, and look again",
    Standing.UNKNOWN: "nobody said",
    Standing.NOT_YET: "should be mended first",
}
_NOTHING_ASSUMED = (
    "Nothing is assumed: what nobody said is evidence missing. There is no total, because one gap "
    "that stops a contract is not made good by ten strengths."
)


def summary_blocks(readiness: Readiness) -> list[Block]:
    """Show how the group stands in one table, and what to do first: the section of a report."""
    return [
        Heading(2, "Is the group ready?", ANCHOR),
        _callout(readiness),
        _counts(readiness),
        *first_step_blocks(readiness),
        _table(readiness, has_links=False),
        Prose(_NOTHING_ASSUMED),
    ]


def readiness_blocks(readiness: Readiness) -> list[Block]:
    """Show everything: how the group stands, what to do first, sizes, and all evidence."""
    return [
        Heading(2, "Is the group ready?", ANCHOR),
        _callout(readiness),
        _counts(readiness),
        *first_step_blocks(readiness),
        _table(readiness, has_links=True),
        Prose(_NOTHING_ASSUMED),
        *size_blocks(readiness),
        Heading(2, "The evidence", f"{ANCHOR}-evidence"),
        *[block for one in readiness.by_urgency for block in criterion_blocks(one)],
    ]


def first_step_blocks(readiness: Readiness) -> list[Block]:
    """List what to do first, by when; nothing where all is ready."""
    found: list[Block] = []
    for when in When:
        steps = [step for step in readiness.first_steps if step.when is when]
        if steps:
            title = f"First steps {when.value}"
            anchor = f"{ANCHOR}-{when.name.lower()}"
            found += [Heading(3, title, anchor), Numbered(tuple(map(_step, steps)))]
    return found


def _step(step: FirstStep) -> Words:
    badge = Badge(_SHAPES[step.standing], step.standing.value)
    return (Strong(step.criterion.title), " ", badge, f": {step.do}")


def _callout(readiness: Readiness) -> Callout:
    late, unknown = readiness.of(Standing.NOT_YET), readiness.of(Standing.UNKNOWN)
    if late:
        title = f"Not ready yet: {_titles(late)}."
        return Callout("warning", title, (Bullets(tuple(one.judgement.because for one in late)),))
    if unknown:
        title = f"It cannot be told yet: {_titles(unknown)}."
        return Callout("warning", title, (Prose("Say what is missing in readiness.toml."),))
    watched = readiness.of(Standing.WATCH)
    if watched:
        return Callout("note", f"Ready to go on; to be watched: {_titles(watched)}.")
    return Callout("note", "Ready, with evidence for every criterion.")


def _titles(judged: tuple[Judged, ...]) -> str:
    return ", ".join(one.criterion.title.lower() for one in judged)


def _counts(readiness: Readiness) -> Figures:
    return Figures(
        tuple(
            KeyNumber(
                standing.value.capitalize(),
                f"{len(readiness.of(standing))} of {len(readiness.judged)}",
                _MEANINGS[standing],
            )
            for standing in Standing
        )
    )


def _table(readiness: Readiness, *, has_links: bool) -> Table:
    columns = (Column("What"), Column("Stands"), Column("Why"))
    rows = tuple(
        Row(
            (
                (Link(one.criterion.title, _anchor(one)),) if has_links else one.criterion.title,
                (Badge(_SHAPES[one.standing], one.standing.value),),
                one.judgement.because,
            )
        )
        for one in readiness.by_urgency
    )
    return Table("How the group stands", columns, rows, anchor=f"{ANCHOR}-criteria")


def _anchor(one: Judged) -> str:
    return f"{ANCHOR}-{one.criterion.name.replace('_', '-')}"


def criterion_blocks(one: Judged) -> list[Block]:
    """Show one criterion with its evidence: a section of level 3."""
    judgement = one.judgement
    blocks: list[Block] = [
        Heading(3, one.criterion.title, _anchor(one)),
        Prose((Strong(one.criterion.question), " ", _badge(one), f" {judgement.because}")),
        Prose(one.criterion.why),
    ]
    if judgement.evidence:
        found = tuple(
            (f"{sentence(proof.words)} ", Code(proof.source)) for proof in judgement.evidence
        )
        blocks += [Heading(4, "Evidence found", f"{_anchor(one)}-found"), Bullets(found)]
    if judgement.missing:
        heading = Heading(4, "Evidence missing", f"{_anchor(one)}-missing")
        blocks += [heading, Bullets(judgement.missing)]
    if judgement.first:
        blocks.append(Prose((Strong("First: "), judgement.first)))
    return blocks


def _badge(one: Judged) -> Badge:
    return Badge(_SHAPES[one.standing], one.standing.value)
