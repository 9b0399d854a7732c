"""Read [[figure]] and [[measure]]: what is measured, in which unit, which way is better."""

from typing import Any

from fairterms.contract.clause import Figure, Measure
from fairterms.units import quantity
from fairterms.units.notes import Notes
from fairterms.units.positions import Path
from fairterms.units.quantity import Quantity, Unit

FIGURE_KEYS = {"id", "unit", "meaning", "lowest", "highest"}
MEASURE_KEYS = {"id", "name", "direction", "steward", "numerator", "denominator"}
DIRECTIONS = ("higher is better", "lower is better")
_UNITS = '"$", "$ PMPM", "$ per visit", "%", "factor", "visits"'


def read_figures(raw: Any, notes: Notes) -> tuple[Figure, ...]:
    """Read the declared figures, in written order."""
    taken: set[str] = set()
    found = []
    for position, entry in enumerate(_entries(raw, "figure", notes)):
        path: Path = ("figure", position)
        for key in entry.keys() - FIGURE_KEYS:
            notes.unknown((*path, key), key, FIGURE_KEYS, "figure key")
        name = notes.id((*path, "id"), entry.get("id"), "figure", taken)
        unit = read_unit(entry.get("unit"), (*path, "unit"), notes)
        if not name or unit is None:
            continue
        limits = [_limit(entry, key, unit, path, notes) for key in ("lowest", "highest")]
        lowest, highest = limits
        if lowest and highest and highest.amount < lowest.amount:
            notes.add(
                (*path, "highest"),
                f"the highest {name} is below the lowest",
                "range-reversed",
                "scenarios are drawn between the two",
                "exchange them",
            )
        found.append(
            Figure(name, unit, str(entry.get("meaning", "")), lowest, highest, notes.line(path))
        )
    return tuple(found)


def read_measures(raw: Any, notes: Notes) -> tuple[Measure, ...]:
    """Read the declared measures, in written order."""
    taken: set[str] = set()
    found = []
    for position, entry in enumerate(_entries(raw, "measure", notes)):
        path: Path = ("measure", position)
        for key in entry.keys() - MEASURE_KEYS:
            notes.unknown((*path, key), key, MEASURE_KEYS, "measure key")
        name = notes.id((*path, "id"), entry.get("id"), "measure", taken)
        direction = entry.get("direction")
        if direction not in DIRECTIONS:
            notes.add(
                (*path, "direction"),
                "the measure does not say which way is better",
                "no-direction",
                "a rate of poor control read the wrong way round pays the worst groups",
                f'write direction = "{DIRECTIONS[0]}" or "{DIRECTIONS[1]}"',
            )
            continue
        if name:
            optional = ("steward", "numerator", "denominator")
            words = {key: str(entry.get(key, "")) for key in optional}
            found.append(
                Measure(
                    name,
                    str(entry.get("name", name)),
                    direction == DIRECTIONS[0],
                    line=notes.line(path),
                    **words,
                )
            )
    return tuple(found)


def read_unit(raw: Any, path: Path, notes: Notes) -> Unit | None:
    """Read a unit on its own, such as ``"$ PMPM"`` or ``"visits"``."""
    if isinstance(raw, str) and raw.strip():
        try:
            text = raw.strip()
            return quantity.parse(f"$1{text[1:]}" if text.startswith("$") else f"1 {text}").unit
        except quantity.NotAQuantity:
            pass
    notes.add(
        path,
        "the figure has no unit" if raw is None else f'"{raw}" is not a unit',
        "bad-unit",
        "a number without its unit can be read two ways",
        f"write one of {_UNITS}",
    )
    return None


def _limit(
    entry: dict[str, Any], key: str, unit: Unit, path: Path, notes: Notes
) -> Quantity | None:
    raw = entry.get(key)
    if raw is None:
        return None
    try:
        limit = quantity.parse(str(raw))
    except quantity.NotAQuantity as wrong:
        notes.add((*path, key), wrong.reason, "not-a-quantity", "a range needs units", wrong.fix)
        return None
    if limit.unit == unit:
        return limit
    notes.add(
        (*path, key),
        f"{key} is in {limit.unit}, the figure in {unit}",
        "wrong-unit",
        "the two cannot be compared",
        f"write it in {unit}",
    )
    return None


def _entries(raw: Any, sort: str, notes: Notes) -> list[dict[str, Any]]:
    if isinstance(raw, list) and all(isinstance(entry, dict) for entry in raw):
        return raw
    notes.add(
        (sort,),
        f"{sort} is not a list of entries",
        f"bad-{sort}",
        f"each {sort} has its own block",
        f"start each block with [[{sort}]]",
    )
    return []
