"""A test script both sides sign: figures in, amounts out, as text.

A script has no tolerance: a step agrees when it is written the same, to the last digit.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from fairterms.contract.figure_set import FigureSet, read_values
from fairterms.units import quantity
from fairterms.units.notes import Notes
from fairterms.units.positions import parse
from fairterms.units.problem import Problem
from fairterms.units.quantity import Quantity

KEYS = {"title", "clauses", "year", "agreed", "given", "expect", "not_applied", "refuse", "note"}
AGREED_KEYS = {"terms", "group", "plan"}


@dataclass(frozen=True)
class Script:
    """An agreed test.

    Attributes
    ----------
    clauses
        The clauses it runs; empty means all.
    year
        The performance year it is about; None when the contract has only one.
    terms
        The hash of the terms it was agreed on; empty when nobody has agreed yet.
    group_agreed, plan_agreed
        The day each side agreed; None when it has not.
    expect
        Step name to the amount it must have.
    not_applied
        Thresholds and caps that must not bite, with the reason; an empty reason means any.
    refuse
        Figures or terms the run must refuse, with what must be said of them.
    """

    file: str
    title: str
    given: FigureSet
    expect: Mapping[str, Quantity]
    not_applied: Mapping[str, str]
    refuse: Mapping[str, str]
    clauses: tuple[str, ...] = ()
    year: int | None = None
    terms: str = ""
    group_agreed: date | None = None
    plan_agreed: date | None = None
    problems: tuple[Problem, ...] = ()


def read_folder(folder: Path) -> tuple[Script, ...]:
    """Read every ``*.toml`` script of a folder, in the order of their names."""
    return tuple(read(path) for path in sorted(folder.glob("*.toml")) if path.stem != "equivalent")


def read(path: Path) -> Script:
    """Read one script; its problems are part of it."""
    return read_text(path.read_text(encoding="utf-8"), path.name)


def read_text(text: str, file: str) -> Script:
    """Read a script from its text."""
    try:
        document, positions = parse(text)
    except tomllib.TOMLDecodeError as wrong:
        problem = Problem(
            file,
            0,
            f"the script is not TOML: {wrong}",
            "not-toml",
            "it cannot be run",
            "check quotes and brackets on the line named",
        )
        empty = FigureSet("", {}, file=file)
        return Script(file, file, empty, {}, {}, {}, problems=(problem,))
    notes = Notes(file, tuple(text.splitlines()), positions)
    for key in document.keys() - KEYS:
        notes.unknown((key,), key, KEYS, "script key")
    return _assemble(document, notes)


def _assemble(document: dict[str, Any], notes: Notes) -> Script:
    title = str(document.get("title", notes.file))
    given = read_values(document.get("given", {}), ("given",), notes)
    expect, not_applied = _expectations(document, notes)
    refuse = {str(name): str(what) for name, what in document.get("refuse", {}).items()}
    if not (expect or not_applied or refuse):
        notes.missing(
            (),
            "the script expects nothing",
            'write [expect] with payable = "$…", or [refuse]',
            "a test that cannot fail protects nobody",
        )
    agreed = document.get("agreed", {})
    for key in agreed.keys() - AGREED_KEYS:
        notes.unknown(("agreed", key), key, AGREED_KEYS, "agreement key")
    return Script(
        notes.file,
        title,
        FigureSet(title, given, file=notes.file),
        expect,
        not_applied,
        refuse,
        clauses=tuple(document.get("clauses", ())),
        year=document.get("year"),
        terms=str(agreed.get("terms", "")),
        group_agreed=agreed.get("group"),
        plan_agreed=agreed.get("plan"),
        problems=notes.problems(),
    )


def _expectations(
    document: dict[str, Any], notes: Notes
) -> tuple[dict[str, Quantity], dict[str, str]]:
    raw = dict(document.get("expect", {}))
    not_applied = {str(name): "" for name in raw.pop("not_applied", [])}
    listed = document.get("not_applied", {})
    reasons = listed if isinstance(listed, dict) else dict.fromkeys(listed, "")
    not_applied.update({str(name): str(reason) for name, reason in reasons.items()})
    expect = {}
    for name, value in _flat(raw):
        try:
            expect[name] = quantity.parse(str(value))
        except quantity.NotAQuantity as wrong:
            notes.add(
                ("expect", name.partition(".")[0]),
                f"{name}: {wrong.reason}",
                "not-a-quantity",
                "an expected amount carries its unit",
                wrong.fix,
            )
    return expect, not_applied


def _flat(raw: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    """Join the names of nested tables with a dot: ``savings.share`` is a table in TOML."""
    found: list[tuple[str, Any]] = []
    for key, value in raw.items():
        if isinstance(value, dict):
            found.extend(_flat(value, f"{prefix}{key}."))
        else:
            found.append((f"{prefix}{key}", value))
    return found
