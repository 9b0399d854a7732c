"""Read ``risks.toml``; everything wrong in it is reported together, each with its line."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from fairterms.risks.control.reader import read_controls
from fairterms.risks.register.block import FILE, ids_written
from fairterms.risks.register.breach import Breach
from fairterms.risks.register.estimate_reader import read_estimates
from fairterms.risks.register.event_reader import (
    read_incidents,
    read_interests,
    read_workshop_notes,
)
from fairterms.risks.register.invariant import breaches
from fairterms.risks.register.matrix_reader import read_matrices
from fairterms.risks.register.objective_reader import read_objectives, read_values
from fairterms.risks.register.register import Register
from fairterms.risks.register.risk_reader import read_impacts, read_risks
from fairterms.units.form_file import parsed, text_of
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem

OWN = (
    "value",
    "objective",
    "risk",
    "impact",
    "estimate",
    "matrix",
    "incident",
    "interest",
    "swot",
    "pestle",
)
CONTROL = ("control", "effect", "test", "acceptance", "indicator", "reading", "exception")
"""Sections that ``risks/control`` reads."""


def read(folder: Path) -> Register | None:
    """Read a deal's risk register.

    Parameters
    ----------
    folder
        The deal folder.

    Returns
    -------
    Register or None
        None where the deal has no such file; mistakes are in ``problems``.
    """
    text = text_of(folder / FILE)
    if text is None:
        return None
    return Register(problems=(text,)) if isinstance(text, Problem) else read_text(text)


def read_text(text: str) -> Register:
    """Read a risk register from its text."""
    opened = parsed(text, FILE)
    if isinstance(opened, Problem):
        return Register(problems=(opened,))
    document, notes = opened
    for name in sorted(document.keys() - {*OWN, *CONTROL}):
        notes.unknown((name,), name, (*OWN, *CONTROL), "section")
    register = _records(document, notes)
    for breach in breaches(register):
        _note(breach, document, notes)
    return replace(register, problems=notes.problems())


def _records(document: Mapping[str, Any], notes: Notes) -> Register:
    objectives = read_objectives(document, notes)
    units = {one.id: one.unit for one in objectives}
    return Register(
        read_values(document, notes),
        objectives,
        read_risks(document, notes),
        read_impacts(document, notes),
        read_estimates(document, notes),
        read_matrices(document, notes),
        read_controls(document, notes, ids_written(document, "impact")),
        read_incidents(document, notes, units),
        read_interests(document, notes),
        read_workshop_notes(document, notes),
    )


def _note(breach: Breach, document: Mapping[str, Any], notes: Notes) -> None:
    """Tie a breach to its line, unless it only echoes a block that could not be read."""
    if _is_echo(breach, document):
        return
    blocks = document[breach.section]
    at = next(at for at, block in enumerate(blocks) if block.get("id") == breach.id)
    path = (breach.section, at, breach.key) if breach.key else (breach.section, at)
    notes.add(path, breach.what, breach.code, breach.why, breach.fix)


def _is_echo(breach: Breach, document: Mapping[str, Any]) -> bool:
    """Say whether the missing record stands in the file, with a problem of its own."""
    if breach.code == "no-impact":
        return breach.id in _written(document, "impact", "risk")
    if breach.code == "unknown-estimate":
        return any(f'"{name}"' in breach.what for name in ids_written(document, "estimate"))
    return False


def _written(document: Mapping[str, Any], section: str, key: str) -> tuple[str, ...]:
    raw = document.get(section, [])
    entries = raw if isinstance(raw, list) else []
    return tuple(str(one.get(key, "")) for one in entries if isinstance(one, dict))
