"""Read [[risk]] and [[impact]] of ``risks.toml``."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from fairterms.risks.register.block import Block, blocks, ids_written
from fairterms.risks.register.impact import Impact, Source, SourceKind
from fairterms.risks.register.risk import Area, Risk, Status
from fairterms.units.notes import Notes

_LIBRARY = re.compile(r"[FAQPL][1-9][0-9]?")


def read_risks(document: Mapping[str, Any], notes: Notes) -> tuple[Risk, ...]:
    """Read the risks; mistakes go to ``notes``."""
    taken: set[str] = set()
    found = [_risk(block, taken) for block in blocks(document, "risk", notes)]
    return tuple(one for one in found if one is not None)


def _risk(block: Block, taken: set[str]) -> Risk | None:
    name = block.id("risk", taken)
    cause = block.words("cause", "one assistant makes every file")
    event = block.words("event", "a file comes late")
    effect = block.words("effect", "the plan does not pay for it")
    area = block.choice("area", Area)
    owner = block.words("owner", "office manager")
    status = block.choice("status", Status, Status.OPEN)
    library = _library(block)
    block.close("a risk")
    if area is None or status is None or not all((name, cause, event, effect, owner)):
        return None
    return block.build(lambda: Risk(name, cause, event, effect, area, owner, status, library))


def _library(block: Block) -> str:
    written = block.optional_words("library")
    if not written or _LIBRARY.fullmatch(written):
        return written
    fix = 'write library = "F3", or leave the line out'
    block.add("library", f'"{written}" is not a risk of the library', "no-such-choice", fix)
    return ""


def read_impacts(document: Mapping[str, Any], notes: Notes) -> tuple[Impact, ...]:
    """Read where risks touch objectives; mistakes go to ``notes``."""
    risks, objectives = ids_written(document, "risk"), ids_written(document, "objective")
    taken: set[str] = set()
    entries = blocks(document, "impact", notes)
    found = [_impact(block, taken, risks, objectives) for block in entries]
    return tuple(one for one in found if one is not None)


def _impact(
    block: Block, taken: set[str], risks: Collection[str], objectives: Collection[str]
) -> Impact | None:
    name = block.id("impact", taken)
    risk = block.refer("risk", risks, "risk")
    objective = block.refer("objective", objectives, "objective")
    source = _source(block)
    statement = block.words("statement", "A quarter's payment is lost.")
    block.close("an impact")
    if source is None or not all((name, risk, objective, statement)):
        return None
    return block.build(lambda: Impact(name, risk, objective, source, statement))


def _source(block: Block) -> Source | None:
    table = block.table("source", _SOURCE)
    if table is None:
        if not block.has("source"):
            block.missing("source", f"write source = {_SOURCE}")
        return None
    kind, ref = table.choice("kind", SourceKind), table.words("ref", "reporting")
    table.close("a source")
    return None if kind is None or not ref else table.build(lambda: Source(kind, ref))


_SOURCE = '{ kind = "clause", ref = "reporting" }'
