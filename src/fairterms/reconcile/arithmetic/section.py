"""The arithmetic of a statement, as part of a page."""

from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.reconcile.arithmetic.examination import CHECKS, Examination
from fairterms.reconcile.arithmetic.few_people import is_few
from fairterms.reconcile.arithmetic.outcome import Discrepancy, Verdict

ANCHOR = "statement-arithmetic"
MASKED = "it is about 1 to 10 people"


def arithmetic_blocks(
    examination: Examination, level: int = 2, *, own_room: bool = False
) -> tuple[Block, ...]:
    """Return what does not agree in a statement, what cannot be told, and what was compared.

    Parameters
    ----------
    examination
        What the checks found.
    level
        The level of the section's heading.
    own_room
        Whether the page stays with the group; else numbers about 1 to 10 people are left out.
    """
    heading = Heading(level, "Do the statement’s own numbers agree?", ANCHOR)
    if not examination.outcomes:
        return (
            heading,
            Prose(
                "Nothing could be compared: the statement has no totals with parts, no rates with "
                "counts and no codes. Ask the plan for a statement with its parts."
            ),
        )
    found = examination.discrepancies
    differing = [one for one in found if one.verdict is Verdict.DIFFERS]
    unknown = [one for one in found if one.verdict is Verdict.CANNOT_TELL]
    return (
        heading,
        Prose(_summary(examination, len(differing), len(unknown))),
        *_table("What differs", differing, own_room),
        *_table("What cannot be told", unknown, own_room),
        *_agreements(examination),
        _compared(examination),
    )


def masked(found: Discrepancy, *, own_room: bool) -> bool:
    """Say whether a discrepancy is about so few people that it stays in the group's room."""
    return not own_room and is_few(found.people)


def _summary(examination: Examination, differing: int, unknown: int) -> str:
    compared = len(examination.outcomes)
    if not differing and not unknown:
        return f"{compared} comparisons were made, and all of them agree."
    parts = f"{compared} comparisons were made. {differing} differ"
    rest = f", and {unknown} cannot be told" if unknown else ""
    return f"{parts}{rest}. What differs is an error of the statement or needs an explanation."


def _table(
    caption: str,
    found: list[Discrepancy],
    own_room: bool,
) -> tuple[Block, ...]:
    if not found:
        return ()
    columns = (
        Column("What was seen"),
        Column("Printed", "right"),
        Column("The other lines give", "right"),
        Column("What to do"),
        Column("Lines"),
    )
    return (Table(caption, columns, tuple(_row(one, own_room) for one in found)),)


def _row(found: Discrepancy, own_room: bool) -> Row:
    lines = ", ".join(found.lines[:1]) + (
        f" and {len(found.lines) - 1} more" if len(found.lines) > 1 else ""
    )
    if masked(found, own_room=own_room):
        what = f"{CHECKS[found.check].title}: {MASKED}, so its numbers are left out here"
        return Row((what, "–", "–", "See the page of the group’s own room.", lines))
    note = f"{found.note}. " if found.note else ""
    return Row(
        (f"{found.what}.", found.printed or "–", found.expected or "–", note + found.advice, lines)
    )


def _agreements(examination: Examination) -> tuple[Block, ...]:
    said = tuple(f"{one.words}." for one in examination.agreements if one.words)
    return (Prose("Worth knowing, and in order:"), Bullets(said)) if said else ()


def _compared(examination: Examination) -> Table:
    rows = tuple(
        Row((CHECKS[name].title, str(compared), str(differing)))
        for name, compared, differing in examination.compared
    )
    columns = (
        Column("What was compared"),
        Column("Comparisons", "right"),
        Column("In question", "right"),
    )
    return Table("What was compared", columns, rows)
