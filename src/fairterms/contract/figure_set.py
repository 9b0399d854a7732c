"""A set of figures: what was measured, or imagined, for one settlement.

Figures come as TOML (a ``[given]`` table, or plain lines) or as CSV with the columns ``figure`` and
``value``. Every value carries its unit. A list of values of one sort is a TOML list, or several
CSV rows with the same name.
"""

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fairterms.units import quantity
from fairterms.units.notes import Notes
from fairterms.units.positions import Path as Place
from fairterms.units.positions import parse
from fairterms.units.problem import Problem
from fairterms.units.quantity import Quantity

FigureValue = Quantity | tuple[Quantity, ...]
ROLES = ("expected", "good", "bad")


@dataclass(frozen=True)
class FigureSet:
    """Named quantities for one settlement.

    Attributes
    ----------
    title
        What the set shows, for reports.
    role
        For a scenario: "expected", "good" or "bad"; empty otherwise.
    values
        Figure name to its quantity, or to a list of quantities of one sort.
    """

    title: str
    values: Mapping[str, FigureValue]
    role: str = ""
    file: str = ""
    problems: tuple[Problem, ...] = field(default=())


def read(path: Path) -> FigureSet:
    """Read a figures file (TOML or CSV); problems are part of the result."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return _unreadable(path, "there is no such file", "check its name and folder")
    except (UnicodeDecodeError, IsADirectoryError):
        return _unreadable(path, "this is not a text file", "give a TOML or CSV file in UTF-8")
    if path.suffix.lower() == ".csv":
        return read_csv(text, path.name)
    return read_toml(text, path.name)


def read_toml(text: str, file: str) -> FigureSet:
    """Read figures from TOML text."""
    lines = tuple(text.splitlines())
    try:
        document, positions = parse(text)
    except tomllib.TOMLDecodeError as wrong:
        problem = Problem(
            file,
            0,
            f"the file is not TOML: {wrong}",
            "not-toml",
            "no figure can be read",
            "check quotes and brackets on the line named",
        )
        return FigureSet(file, {}, file=file, problems=(problem,))
    notes = Notes(file, lines, positions)
    given = document.get("given", {k: v for k, v in document.items() if k not in _OWN_KEYS})
    prefix: Place = ("given",) if "given" in document else ()
    values = read_values(given, prefix, notes)
    role = str(document.get("role", ""))
    if role and role not in ROLES:
        notes.unknown(("role",), role, ROLES, "scenario role")
    title = str(document.get("title", Path(file).stem.replace("_", " ").replace("-", " ")))
    return FigureSet(title, values, role, file, notes.problems())


_OWN_KEYS = {"title", "role", "note"}


def read_values(raw: Any, prefix: Place, notes: Notes) -> dict[str, FigureValue]:
    """Read a table of figures; nested tables join their names with a dot."""
    values: dict[str, FigureValue] = {}
    for name, path, item in _flatten(raw, prefix, ""):
        items = item if isinstance(item, list) else [item]
        read_items = [_quantity(name, one, path, notes) for one in items]
        found = tuple(one for one in read_items if one is not None)
        if len(found) == len(items):
            values[name] = found if isinstance(item, list) else found[0]
    return values


def read_csv(text: str, file: str) -> FigureSet:
    """Read figures from CSV text with the columns ``figure`` and ``value``."""
    rows = list(csv.DictReader(io.StringIO(text)))
    notes = Notes(file, tuple(text.splitlines()), {("row", n): n + 2 for n in range(len(rows))})
    values: dict[str, FigureValue] = {}
    for number, row in enumerate(rows):
        name, value = (row.get("figure") or "").strip(), (row.get("value") or "").strip()
        if not name:
            notes.add(
                ("row", number),
                "this row names no figure",
                "bad-row",
                "a number without a name is nobody's",
                "use the columns figure and value",
            )
            continue
        found = _quantity(name, value, ("row", number), notes)
        if found is not None:
            before = values.get(name)
            earlier = before if isinstance(before, tuple) else (before,) if before else ()
            values[name] = (*earlier, found) if earlier else found
    return FigureSet(Path(file).stem, values, file=file, problems=notes.problems())


def _flatten(raw: Any, path: Place, prefix: str) -> Iterator[tuple[str, Place, Any]]:
    for key, item in raw.items() if isinstance(raw, dict) else ():
        if isinstance(item, dict):
            yield from _flatten(item, (*path, key), f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", (*path, key), item


def _quantity(name: str, raw: Any, path: Place, notes: Notes) -> Quantity | None:
    try:
        found = quantity.parse(raw if isinstance(raw, str) else str(raw))
    except quantity.NotAQuantity as wrong:
        notes.add(
            path,
            f"{name}: {wrong.reason}",
            "not-a-quantity",
            "every figure carries its unit",
            wrong.fix,
        )
        return None
    if found.base or found.threshold:
        notes.add(
            path,
            f'{name} is "{raw}"; a figure is a plain quantity',
            "not-a-quantity",
            "a figure is what was measured",
            f'write "{quantity.write(found.amount, found.unit)}"',
        )
        return None
    return found


def _unreadable(path: Path, what: str, fix: str) -> FigureSet:
    problem = Problem(path.name, 0, what, "no-figures", "a settlement needs its figures", fix)
    return FigureSet(path.stem, {}, file=path.name, problems=(problem,))
