"""The pages on the plan as a partner: every question with its evidence, and what to ask next."""

from collections import Counter

from fairterms.prepare.partner.assessment import Assessed, Outcome, PartnerAssessment
from fairterms.prepare.partner.question import Theme
from fairterms.prepare.stated import Proof
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Numbered, Prose
from fairterms.publish.inline import Badge, Code, Inline, Link, Severity, Strong
from fairterms.publish.number_blocks import Column, Row, Table

ANCHOR = "partner"
_SHAPES: dict[Outcome, Severity] = {
    Outcome.ANSWERED: "passed",
    Outcome.OPEN: "medium",
    Outcome.WARNING: "high",
}
_NO_MOTIVE = (
    "A warning is something to ask about. It says what the text or an answer shows, never what "
    "anyone intends."
)


def partner_summary_blocks(assessment: PartnerAssessment, plan: str) -> list[Block]:
    """Show how many questions are answered, and which are warnings: the section of a report."""
    return [
        Heading(2, "Is the plan a partner?", ANCHOR),
        Prose(f"{_counted(assessment)} {_NO_MOTIVE}"),
        willingness_callout(assessment, plan),
        _table(assessment, has_links=False),
        *_asks(assessment),
    ]


def partner_blocks(assessment: PartnerAssessment, plan: str) -> list[Block]:
    """Show every question with its evidence, and what to ask for next."""
    blocks: list[Block] = [
        Heading(2, "Is the plan a partner?", ANCHOR),
        Prose(f"{_counted(assessment)} {_NO_MOTIVE}"),
        willingness_callout(assessment, plan),
        _table(assessment, has_links=True),
        *_asks(assessment),
    ]
    for theme in Theme:
        title = theme.value[:1].upper() + theme.value[1:]
        blocks.append(Heading(2, f"The plan: {title.lower()}", f"{ANCHOR}-{theme.name.lower()}"))
        for one in assessment.assessed:
            if one.question.theme is theme:
                blocks += _question(one)
    return blocks


def willingness_callout(assessment: PartnerAssessment, plan: str) -> Callout:
    """Say what shows whether the plan would share the risk of outcomes; no total, no verdict."""
    theme = Theme.WILLINGNESS
    whole = [one for one in assessment.assessed if one.question.theme is theme]
    warnings = assessment.of(Outcome.WARNING, theme)
    answered = assessment.of(Outcome.ANSWERED, theme)
    title = (
        f"Would {plan} share the risk of outcomes? Of {len(whole)} signs, {len(answered)} speak "
        f"for it with evidence, {len(warnings)} warn, "
        f"{len(whole) - len(answered) - len(warnings)} are open."
    )
    lines = tuple(f"{one.question.title}: {one.because}" for one in whole)
    return Callout("warning" if warnings else "note", title, (Bullets(lines),))


def _counted(assessment: PartnerAssessment) -> str:
    counts = Counter(one.outcome for one in assessment.assessed)
    text = "" if assessment.has_findings else " The contract's text was not reviewed."
    return (
        f"{counts[Outcome.ANSWERED]} of {len(assessment.assessed)} questions are answered with "
        f"evidence, {counts[Outcome.WARNING]} are warnings, {counts[Outcome.OPEN]} are open.{text}"
    )


def _table(assessment: PartnerAssessment, *, has_links: bool) -> Table:
    columns = (Column("Question"), Column("About"), Column("Stands"), Column("Why"))
    rows = tuple(
        Row(
            (
                (Link(one.question.title, _anchor(one)),) if has_links else one.question.title,
                one.question.theme.value,
                (Badge(_SHAPES[one.outcome], one.outcome.value),),
                one.because,
            )
        )
        for one in assessment.assessed
    )
    return Table("What is known of the plan", columns, rows, anchor=f"{ANCHOR}-questions")


def _asks(assessment: PartnerAssessment) -> list[Block]:
    if not assessment.ask_next:
        return []
    heading = Heading(3, "What to ask the plan for", f"{ANCHOR}-asks")
    return [heading, Numbered(assessment.ask_next)]


def _anchor(one: Assessed) -> str:
    return f"{ANCHOR}-{one.question.name.replace('_', '-')}"


def _question(one: Assessed) -> list[Block]:
    question = one.question
    blocks: list[Block] = [
        Heading(3, question.title, _anchor(one)),
        Prose(
            (
                Strong(question.text),
                " ",
                Badge(_SHAPES[one.outcome], one.outcome.value),
                f" {one.because}",
            )
        ),
        Prose(question.why),
        Prose((Strong("A good answer: "), question.good)),
        Prose((Strong("A warning sign: "), question.warning)),
    ]
    for title, name, proofs in (
        ("For", "for", one.speaks_for),
        ("Against, or to ask about", "against", one.speaks_against),
        ("Known, and not yet weighed", "open", one.undecided),
    ):
        if proofs:
            blocks += [_part(one, title, name), Bullets(tuple(map(_line, proofs)))]
    if one.missing:
        blocks += [_part(one, "Missing", "missing"), Bullets(one.missing)]
    if one.outcome is not Outcome.ANSWERED:
        blocks += [_part(one, "Ask for", "ask"), Bullets(question.evidence)]
    return blocks


def _part(one: Assessed, title: str, name: str) -> Heading:
    """Name a list; a heading, unlike a line of its own, never ends a page."""
    return Heading(4, title, f"{_anchor(one)}-{name}")


def _line(proof: Proof) -> tuple[Inline, ...]:
    return (f"{proof.words}. ", Code(proof.source))
