"""Read ``duties.toml``; everything wrong in it is reported together, each with its line."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

from fairterms.prepare.cost_to_comply.declaration import (
    FILE,
    NOTHING_DECLARED,
    Added,
    Change,
    Declaration,
)
from fairterms.prepare.cost_to_comply.kind import KINDS, Driver, Role
from fairterms.prepare.cost_to_comply.spread import Spread
from fairterms.units import quantity
from fairterms.units.form_file import parsed, text_of
from fairterms.units.notes import Notes
from fairterms.units.positions import Path as Place
from fairterms.units.problem import Problem
from fairterms.units.quantity import MONEY, Kind, Unit, count, per

_SECTIONS = ("size", "wage", "revenue", "kind", "duty", "added")
SIZES = {
    "clinicians": (Driver.CLINICIAN, "clinician"),
    "new_patients": (Driver.NEW_PATIENT, "patient"),
    "forms": (Driver.FORM, "form"),
    "surveys": (Driver.SURVEY, "survey"),
    "discharges": (Driver.DISCHARGE, "discharge"),
    "care_gaps": (Driver.GAP, "gap"),
}
"""Keys of ``[size]``: what each counts, and the word its number carries."""
_CHANGES = ("hours", "count", "wage", "tools", "not_ours", "covered_by")
_OF_A_KIND = ("hours", "count", "tools", "not_ours")
_WHY = "a cost moves with it, so it is never guessed"
_HOURS, _WAGE = count("hour"), per("hour")


def read(folder: Path) -> Declaration:
    """Read what a deal says of its duties; a deal without the file says nothing.

    Parameters
    ----------
    folder
        The deal folder.
    """
    text = text_of(folder / FILE)
    if text is None:
        return NOTHING_DECLARED
    return Declaration(problems=(text,)) if isinstance(text, Problem) else read_text(text)


def read_text(text: str) -> Declaration:
    """Read the text of the file; problems are part of the result."""
    opened = parsed(text, FILE)
    if isinstance(opened, Problem):
        return Declaration(problems=(opened,))
    document, notes = opened
    _refuse_unknown(document, (), _SECTIONS, notes)
    revenue = _table(document.get("revenue", {}), ("revenue",), notes)
    _refuse_unknown(revenue, ("revenue",), ("other", "what"), notes)
    other = _amount(revenue.get("other"), ("revenue", "other"), notes, MONEY)
    found = Declaration(
        sizes=_sizes(document, notes),
        wages=_wages(document, notes),
        other_revenue=other,
        other_revenue_is=str(revenue.get("what", "")),
        kinds=_kinds(document, notes),
        duties=_duties(document, notes),
        added=tuple(_added(document, notes)),
        lines=notes.lines,
    )
    return replace(found, problems=notes.problems())


def _table(raw: Any, path: Place, notes: Notes) -> Mapping[str, Any]:
    """Return a table; an empty one, and a problem, where something else stands in its place."""
    if isinstance(raw, dict):
        return raw
    name = ".".join(str(step) for step in path)
    why = "what stands there would be silently ignored"
    notes.add(path, f"{name} is not a table of keys", "not-a-table", why, f"write [{name}]")
    return {}


def _tables(document: Mapping[str, Any], key: str, notes: Notes) -> list[Mapping[str, Any]]:
    raw = document.get(key, [])
    if isinstance(raw, list) and all(isinstance(one, dict) for one in raw):
        return raw
    why = "what stands there would be silently ignored"
    what = f"{key} is not a list of tables"
    notes.add((key,), what, "not-tables", why, f"write [[{key}]] with two brackets, once for each")
    return []


def _refuse_unknown(
    table: Mapping[str, Any], path: Place, known: Collection[str], notes: Notes
) -> None:
    for key in table:
        if key not in known:
            notes.unknown((*path, key), key, known, "key" if path else "section")


def _sizes(document: Mapping[str, Any], notes: Notes) -> Mapping[Driver, Decimal]:
    table = _table(document.get("size", {}), ("size",), notes)
    _refuse_unknown(table, ("size",), SIZES, notes)
    found = {
        driver: _amount(table[key], ("size", key), notes, count(noun))
        for key, (driver, noun) in SIZES.items()
        if key in table
    }
    return MappingProxyType({key: value for key, value in found.items() if value is not None})


def _wages(document: Mapping[str, Any], notes: Notes) -> Mapping[Role, Spread]:
    table = _table(document.get("wage", {}), ("wage",), notes)
    _refuse_unknown(table, ("wage",), [role.value for role in Role], notes)
    found = {
        role: _spread(table, ("wage",), role.value, notes, _WAGE)
        for role in Role
        if role.value in table
    }
    return MappingProxyType({key: value for key, value in found.items() if value is not None})


def _kinds(document: Mapping[str, Any], notes: Notes) -> Mapping[str, Change]:
    table = _table(document.get("kind", {}), ("kind",), notes)
    found: dict[str, Change] = {}
    for name, raw in table.items():
        path: Place = ("kind", name)
        if name not in KINDS:
            notes.unknown(path, name, KINDS, "kind of duty")
            continue
        inside = _table(raw, path, notes)
        _refuse_unknown(inside, path, _OF_A_KIND, notes)
        found[name] = _change(inside, path, notes)
    return MappingProxyType(found)


def _duties(document: Mapping[str, Any], notes: Notes) -> Mapping[str, Change]:
    found: dict[str, Change] = {}
    taken: set[str] = set()
    for position, raw in enumerate(_tables(document, "duty", notes)):
        path: Place = ("duty", position)
        _refuse_unknown(raw, path, ("id", *_CHANGES), notes)
        name = notes.id((*path, "id"), raw.get("id"), "duty", taken)
        if name:
            found[name] = _change(raw, path, notes)
    return MappingProxyType(found)


def _added(document: Mapping[str, Any], notes: Notes) -> Iterator[Added]:
    taken: set[str] = set()
    for position, raw in enumerate(_tables(document, "added", notes)):
        path: Place = ("added", position)
        _refuse_unknown(raw, path, ("id", "kind", "what", "section", *_CHANGES), notes)
        name = notes.id((*path, "id"), raw.get("id"), "duty", taken)
        kind_name = str(raw.get("kind", ""))
        if kind_name not in KINDS:
            notes.unknown((*path, "kind"), kind_name, KINDS, "kind of duty")
        elif name:
            what = str(raw.get("what", KINDS[kind_name].title))
            section = str(raw.get("section", ""))
            yield Added(name, kind_name, what, section, _change(raw, path, notes))


def _change(raw: Mapping[str, Any], path: Place, notes: Notes) -> Change:
    return Change(
        hours=_spread(raw, path, "hours", notes, _HOURS),
        count=_spread(raw, path, "count", notes, None),
        wage=_spread(raw, path, "wage", notes, _WAGE),
        tools=_spread(raw, path, "tools", notes, MONEY),
        not_ours=str(raw.get("not_ours", "")),
        covered_by=str(raw.get("covered_by", "")),
        line=notes.line(path),
    )


def _spread(
    raw: Mapping[str, Any], path: Place, key: str, notes: Notes, unit: Unit | None
) -> Spread | None:
    """Read one amount, or three from the lowest to the highest; None where the key is missing."""
    if key not in raw:
        return None
    value, place = raw[key], (*path, key)
    if not isinstance(value, list):
        amount = _amount(value, place, notes, unit)
        return None if amount is None else Spread.exact(amount)
    amounts = [_amount(one, place, notes, unit) for one in value]
    known = [amount for amount in amounts if amount is not None]
    if len(known) == 3 and known == sorted(known):
        return Spread(*known)
    if len(known) == len(value):
        what = f"{key} is not three amounts from the lowest to the highest"
        fix = 'write one, or three like ["4 hours", "6 hours", "10 hours"]'
        notes.add(place, what, "not-a-spread", "low, likely and high are read in that order", fix)
    return None


def _amount(raw: Any, path: Place, notes: Notes, unit: Unit | None) -> Decimal | None:
    """Read a quantity that is not below zero, in a unit; None, and a problem, where it is not."""
    if raw is None:
        return None
    key = path[-1]
    try:
        found = quantity.parse(raw if isinstance(raw, str) else str(raw))
    except quantity.NotAQuantity as wrong:
        notes.add(path, f"{key}: {wrong.reason}", "not-a-quantity", _WHY, wrong.fix)
        return None
    is_right = found.unit == unit if unit else found.unit.kind is Kind.COUNT
    if not is_right:
        wanted = unit or "a number of things, like 12 times"
        what = f"{key} is in {found.unit}, but it is wanted in {wanted}"
        why = "a number in another unit is another number"
        notes.add(path, what, "wrong-unit", why, f"write it in {wanted}")
        return None
    if found.amount < 0:
        notes.add(path, f"{key} is below zero", "below-zero", _WHY, "write what is to be done")
        return None
    return found.amount
