"""Amounts of positions.toml: each carries its unit, and an estimate says how far it may be off."""

from typing import Any

from fairterms.negotiate.positions.position import Spread
from fairterms.units import quantity
from fairterms.units.notes import Notes
from fairterms.units.positions import Path
from fairterms.units.quantity import FRACTION, MONEY, POINTS, Unit

WHY = "a trade rests on it, so it is never guessed"
ENDS = ("low", "likely", "high")
_EXAMPLES = {MONEY: "$12,000.00", FRACTION: "30 %", POINTS: "2 percentage points"}


def amount(raw: Any, path: Path, notes: Notes, unit: Unit = MONEY) -> float | None:
    """Read one amount in a unit; None, with a problem, where it is missing or unclear."""
    name = str(path[-1])
    example = _EXAMPLES.get(unit, "$4,000.00 per point")
    if raw is None:
        notes.missing(path, f"{name} is missing", f'write {name} = "{example}"', WHY)
        return None
    try:
        found = quantity.parse(raw if isinstance(raw, str) else "")
    except quantity.NotAQuantity as wrong:
        what = f"{name}: {wrong.reason}" if isinstance(raw, str) else f"{name} has no unit"
        notes.add(path, what, "not-a-quantity", WHY, f'write it like "{example}"')
        return None
    if found.unit != unit or found.base or found.threshold:
        what = f"{name} is {found}, and it is wanted in {unit}"
        notes.add(path, what, "wrong-unit", WHY, f'write it like "{example}"')
        return None
    return float(found.amount)


def share(raw: Any, path: Path, notes: Notes, most: float = 1.0) -> float | None:
    """Read a percentage from 0 % to ``most``."""
    found = amount(raw, path, notes, FRACTION)
    if found is None or 0 <= found <= most:
        return found
    what = f"{path[-1]} is {raw}, and it must lie from 0 % to {most * 100:g} %"
    notes.add(path, what, "out-of-range", WHY, "write the share as it is")
    return None


def cost(raw: Any, path: Path, notes: Notes) -> float | None:
    """Read an amount in dollars that is not below zero."""
    found = amount(raw, path, notes)
    if found is None or found >= 0:
        return found
    what = f"{path[-1]} is {raw}, and a cost cannot be below zero"
    notes.add(path, what, "out-of-range", WHY, "write what it costs, without a minus sign")
    return None


def spread(raw: Any, path: Path, notes: Notes, unit: Unit = MONEY) -> Spread | None:
    """Read an estimate: a table of low, likely and high, which do not fall."""
    name, example = str(path[-1]), _EXAMPLES.get(unit, "$4,000.00 per point")
    fix = f'write {name} = {{ low = "...", likely = "{example}", high = "..." }}'
    if raw is None:
        notes.missing(path, f"{name} is missing", fix, WHY)
        return None
    if not isinstance(raw, dict):
        why = "what we believe of the plan is an estimate, and trades must hold when it is off"
        notes.add(path, f"{name} does not say its low and high", "no-range", why, fix)
        return None
    unknown(raw, path, notes, ENDS)
    low, likely, high = (amount(raw.get(end), (*path, end), notes, unit) for end in ENDS)
    if low is None or likely is None or high is None:
        return None
    if not low <= likely <= high:
        what = (
            f"{name} does not rise: low is {raw['low']}, likely {raw['likely']}, high {raw['high']}"
        )
        why = "a low above a high would turn the uncertainty round"
        notes.add(path, what, "not-rising", why, "write low <= likely <= high")
        return None
    return Spread(low, likely, high)


def unknown(raw: dict[str, Any], path: Path, notes: Notes, known: tuple[str, ...]) -> None:
    """Note the keys nothing reads."""
    for key in raw:
        if key not in known:
            notes.unknown((*path, key), key, known, "key")


def text(raw: Any, path: Path, notes: Notes) -> str:
    """Read words; empty where there are none."""
    if raw is None or isinstance(raw, str):
        return raw or ""
    fix = f'write {path[-1]} = "..."'
    notes.add(path, f"{path[-1]} is not words", "not-words", "it is shown as it stands", fix)
    return ""


def texts(raw: Any, path: Path, notes: Notes) -> tuple[str, ...]:
    """Read a list of words; empty where there is none."""
    if raw is None or (isinstance(raw, list) and all(isinstance(one, str) for one in raw)):
        return tuple(raw or ())
    fix = f'write {path[-1]} = ["...", "..."]'
    why = "each is shown on a line of its own"
    notes.add(path, f"{path[-1]} is not a list of words", "not-words", why, fix)
    return ()
