"""Read ``forecast.toml``; every mistake becomes a problem with its line."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from fairterms.simulate.capacity import declaration_reader as capacity_reader
from fairterms.simulate.capacity.declaration import CapacityDeclaration
from fairterms.simulate.clause_price.declared_neutral import read_neutrals
from fairterms.simulate.forecast.declaration import (
    FILE,
    CostSpec,
    Declaration,
    Delivery,
    FigureSpec,
    MeasureSpec,
    Patients,
)
from fairterms.simulate.forecast.factors import MEANINGS, Factor
from fairterms.simulate.forecast.fields import Fields
from fairterms.units.notes import Notes
from fairterms.units.positions import parse
from fairterms.units.problem import Problem

OWN = ("factors", "patients", "measure", "figure", "delivery")
ELSEWHERE = ("capacity", "cash", "neutral")
"""Sections that have readers of their own."""

_T = TypeVar("_T")


def read(folder: Path) -> Declaration | None:
    """Read a deal's forecast.

    Parameters
    ----------
    folder
        The deal folder.

    Returns
    -------
    Declaration or None
        None where the deal has no such file; mistakes are in ``problems``.
    """
    path = folder / FILE
    if not path.exists():
        return None
    try:
        return read_text(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        return _refused(0, "this is not a text file", "save it as text in UTF-8")


def read_text(text: str) -> Declaration:
    """Read a forecast from its text."""
    try:
        document, positions = parse(text)
    except tomllib.TOMLDecodeError as wrong:
        return _refused(0, f"the file is not TOML: {wrong}", "check the line named")
    notes = Notes(FILE, tuple(text.splitlines()), positions)
    Fields(document, (), notes).only((*OWN, *ELSEWHERE), "section")
    declared = Declaration(
        _factors(document.get("factors", {}), notes),
        tuple(_each(document, "patients", notes, _patients)),
        tuple(_each(document, "measure", notes, _measure)),
        tuple(_each(document, "figure", notes, _figure)),
        tuple(_each(document, "delivery", notes, _delivery)),
        _capacity(document, notes),
        read_neutrals(document.get("neutral"), notes),
        _table(document.get("cash", {}), "cash", notes),
        notes,
    )
    _check_names(document, notes)
    return replace(declared, problems=notes.problems())


def _capacity(document: dict[str, Any], notes: Notes) -> CapacityDeclaration | None:
    section = _table(document.get("capacity", {}), "capacity", notes)
    return capacity_reader.read(section, notes) if section else None


def _table(raw: Any, section: str, notes: Notes) -> dict[str, Any]:
    if isinstance(raw, dict):
        return raw
    fix = f"begin it with [{section}]"
    notes.add((section,), f"{section} is not a section", "bad-forecast", "nothing reads it", fix)
    return {}


def _refused(line: int, what: str, fix: str) -> Declaration:
    problem = Problem(FILE, line, what, "unreadable", "nothing can be simulated", fix)
    return Declaration({}, problems=(problem,))


def _each(
    document: dict[str, Any], section: str, notes: Notes, one: Callable[[Fields], _T | None]
) -> Iterator[_T]:
    entries = document.get(section, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        words = f"start each block with [[{section}]]"
        notes.add((section,), f"{section} is not a list of blocks", "bad-forecast", words, words)
        return
    for at, entry in enumerate(entries):
        found = one(Fields(entry, (section, at), notes))
        if found is not None:
            yield found


def _factors(raw: Any, notes: Notes) -> dict[str, Factor]:
    tables = raw if isinstance(raw, dict) else {}
    Fields(tables, ("factors",), notes).only(MEANINGS, "year-level factor")
    found = {}
    for name, meaning in MEANINGS.items():
        if name not in tables:
            notes.missing(
                ("factors",),
                f"the year-level factor {name} is missing ({meaning})",
                f'write {name} = {{ spread = "3 %", basis = "how you know" }}; where it cannot '
                'move, write spread = "0 %" and say why',
                "with chance between patients alone, a contract that loses money in 31 % of years "
                "looks as if it did in 17 %",
            )
            continue
        factor = _factor(name, tables[name], notes)
        if factor is not None:
            found[name] = factor
    return found


def _factor(name: str, raw: Any, notes: Notes) -> Factor | None:
    table = raw if isinstance(raw, dict) else {"spread": raw}
    fields = Fields(table, ("factors", name), notes)
    fields.only(("spread", "centre", "grows", "rests_on", "basis"), "key of a factor")
    spread = fields.share("spread", high=0.5)
    centre = fields.optional_share("centre", low=-0.5, high=1.0)
    grows = fields.optional_share("grows", low=-0.2, high=0.2)
    if spread is None:
        return None
    if not fields.text("basis"):
        notes.add(
            ("factors", name),
            f"the factor {name} does not say how its spread is known",
            "no-basis",
            "the answer rests on it, and the other side will ask",
            'add basis = "the last four years moved by 3 to 5 %", or "a guess, to be checked"',
        )
    rests_on = fields.count("rests_on") or 0 if "rests_on" in fields.raw else 0
    return Factor(name, spread, centre, grows, fields.text("basis"), rests_on)


def _patients(fields: Fields) -> Patients | None:
    fields.only(_PATIENT_KEYS, "key of patients")
    name = _id(fields)
    roster, listed = fields.count("roster"), fields.share("listed", low=0.01)
    cost = None if "cost" not in fields.raw else _cost(fields)
    if cost is not None and not fields.text("paid"):
        what, why = "these patients have a cost, and no figure it adds to", "nobody would see it"
        fix = 'name the figure, like paid = "paid_claims", or leave their cost out'
        fields.notes.missing(fields.path, what, fix, why)
    if not name or roster is None or listed is None:
        return None
    return Patients(
        name,
        roster,
        listed,
        cost,
        fields.text("paid"),
        fields.text("above"),
        fields.text("attachment"),
        fields.moves("moved_by", MEANINGS) if "moved_by" in fields.raw else USUAL_MOVES,
    )


def _cost(fields: Fields) -> CostSpec | None:
    raw = fields.raw["cost"]
    table = Fields(raw if isinstance(raw, dict) else {}, (*fields.path, "cost"), fields.notes)
    table.only(("from", "no_cost", "spread", "mean"), "key of a cost")
    mean = table.money("mean") if "mean" in table.raw else None
    if "from" in table.raw:
        is_observed = table.words("from", ("records",)) == "records"
        return CostSpec(is_observed=True, mean=mean) if is_observed else None
    no_cost, spread = table.share("no_cost", high=0.99), table.number("spread")
    if no_cost is None or spread is None:
        return None
    return CostSpec(is_observed=False, no_cost=no_cost, spread=spread, mean=mean)


def _measure(fields: Fields) -> MeasureSpec | None:
    fields.only(_MEASURE_KEYS, "key of a measure")
    name = _id(fields)
    if not name:
        return None
    return MeasureSpec(
        name,
        fields.text("patients"),
        fields.words("rate", ("records",)) == "records",
        fields.optional_share("spread", high=0.3),
        fields.optional_share("dearer", low=-0.5, high=0.5),
        fields.moves("count_moves", MEANINGS),
        fields.moves("rate_moves", MEANINGS),
    )


def _figure(fields: Fields) -> FigureSpec | None:
    fields.only(_FIGURE_KEYS, "key of a figure")
    name = fields.text("id")
    if not name:
        fields.notes.missing(fields.path, "this figure has no id", 'write id = "visits.*"', _WHOSE)
        return None
    chances = fields.chances("chances")
    return FigureSpec(
        name,
        fields.moves("moved_by", MEANINGS),
        fields.text("follows"),
        fields.optional_share("spread", high=1.0),
        fields.is_true("counted"),
        chances,
    )


def _delivery(fields: Fields) -> Delivery | None:
    fields.only(("figure", "cost"), "key of a delivery")
    cost, figure = fields.per_unit("cost"), fields.text("figure")
    if not figure:
        what, fix = "this delivery names no figure", 'write figure = "visits.90837"'
        fields.notes.missing(fields.path, what, fix, _WHOSE)
    return None if cost is None or not figure else Delivery(figure, cost)


def _id(fields: Fields) -> str:
    return fields.notes.id((*fields.path, "id"), fields.raw.get("id"), "id", set())


def _check_names(document: dict[str, Any], notes: Notes) -> None:
    """Note blocks of one name, and every reference to people who are not declared."""
    people = _written(document, "patients", "id")
    for section in ("patients", "measure", "figure"):
        taken: set[str] = set()
        for at, name in _written(document, section, "id"):
            if name in taken:
                what, why = f"{name} stands in two blocks of [[{section}]]", "only one can be read"
                notes.add((section, at), what, "duplicate-id", why, "make one block of them")
            taken.add(name)
    known = {name for _, name in people}
    for section, key in (("measure", "patients"), ("figure", "follows")):
        for at, name in _written(document, section, key):
            if not known:
                fix = f'add a block [[patients]] with id = "{name}", its roster and who is listed'
                what = f"{key} names {name}, and there is no block [[patients]]"
                why = "people nobody declares cannot be drawn"
                notes.missing((section, at, key), what, fix, why)
                return  # one block mends all of them
            if name not in known:
                notes.unknown((section, at, key), name, known, "group of patients")


def _written(document: dict[str, Any], section: str, key: str) -> list[tuple[int, str]]:
    """Return what the blocks of a section say under a key, with each block's place."""
    blocks = document.get(section, [])
    return [
        (at, str(block[key]))
        for at, block in enumerate(blocks if isinstance(blocks, list) else [])
        if isinstance(block, dict) and block.get(key)
    ]


USUAL_MOVES = {"trend": 1.0, "acuity": 1.0}
"""What moves a person's cost unless told otherwise: in full, as dear and as ill as the year is."""

_PATIENT_KEYS = ("id", "roster", "listed", "cost", "paid", "above", "attachment", "moved_by")
_MEASURE_KEYS = ("id", "patients", "rate", "spread", "dearer", "count_moves", "rate_moves")
_FIGURE_KEYS = ("id", "moved_by", "follows", "spread", "counted", "chances")
_WHOSE = "a number without a name is nobody's"
