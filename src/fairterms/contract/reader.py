"""Read terms.toml into a contract, and report every problem of the file at once."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fairterms.contract import clause_reader, figure_reader, header_reader
from fairterms.contract.clause import Contract
from fairterms.units.notes import Notes
from fairterms.units.positions import parse
from fairterms.units.problem import Problem


@dataclass(frozen=True)
class Reading:
    """What a file gave: the contract when it could be built, and the problems found."""

    contract: Contract | None
    problems: tuple[Problem, ...]


_SECTIONS = {"contract", "figure", "measure", "clause"}


def read(path: Path) -> Reading:
    """Read a terms file.

    Parameters
    ----------
    path
        The file, in UTF-8.

    Returns
    -------
    Reading
        The contract, or None when a problem leaves no contract to speak of.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Reading(None, (_absent(path),))
    except UnicodeDecodeError as wrong:
        return Reading(None, (_not_text(path, wrong),))
    return read_text(text, path.name)


def read_text(text: str, file: str = "terms.toml") -> Reading:
    """Read a contract from the text of a terms file; ``file`` names it in messages.

    Examples
    --------
    >>> read_text("[contract").problems[0].code
    'not-toml'
    """
    lines = tuple(text.splitlines())
    try:
        document, positions = parse(text)
    except tomllib.TOMLDecodeError as wrong:
        return Reading(None, (_not_toml(file, lines, wrong),))
    notes = Notes(file, lines, positions)
    for section in document.keys() - _SECTIONS:
        notes.unknown((section,), section, _SECTIONS, "section")
    return _assemble(document, notes)


def _assemble(document: dict[str, Any], notes: Notes) -> Reading:
    header = header_reader.read(document.get("contract"), notes)
    figures = figure_reader.read_figures(document.get("figure", []), notes)
    measures = figure_reader.read_measures(document.get("measure", []), notes)
    clauses = clause_reader.read(document.get("clause", []), notes, header)
    if header is None:
        return Reading(None, notes.problems())
    contract = Contract(
        **header,
        figures=figures,
        measures=measures,
        clauses=clauses,
        file=notes.file,
        lines=notes.lines,
    )
    return Reading(contract, notes.problems())


def _absent(path: Path) -> Problem:
    return Problem(
        path.name,
        0,
        f"there is no {path.name} in {path.parent.name or 'this folder'}",
        "no-terms",
        "the payment terms are read from this file",
        "write one, or start from an example with: fairterms new DEAL",
    )


def _not_text(path: Path, wrong: UnicodeDecodeError) -> Problem:
    return Problem(
        path.name,
        0,
        f"the file is not UTF-8 text (byte {wrong.start})",
        "not-text",
        "terms are plain text that both sides can read and compare",
        "save it as UTF-8 from your editor",
    )


def _not_toml(file: str, lines: tuple[str, ...], wrong: tomllib.TOMLDecodeError) -> Problem:
    place = re.search(r"\(at line (\d+), column \d+\)", str(wrong))
    line = int(place[1]) if place else len(lines)
    what = re.sub(r"\s*\(at .*\)$", "", str(wrong))
    return Problem(
        file,
        line,
        f"this line is not TOML: {what[:1].lower()}{what[1:]}",
        "not-toml",
        "nothing after it can be read",
        "check quotes, brackets and equals signs on this line and the one before",
        lines[line - 1] if 0 < line <= len(lines) else "",
    )
