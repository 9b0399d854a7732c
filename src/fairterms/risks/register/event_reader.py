"""Read [[incident]], [[interest]], [[swot]] and [[pestle]] of ``risks.toml``."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from fairterms.risks.register.block import Block, blocks, ids_written
from fairterms.risks.register.incident import Incident
from fairterms.risks.register.interest import BANDS, Interest
from fairterms.risks.register.workshop_note import Frame, WorkshopNote
from fairterms.units.notes import Notes
from fairterms.units.quantity import Quantity, Unit

UNKNOWN = "unknown"
"""The loss of an incident nobody could measure."""


def read_incidents(
    document: Mapping[str, Any], notes: Notes, units: Mapping[str, Unit]
) -> tuple[Incident, ...]:
    """Read what went wrong.

    Parameters
    ----------
    document
        The whole file.
    notes
        Where problems go.
    units
        The unit of each objective, by its id.
    """
    impacts = ids_written(document, "impact")
    objectives = ids_written(document, "objective")
    found = [
        _incident(block, objectives, impacts, units)
        for block in blocks(document, "incident", notes)
    ]
    return tuple(one for one in found if one is not None)


def _incident(
    block: Block,
    objectives: Collection[str],
    impacts: Collection[str],
    units: Mapping[str, Unit],
) -> Incident | None:
    day = block.day("day")
    what = block.words("what", "a file was sent back")
    objective = block.refer("objective", objectives, "objective")
    loss, is_told = _loss(block, units.get(objective))
    found_by = block.words("found_by", "office manager")
    impact = block.refer("impact", impacts, "impact", must=False)
    closed, lesson = block.optional_day("closed"), block.optional_words("lesson")
    block.close("an incident")
    if day is None or not is_told or not all((what, objective, found_by)):
        return None
    return block.build(
        lambda: Incident(day, what, objective, loss, found_by, impact, closed, lesson)
    )


def _loss(block: Block, unit: Unit | None) -> tuple[Quantity | None, bool]:
    """Return the loss, and whether the file tells it (also as unknown)."""
    if block.raw.get("loss") == UNKNOWN:
        block.asked.add("loss")
        return None, True
    example = f'$4,100.00" or "{UNKNOWN}'
    found = block.quantity("loss", example, () if unit is None else (unit,))
    return found, found is not None


def read_interests(document: Mapping[str, Any], notes: Notes) -> tuple[Interest, ...]:
    """Read declarations of interest and nil returns; mistakes go to ``notes``."""
    found = [_interest(block) for block in blocks(document, "interest", notes)]
    return tuple(one for one in found if one is not None)


def _interest(block: Block) -> Interest | None:
    role, declared = block.words("role", "contracting lead"), block.day("declared")
    is_nil = block.is_true("nil")
    interest = block.optional_words("interest") if is_nil else _told(block)
    party = block.optional_words("party")
    band = block.one_of("value_band", BANDS) if block.has("value_band") else ""
    since, until = block.optional_day("from"), block.optional_day("to")
    mitigation, recusal = block.optional_words("mitigation"), block.optional_words("recusal")
    block.close("an interest")
    if is_nil and interest:
        what = f"the {role} declares no interest, and names one"
        block.add("nil", what, "impossible", "take out nil = true, or the interest")
        return None
    if declared is None or not role or not (is_nil or interest) or _is_unread(block, band):
        return None
    return block.build(
        lambda: Interest(role, declared, interest, party, band, since, until, mitigation, recusal)
    )


def _is_unread(block: Block, band: str) -> bool:
    return block.has("value_band") and not band


def _told(block: Block) -> str:
    return block.words("interest", 'what ties this role to somebody else" or nil = true, not "')


def read_workshop_notes(document: Mapping[str, Any], notes: Notes) -> tuple[WorkshopNote, ...]:
    """Read what workshops said; mistakes go to ``notes``."""
    risks = ids_written(document, "risk")
    return tuple(
        note
        for frame in Frame
        for note in _sheet(frame, blocks(document, frame.value, notes), risks)
    )


def _sheet(
    frame: Frame, entries: Iterator[Block], risks: Collection[str]
) -> Iterator[WorkshopNote]:
    for block in entries:
        heading = block.one_of(frame.key, frame.headings)
        text = block.words("text", "three years of scores by severity")
        risk = block.refer("risk", risks, "risk", must=False)
        block.close(f"a {frame.value} note")
        if heading and text:
            yield WorkshopNote(frame, heading, text, risk)
