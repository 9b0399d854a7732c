"""The blocks on disclosures and marks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fairterms.audit.disclosure.disclosure import Disclosure, State
from fairterms.audit.disclosure.disclosure_file import DisclosureReading
from fairterms.audit.disclosure.mark import Manifest, kept_until
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.inline import Badge, Severity
from fairterms.publish.number_blocks import Column, Row, Table

ANCHOR = "disclosures"
_SHAPES: dict[State, Severity] = {
    State.UNMARKED: "high",
    State.MARKED: "low",
    State.DUE: "medium",
    State.DELIVERED: "passed",
    State.LATE: "high",
}
_NONE = (
    "Nothing told aloud or shown was written down. Before something is told that must stay "
    "protected, mark it in disclosures.toml; send its written summary afterwards."
)
_NO_MARKS = "No file is marked. An owner marks one in marks.toml: path, mark, owner, since."
_KEPT = (
    "Kept until: six years from its day (45 CFR 164.316(b)(2)(i)). Another rule may ask for more. "
    "It is not legal advice."
)


def disclosure_blocks(reading: DisclosureReading, on: date) -> tuple[Block, ...]:
    """Show what was told or shown, and what is due.

    Parameters
    ----------
    reading
        As the file says.
    on
        The day as of which it is shown.
    """
    return (Heading(2, "Told aloud or shown", ANCHOR), *_problems(reading), *_told(reading, on))


def mark_blocks(manifest: Manifest) -> tuple[Block, ...]:
    """Show which files carry a mark, and until when they are kept."""
    title = Heading(3, "Files with a mark", f"{ANCHOR}-marks")
    if not manifest.files:
        return title, Prose(_NO_MARKS)
    columns = tuple(Column(one) for one in ("File", "Mark", "Owner", "Since", "Kept until"))
    rows = tuple(
        Row((one.path, one.mark.value, one.owner, str(one.since), str(kept_until(one.since))))
        for one in manifest.files
    )
    return title, Table("Marks go with every copy", columns, rows, footnote=_KEPT)


def _problems(reading: DisclosureReading) -> Iterator[Block]:
    if reading.problems:
        items = tuple(f"Line {one.line}: {one.what}. {one.fix}." for one in reading.problems)
        title = "Some of disclosures.toml cannot be used yet"
        yield Callout("warning", title, (Bullets(items),))


def _told(reading: DisclosureReading, on: date) -> Iterator[Block]:
    if not reading.disclosures:
        yield Prose(_NONE)
        return
    days = reading.summary_days
    unmarked = [one for one in reading.disclosures if one.state(on, days) is State.UNMARKED]
    if unmarked:
        items = tuple(f"{one.id}: {one.words(on, days)}" for one in unmarked)
        yield Callout("warning", "Not protected", (Bullets(items),))
    columns = tuple(Column(one) for one in ("What", "By", "On", "How", "Stands", "In words"))
    rows = tuple(_row(one, on, days) for one in reading.disclosures)
    note = f"A written summary is due within {days} days."
    yield Table(f"Disclosures as of {on}", columns, rows, footnote=note)


def _row(one: Disclosure, on: date, days: int) -> Row:
    state = one.state(on, days)
    badge = Badge(_SHAPES[state], state.value)
    return Row((one.what, one.by, str(one.on), one.form.value, (badge,), one.words(on, days)))
