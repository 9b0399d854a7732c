"""What a register holds beside numbers: values, incidents, interests, what workshops said."""

from datetime import date

from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.risks.register.register import Register
from fairterms.risks.register.workshop_note import Frame

_SHEETS = {
    Frame.SWOT: "Strengths, weaknesses, opportunities, threats (SWOT)",
    Frame.PESTLE: "Political, economic, social, technological, legal, environmental (PESTLE)",
}


def value_blocks(register: Register, anchor: str) -> list[Block]:
    """Show the values, and who adopted them.

    Parameters
    ----------
    register
        The register.
    anchor
        What the anchors begin with.
    """
    if not register.values:
        return []
    columns = (
        Column("What is held dear"),
        Column("Adopted by"),
        Column("Objectives that serve it"),
    )
    rows = []
    for one in register.values:
        adopted = "; ".join(f"{side} on {day}" for side, day in one.adopted.items()) or "nobody yet"
        served = "; ".join(o.measure for o in register.objectives if o.value == one.id)
        rows.append(Row((one.statement, adopted, served or "none: a value without a measure")))
    heading = Heading(2, "What is held dear", f"{anchor}-values")
    return [heading, Table("Shared values", columns, tuple(rows), anchor=f"{anchor}-shared")]


def record_blocks(register: Register, on: date, anchor: str) -> list[Block]:
    """Show incidents, interests and what workshops said.

    Parameters
    ----------
    register
        The register.
    on
        The day the page holds for.
    anchor
        What the anchors begin with.
    """
    blocks = [*_incidents(register, anchor), *_interests(register, on, anchor)]
    for frame in Frame:
        blocks += _sheet(register, frame, anchor)
    return blocks


def _incidents(register: Register, anchor: str) -> list[Block]:
    blocks: list[Block] = [Heading(2, "Incidents", f"{anchor}-incidents")]
    if not register.incidents:
        return [*blocks, Prose("No incident is written down. A year without any is rare.")]
    columns = (
        Column("Day"),
        Column("What happened"),
        Column("Loss"),
        Column("Found by"),
        Column("Settled"),
        Column("What was learnt"),
    )
    rows = tuple(
        Row(
            (
                one.day.isoformat(),
                one.what,
                str(one.loss) if one.loss is not None else "not known",
                one.found_by,
                one.closed.isoformat() if one.closed else "open",
                one.lesson or "–",
            )
        )
        for one in register.incidents
    )
    return [*blocks, Table("Incidents", columns, rows, anchor=f"{anchor}-incident-table")]


def _interests(register: Register, on: date, anchor: str) -> list[Block]:
    blocks: list[Block] = [Heading(2, "Conflicts of interest", f"{anchor}-interests")]
    if not register.interests:
        words = "Nobody has declared an interest, or that there is none. Ask for both every year."
        return [*blocks, Prose(words)]
    columns = (
        Column("Role"),
        Column("Declared"),
        Column("Interest"),
        Column("Worth"),
        Column("What is done about it"),
        Column("Leaves to others"),
    )
    rows = []
    for one in register.interests:
        what = f"{one.interest} ({one.party})" if not one.is_nil else "none declared"
        done = one.mitigation if one.is_nil or one.runs_on(on) else f"ended: {one.mitigation}"
        declared = one.declared.isoformat()
        cells = (one.role, declared, what, one.value_band or "–", done or "–", one.recusal or "–")
        rows.append(Row(cells))
    return [*blocks, Table("Declarations", columns, tuple(rows), anchor=f"{anchor}-declared")]


def _sheet(register: Register, frame: Frame, anchor: str) -> list[Block]:
    found: list[Block] = []
    for heading in frame.headings:
        notes = register.notes_of(frame, heading)
        if notes:
            title = Heading(3, heading.capitalize(), f"{anchor}-{frame.value}-{heading}")
            found += [title, Bullets(tuple(one.text for one in notes))]
    if not found:
        return []
    return [Heading(2, _SHEETS[frame], f"{anchor}-{frame.value}"), *found]
