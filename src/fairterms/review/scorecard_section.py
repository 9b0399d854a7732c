"""The scorecards as blocks of a page: counts first, then each line with its reason and place."""

from collections.abc import Sequence

from fairterms.publish.blocks import Block, Definition, Definitions, Heading, Prose
from fairterms.publish.inline import Emphasis, Inline, Strong, Words
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.reference.lesson_links import lesson_for_question
from fairterms.reference.lesson_sentence import explained
from fairterms.review import good_faith, tactics, talks, wording
from fairterms.review.filled_cards import Filled, filled
from fairterms.review.good_faith import Element
from fairterms.review.scorecard import Line, Material
from fairterms.review.tactics import Signs
from fairterms.units.finding import AbsenceEvidence, Evidence, QuoteEvidence, WorksheetEvidence

SHOWN = 2
"""Pieces of evidence shown for each side of an answer."""
LONGEST = 200
"""Letters of a quotation shown in a table; the whole stands beside the finding."""

_NOT_FOR_CARE = (
    "The scorecards ask about agreements on care for members. This does not read as one, and they "
    "were not filled in."
)


def blocks(material: Material, level: int = 2) -> list[Block]:
    """Show every card: its counts first, then each line with its reason and where to read.

    Parameters
    ----------
    material
        The agreement and what was seen in it.
    level
        Of each card's heading.
    """
    if not material.reading.is_provider_agreement:
        return [Heading(level, "Scorecards", "scorecards"), Prose(_NOT_FOR_CARE)]
    good, *others = filled(material)
    return [
        *_card(good, level),
        *_tactics(tactics.signs(material), level, _about_the_log(material)),
        *(block for card in others for block in _card(card, level)),
        *_elements(good_faith.elements(material), level),
    ]


def _card(card: Filled, level: int) -> list[Block]:
    rows = tuple(_row(number, line, card) for number, line in enumerate(card.lines, start=1))
    columns = (Column("Question"), Column("Answer"), Column("Why"), Column("Where"))
    rules = tuple(
        Definition(f"{number}. {line.question.text}", _rule(line))
        for number, line in enumerate(card.lines, start=1)
    )
    return [
        Heading(level, card.title, card.anchor),
        Prose((Strong(card.summary),)),
        Table(card.title, columns, rows, anchor=f"{card.anchor}-table"),
        Heading(level + 1, f"How each is answered: {card.title.lower()}", f"{card.anchor}-rules"),
        Definitions(rules),
    ]


def _rule(line: Line) -> str:
    lesson = explained(lesson_for_question(line.question.id))
    return f"{line.question.rule} {lesson}".rstrip()


def _row(number: int, line: Line, card: Filled) -> Row:
    answer = line.answer
    return Row(
        (
            f"{number}. {line.question.text}",
            (Strong(card.word(answer.reply).capitalize()),),
            answer.because,
            _both(answer.evidence_for, answer.evidence_against, is_of_signs=card.is_of_signs),
        )
    )


def _both(good: Sequence[Evidence], bad: Sequence[Evidence], *, is_of_signs: bool) -> Words:
    """Show evidence for and against an answer's yes, briefly."""
    names = ("Seen: ", "Against: ") if is_of_signs else ("For: ", "Against: ")
    parts: list[Inline] = []
    for name, evidence in zip(names, (good, bad), strict=True):
        if evidence:
            parts += [" "] if parts else []
            parts += [Strong(name), *_shown(evidence)]
    return tuple(parts) if parts else "–"


def _shown(evidence: Sequence[Evidence]) -> list[Inline]:
    parts: list[Inline] = []
    for one in evidence[:SHOWN]:
        parts += ["; "] if parts else []
        parts += _piece(one)
    more = len(evidence) - SHOWN
    return [*parts, f"; and {more} more." if more > 0 else "."]


def _piece(one: Evidence) -> list[Inline]:
    """Show one piece of evidence: the words with their place, or what was looked for."""
    if isinstance(one, QuoteEvidence):
        return [Emphasis(f"“{_short(wording.tidy(one.text))}”"), f" ({wording.where(one)})"]
    if isinstance(one, AbsenceEvidence):
        return [f"looked for on {one.pages_read} pages: {', '.join(one.searched_for)}"]
    assert isinstance(one, WorksheetEvidence), "evidence is words, an absence or a stated value"
    if talks.is_of_log(one):
        return [f"{one.step}: {one.value}"]
    return [f"the terms state {one.step} = {_short(one.value)}"]


def _short(text: str) -> str:
    """Cut a long quotation at a word, and show that it is cut."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def _about_the_log(material: Material) -> str:
    if talks.day_of(material) is None:
        return tactics.log_words(material, ())
    return f"{talks.up_to(material)} was read too. It is what its writer put down, day by day."


def _tactics(listed: Sequence[Signs], level: int, about_the_log: str) -> list[Block]:
    seen = [one for one in listed if one.count]
    rows = tuple(
        Row(
            (
                f"{one.name.capitalize()}: {one.meaning}",
                str(one.count),
                _signs_where(one),
            )
        )
        for one in listed
    )
    return [
        Heading(level, "Signs of seven tactics", "tactics"),
        Prose(
            (
                Strong(f"Signs of {len(seen)} of seven tactics were seen."),
                " A sign is something to ask about; it never shows what anyone intended.",
            )
        ),
        Table(
            "Signs of seven tactics, the most signs first",
            (Column("Tactic"), Column("Signs seen", "right"), Column("Where")),
            rows,
            footnote=about_the_log,
            anchor="tactics-table",
        ),
    ]


def _signs_where(signs: Signs) -> Words:
    quotes = [*(one.evidence for one in signs.found), *signs.said]
    parts: list[Inline] = _shown(quotes) if quotes else []
    if signs.growth:
        grown = ", ".join(f"{count} more of {words}" for words, count in signs.growth.items())
        parts += [" " if parts else "", f"From version to version: {grown}."]
    return tuple(parts) if parts else "No sign was seen."


def _elements(found: Sequence[Element], level: int) -> list[Block]:
    rows = tuple(
        Row(
            (
                f"{one.name}. {one.asks}",
                tuple(_shown(one.evidence_for)) if one.evidence_for else "None seen.",
                tuple(_shown(one.evidence_against)) if one.evidence_against else "None seen.",
                one.remark or "–",
            )
        )
        for one in found
    )
    return [
        Heading(level, "Good faith and fair dealing", "elements"),
        Prose(
            (
                Strong("Six elements, with what speaks for and against each."),
                " There is no score: the text shows what it allows, not how anyone behaves.",
            )
        ),
        Table(
            "Six elements of good faith",
            (Column("Element"), Column("For"), Column("Against"), Column("Remark")),
            rows,
            anchor="elements-table",
        ),
    ]
